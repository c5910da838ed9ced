import {
  addMonths,
  daysFrom,
  type ContractCondition,
  type Duty,
  type DutyEvent,
} from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildRequirement } from "../testing/build-requirement.ts";
import { deriveDuties } from "./derive-duties.ts";
import { describeDuty } from "./describe-duty.ts";
import type { DutyInput } from "./make-duty.ts";
import { remindersDue } from "./reminders-due.ts";
import { weekdaysOnly } from "./work-calendar.ts";

const condition: ContractCondition = {
  id: "c1",
  clause: "14.2",
  requirement: "disclose_sites",
  summary: "Name the sites",
  inheritedFrom: null,
  dueDays: 28,
  dueFrom: "award",
  refreshEveryMonths: 12,
  gatesExtension: false,
  tiers: [],
  components: [],
};

const blank: ContractCondition = {
  ...condition,
  dueDays: null,
  dueFrom: null,
  refreshEveryMonths: null,
};

const requirement = buildRequirement({
  key: "disclose_sites",
  title: "Name the sites",
  parameters: [
    { key: "result_required", label: "", help: "", type: { kind: "flag", stricter: "yes" } },
  ],
});

const input = (over: Partial<DutyInput> = {}): DutyInput => ({
  condition,
  requirement,
  dates: {
    awardedOn: "2025-01-31",
    signedOn: "2025-02-14",
    deliveredOn: null,
    startsOn: "2025-03-01",
    endsOn: "2029-02-28",
  },
  requests: [],
  events: [],
  calendar: weekdaysOnly,
  today: "2025-02-01",
  ...over,
});

let events = 0;
const event = (kind: DutyEvent["kind"], dutyKey: string, on: string, over = {}): DutyEvent => ({
  id: `e${(events += 1)}`,
  dutyKey,
  kind,
  on,
  until: null,
  note: "",
  takesBack: null,
  ...over,
});

const table = (duties: readonly Duty[]) =>
  duties.map(({ key, dueOn, state }) => [key.slice(3), dueOn, state]);

describe("a disclosure and its refreshes", () => {
  it("is due so many days after the award, then refreshed from the day it is due", () => {
    expect(table(deriveDuties(input()))).toEqual([
      ["first:1", "2025-02-28", "due"],
      ["refresh:1", "2026-02-28", "not_due_yet"],
      ["refresh:2", "2027-02-28", "not_due_yet"],
      ["refresh:3", "2028-02-28", "not_due_yet"],
    ]);
  });

  it("counts a refresh from the day the one before was given", () => {
    const given = [
      event("achieved", "c1:first:1", "2025-01-31"),
      event("achieved", "c1:refresh:1", "2025-12-31"),
    ];
    expect(table(deriveDuties(input({ events: given, today: "2026-01-02", ahead: 2 })))).toEqual([
      ["first:1", "2025-02-28", "met"],
      ["refresh:1", "2026-01-31", "met"],
      ["refresh:2", "2026-12-31", "not_due_yet"],
      ["refresh:3", "2027-12-31", "not_due_yet"],
    ]);
  });

  it("asks for no refresh of what never came", () => {
    const duties = deriveDuties(input({ today: "2027-06-01" }));
    expect(table(duties)).toEqual([["first:1", "2025-02-28", "overdue"]]);
    expect(duties.map((duty) => describeDuty(duty).text)).toEqual([
      "Clause 14.2, Name the sites: was due on 28 February 2025 and has not come.",
    ]);
  });

  it("stays at the end of the month", () => {
    const monthly = { ...condition, dueDays: null, dueFrom: null, refreshEveryMonths: 1 };
    const dates = { ...input().dates, signedOn: null };
    const duties = deriveDuties(input({ condition: monthly, dates, ahead: 4 }));
    expect(duties.map(({ dueOn }) => dueOn)).toEqual([
      "2025-02-28",
      "2025-03-31",
      "2025-04-30",
      "2025-05-31",
    ]);
  });

  it("ends with the contract", () => {
    const dates = { ...input().dates, endsOn: "2026-12-31" };
    expect(table(deriveDuties(input({ dates })))).toHaveLength(2);
  });
});

