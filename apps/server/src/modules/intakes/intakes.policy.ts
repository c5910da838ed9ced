/** Decisions about lists on their way in that need no database. */
import type { IntakeState, intakes } from "@throughline/contract";
import type { Actor, CheckedRow, Permission, RowDecision } from "@throughline/domain";
import { permits } from "@throughline/domain";
import type { RowNotice } from "@throughline/interchange";
import type { z } from "zod";

/** The parts of the steps, in the words of the table. */
export type IntakePhase =
  | "store"
  | "check"
  | "compare"
  | "decide"
  | "place"
  | "screen"
  | "write"
  | "record";

export type IntakeTarget = "contract" | "record";

/** States in which a worker is busy with it. */
export type BusyState = "reading" | "checking" | "taking";

/** What a person may do with an intake in this state, leaving aside who asks. */
export function actsOf(intake: {
  readonly state: IntakeState;
  readonly failedIn: BusyState | null;
}): z.infer<(typeof intakes.get)["~orpc"]["outputSchema"] & z.ZodType>["can"] {
  const { state, failedIn } = intake;
  return {
    confirm: state === "to_confirm" || state === "to_review",
    decide: state === "to_review",
    take: state === "to_review",
    cancel:
      state !== "taken" && state !== "cancelled" && !(state === "failed" && failedIn === null),
    retry: state === "failed" && failedIn !== null,
  };
}

/** Permission to read or change an intake: a list for a contract is a disclosure, one for the record belongs to it. */
export function permissionOf(target: IntakeTarget, act: "read" | "write"): Permission {
  if (target === "contract") return act === "read" ? "disclosure.read" : "disclosure.write";
  return act === "read" ? "record.read" : "record.write";
}

/** Which lists the actor may read. */
export function readableTargets(actor: Pick<Actor, "role" | "scopes">): IntakeTarget[] {
  return (["contract", "record"] as const).filter(
    (target) => permits(actor, permissionOf(target, "read")).ok,
  );
}

/** Lists of a few thousand rows do not wait behind those of 200,000. */
const quickBytes = 300_000;

/** Which lane the steps of a list run in. */
export function laneOf(intake: { readonly sizeBytes: number }): {
  readonly lane: "quick" | "long";
} {
  return { lane: intake.sizeBytes <= quickBytes ? "quick" : "long" };
}

/** How far a step is, by the clock. */
export interface Progress {
  readonly rowsDone: number;
  readonly rowsTotal: number | null;
  readonly rowsPerSecond: number | null;
  readonly secondsLeft: number | null;
}

/** A rate is told from this long on: before it says nothing. */
const tellingMs = 1_000;

/**
 * Rows a second of the worker that is at it now, and the seconds left at that rate.
 *
 * @example reckonProgress({ busy: true, rowsDone: 500, rowsDoneBefore: 0, rowsTotal: 1500, startedAt: at(0), now: at(5) }).secondsLeft // 10
 */
export function reckonProgress(step: {
  readonly busy: boolean;
  readonly rowsDone: number;
  readonly rowsDoneBefore: number;
  readonly rowsTotal: number | null;
  readonly startedAt: Date;
  readonly now: Date;
}): Progress {
  const { rowsDone, rowsTotal } = step;
  const elapsed = step.now.getTime() - step.startedAt.getTime();
  const done = rowsDone - step.rowsDoneBefore;
  if (!step.busy || elapsed < tellingMs || done <= 0)
    return { rowsDone, rowsTotal, rowsPerSecond: null, secondsLeft: null };
  const rowsPerSecond = (done / elapsed) * 1_000;
  return {
    rowsDone,
    rowsTotal,
    rowsPerSecond: Math.round(rowsPerSecond * 10) / 10,
    secondsLeft: rowsTotal === null ? null : Math.ceil((rowsTotal - rowsDone) / rowsPerSecond),
  };
}

/** What one check told about one row beside what the row itself tells. */
export type StoredNotice = Pick<RowNotice, "finding" | "flag">;

/**
 * A row with what comparing the list told about it. A row whose cells somebody typed anew is not the row that was
 * compared: what was told about that one is left out until the list is checked again.
 */
export function withNotices(
  row: CheckedRow,
  notices: readonly StoredNotice[],
  decision: RowDecision | null,
): CheckedRow {
  if (notices.length === 0 || isTypedAnew(decision)) return row;
  const flags = notices.flatMap(({ flag }) => flag ?? []);
  return {
    ...row,
    flags: [...new Set([...row.flags, ...flags])],
    findings: [...row.findings, ...notices.map(({ finding }) => finding)],
  };
}

function isTypedAnew(decision: RowDecision | null): boolean {
  return decision !== null && Object.keys(decision.edits).length > 0;
}

/** An empty decision is none. */
export function settleDecision(decision: RowDecision): RowDecision | null {
  const { undo, edits, leaveOut } = decision;
  return undo.length === 0 && Object.keys(edits).length === 0 && !leaveOut ? null : decision;
}

export type CheckAct = "undo_correction" | "leave_out" | "take_back";

/** What a decision about all rows of one check makes of the decision about one of them. */
export function decideForCheck(
  before: RowDecision | null,
  check: string,
  act: CheckAct,
): RowDecision | null {
  const { undo, edits, leaveOut } = before ?? { undo: [], edits: {}, leaveOut: false };
  switch (act) {
    case "undo_correction":
      return { undo: [...new Set([...undo, check])], edits, leaveOut };
    case "leave_out":
      return { undo, edits, leaveOut: true };
    case "take_back":
      return settleDecision({ undo: undo.filter((one) => one !== check), edits, leaveOut: false });
  }
}

/** Per check: rows it speaks about, and rows in which a correction of it holds. */
export type FindingCounts = Record<string, { rows: number; corrected: number }>;

/** Checks of one row, and those whose correction holds. */
export function countChecks(row: Pick<CheckedRow, "findings">): {
  readonly checks: readonly string[];
  readonly corrected: readonly string[];
} {
  return {
    checks: [...new Set(row.findings.map(({ check }) => check))],
    corrected: [
      ...new Set(
        row.findings.flatMap(({ check, correction }) => (correction === null ? [] : [check])),
      ),
    ],
  };
}

/** Counts after one row became another. */
export function recount(
  counts: FindingCounts,
  before: Pick<CheckedRow, "findings">,
  after: Pick<CheckedRow, "findings">,
): FindingCounts {
  const next: FindingCounts = { ...counts };
  const add = (row: Pick<CheckedRow, "findings">, by: 1 | -1): void => {
    const { checks, corrected } = countChecks(row);
    for (const check of checks) {
      const { rows, corrected: held } = next[check] ?? { rows: 0, corrected: 0 };
      next[check] = { rows: rows + by, corrected: held + (corrected.includes(check) ? by : 0) };
    }
  };
  add(before, -1);
  add(after, 1);
  return Object.fromEntries(Object.entries(next).filter(([, { rows }]) => rows > 0));
}
