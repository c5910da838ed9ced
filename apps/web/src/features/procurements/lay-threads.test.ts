import { describe, expect, test } from "vitest";
import { findingsOfTheWhole, layThreads } from "./lay-threads.ts";
import type { Finding, Procurement, Thread } from "./queries.ts";

const say = (text: string) => ({ code: text, params: {}, text });

function finding(code: string, change: Partial<Finding> = {}): Finding {
  return {
    key: code,
    code,
    severity: "serious",
    instanceIds: ["clause"],
    promiseIds: [],
    sentence: say(code),
    why: say("why"),
    fix: null,
    waivable: true,
    waiver: null,
    ...change,
  };
}

const thread: Thread = {
  key: "disclose_sites",
  requirement: "disclose_sites",
  title: "Name the sites",
  criteria: [],
  promises: [],
  clauses: ["clause"],
  kpis: [],
  evidenceTypes: [],
  dialogue: true,
  person: null,
  findings: [],
};

function align(findings: readonly Finding[], on: Partial<Thread> = {}): Procurement["alignment"] {
  return {
    findings: [...findings],
    threads: [{ ...thread, findings: findings.map(({ key }) => key), ...on }],
    open: { blocking: 0, serious: 0, advice: 0 },
    waived: 0,
    fallenOff: [],
    gate: "open",
  };
}

const states = (alignment: Procurement["alignment"]): string[] =>
  layThreads(alignment)[0]?.stations.map(({ name, state }) => `${name} ${state}`) ?? [];

describe("threads laid out", () => {
  test("only in the contract and looked after by dialogue is no break", () => {
    expect(states(align([]))).toEqual([
      "asked none",
      "agreed whole",
      "measured whole",
      "shown none",
      "followed none",
    ]);
    expect(layThreads(align([]))[0]?.broken).toBe(false);
  });

  test("a mismatch stands where the thread breaks", () => {
    const alignment = align([
      finding("nobody_follows_up"),
      finding("not_announced", { instanceIds: ["criterion"] }),
      finding("older_version", { severity: "advice" }),
    ]);
    const on = {
      ...alignment,
      threads: alignment.threads.map((one) => ({ ...one, criteria: ["criterion"] })),
    };
    expect(states(on)).toEqual([
      "asked break",
      "agreed care",
      "measured whole",
      "shown none",
      "followed break",
    ]);
  });

  test("what somebody let stand is no break, and what is of no thread is of the whole", () => {
    const waiver = { id: "w", reason: "agreed with the brand", by: null, on: "2026-11-20" };
    const waived = align([finding("nobody_follows_up", { waiver })]);
    expect(states(waived)).toContain("followed none");
    const whole = align([finding("hours_not_said")], { findings: [] });
    expect(findingsOfTheWhole(whole).map(({ code }) => code)).toEqual(["hours_not_said"]);
    expect(findingsOfTheWhole(waived)).toEqual([]);
  });
});
