import { intakeStates } from "@throughline/contract";
import type { CheckedRow, Finding, RowDecision } from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  actsOf,
  decideForCheck,
  readableTargets,
  reckonProgress,
  recount,
  settleDecision,
  withNotices,
  type FindingCounts,
} from "./intakes.policy.ts";
import { sayState } from "./intakes.texts.ts";

function finding(check: string, corrects = false): Finding {
  return {
    check,
    severity: "note",
    field: null,
    message: "m",
    whatToDo: "w",
    correction: corrects ? { before: "a", after: "b" } : null,
    otherRow: null,
  };
}

function row(...findings: Finding[]): CheckedRow {
  return {
    row: 2,
    outcome: "accepted",
    name: "A",
    address: "B",
    country: null,
    flags: ["po_box"],
    reason: null,
    latitude: null,
    longitude: null,
    osId: null,
    product: null,
    component: null,
    tier: null,
    raw: "A B",
    findings,
    partNumber: null,
    validFrom: null,
    validTo: null,
    workers: null,
  };
}

const at = (seconds: number): Date => new Date(1_000 * seconds);

describe("progress", () => {
  const step = {
    busy: true,
    rowsDone: 600,
    rowsDoneBefore: 100,
    rowsTotal: 1_600,
    startedAt: at(0),
    now: at(5),
  };

  it("counts what this worker did, not what one before it had done", () => {
    expect(reckonProgress(step)).toEqual({
      rowsDone: 600,
      rowsTotal: 1_600,
      rowsPerSecond: 100,
      secondsLeft: 10,
    });
  });

  it("says no rate before there is one, nor when nobody is at work", () => {
    for (const more of [{ now: at(0.5) }, { rowsDone: 100 }, { busy: false }])
      expect(reckonProgress({ ...step, ...more })).toMatchObject({
        rowsPerSecond: null,
        secondsLeft: null,
      });
    expect(reckonProgress({ ...step, rowsTotal: null }).secondsLeft).toBeNull();
  });
});

describe("what may be done", () => {
  it("nothing with what is over, everything but going on with what failed for good", () => {
    for (const state of ["taken", "cancelled"] as const)
      expect(Object.values(actsOf({ state, failedIn: null }))).not.toContain(true);
    expect(Object.values(actsOf({ state: "failed", failedIn: null }))).not.toContain(true);
    expect(actsOf({ state: "failed", failedIn: "taking" })).toMatchObject({
      retry: true,
      cancel: true,
    });
  });

  it("a token reads the lists its scopes are about", () => {
    expect(readableTargets({ role: "owner", scopes: null })).toEqual(["contract", "record"]);
    expect(readableTargets({ role: "owner", scopes: ["record.read"] })).toEqual(["record"]);
    expect(readableTargets({ role: "guest", scopes: null })).toEqual(["record"]);
  });
});

describe("sentences", () => {
  it("every state has one, without a gap in it", () => {
    const progress = { rowsDone: 1_200, rowsTotal: 200_000, rowsPerSecond: 500, secondsLeft: 398 };
    const none = { rowsDone: 0, rowsTotal: null, rowsPerSecond: null, secondsLeft: null };
    for (const state of intakeStates)
      for (const phase of [
        "store",
        "check",
        "compare",
        "decide",
        "place",
        "screen",
        "write",
        "record",
      ] as const)
        for (const one of [progress, none]) {
          const { text } = sayState({
            state,
            phase,
            target: "contract",
            progress: one,
            failure: "It is empty.",
          });
          expect(text).toMatch(/^[A-Z].*\.$/u);
          expect(text).not.toMatch(/[{}[\]]|undefined|null|NaN/u);
        }
    expect(
      sayState({ state: "checking", phase: "check", target: "contract", progress, failure: null })
        .text,
    ).toBe("The rows are being checked: 1,200 of 200,000, about 7 minutes left.");
  });
});

describe("notices of comparing", () => {
  const notices = [{ finding: finding("identical_rows"), flag: "duplicate_in_list" as const }];
  it("stand beside what the row itself tells, but not where a cell was typed anew", () => {
    expect(withNotices(row(finding("po_box")), notices, null)).toMatchObject({
      flags: ["po_box", "duplicate_in_list"],
      findings: [{ check: "po_box" }, { check: "identical_rows" }],
    });
    const typed: RowDecision = { undo: [], edits: { address: "C" }, leaveOut: false };
    expect(withNotices(row(), notices, typed)).toEqual(row());
    expect(withNotices(row(), notices, { ...typed, edits: {}, leaveOut: true }).flags).toContain(
      "duplicate_in_list",
    );
  });
});

const checks = fc.constantFrom("a", "b", "c");
const decisions = fc.option(
  fc.record({
    undo: fc.uniqueArray(checks),
    edits: fc.constantFrom({}, { name: "X" }),
    leaveOut: fc.boolean(),
  }),
);

describe("a decision about a check", () => {
  it("carried out twice is the same; taken back, nothing of it is left, and nothing else is touched", () => {
    fc.assert(
      fc.property(
        decisions,
        checks,
        fc.constantFrom("undo_correction", "leave_out", "take_back"),
        (before, check, act) => {
          const settled = before === null ? null : settleDecision(before);
          const once = decideForCheck(settled, check, act);
          expect(decideForCheck(once, check, act)).toEqual(once);
          const back = decideForCheck(once, check, "take_back");
          expect(back?.undo ?? []).toEqual((settled?.undo ?? []).filter((one) => one !== check));
          expect(back?.edits ?? {}).toEqual(settled?.edits ?? {});
          expect(back?.leaveOut ?? false).toBe(false);
        },
      ),
    );
  });
});

describe("counts of findings", () => {
  it("after any change are what counting anew would give", () => {
    const rows = fc.array(
      fc.uniqueArray(fc.tuple(checks, fc.boolean()), { selector: ([check]) => check }),
      { maxLength: 6 },
    );
    const toRow = (found: readonly (readonly [string, boolean])[]) =>
      row(...found.map(([check, corrects]) => finding(check, corrects)));
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const count = (all: typeof before): FindingCounts =>
          all.reduce((counts, one) => recount(counts, row(), toRow(one)), {} as FindingCounts);
        const length = Math.min(before.length, after.length);
        let counts = count(before.slice(0, length));
        for (let index = 0; index < length; index += 1)
          counts = recount(counts, toRow(before[index] ?? []), toRow(after[index] ?? []));
        expect(counts).toEqual(count(after.slice(0, length)));
      }),
    );
  });
});
