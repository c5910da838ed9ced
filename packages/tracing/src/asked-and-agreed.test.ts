import { describe, expect, it } from "vitest";
import type { ContractCondition, Line, LineFacts, Station } from "@throughline/domain";
import {
  buildCondition,
  buildContract,
  buildDisclosure,
  buildDuty,
  buildFacts,
  buildMismatch,
  buildProduct,
  buildTender,
} from "./testing/build-facts.ts";
import { traceLine } from "./trace-line.ts";

const byDialogue: NonNullable<ContractCondition["followUp"]> = {
  ways: ["dialogue"],
  kpis: [],
  evidenceTypes: [],
  personId: null,
  role: "contract desk",
  hoursPerMonth: 2,
};
const meeting = buildCondition({
  id: "condition-1",
  clause: "9.4",
  requirement: "meeting",
  summary: "The parties meet twice a year.",
  dueDays: null,
  dueFrom: null,
  refreshEveryMonths: null,
  followUp: byDialogue,
});

function draw(
  over: Partial<LineFacts>,
  conditions: readonly ContractCondition[] = [meeting],
): Line {
  return traceLine(
    buildFacts({ contract: buildContract({ conditions: [...conditions] }), ...over }),
  );
}
const asked = (line: Line): Station | undefined => line.stations[1];
const agreed = (line: Line): Station | undefined => line.stations[2];

describe("Asked", () => {
  it("is unknown without a tender, and says that the contract alone is a valid place to ask", () => {
    const station = asked(draw({}));
    expect([station?.state, station?.recorded, station?.facts]).toEqual(["unknown", true, []]);
    expect(station?.duty.sentence.text).toBe(
      "One requirement stands in the contract, which is a valid place to ask; no tender is recorded here, so what was told to bidders is not known.",
    );
  });

  it("is whole where all that is asked was told in the call and holds together", () => {
    const station = asked(draw({ tender: buildTender() }));
    expect(station?.state).toBe("whole");
    expect(station?.headline.text).toBe("2 requirements asked in T-2025-7");
    expect(station?.detail?.text).toBe("75 days from first announcement to deadline");
    expect(station?.result.sentence.text).toBe(
      "Criteria, promises and clauses of T-2025-7 hold together.",
    );
    expect(station?.facts.map(({ sentence }) => sentence.text)).toContain(
      "C3: Name the sites, asked as an award criterion, weighing 10 %.",
    );
  });

  it("takes a requirement that stands only in the contract's clauses for a valid design", () => {
    const [, clause] = buildTender().instances;
    const station = asked(draw({ tender: buildTender({ instances: clause ? [clause] : [] }) }));
    expect(station?.state).toBe("whole");
    expect(station?.duty.sentence.text).toContain("only in the contract’s clauses");
  });

  it("keeps what was not asked apart from what does not hold together", () => {
    const line = draw({ tender: buildTender({ mismatches: [buildMismatch()] }) });
    expect([asked(line)?.duty.state, asked(line)?.result.state]).toEqual(["whole", "broken"]);
    const absent = buildMismatch({ about: "asking", severity: "serious" });
    const other = asked(draw({ tender: buildTender({ mismatches: [absent] }) }));
    expect([other?.duty.state, other?.result.state]).toEqual(["partly", "whole"]);
    const broken = line.breaks.find(({ action }) => action.kind === "align_tender");
    expect(broken?.sentence.text).toBe(
      "In T-2025-7: C4 asks for a living wage, and no clause of the contract does.",
    );
    expect(broken?.refs).toEqual([{ kind: "procurement", id: "tender-1" }]);
  });

  it("counts what a person let stand from the day it was, with the reason among the facts", () => {
    const letStand = { by: "Mara", on: "2026-03-01", reason: "the market offers none" };
    const tender = buildTender({ mismatches: [buildMismatch({ letStand })] });
    const now = draw({ tender });
    expect(asked(now)?.state).toBe("whole");
    expect(now.breaks.some(({ action }) => action.kind === "align_tender")).toBe(false);
    expect(asked(now)?.facts.at(-1)?.sentence.text).toContain(
      "Mara let it stand on 1 March 2026: the market offers none.",
    );
    expect(asked(draw({ tender, asOf: "2026-02-28" }))?.state).toBe("broken");
  });

  it("is unknown before the tender was published, whatever it holds", () => {
    const station = asked(draw({ tender: buildTender(), asOf: "2025-09-14" }));
    expect([station?.state, station?.headline.text]).toEqual([
      "unknown",
      "T-2025-7, not published",
    ]);
  });

  it("does not apply where our policy asks nothing and nothing was asked", () => {
    const policy = { asked: [], unknownRows: 0 };
    const tender = buildTender({ instances: [], policy });
    expect(asked(draw({ tender }))?.state).toBe("not_applicable");
    const unsure = buildTender({ instances: [], policy: { asked: [], unknownRows: 1 } });
    expect(asked(draw({ tender: unsure }))?.state).toBe("unknown");
  });

  it("says at Agreed which clause of the tender the contract does not carry", () => {
    const line = draw({ tender: buildTender() });
    expect(agreed(line)?.duty.state).toBe("partly");
    expect(line.breaks.map(({ sentence }) => sentence.text)).toContain(
      "14.2: Name the sites was asked in T-2025-7 as a clause, and no clause of the contract carries it.",
    );
  });
});

