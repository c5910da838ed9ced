/**
 * Follows a board: by a stream where there is one, by asking every few seconds where there is none. After each break the
 * server sends the whole board first, so nothing is missed.
 */
import { problemOf, type PublicBoard } from "@throughline/contract";
import { readEvents } from "./read-events.ts";

/** `live`: changes come by themselves. `asking`: the page asks. `lost`: the server does not answer. */
export type Following = "live" | "asking" | "lost";

export interface FollowedBoard {
  /** Below `/api`. */
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly credentials: RequestCredentials;
  /** Reads the board once, where it does not come by itself. */
  read(): Promise<PublicBoard>;
  /** The board as it is now. */
  onBoard(board: PublicBoard): void;
  onFollowing(following: Following): void;
  /** Nothing admits any more: closed, withdrawn or revoked. */
  onEnd(): void;
}

const askEveryMs = 4_000;
/** A stream that says nothing for so long is dead: the server says something every twenty seconds. */
const silentMs = 45_000;

/** Follows until the answer is called. */
export function followBoard(followed: FollowedBoard): () => void {
  const stopped = new AbortController();
  void keepFollowing(followed, stopped.signal);
  return () => stopped.abort();
}

async function keepFollowing(followed: FollowedBoard, stopped: AbortSignal): Promise<void> {
  let broken = 0;
  while (!stopped.aborted) {
    const received = await stream(followed, stopped).catch(() => "failed" as const);
    if (stopped.aborted) return;
    if (received === "refused") {
      followed.onEnd();
      return;
    }
    broken = received === "received" ? 0 : broken + 1;
    try {
      const board = await followed.read();
      if (stopped.aborted) return;
      followed.onBoard(board);
      if (board.state === "closed") {
        followed.onEnd();
        return;
      }
      if (broken > 1) followed.onFollowing("asking");
    } catch (error) {
      if (stopped.aborted) return;
      const code = problemOf(error)?.status;
      if (code === 401 || code === 404) {
        followed.onEnd();
        return;
      }
      followed.onFollowing("lost");
    }
    // Not all at once, where a server comes back to hundreds.
    await pause(
      broken === 0 ? 300 * Math.random() : askEveryMs * (0.75 + Math.random() / 2),
      stopped,
    );
  }
}

async function stream(
  followed: FollowedBoard,
  stopped: AbortSignal,
): Promise<"received" | "refused" | "failed"> {
  const silent = new AbortController();
  const signal = AbortSignal.any([stopped, silent.signal]);
  let alarm = setTimeout(() => silent.abort(), silentMs);
  try {
    const answer = await fetch(`/api${followed.path}`, {
      headers: followed.headers,
      credentials: followed.credentials,
      signal,
      cache: "no-store",
    });
    if (answer.status === 401 || answer.status === 404) return "refused";
    if (!answer.ok || answer.body === null) return "failed";
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let board: PublicBoard | null = null;
    let at = -1;
    let text = "";
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(alarm);
      alarm = setTimeout(() => silent.abort(), silentMs);
      const { events, rest } = readEvents(text + part.value);
      text = rest;
      for (const event of events) {
        // Something was missed: the next stream begins with the whole.
        if (event.kind === "changed" && (board === null || event.at !== at + 1)) return "received";
        at = event.at;
        board = event.kind === "whole" ? event.board : withChanged(board, event.entries);
        if (board === null) return "received";
        followed.onFollowing("live");
        followed.onBoard(board);
        if (board.state === "closed") return "refused";
      }
    }
    return board === null ? "failed" : "received";
  } finally {
    clearTimeout(alarm);
    silent.abort();
  }
}

/** The board with these entries as they are now. */
export function withChanged(
  board: PublicBoard | null,
  changed: PublicBoard["entries"],
): PublicBoard | null {
  if (board === null) return null;
  const entries = new Map(board.entries.map((entry) => [entry.id, entry]));
  for (const entry of changed) entries.set(entry.id, entry);
  return { ...board, entries: [...entries.values()] };
}

function pause(ms: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stopped.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