describe("duty performed and result achieved", () => {
  const maker = { id: "r", sentOn: "2025-02-20", to: "maker" as const };

  it("takes a formal request in time as performed, and shows the missing result", () => {
    const [first] = deriveDuties(input({ requests: [maker], today: "2025-05-01" }));
    expect(first).toMatchObject({
      state: "performed_without_result",
      performedOn: "2025-02-20",
      achievedOn: null,
    });
    expect(first && describeDuty(first).text).toBe(
      "Clause 14.2, Name the sites: done what was to be done on 20 February 2025; the result has not come.",
    );
  });

  it("does not where the request came late, went to the supplier, or only the result counts", () => {
    const state = (over: Partial<DutyInput>) =>
      deriveDuties(input({ today: "2025-05-01", ...over }))[0]?.state;
    expect(state({ requests: [{ ...maker, sentOn: "2025-03-01" }] })).toBe("overdue");
    expect(state({ requests: [{ ...maker, to: "supplier" }] })).toBe("overdue");
    expect(state({ requests: [maker], requirement: null })).toBe("overdue");
    const strict = { ...condition, values: { result_required: true } };
    expect(state({ requests: [maker], condition: strict })).toBe("overdue");
  });

  it("needs a request of its own for each refresh", () => {
    const achieved = [event("achieved", "c1:first:1", "2025-02-10")];
    const state = (sentOn: string) =>
      deriveDuties(
        input({ events: achieved, requests: [{ ...maker, sentOn }], today: "2026-04-01" }),
      )[1]?.state;
    expect(state("2025-02-10")).toBe("overdue");
    expect(state("2026-01-10")).toBe("performed_without_result");
  });

  it("holds an agreed plan until its last day", () => {
    const planned = [event("planned", "c1:first:1", "2025-03-05", { until: "2025-06-30" })];
    const on = (today: string) => deriveDuties(input({ events: planned, today }))[0];
    expect(on("2025-03-04")?.state).toBe("overdue");
    expect(on("2025-06-30")).toMatchObject({ state: "on_agreed_plan", planUntil: "2025-06-30" });
    expect(on("2025-07-01")?.state).toBe("overdue");
  });

  it("forgets what was taken back, and remembers what the taking back of that gave back", () => {
    const done = event("achieved", "c1:first:1", "2025-02-10");
    const back = event("taken_back", "c1:first:1", "2025-02-11", { takesBack: done.id });
    const again = event("taken_back", "c1:first:1", "2025-02-12", { takesBack: back.id });
    const state = (list: DutyEvent[]) =>
      deriveDuties(input({ events: list, today: "2025-02-20" }))[0]?.state;
    expect(state([done])).toBe("met");
    expect(state([done, back])).toBe("due");
    expect(state([done, back, again])).toBe("met");
    expect(state([done, { ...back, on: "2025-03-01" }])).toBe("met");
  });

  it("does not ask for what was excused", () => {
    const excused = [event("excused", "c1:first:1", "2025-02-10")];
    expect(table(deriveDuties(input({ events: excused })).slice(0, 2))).toEqual([
      ["first:1", "2025-02-28", "due"],
      ["refresh:1", "2026-02-28", "not_due_yet"],
    ]);
    expect(deriveDuties(input({ events: excused, today: "2025-04-01" }))[0]?.state).toBe(
      "does_not_apply",
    );
  });
});

