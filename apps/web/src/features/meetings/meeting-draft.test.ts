import fc from "fast-check";
import { expect, test } from "vitest";
import { readMeeting, startMeeting } from "./meeting-draft.ts";

test("a new meeting leaves time for its agenda and falls on a working day of the week", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("2020-01-01"), max: new Date("2060-01-01"), noInvalidDate: true }),
      fc.integer({ min: 0, max: 90 }),
      (now, leadDays) => {
        const draft = startMeeting("UTC", leadDays, now);
        const day = new Date(`${draft.startsAt}:00Z`);
        expect([0, 6]).not.toContain(day.getUTCDay());
        expect(day.getTime() - now.getTime()).toBeGreaterThan(leadDays * 86_400_000);
      },
    ),
  );
});

test("what is missing is named by field", () => {
  const read = readMeeting({ ...startMeeting("UTC"), startsAt: "", minutes: "4" });
  expect(read.ok ? [] : read.faults.map(({ field }) => field)).toEqual([
    "meeting-title",
    "meeting-start",
    "meeting-minutes",
  ]);
});

test("what is whole is read as it stands", () => {
  const read = readMeeting({ ...startMeeting("Europe/Oslo"), title: " First meeting " });
  expect(read).toMatchObject({
    ok: true,
    words: { title: "First meeting", minutes: 60, timeZone: "Europe/Oslo", form: "online" },
  });
});
