import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildAgreed } from "../testing/build-commitments.ts";
import { buildMeeting, buildSeries } from "../testing/build-dialogue.ts";
import { programmeFigures, type ProgrammeFacts } from "./programme-figures.ts";

const nothing: ProgrammeFacts = {
  series: [],
  meetings: [],
  commitments: [],
  feedback: [],
  threads: [],
  obstacles: [],
};
const period = { from: "2023-04-01", until: "2025-03-31" } as const;

const series = [
  buildSeries({ id: "a", counterpart: "Aspen Buses" }),
  buildSeries({ id: "b", counterpart: "Birch Cars" }),
  // A second series with the same firm is the same firm.
  buildSeries({ id: "b2", counterpart: "BIRCH CARS" }),
];
const met = (id: string, seriesId: string, heldOn: string): ReturnType<typeof buildMeeting> =>
  buildMeeting({ id, seriesId, on: heldOn, heldOn, plannedOn: "2023-01-01" });

describe("figures of a programme", () => {
  it("count what was held, with whom, in which quarter, and open to it", () => {
    const meetings = [
      met("m0", "a", "2023-02-01"),
      met("m1", "a", "2023-05-02"),
      { ...met("m2", "b", "2023-06-30"), agendaSentOn: "2023-06-20", minutesSentOn: "2023-07-04" },
      { ...met("m3", "b2", "2025-03-31"), agendaSentOn: "2025-03-30", minutesSentOn: "2025-03-31" },
      met("later", "a", "2025-04-01"),
      { ...met("planned", "a", "2024-05-01"), heldOn: null },
    ];
    const figures = programmeFigures({ ...nothing, series, meetings }, period);
    expect(figures.meetingsHeld).toEqual({ value: 3, ids: ["m1", "m2", "m3"] });
    expect(figures.counterpartsMet).toMatchObject({
      value: 2,
      names: ["Aspen Buses", "Birch Cars"],
    });
    expect(figures.byQuarter).toHaveLength(8);
    expect(figures.byQuarter[0]).toEqual({
      quarter: "2023-Q2",
      meetings: { value: 2, ids: ["m1", "m2"] },
    });
    // Aspen was met before.
    expect(figures.firstContacts.ids).toEqual(["m2"]);
    expect(figures.agendaInTime).toEqual({ value: 1 / 3, n: 3, ids: ["m2"] });
    expect(figures.minutesLagDays).toEqual({ value: 2, n: 2, ids: ["m2", "m3"] });
    expect(figures.withoutMinutes.ids).toEqual(["m1"]);
  });

  it("take means of the last word of each side, and tell how many there are", () => {
    const feedback = [
      { id: "f1", meetingId: "m1", side: "buyers", on: "2023-05-03", points: { useful: 2 } },
      { id: "f2", meetingId: "m1", side: "buyers", on: "2023-05-04", points: { useful: 4 } },
      { id: "f3", meetingId: "m2", side: "buyers", on: "2023-07-04", points: { useful: 5 } },
      { id: "f4", meetingId: "m2", side: "counterpart", on: "2023-07-05", points: { useful: 3 } },
    ] as const;
    const meetings = [met("m1", "a", "2023-05-02"), met("m2", "b", "2023-06-30")];
    expect(programmeFigures({ ...nothing, series, meetings, feedback }, period).feedback).toEqual([
      { side: "buyers", question: "useful", mean: { value: 4.5, n: 2, ids: ["f2", "f3"] } },
      { side: "counterpart", question: "useful", mean: { value: 3, n: 1, ids: ["f4"] } },
    ]);
  });

  it("have no data where there is nothing", () => {
    const figures = programmeFigures(nothing, period);
    expect(figures.agendaInTime.value).toBeNull();
    expect(figures.minutesLagDays.value).toBeNull();
    expect(figures.commitments.all.shareKeptByFirst.value).toBeNull();
    expect([figures.threads, figures.obstacles, figures.feedback]).toEqual([[], [], []]);
  });

  it("tell threads open and closed, and obstacles reported and resolved, by kind", () => {
    const threads = [
      { id: "t1", kind: "remediation", openedOn: "2024-01-01", closedOn: null },
      { id: "t2", kind: "remediation", openedOn: "2024-02-01", closedOn: "2025-03-01" },
    ] as const;
    const obstacles = [
      { id: "o1", kind: "will_not_say", reportedOn: "2024-05-01", resolvedOn: null },
      { id: "o2", kind: "will_not_say", reportedOn: "2022-05-01", resolvedOn: null },
    ] as const;
    const figures = programmeFigures({ ...nothing, threads, obstacles }, period);
    expect(figures.threads).toEqual([
      { kind: "remediation", open: { value: 1, ids: ["t1"] }, closed: { value: 1, ids: ["t2"] } },
    ]);
    expect(figures.obstacles[0]?.reported.ids).toEqual(["o1"]);
  });

  it("add up: quarters and counterparts to all meetings; whoever is met is met first at some time", () => {
    const someDay = fc
      .integer({ min: 0, max: 1000 })
      .map((days) => new Date(Date.UTC(2022, 10, 1 + days)).toISOString().slice(0, 10));
    const some = fc.array(fc.tuple(fc.constantFrom("a", "b", "b2", "gone"), someDay), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(some, (list) => {
        const meetings = list.map(([seriesId, day], at) => ({
          ...met(`m${at}`, seriesId, day),
          plannedOn: day,
        }));
        const commitments = [buildAgreed()];
        const figures = programmeFigures({ ...nothing, series, meetings, commitments }, period);
        const sum = (parts: readonly { meetings: { value: number } }[]): number =>
          parts.reduce((total, part) => total + part.meetings.value, 0);
        expect(sum(figures.byQuarter)).toBe(figures.meetingsHeld.value);
        expect(sum(figures.byCounterpart)).toBe(figures.meetingsHeld.value);
        expect(figures.firstContacts.value).toBeLessThanOrEqual(figures.counterpartsMet.value);
        expect(figures.byCounterpart).toHaveLength(figures.counterpartsMet.value);
      }),
    );
  });
});
