import fc from "fast-check";
import { expect, test } from "vitest";
import { layPhases, phases, type PhasedMeeting } from "./lay-phases.ts";

const planned: PhasedMeeting = {
  state: "planned",
  on: "2026-12-20",
  agenda: { items: 0, dueOn: "2026-12-10", firstSentAt: null, lateDays: null },
  minutes: { state: "none" },
};
const sent = { ...planned.agenda, items: 3, firstSentAt: "2026-12-09T08:00:00Z", lateDays: 0 };

test("an agenda that has not left by its day is late", () => {
  expect(layPhases(planned, "2026-12-10").states.send).toBe("to_come");
  expect(layPhases(planned, "2026-12-11").states.send).toBe("late");
  expect(layPhases(planned, "2026-12-11").now).toBe("prepare");
  expect(layPhases({ ...planned, agenda: { ...sent, lateDays: 2 } }, "2026-12-15")).toMatchObject({
    states: { prepare: "done", send: "care", meet: "to_come" },
    now: "meet",
  });
});

test("a meeting whose day has passed waits to be recorded, a held one for its minutes", () => {
  expect(layPhases({ ...planned, agenda: sent }, "2026-12-21").states.meet).toBe("late");
  const held: PhasedMeeting = { ...planned, state: "held", agenda: sent };
  expect(layPhases(held, "2026-12-21")).toMatchObject({ states: { after: "care" }, now: "after" });
  expect(layPhases({ ...held, minutes: { state: "waiting" } }, "2026-12-21").states.after).toBe(
    "care",
  );
  expect(layPhases({ ...held, minutes: { state: "confirmed" } }, "2026-12-21").states.after).toBe(
    "done",
  );
});

test("nothing after a meeting is done or late before it was held", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("planned" as const, "cancelled" as const),
      fc.constantFrom("none" as const, "waiting" as const, "confirmed" as const),
      fc.integer({ min: 1, max: 31 }),
      (state, minutes, day) => {
        const today = `2026-12-${String(day).padStart(2, "0")}`;
        const laid = layPhases({ ...planned, state, minutes: { state: minutes } }, today);
        expect(laid.states.after).toBe("to_come");
        expect(phases).toContain(laid.now);
      },
    ),
  );
});