describe("where days count from", () => {
  const first = (over: Partial<DutyInput>) => deriveDuties(input(over))[0];

  it("takes each date of the contract, and the start where no delivery is recorded", () => {
    const from = (dueFrom: ContractCondition["dueFrom"]) =>
      first({ condition: { ...condition, dueFrom } })?.from;
    expect(["award" as const, "signature" as const, "delivery" as const].map(from)).toEqual([
      "2025-01-31",
      "2025-02-14",
      "2025-03-01",
    ]);
  });

  it("says that a date is not recorded, and that nobody asked yet, as two things", () => {
    const dates = { ...input().dates, awardedOn: null };
    expect(first({ dates })).toMatchObject({ state: "date_unknown", dueOn: null });
    const onRequest = { ...condition, dueFrom: "request" as const };
    expect(first({ condition: onRequest })).toMatchObject({ state: "not_due_yet", dueOn: null });
    const asked = [{ id: "r", sentOn: "2025-02-01", to: "supplier" as const }];
    expect(first({ condition: onRequest, requests: asked })).toMatchObject({
      state: "due",
      dueOn: "2025-03-01",
    });
  });

  it("counts working days by the calendar, one duty for each question", () => {
    const answering = {
      ...blank,
      requirement: "respond_query",
      values: { due_working_days: 10 },
    };
    const may1 = {
      country: "SE",
      isWorkday: (date: string) => date !== "2025-05-01" && weekdaysOnly.isWorkday(date),
    };
    const duties = deriveDuties(
      input({
        condition: answering,
        calendar: may1,
        requests: [
          { id: "b", sentOn: "2025-04-25", to: "supplier" },
          { id: "a", sentOn: "2025-04-04", to: "supplier" },
        ],
        today: "2025-05-02",
      }),
    );
    expect(table(duties)).toEqual([
      ["answer:a:1", "2025-04-18", "overdue"],
      ["answer:b:1", "2025-05-12", "due"],
    ]);
    expect(duties[0]?.what).toBe(
      "Name the sites: answer the request of 4 April 2025 within 10 working days",
    );
  });

  it("keeps what happens only after an event apart from what has a day", () => {
    const findings = {
      ...blank,
      requirement: "disclose_findings",
      values: { due_days: 14, triggers: ["award", "breach"] },
    };
    const duties = deriveDuties(input({ condition: findings, today: "2025-05-01" }));
    expect(table(duties)).toEqual([
      ["first:1", "2025-02-14", "overdue"],
      ["breach:1", null, "not_due_yet"],
    ]);
    expect(duties[1] && describeDuty(duties[1]).text).toBe(
      "Clause 14.2, Name the sites: within 14 days of evidence of a breach: nothing is due until it happens.",
    );
  });

  it("makes one duty without a day of a clause that names none", () => {
    const duties = deriveDuties(input({ condition: { ...blank, requirement: "flow_down" } }));
    expect(table(duties)).toEqual([["whole:1", null, "date_unknown"]]);
    expect(duties[0] && describeDuty(duties[0]).text).toBe(
      "Clause 14.2, Name the sites: the clause names no day.",
    );
  });
});

describe("reports, meetings, measurements", () => {
  it("falls due at its rhythm from the signature, whether or not the one before came", () => {
    const reports = { ...blank, requirement: "kpi_report", refreshEveryMonths: 6 };
    const today = "2026-03-01";
    expect(table(deriveDuties(input({ condition: reports, today, ahead: 1 })))).toEqual([
      ["every_months:1", "2025-08-14", "overdue"],
      ["every_months:2", "2026-02-14", "overdue"],
      ["every_months:3", "2026-08-14", "not_due_yet"],
    ]);
    const since = deriveDuties(input({ condition: reports, today, ahead: 1, since: "2026-01-01" }));
    expect(since.map(({ occurrence }) => occurrence)).toEqual([2, 3]);
  });

  it("spreads meetings over the year and asks for what was agreed in writing", () => {
    const meetings = {
      ...blank,
      requirement: "meeting",
      values: { per_year: 5, minutes_days: 10 },
    };
    const held = [event("performed", "c1:per_year:1", "2025-05-02")];
    const duties = deriveDuties(
      input({ condition: meetings, events: held, today: "2025-05-03", ahead: 5 }),
    );
    expect(table(duties)).toEqual([
      ["minutes:1", "2025-05-12", "due"],
      ["per_year:1", "2025-05-14", "met"],
      ["per_year:2", "2025-07-14", "not_due_yet"],
      ["per_year:3", "2025-10-14", "not_due_yet"],
      ["per_year:4", "2025-12-14", "not_due_yet"],
      ["per_year:5", "2026-02-14", "not_due_yet"],
    ]);
    expect(duties[1]?.what).toBe("Name the sites: meeting 1 of 5 in the year");
  });

  it("keeps measuring and reaching a target apart, and makes it the buyer's own duty", () => {
    const kpi = { kpi: "T1", target: 90, targetText: null, everyMonths: 12 };
    const followUp = {
      ways: ["kpi" as const],
      kpis: [kpi, { ...kpi, kpi: "R2", target: null }],
      evidenceTypes: [],
      personId: null,
      role: "contracts",
      hoursPerMonth: 2,
    };
    const measured = ["T1", "R2"].map((one) => event("performed", `c1:kpi:${one}:1`, "2026-02-01"));
    const duties = deriveDuties(
      input({
        condition: { ...blank, requirement: "flow_down", followUp },
        events: measured,
        today: "2026-02-10",
        ahead: 0,
      }),
    ).filter(({ whose }) => whose === "buyer");
    // The day of the first is still to come; with none ahead it is not derived before.
    expect(duties).toEqual([]);
    const later = deriveDuties(
      input({
        condition: { ...blank, requirement: "flow_down", followUp },
        events: measured,
        today: "2026-02-14",
        ahead: 0,
      }),
    ).filter(({ whose }) => whose === "buyer");
    expect(later.map(({ key, state, ownerRole }) => [key, state, ownerRole])).toEqual([
      ["c1:kpi:T1:1", "performed_without_result", "contracts"],
      ["c1:kpi:R2:1", "met", "contracts"],
    ]);
    expect(later[0]?.what).toBe(
      "Measure “Tier-1 site disclosure rate” (T1) against its target of 90",
    );
  });
});

