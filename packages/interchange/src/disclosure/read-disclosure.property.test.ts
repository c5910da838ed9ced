import fc from "fast-check";
import { AppError, ReadDisclosure } from "@throughline/domain";
import { describe, expect, it } from "vitest";
import { flagDuplicates } from "./flag-duplicates.ts";
import { writeRawLine } from "../list/write-raw-line.ts";
import { readDisclosure, readDisclosureText } from "./read-disclosure.ts";
import { repairCell, repairWhitespace } from "./repair-cell.ts";
import { splitRunOn } from "./split-run-on.ts";

const word = fc.constantFrom(
  "Foo",
  "Shenzhen",
  "Co., Ltd.",
  "GmbH",
  "China",
  "P.R.",
  "1.",
  "2.",
  "a)",
  "•",
  " - ",
  ";",
  "\n",
  "one of the following:",
  "Importer:",
  "有限公司",
  "中国",
  "制造商：",
  "No. 5",
  "Road,",
  "(",
  "Zone",
  "or",
  "Address:",
  "\u00a0",
  "Total",
);
const labelText = fc.array(word, { maxLength: 40 }).map((words) => words.join(" "));
const cell = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: "grapheme", maxLength: 30 }),
  word,
);

/** The result, or `null` for a coded refusal; anything else is thrown on. */
function attempt<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

describe("properties", () => {
  it("counts add up, and the result is always a disclosure or an AppError", () => {
    fc.assert(
      fc.property(fc.oneof(labelText, fc.string(), fc.string({ unit: "grapheme" })), (text) => {
        const read = attempt(() => readDisclosureText(text));
        if (read === null) return true;
        const { counts, rows } = ReadDisclosure.parse(read);
        return (
          counts.accepted + counts.corrected + counts.rejected === rows.length &&
          counts.read === rows.length &&
          rows.every((row) => (row.outcome === "accepted") === (row.reason === null))
        );
      }),
      { numRuns: 1_500 },
    );
  });

  it("any bytes give a disclosure or an AppError", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const outcome = await readDisclosure({ kind: "file", bytes }).catch(
          (error: unknown) => error,
        );
        return outcome instanceof AppError || ReadDisclosure.safeParse(outcome).success;
      }),
      { numRuns: 400 },
    );
  });

  it("no row of a table is lost or reordered", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 30 }),
        (records) => {
          const filled = records.filter((record) => record.some((value) => value.trim() !== ""));
          fc.pre(filled.length > 0);
          const lines = records.map((record) =>
            record.map((value) => `"${value.replaceAll('"', '""')}"`).join(","),
          );
          const read = readDisclosureText(`name,address,country\n${lines.join("\n")}\n`);
          const kept = records.flatMap((record, index) =>
            record.some((value) => value.trim() !== "") ? [index + 2] : [],
          );
          expect(read.rows.map((row) => row.row)).toEqual(kept);
          expect(read.rows.map((row) => row.raw)).toEqual(
            filled.map((record) => writeRawLine(record)),
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it("repairing twice is repairing once", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: "grapheme" }),
          fc
            .array(fc.constantFrom(",", '"', " ", "\t", "a", "\u200b", "\n"))
            .map((parts) => parts.join("")),
        ),
        (text) => {
          const once = repairWhitespace(text);
          expect(repairWhitespace(once)).toBe(once);
          const repaired = repairCell(text).text;
          expect(repairCell(repaired).text).toBe(repaired);
        },
      ),
      { numRuns: 2_000, examples: [[";-"]] },
    );
  });

  it("splitting run-on text keeps every letter", () => {
    fc.assert(
      fc.property(labelText, (text) => {
        const letters = (value: string): string => value.replace(/[^\p{L}]/gu, "");
        expect(letters(splitRunOn(text).join(" "))).toBe(letters(text));
      }),
    );
  });

  it("flagging repeats changes nothing but flags", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("Foo Ltd", "Foo Limited", "Bar Inc"), {
          minLength: 1,
          maxLength: 20,
        }),
        (names) => {
          const { rows } = readDisclosureText(
            `name,address,country\n${names.map((name) => `${name},1 Long Road Leeds,UK`).join("\n")}`,
          );
          const again = flagDuplicates(rows.map((row) => ({ ...row, flags: [] }))).rows;
          expect(again.map(({ flags: _flags, ...rest }) => rest)).toEqual(
            rows.map(({ flags: _flags, ...rest }) => rest),
          );
          expect(again.filter((row) => row.flags.length === 0)).toHaveLength(
            new Set(names.map((name) => name.slice(0, 3))).size,
          );
        },
      ),
    );
  });
});
