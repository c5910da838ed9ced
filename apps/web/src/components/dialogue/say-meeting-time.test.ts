import fc from "fast-check";
import { expect, test } from "vitest";
import { localTime, sayMeetingTime, sayZone } from "./say-meeting-time.ts";

const meeting = {
  startsAt: "2026-12-03T09:00:00.000Z",
  endsAt: "2026-12-03T10:30:00.000Z",
  timeZone: "Europe/Oslo",
};

test("a meeting is told in its own time, and in the reader's where that differs", () => {
  expect(sayMeetingTime(meeting, "Europe/Berlin")).toEqual({
    there: "Thu, 3 Dec 2026, 10:00–11:30 (Oslo time)",
    here: null,
  });
  expect(sayMeetingTime(meeting, "Europe/London").here).toBe(
    "Thu, 3 Dec 2026, 09:00–10:30 (London time)",
  );
  // The other side of the date line: another day, and the end on the next.
  expect(sayMeetingTime(meeting, "Pacific/Auckland").here).toBe(
    "Thu, 3 Dec 2026, 22:00–23:30 (Auckland time)",
  );
  expect(sayMeetingTime({ ...meeting, endsAt: "2026-12-03T23:30:00Z" }, "Europe/Oslo").there).toBe(
    "Thu, 3 Dec 2026, 10:00–Fri, 4 Dec 2026, 00:30 (Oslo time)",
  );
  expect(sayZone("America/New_York")).toBe("New York time");
  expect(sayZone("UTC")).toBe("UTC");
});

test("the local time of an instant in UTC is the instant itself", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true }),
      (date) => {
        expect(localTime(date.toISOString(), "UTC")).toBe(date.toISOString().slice(0, 16));
      },
    ),
  );
});
