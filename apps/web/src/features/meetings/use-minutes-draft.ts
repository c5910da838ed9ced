/** Minutes that save themselves while they are written, and survive a reload even where saving failed. */
import { MinutesContent } from "@throughline/contract";
import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "../../api/client.ts";
import type { Meeting } from "../../api/dialogue.ts";

export type Saving = "saved" | "waiting" | "saving" | "failed";

export interface MinutesDraft {
  readonly content: MinutesContent;
  readonly saving: Saving;
  readonly savedAt: string | null;
  readonly error: unknown;
  readonly write: (content: MinutesContent) => void;
  /** Saves at once what waits; tells whether all is saved. */
  readonly flush: () => Promise<boolean>;
  /** Takes over what the server has: after sending, or where somebody else wrote meanwhile. */
  readonly restart: (meeting: Meeting) => void;
}

// Long enough not to save every letter, short enough that nothing much is lost.
const pause = 900;

const nothing: MinutesContent = { summary: "", items: [] };

function keyOf(meetingId: string): string {
  return `throughline-minutes-${meetingId}`;
}

/** What a reload interrupted: kept for this tab only, since minutes are not for whoever uses the machine next. */
function interrupted(meetingId: string): MinutesContent | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(meetingId)) ?? "null");
    const read = MinutesContent.safeParse(kept);
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

function keep(meetingId: string, content: MinutesContent | null): void {
  try {
    if (content === null) sessionStorage.removeItem(keyOf(meetingId));
    else sessionStorage.setItem(keyOf(meetingId), JSON.stringify(content));
  } catch {
    // A browser that keeps nothing still saves to the server.
  }
}

/** What to go on from: the draft, else what was sent last. */
function standing(meeting: Meeting): MinutesContent {
  return meeting.draft?.content ?? meeting.minutesSent[0]?.content ?? nothing;
}

export function useMinutesDraft(meeting: Meeting): MinutesDraft {
  const { id } = meeting;
  const [content, setContent] = useState(() => interrupted(id) ?? standing(meeting));
  const [saving, setSaving] = useState<Saving>(() =>
    interrupted(id) === null ? "saved" : "waiting",
  );
  const [savedAt, setSavedAt] = useState(meeting.draft?.savedAt ?? null);
  const [error, setError] = useState<unknown>(null);
  const version = useRef(meeting.draft?.version ?? null);
  const latest = useRef(content);
  const clean = useRef(saving === "saved");
  const running = useRef<Promise<boolean> | null>(null);

  const save = useCallback(async (): Promise<boolean> => {
    // One after the other: each save names the version the one before made.
    while (running.current !== null) await running.current;
    if (clean.current) return true;
    const saved = latest.current;
    setSaving("saving");
    running.current = api.meetings
      .saveDraft({ id, content: saved, version: version.current })
      .then(
        (done) => {
          version.current = done.version;
          setError(null);
          setSavedAt(new Date().toISOString());
          if (latest.current === saved) {
            clean.current = true;
            keep(id, null);
            setSaving("saved");
          } else setSaving("waiting");
          return true;
        },
        (failure: unknown) => {
          setError(failure);
          setSaving("failed");
          return false;
        },
      )
      .finally(() => {
        running.current = null;
      });
    return running.current;
  }, [id]);

  useEffect(() => {
    if (clean.current) return undefined;
    const timer = setTimeout(() => void save(), pause);
    return () => clearTimeout(timer);
  }, [content, save]);

  const write = useCallback(
    (next: MinutesContent) => {
      latest.current = next;
      clean.current = false;
      keep(id, next);
      setContent(next);
      setSaving("waiting");
    },
    [id],
  );
  const restart = useCallback(
    (now: Meeting) => {
      const next = standing(now);
      latest.current = next;
      clean.current = true;
      version.current = now.draft?.version ?? null;
      keep(id, null);
      setContent(next);
      setSaving("saved");
      setSavedAt(now.draft?.savedAt ?? null);
      setError(null);
    },
    [id],
  );
  const flush = useCallback(async () => {
    const done = await save();
    return done && clean.current;
  }, [save]);
  return { content, saving, savedAt, error, write, flush, restart };
}
