import fc from "fast-check";
import { expect, test } from "vitest";
import { moveInGrid } from "./move-in-grid.ts";

const size = { rows: 3, columns: 2 };

test("arrows move cell by cell, onto the headings and no further", () => {
  expect(moveInGrid({ row: 0, column: 0 }, "ArrowRight", false, size)).toEqual({
    row: 0,
    column: 1,
  });
  expect(moveInGrid({ row: 0, column: 0 }, "ArrowUp", false, size)).toEqual({ row: -1, column: 0 });
  expect(moveInGrid({ row: -1, column: 0 }, "ArrowLeft", false, size)).toBeNull();
  expect(moveInGrid({ row: 2, column: 1 }, "ArrowDown", false, size)).toBeNull();
  expect(moveInGrid({ row: 2, column: 1 }, "Home", true, size)).toEqual({ row: 0, column: 0 });
  expect(moveInGrid({ row: 0, column: 0 }, "End", false, size)).toEqual({ row: 0, column: 1 });
  expect(moveInGrid({ row: 0, column: 0 }, " ", false, size)).toBeNull();
});

test("no key leads out of the grid or into its corner", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.constantFrom("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"), {
        maxLength: 20,
      }),
      fc.boolean(),
      (rows, columns, keys, far) => {
        let at = { row: 0, column: 0 };
        for (const key of keys) {
          at = moveInGrid(at, key, far, { rows, columns }) ?? at;
          expect(at.row >= -1 && at.row < rows).toBe(true);
          expect(at.column >= -1 && at.column < columns).toBe(true);
          expect(at.row === -1 && at.column === -1).toBe(false);
        }
      },
    ),
  );
});
