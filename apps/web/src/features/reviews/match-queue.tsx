import { Button, Checkbox } from "@navikt/ds-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { EmptyState } from "../../components/empty-state.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";
import { PairCard } from "./pair-card.tsx";
import { useDecideMatch, type MatchDecision, type MatchDeciding, type Review } from "./queries.ts";
import { useKeys, useKeySwitch } from "./use-keys.ts";

export interface MatchQueueProps {
  readonly reviews: readonly Review[];
  /** More wait than were asked for at once. */
  readonly more: boolean;
  /** The pair the address names. */
  readonly pair: string | undefined;
  readonly onPair: (pair: string | undefined) => void;
  readonly mayDecide: boolean;
}

const choices = [
  { decision: "same", key: "s" },
  { decision: "different", key: "d" },
  { decision: "unsure", key: "u" },
] as const;

/** One pair after another, by buttons or single keys; the last decision can be undone. */
export function MatchQueue({ reviews, more, pair, onPair, mayDecide }: MatchQueueProps): ReactNode {
  const [keysOn, setKeysOn] = useKeySwitch();
  const [last, setLast] = useState<MatchDeciding | null>(null);
  const [undone, setUndone] = useState(false);
  const decide = useDecideMatch();
  const heading = useRef<HTMLHeadingElement>(null);
  const named = reviews.findIndex((review) => review.id === pair);
  const current = reviews[Math.max(named, 0)];
  const gone = pair !== undefined && named < 0 && !decide.isPending;

  const shown = current?.id;
  const shownBefore = useRef(shown);
  useEffect(() => {
    // The next pair begins at its question, for those who do not see that it changed.
    if (shownBefore.current !== undefined && shownBefore.current !== shown)
      heading.current?.focus();
    shownBefore.current = shown;
  }, [shown]);

  function step(): void {
    if (current === undefined) return;
    const at = reviews.indexOf(current);
    onPair(reviews[(at + 1) % reviews.length]?.id);
  }
  function decideAs(decision: MatchDecision): void {
    if (current === undefined || decide.isPending) return;
    const at = reviews.indexOf(current);
    const following = reviews[at + 1] ?? reviews[at - 1];
    decide.mutate(
      { review: current, decision },
      {
        onSuccess: () => {
          setLast({ review: current, decision });
          setUndone(false);
          onPair(following?.id);
        },
      },
    );
  }
  function undo(): void {
    if (last === null || decide.isPending) return;
    const { review } = last;
    decide.mutate(
      { review, decision: null },
      {
        onSuccess: () => {
          setLast(null);
          setUndone(true);
          onPair(review.id);
        },
      },
    );
  }
  useKeys(keysOn && mayDecide, {
    s: () => decideAs("same"),
    d: () => decideAs("different"),
    u: () => decideAs("unsure"),
    n: step,
    z: undo,
  });

  const hint = (key: string): ReactNode =>
    keysOn && (
      <span className="key-hint" aria-hidden="true">
        {key.toUpperCase()}
      </span>
    );
  return (
    <div className="stack">
      <div role="status">
        {undone && <p>{t("matches.undone")}</p>}
        {last !== null && last.decision !== null && (
          <p className="notice notice-good row">
            <span>
              {t(`matches.done.${last.decision}`, { a: last.review.a.name, b: last.review.b.name })}
            </span>
            <Button size="small" variant="secondary" onClick={undo}>
              {t("matches.undo")}
              {hint("z")}
            </Button>
          </p>
        )}
      </div>
      {decide.isError && <ProblemNotice error={decide.error} />}
      {gone && <p className="notice">{t("matches.gone")}</p>}
      {current === undefined ? (
        <EmptyState title={t("matches.none")} what={t("matches.noneWhat")} />
      ) : (
        <>
          <p className="quiet">
            {t(more ? "matches.positionMore" : "matches.position", {
              n: reviews.indexOf(current) + 1,
              all: reviews.length,
            })}
          </p>
          <PairCard key={current.id} review={current} headingRef={heading} />
          <div className="row no-print">
            {mayDecide &&
              choices.map(({ decision, key }) => (
                <Button
                  key={decision}
                  variant={decision === "unsure" ? "tertiary" : "secondary"}
                  loading={decide.isPending && decide.variables.decision === decision}
                  aria-keyshortcuts={keysOn ? key : undefined}
                  onClick={() => decideAs(decision)}
                >
                  {t(`matches.${decision}`)}
                  {hint(key)}
                </Button>
              ))}
            {reviews.length > 1 && (
              <Button variant="tertiary" onClick={step}>
                {t("matches.next")}
                {mayDecide && hint("n")}
              </Button>
            )}
          </div>
          {mayDecide && (
            <Checkbox
              size="small"
              className="no-print"
              checked={keysOn}
              onChange={(event) => setKeysOn(event.target.checked)}
            >
              {t("matches.keys")}
            </Checkbox>
          )}
        </>
      )}
    </div>
  );
}
