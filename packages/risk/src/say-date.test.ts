import { expect, test } from "vitest";
import { sayDate } from "./say-date.ts";

test("says a date as exactly as the list gives it", () => {
  expect(["2018-05-18", "2022-06", "2022"].map(sayDate)).toEqual([
    "18 May 2018",
    "June 2022",
    "2022",
  ]);
});
