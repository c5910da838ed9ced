import fc from "fast-check";
import { expect, test } from "vitest";
import { agendaBudget } from "./agenda-budget.ts";

const hour = { startsAt: "2026-12-03T09:00:00Z", endsAt: "2026-12-03T10:00:00Z" };

test("items without a time are counted apart, and too much is said", () => {
  expect(agendaBudget(hour, [])).toEqual({ length: 60, planned: 0, without: 0, over: 0 });
  expect(agendaBudget(hour, [{ minutes: 50 }, { minutes: 25 }, { minutes: null }])).toEqual({
    length: 60,
    planned: 75,
    without: 1,
    over: 15,
  });
});

test("what is over is what is planned beyond the length", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 480 }))), (minutes) => {
      const budget = agendaBudget(
        hour,
        minutes.map((one) => ({ minutes: one })),
      );
      expect(budget.over).toBe(Math.max(0, budget.planned - budget.length));
      expect(budget.without).toBe(minutes.filter((one) => one === null).length);
    }),
  );
});
