import { describe, expect, it } from "vitest";
import { buildMeeting, buildSeries } from "../testing/build-dialogue.ts";
import { agendaTiming, minutesLag } from "./time-papers.ts";
import { watchCadence } from "./watch-cadence.ts";

const held = buildMeeting({ heldOn: "2026-03-10", agendaSentOn: "2026-02-27" });

describe("cadence", () => {
  it("is due so many months after the last meeting, and lapses the day after", () => {
    const onTheDay = watchCadence(buildSeries(), [held], "2026-06-10");
    expect(onTheDay).toMatchObject({ state: "soon", nextDueOn: "2026-06-10", lapsedSince: null });
    const after = watchCadence(buildSeries(), [held], "2026-06-11");
    expect(after).toMatchObject({ state: "lapsed", lapsedSince: "2026-06-11" });
    expect(after.sentence.text).toBe(
      "Meetings with Cedar IT were agreed for every 3 months; the last was on 10 March 2026, so one has been due since 10 June 2026. None is planned.",
    );
    expect(watchCadence(buildSeries(), [held], "2026-04-01").state).toBe("in_time");
  });

  it("stays lapsed while a meeting is only planned", () => {
    const next = buildMeeting({
      id: "meeting-2",
      number: 2,
      on: "2026-07-20",
      plannedOn: "2026-06-20",
    });
    expect(watchCadence(buildSeries(), [held, next], "2026-07-01")).toMatchObject({
      state: "lapsed",
      planned: { id: "meeting-2", on: "2026-07-20" },
    });
    expect(watchCadence(buildSeries(), [held, next], "2026-07-01").sentence.text).toMatch(
      /The next is planned for 20 July 2026\.$/,
    );
    // The day is over, and nobody said whether it was held.
    expect(watchCadence(buildSeries(), [held, next], "2026-07-21").sentence.text).toBe(
      "Whether the meeting of 20 July 2026 with Cedar IT was held is not recorded.",
    );
  });

  it("counts from the opening before the first meeting, and not where none is agreed", () => {
    expect(watchCadence(buildSeries(), [], "2026-05-01").sentence.text).toBe(
      "Meetings with Cedar IT were agreed for every 3 months, and none was held since 1 January 2026; the first has been due since 1 April 2026. None is planned.",
    );
    const loose = buildSeries({ cadenceMonths: null });
    expect(watchCadence(loose, [held], "2029-01-01").state).toBe("as_needed");
    const closed = buildSeries({ closedOn: "2026-04-01" });
    expect(watchCadence(closed, [held], "2029-01-01").state).toBe("closed");
    expect(watchCadence(closed, [held], "2026-03-31").state).toBe("in_time");
  });
});

describe("papers", () => {
  it("measures the agenda against the days agreed", () => {
    expect(agendaTiming(held, "2026-11-20")).toMatchObject({ state: "in_time", daysAhead: 11 });
    const late = agendaTiming({ ...held, agendaSentOn: "2026-03-05" }, "2026-11-20");
    expect(late).toMatchObject({ state: "late", lateBy: 5, daysAhead: 5 });
    const planned = buildMeeting();
    expect(agendaTiming(planned, "2026-02-28").sentence.text).toBe(
      "The agenda is to be sent by 28 February 2026.",
    );
    expect(agendaTiming(planned, "2026-03-01").state).toBe("overdue");
    expect(agendaTiming({ ...held, agendaSentOn: null }, "2026-11-20").state).toBe("never");
    // Sent later than the day asked about: not sent then.
    expect(agendaTiming(held, "2026-02-26").state).toBe("due");
  });

  it("counts days from the meeting to its minutes", () => {
    expect(minutesLag(buildMeeting(), "2026-11-20").state).toBe("not_held");
    const sent = { ...held, minutesSentOn: "2026-03-13" };
    expect(minutesLag(sent, "2026-11-20")).toMatchObject({ state: "sent", days: 3 });
    expect(minutesLag(sent, "2026-03-12").state).toBe("waiting");
    expect(minutesLag(held, "2026-03-18").sentence.text).toBe(
      "The minutes of the meeting of 10 March 2026 have not been sent; 8 days have passed.",
    );
    expect(minutesLag({ ...held, minutesSentOn: "2026-03-10" }, "2026-11-20").sentence.text).toBe(
      "The minutes were sent on the day of the meeting.",
    );
  });
});