describe("Agreed", () => {
  const resultOf = (...duties: NonNullable<LineFacts["duties"]>) => {
    const station = agreed(draw({ duties }));
    return [station?.state, station?.result.sentence.text];
  };

  it("is whole with a way of follow-up, a person and hours, and what fell due met", () => {
    const station = agreed(
      draw({ duties: [buildDuty({ state: "met", achievedOn: "2026-10-14" })] }),
    );
    expect(station?.state).toBe("whole");
    expect(station?.duty.sentence.text).toBe(
      "The one clause has a way of follow-up, a person and hours; one by dialogue, which is a valid way.",
    );
    expect(station?.result.sentence.text).toBe("What fell due so far is met: one duty.");
  });

  it.each([
    ["broken", { state: "overdue" }, "One duty is overdue, the oldest since 20 October 2026."],
    [
      "on_agreed_plan",
      { state: "on_agreed_plan", planUntil: "2027-01-31" },
      "One duty is on an agreed plan until 31 January 2027.",
    ],
    [
      "partly",
      { state: "performed_without_result", performedOn: "2026-10-01" },
      "What was to be done was done for one duty, and the result has not come.",
    ],
    [
      "unknown",
      { state: "not_due_yet", dueOn: "2027-01-10" },
      "Nothing has fallen due yet; the next is due on 10 January 2027.",
    ],
    ["unknown", { state: "date_unknown", dueOn: null }, "When one duty is due is not known."],
    ["whole", { state: "does_not_apply" }, "What the clauses make due does not apply here."],
  ] as const)("is %s with a duty %o", (state, over, said) => {
    expect(resultOf(buildDuty(over))).toEqual([state, said]);
  });

  it("does not know whether duties are met where nobody looked", () => {
    expect(agreed(draw({}))?.result.state).toBe("unknown");
  });

  it("does not let a reseller fail for a brand's silence", () => {
    const line = draw({
      duties: [buildDuty({ state: "performed_without_result", performedOn: "2026-10-01" })],
    });
    const open = line.breaks.find(({ action }) => action.kind === "record_duty");
    expect(open?.severity).toBe("minor");
    expect(open?.sentence.text).toContain("Cedar IT did on 1 October 2026 what it had to");
  });

  it("names the overdue duty with its day, its clause and what to do", () => {
    const line = draw({ duties: [buildDuty()] });
    const open = line.breaks.find(({ action }) => action.kind === "record_duty");
    expect([open?.severity, open?.dueOn, open?.owner]).toEqual([
      "serious",
      "2026-10-20",
      "contract manager, end-user computing",
    ]);
    expect(open?.refs.map(({ kind }) => kind)).toEqual(["condition", "duty"]);
    expect(open?.action.sentence.text).toBe(
      "Ask Cedar IT for what clause 9.4 asks (Meet: meeting 1 of 2 in the year), and record what comes or by when it is agreed to come.",
    );
  });

  it("does not say of a list that came that it has not come, nor that it is what the clause asks", () => {
    const clause = buildCondition({ followUp: byDialogue, refreshEveryMonths: null });
    const overdue = buildDuty({ clause: "14.2", what: "Name the sites", dueOn: "2026-03-01" });
    const disclosures = [buildDisclosure("d1", { asOf: "2026-02-20", receivedOn: "2026-02-24" })];
    const line = draw({ duties: [overdue], disclosures, products: [buildProduct("p1")] }, [clause]);
    expect(agreed(line)?.result.state).toBe("partly");
    const open = line.breaks.find(({ action }) => action.kind === "record_duty");
    expect([open?.severity, open?.sentence.text]).toEqual([
      "minor",
      "Clause 14.2, Name the sites: a disclosure of 20 February 2026 is there, and nobody has recorded that it is what the clause asks.",
    ]);
    const without = draw({ duties: [overdue], products: [buildProduct("p1")] }, [clause]);
    expect(agreed(without)?.result.state).toBe("broken");
  });

  it("is broken where nothing says how clauses are followed up and nobody is assigned", () => {
    const line = traceLine(
      buildFacts({
        contract: buildContract({
          followUp: null,
          conditions: [{ ...meeting, followUp: null, inheritedFrom: "Framework 2025" }],
        }),
        duties: [buildDuty({ state: "met" })],
      }),
    );
    expect([agreed(line)?.duty.state, agreed(line)?.result.state]).toEqual(["broken", "whole"]);
    expect(agreed(line)?.facts[0]?.source).toBe("Framework 2025");
    expect(
      line.breaks.filter(({ station }) => station === "agreed").map((one) => one.action.kind),
    ).toEqual(expect.arrayContaining(["edit_conditions", "assign_follow_up"]));
  });

  it("opens a gate once what its clause made due is met, and cites the clause while it is overdue", () => {
    const gate = [{ ...meeting, gatesExtension: true }];
    const ready = (duties: LineFacts["duties"]) =>
      draw(duties === undefined ? {} : { duties }, gate).readiness;
    expect(ready(undefined).ready).toBe("no");
    expect(ready([buildDuty({ state: "met" })]).ready).toBe("yes");
    expect(ready([buildDuty()]).gates.map(({ text }) => text)).toEqual([
      "Clause 9.4 makes extension depend on what was due on 20 October 2026 and has not come: Meet: meeting 1 of 2 in the year.",
    ]);
    const planned = ready([buildDuty({ state: "on_agreed_plan", planUntil: "2027-01-31" })]);
    expect([planned.ready, planned.advice[0]?.code]).toEqual(["yes", "readiness.advice.plan"]);
  });
});
