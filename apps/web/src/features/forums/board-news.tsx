import type { BoardEntry } from "@throughline/domain";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { t } from "../../texts/t.ts";
import { newsSince } from "./arrange-board.ts";

/** Often enough to know, seldom enough to listen to somebody beside it. */
const tellEveryMs = 15_000;

/** Tells those who do not see it what is new, at most four times a minute, and never of votes. */
export function BoardNews({ entries }: { readonly entries: readonly BoardEntry[] }): ReactNode {
  const [said, setSaid] = useState("");
  const seen = useRef<ReadonlySet<string> | null>(null);
  const now = useRef(entries);
  useEffect(() => {
    now.current = entries;
  }, [entries]);
  useEffect(() => {
    seen.current ??= new Set(now.current.map(({ id }) => id));
    const timer = setInterval(() => {
      const news = newsSince(seen.current ?? new Set(), now.current);
      seen.current = new Set(now.current.map(({ id }) => id));
      if (news.ideas + news.questions + news.comments > 0) setSaid(t("board.news", { ...news }));
    }, tellEveryMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="aksel-sr-only" role="status">
      {said}
    </p>
  );
}
