/** Which commitments a list shows, and in which order. Pure. */
import type { CommitmentSummary } from "@throughline/contract";
import type { CommitmentState, IsoDate } from "@throughline/domain";

/** What is asked for beside what the database narrows. */
export interface CommitmentFilter {
  readonly state?: CommitmentState | undefined;
  readonly waiting?: "for_us" | "for_them" | undefined;
  readonly slipped?: boolean | undefined;
  readonly dueFrom?: IsoDate | undefined;
  readonly dueTo?: IsoDate | undefined;
  readonly search?: string | undefined;
}

export type CommitmentSort = "due" | "-due" | "counterpart" | "state" | "slips";

/** Whether a commitment is shown, whatever its state. */
export function isAskedFor(one: CommitmentSummary, filter: CommitmentFilter): boolean {
  const { waiting, slipped, dueFrom, dueTo } = filter;
  const waitsForUs = one.waitsFor === one.mySide;
  if (waiting === "for_us" && !waitsForUs) return false;
  if (waiting === "for_them" && (one.waitsFor === null || waitsForUs)) return false;
  if (slipped !== undefined && one.slips > 0 !== slipped) return false;
  if (dueFrom !== undefined && (one.dueOn === null || one.dueOn < dueFrom)) return false;
  if (dueTo !== undefined && (one.dueOn === null || one.dueOn > dueTo)) return false;
  const words = filter.search?.trim().toLowerCase() ?? "";
  return (
    words === "" ||
    [
      one.label,
      one.what,
      one.about,
      one.debtor.name,
      one.debtor.role,
      one.counterpart,
      one.series.title,
    ].some((text) => text?.toLowerCase().includes(words) ?? false)
  );
}

/** How many stand how. */
export function countStates(
  found: readonly CommitmentSummary[],
): Partial<Record<CommitmentState, number>> {
  const counts: Partial<Record<CommitmentState, number>> = {};
  for (const { state } of found) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

/** What needs somebody first. */
const rankOfState: Readonly<Record<CommitmentState, number>> = {
  overdue: 0,
  disputed: 1,
  said_done: 2,
  put_forward: 3,
  open: 4,
  refused: 5,
  kept_late: 6,
  kept: 7,
  released: 8,
};

const isSettled = (state: CommitmentState): boolean => rankOfState[state] >= rankOfState.refused;

/** What a place in a list is told by: compared one after the other, the id last. */
export type PlaceInList = readonly [string | number, string, string];

const last = "9999-12-31";

/** @example placeOf(one, "due") // [0, "2026-12-01", "0b7c…"]: what is settled comes after what is not */
export function placeOf(one: CommitmentSummary, sort: CommitmentSort): PlaceInList {
  const due = one.dueOn ?? last;
  switch (sort) {
    case "due":
      return [isSettled(one.state) ? 1 : 0, due, one.id];
    case "-due":
      return [0, backwards(one.dueOn ?? "0000-00-00"), one.id];
    case "counterpart":
      return [one.counterpart.toLowerCase(), due, one.id];
    case "state":
      return [rankOfState[one.state], due, one.id];
    case "slips":
      return [-one.slips, due, one.id];
  }
}

/** A day written so that later ones come first. */
function backwards(day: string): string {
  return day.replace(/\d/gu, (digit) => String(9 - Number(digit)));
}

export function comparePlaces(a: PlaceInList, b: PlaceInList): number {
  for (const [at, left] of a.entries()) {
    const right = b[at];
    if (right === undefined || left === right) continue;
    return left < right ? -1 : 1;
  }
  return 0;
}
