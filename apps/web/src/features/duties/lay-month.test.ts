import { expect, test } from "vitest";
import { dayAhead, layMonth, moveMonth } from "./lay-month.ts";

test("a month has all its days, the first under its day of the week", () => {
  const days = layMonth("2026-02");
  expect(days).toHaveLength(28);
  expect(days[0]).toEqual({ on: "2026-02-01", column: 7 });
  expect(days.at(-1)).toEqual({ on: "2026-02-28", column: null });
  expect(layMonth("2028-02")).toHaveLength(29);
  expect(layMonth("2026-06")[0]?.column).toBe(1);
});

test("months go on over the end of a year", () => {
  expect(moveMonth("2026-12", 1)).toBe("2027-01");
  expect(moveMonth("2026-01", -1)).toBe("2025-12");
});

test("days go on over the end of a month", () => {
  expect(dayAhead("2026-11-20", 30)).toBe("2026-12-20");
});
