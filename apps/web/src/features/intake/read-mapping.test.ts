import { listFields } from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMapping, startMapping } from "./read-mapping.ts";

const titleOf = (index: number): string => `column ${index + 1}`;

describe("columns as a person says them", () => {
  test("a list needs the name of each site and something of its address", () => {
    const read = readMapping({ sheet: 0, headerRow: 1, fields: new Map() }, titleOf);
    expect(read.ok ? [] : read.faults.map(({ message }) => message)).toEqual([
      "Choose the column that holds the name of the site.",
      "Choose the column that holds the address, or those for street, town or postcode.",
    ]);
  });

  test("two columns that hold the same are named", () => {
    const read = readMapping(
      {
        sheet: 0,
        headerRow: 1,
        fields: new Map([
          [0, "name"],
          [2, "name"],
          [3, "city"],
        ]),
      },
      titleOf,
    );
    expect(read.ok ? null : read.faults[0]).toEqual({
      field: "column-2",
      message:
        "Two columns cannot both hold the name of the site: column 1, column 3. Choose which one does.",
    });
  });

  test("what is taken holds each column once, in order, and nothing else", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.nat({ max: 30 }).map(String), fc.constantFrom(...listFields)),
        fc.option(fc.integer({ min: 1, max: 9 })),
        (held, headerRow) => {
          const fields = new Map(
            Object.entries(held).map(([index, field]) => [Number(index), field] as const),
          );
          const read = readMapping({ sheet: 1, headerRow, fields }, titleOf);
          if (!read.ok) return;
          const indices = read.mapping.columns.map(({ index }) => index);
          expect(indices).toEqual([...fields.keys()].sort((a, b) => a - b));
          expect(new Set(read.mapping.columns.map(({ field }) => field)).size).toBe(fields.size);
          expect(startMapping(read.mapping).fields).toEqual(fields);
        },
      ),
    );
  });
});
