/** How many promises were made, fell due and were kept in a stretch of time, each side by itself. */
import {
  dialogueSides,
  ratio,
  type CommitmentFact,
  type DialogueSide,
  type IsoDate,
  type Ratio,
} from "@throughline/domain";
import { standingOf, type CommitmentStanding } from "./standing-of.ts";

/** A stretch of days, both included, looked at from a day. */
export interface CountedPeriod {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly asOf: IsoDate;
}

/** Counts of one side's commitments, or of both; each is the ids behind it. */
export interface CommitmentCounts {
  /** Put forward for the first time in the stretch, agreed or not. */
  readonly made: readonly string[];
  /**
   * Date *first agreed* lies in the stretch, and the day is over or it was done: what the shares are of. Without those that
   * the other side no longer wanted.
   */
  readonly due: readonly string[];
  /** Of those due: done by the date first agreed. */
  readonly keptByFirst: readonly string[];
  /** Of those due: done later than first agreed, by a date agreed since. */
  readonly keptByLater: readonly string[];
  /** Of those due: done later than any date agreed. */
  readonly late: readonly string[];
  /** Of those due: not done, under a later date that both agreed and that is still to come. */
  readonly running: readonly string[];
  /** Of those due: not done, said to be done without anything that shows it, or disputed. */
  readonly open: readonly string[];
  /** Of those due: with a date that was moved. */
  readonly slipped: readonly string[];
  /** How often dates of those due were moved. */
  readonly slips: number;
  /** Done by the date first agreed, of those due. No promise due: no data. */
  readonly shareKeptByFirst: Ratio;
  /** Done by a date agreed, first or later, of those due. */
  readonly shareKeptByAgreed: Ratio;
}

interface Standing {
  readonly id: string;
  readonly madeOn: IsoDate | null;
  readonly standing: CommitmentStanding;
}

type Outcome = "keptByFirst" | "keptByLater" | "late" | "running" | "open";

/** What became of a commitment that was due; `null` where nothing was due in the stretch. */
function outcomeOf(standing: CommitmentStanding, period: CountedPeriod): Outcome | null {
  const { state, firstDueOn, fulfilledOn, dueOn } = standing;
  if (firstDueOn === null || state === "released") return null;
  if (firstDueOn < period.from || firstDueOn > period.until) return null;
  const kept = state === "kept" || state === "kept_late";
  if (firstDueOn > period.asOf || (firstDueOn === period.asOf && !kept)) return null;
  if (!kept) return state === "open" ? "running" : "open";
  if (fulfilledOn === null || fulfilledOn <= firstDueOn) return "keptByFirst";
  return dueOn !== null && fulfilledOn <= dueOn ? "keptByLater" : "late";
}

function countStanding(all: readonly Standing[], period: CountedPeriod): CommitmentCounts {
  const due = all.flatMap((one) => {
    const outcome = outcomeOf(one.standing, period);
    return outcome === null ? [] : [{ ...one, outcome }];
  });
  const withOutcome = (outcome: Outcome): string[] =>
    due.filter((one) => one.outcome === outcome).map(({ id }) => id);
  const keptByFirst = withOutcome("keptByFirst");
  const keptByLater = withOutcome("keptByLater");
  return {
    made: all
      .filter(({ madeOn }) => madeOn !== null && madeOn >= period.from && madeOn <= period.until)
      .map(({ id }) => id),
    due: due.map(({ id }) => id),
    keptByFirst,
    keptByLater,
    late: withOutcome("late"),
    running: withOutcome("running"),
    open: withOutcome("open"),
    slipped: due.filter(({ standing }) => standing.slips.length > 0).map(({ id }) => id),
    slips: due.reduce((sum, { standing }) => sum + standing.slips.length, 0),
    shareKeptByFirst: ratio(keptByFirst.length, due.length),
    shareKeptByAgreed: ratio(keptByFirst.length + keptByLater.length, due.length),
  };
}

/**
 * Counts commitments in a stretch of days as they stood on a day, of both sides together and of each. A promise is due by the
 * date *first* agreed; one kept by a later agreed date is its own number. Nothing due is no data, never all kept.
 *
 * @example countCommitments(facts, { from: "2026-01-01", until: "2026-12-31", asOf: "2026-11-20" }).bySide.buyers.due.length
 */
export function countCommitments(
  facts: readonly CommitmentFact[],
  period: CountedPeriod,
): {
  readonly all: CommitmentCounts;
  readonly bySide: Readonly<Record<DialogueSide, CommitmentCounts>>;
} {
  const standing = facts.flatMap((fact) => {
    const found = standingOf(fact, period.asOf);
    const { id, debtor } = fact;
    const madeOn = fact.acts[0]?.on ?? null;
    return found === null ? [] : [{ id, debtor, madeOn, standing: found }];
  });
  const [buyers, counterpart] = dialogueSides.map((side) =>
    countStanding(
      standing.filter(({ debtor }) => debtor === side),
      period,
    ),
  );
  const none = countStanding([], period);
  return {
    all: countStanding(standing, period),
    bySide: { buyers: buyers ?? none, counterpart: counterpart ?? none },
  };
}
