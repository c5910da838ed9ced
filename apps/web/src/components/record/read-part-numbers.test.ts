import { expect, test } from "vitest";
import { readPartNumbers } from "./read-part-numbers.ts";

test("part numbers come as they are pasted, none twice", () => {
  expect(readPartNumbers("20XW-0001, 20XW-0002;20XW-0003\n20XW-0001\t\n ")).toEqual([
    "20XW-0001",
    "20XW-0002",
    "20XW-0003",
  ]);
  expect(readPartNumbers(" \n")).toEqual([]);
});
