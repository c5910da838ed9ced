import fc from "fast-check";
import { expect, test } from "vitest";
import { layThread } from "./lay-thread.ts";

const meetings = [
  { id: "c", number: 3, on: "2024-09-01" },
  { id: "a", number: 1, on: "2024-03-01" },
  { id: "b", number: 2, on: "2024-06-01" },
  { id: "d", number: 4, on: "2024-12-01" },
];

test("a thread begins and ends where it does, and passes meetings about other things", () => {
  const stops = layThread(
    { openedOn: "2024-03-01", closedOn: "2024-10-01", meetingIds: ["a", "c"] },
    meetings,
  );
  expect(stops.map(({ meeting, state }) => `${meeting.id} ${state}`)).toEqual([
    "a talked",
    "b passes",
    "c talked",
    "d none",
  ]);
});

test("a thread that was opened in the record after it was talked about is not torn", () => {
  const stops = layThread(
    { openedOn: "2024-11-01", closedOn: null, meetingIds: ["a", "c"] },
    meetings,
  );
  expect(stops.map(({ state }) => state)).toEqual(["talked", "passes", "talked", "passes"]);
});

test("each meeting is one stop, and those talked in are marked", () => {
  fc.assert(
    fc.property(fc.subarray(["a", "b", "c", "d"]), fc.boolean(), (meetingIds, closed) => {
      const stops = layThread(
        { openedOn: "2024-05-01", closedOn: closed ? "2024-07-01" : null, meetingIds },
        meetings,
      );
      expect(stops).toHaveLength(meetings.length);
      expect(stops.filter(({ state }) => state === "talked")).toHaveLength(meetingIds.length);
    }),
  );
});