describe("properties", () => {
  const day = fc
    .date({ min: new Date("2020-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const any = fc.record({
    dueDays: fc.option(fc.integer({ min: 1, max: 400 })),
    dueFrom: fc.constantFrom("award" as const, "signature" as const, "request" as const, null),
    refreshEveryMonths: fc.option(fc.integer({ min: 1, max: 36 })),
    awardedOn: fc.option(day),
    signedOn: fc.option(day),
    endsOn: fc.option(day),
    today: day,
    perYear: fc.option(fc.integer({ min: 1, max: 52 })),
    ahead: fc.integer({ min: 0, max: 5 }),
  });
  const derive = ({
    awardedOn,
    signedOn,
    endsOn,
    today,
    perYear,
    ahead,
    ...fields
  }: typeof any extends fc.Arbitrary<infer V> ? V : never) =>
    deriveDuties(
      input({
        condition: {
          ...condition,
          ...fields,
          values: perYear === null ? {} : { per_year: perYear },
        },
        dates: { awardedOn, signedOn, endsOn, deliveredOn: null, startsOn: null },
        today,
        ahead,
      }),
    );

  it("gives every clause a duty, every duty its own key, and nothing recurring after the end", () => {
    fc.assert(
      fc.property(any, (given) => {
        const duties = derive(given);
        const counted = duties.filter(({ key }) => !key.includes(":whole:"));
        expect(new Set(duties.map(({ key }) => key)).size).toBe(duties.length);
        for (const { key, dueOn, state, from } of counted) {
          expect(state === "overdue").toBe(dueOn !== null && dueOn < given.today);
          expect(dueOn === null || from === null || daysFrom(from, dueOn) > 0).toBe(true);
          const ends = key.includes(":first:") ? null : given.endsOn;
          expect(dueOn === null || ends === null || dueOn <= ends).toBe(true);
        }
        const refreshes = counted.filter(({ key }) => key.includes(":refresh:"));
        expect(refreshes.filter(({ state }) => state === "overdue").length).toBeLessThanOrEqual(1);
        for (const part of ["refresh", "per_year"]) {
          const coming = counted.filter(
            ({ key, dueOn }) => key.includes(`:${part}:`) && (dueOn ?? "") > given.today,
          );
          expect(coming.length).toBeLessThanOrEqual(given.ahead);
        }
      }),
    );
  });

  it("falls due later the later the day it counts from", () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 90 }), (a, b, days) => {
        const due = (awardedOn: string) =>
          deriveDuties(
            input({
              condition: { ...condition, dueDays: days },
              dates: { ...input().dates, awardedOn },
            }),
          ).find(({ key }) => key === "c1:first:1")?.dueOn ?? "";
        expect(due(a) <= due(b)).toBe(a <= b);
        expect(addMonths(a, 1) > a).toBe(true);
      }),
    );
  });
});

describe("reminders", () => {
  it("comes 30, 7 and 1 days before, each once, the closest only", () => {
    const keys = new Set<string>();
    const sent: [string, number][] = [];
    for (const today of [
      "2025-01-28",
      "2025-01-29",
      "2025-02-03",
      "2025-02-21",
      "2025-02-27",
      "2025-02-28",
      "2025-03-01",
    ]) {
      for (const reminder of remindersDue(deriveDuties(input({ today, ahead: 0 })), today, keys)) {
        keys.add(reminder.key);
        sent.push([today, reminder.daysBefore]);
      }
    }
    expect(sent).toEqual([
      ["2025-01-29", 30],
      ["2025-02-21", 7],
      ["2025-02-27", 1],
    ]);
  });

  it("reminds of the end of an agreed plan, and of nothing that is met or overdue", () => {
    const events = [event("planned", "c1:first:1", "2025-03-05", { until: "2025-06-30" })];
    const today = "2025-06-25";
    const [one, ...more] = remindersDue(deriveDuties(input({ events, today, ahead: 0 })), today);
    expect(one?.sentence.text).toBe(
      "Clause 14.2, Name the sites: the agreed plan ends in 5 days, on 30 June 2025.",
    );
    expect(more).toEqual([]);
    expect(remindersDue(deriveDuties(input({ today })), today)).toEqual([]);
  });
});
