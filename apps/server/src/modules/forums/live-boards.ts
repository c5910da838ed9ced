/**
 * Boards as they change, for everybody who looks at one. A change is told between server processes by PostgreSQL
 * (`throughline_boards`, ids only); each process then reads the board once and sends what has changed to all who follow it
 * there, at most every eighty milliseconds. Whoever comes anew, or again, is sent the whole board first: nothing is missed.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { BoardEvent, PublicBoard } from "@throughline/contract";
import type { Database } from "@throughline/db";
import type { PoolClient } from "pg";
import { findForum } from "./forums.store.ts";
import { assembleBoard } from "./run-board.ts";

/** Whose board, and whether with what the host has hidden. */
export interface BoardPlace {
  readonly organisationId: string;
  readonly forumId: string;
  readonly host: boolean;
}

/** One who follows. */
export interface Follower {
  send(event: string): void;
  end(): void;
}

export interface LiveBoards {
  /** Begins to follow; answers how to stop. */
  follow(place: BoardPlace, follower: Follower): () => void;
  /** Ends all. */
  stop(): Promise<void>;
}

interface Topic {
  readonly place: BoardPlace;
  readonly followers: Set<Follower>;
  readonly newcomers: Set<Follower>;
  /** What was sent last: entries by id, and all else. */
  entries: Map<string, string>;
  frame: string;
  at: number;
  reading: boolean;
  again: boolean;
  readAt: number;
}

const betweenMs = 80;
const retryMs = 1_000;
const pulseMs = 20_000;
const channel = "throughline_boards";

function write(event: BoardEvent): string {
  return `event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** Makes the boards of one process. It holds a connection of its own only while somebody follows. */
export function makeLiveBoards(database: Database): LiveBoards {
  const topics = new Map<string, Topic>();
  let ear: Promise<PoolClient> | null = null;
  let pulse: NodeJS.Timeout | null = null;
  let stopped = false;
  // What a connection tells arrives in the context it was first opened in, which may have been some transaction's.
  const outside = AsyncLocalStorage.snapshot();

  async function read({ organisationId, forumId, host }: BoardPlace): Promise<PublicBoard | null> {
    return database.withActor({ organisationId, personId: null }, async (tx) => {
      const work = { tx, actor: { organisationId } };
      const forum = await findForum(work, forumId);
      return forum === undefined ? null : assembleBoard(work, forum, { host });
    });
  }

  function send(topic: Topic, board: PublicBoard): void {
    const { entries, ...rest } = board;
    const frame = JSON.stringify(rest);
    const written = new Map(entries.map((entry) => [entry.id, JSON.stringify(entry)]));
    const gone = [...topic.entries.keys()].some((id) => !written.has(id));
    const changed = entries.filter(
      (entry) => topic.entries.get(entry.id) !== written.get(entry.id),
    );
    const anew = gone || frame !== topic.frame;
    if (anew || changed.length > 0) topic.at += 1;
    const all = [...topic.followers];
    const whole = anew ? all : all.filter((follower) => topic.newcomers.has(follower));
    const told = anew ? [] : all.filter((follower) => !topic.newcomers.has(follower));
    topic.entries = written;
    topic.frame = frame;
    topic.newcomers.clear();
    if (whole.length > 0) {
      const event = write({ kind: "whole", at: topic.at, board });
      for (const follower of whole) follower.send(event);
    }
    if (told.length > 0 && changed.length > 0) {
      const event = write({ kind: "changed", at: topic.at, entries: changed });
      for (const follower of told) follower.send(event);
    }
    if (board.state === "closed") for (const follower of all) follower.end();
  }

  function refresh(topic: Topic): void {
    if (topic.reading) {
      topic.again = true;
      return;
    }
    topic.reading = true;
    topic.again = false;
    const wait = Math.max(0, topic.readAt + betweenMs - performance.now());
    setTimeout(() => {
      topic.readAt = performance.now();
      // What comes in from here on may be missed by this reading.
      topic.again = false;
      read(topic.place)
        .then((board) => {
          if (board === null) for (const follower of topic.followers) follower.end();
          else send(topic, board);
        })
        .catch(() => {
          // The database does not answer: they come again, and are sent the whole then.
          for (const follower of topic.followers) follower.end();
        })
        .finally(() => {
          topic.reading = false;
          if (topic.again || topic.newcomers.size > 0) refresh(topic);
        });
    }, wait);
  }

  async function listen(): Promise<PoolClient> {
    const client = await database.signInPool.connect();
    client.on("notification", ({ payload }) => {
      for (const host of [true, false]) {
        const topic = topics.get(`${payload ?? ""}:${String(host)}`);
        if (topic !== undefined) outside(refresh, topic);
      }
    });
    const lost = (): void => {
      client.off("error", lost);
      client.off("end", lost);
      client.removeAllListeners("notification");
      // Back to the pool, which throws it away.
      client.release(true);
      ear = null;
      if (!stopped && topics.size > 0) outside(setTimeout, keepListening, retryMs);
    };
    client.once("error", lost);
    client.once("end", lost);
    await client.query(`listen ${channel}`);
    // What changed while nobody listened.
    for (const topic of topics.values()) refresh(topic);
    return client;
  }

  function keepListening(): void {
    if (ear !== null || stopped) return;
    ear = listen();
    ear.catch(() => {
      ear = null;
      if (!stopped && topics.size > 0) setTimeout(keepListening, retryMs);
    });
  }

  async function stopListening(): Promise<void> {
    const held = ear;
    ear = null;
    if (held === null) return;
    try {
      const client = await held;
      for (const event of ["notification", "error", "end"]) client.removeAllListeners(event);
      // The pool does without a listener of its own while a connection is in use.
      client.on("error", () => undefined);
      await client.query(`unlisten ${channel}`);
      client.release();
    } catch {
      // It was lost already.
    }
  }

  function topicOf(place: BoardPlace): Topic {
    const key = `${place.organisationId}:${place.forumId}:${String(place.host)}`;
    const known = topics.get(key);
    if (known !== undefined) return known;
    const topic: Topic = {
      place,
      followers: new Set(),
      newcomers: new Set(),
      entries: new Map(),
      frame: "",
      at: 0,
      reading: false,
      again: false,
      readAt: 0,
    };
    topics.set(key, topic);
    return topic;
  }

  return {
    follow(place, follower) {
      const topic = topicOf(place);
      topic.followers.add(follower);
      topic.newcomers.add(follower);
      keepListening();
      pulse ??= setInterval(() => {
        for (const { followers } of topics.values())
          for (const one of followers) one.send(": still here\n\n");
      }, pulseMs);
      refresh(topic);
      return () => {
        topic.followers.delete(follower);
        topic.newcomers.delete(follower);
        if (topic.followers.size > 0) return;
        topics.delete(`${place.organisationId}:${place.forumId}:${String(place.host)}`);
        if (topics.size > 0) return;
        if (pulse !== null) clearInterval(pulse);
        pulse = null;
        void stopListening();
      };
    },
    async stop() {
      stopped = true;
      for (const { followers } of topics.values()) for (const one of followers) one.end();
      topics.clear();
      if (pulse !== null) clearInterval(pulse);
      pulse = null;
      await stopListening();
    },
  };
}
