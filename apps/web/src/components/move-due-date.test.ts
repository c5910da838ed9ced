import { expect, test } from "vitest";
import { moveDueDate } from "./move-due-date.ts";

const letter =
  "The answer was due by 18 December 2026.\n\nPlease answer by 18 December 2026. That is four weeks from today.\n\nWe";

test("the letter asks for the day that was chosen, and gives no reason that was another day's", () => {
  expect(moveDueDate(letter, "2026-12-18", "2027-01-08")).toBe(
    "The answer was due by 18 December 2026.\n\nPlease answer by 8 January 2027.\n\nWe",
  );
});

test("a letter that was rewritten, or a day that is not whole yet, changes nothing", () => {
  expect(moveDueDate("Answer soon.", "2026-12-18", "2027-01-08")).toBe("Answer soon.");
  expect(moveDueDate(letter, "2026-12-18", "")).toBe(letter);
  expect(moveDueDate(letter, "", "2026-12-18")).toBe(letter);
});
