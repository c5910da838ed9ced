import type { CheckedRow, ColumnProposal, GridRow } from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openTableBytes } from "../table/open-table.ts";
import { mappingFingerprint, proposeColumns } from "../table/propose-columns.ts";
import { checkRow } from "./check-row.ts";
import { repairCell } from "../disclosure/repair-cell.ts";
import { writeRejects } from "./write-rejects.ts";

interface Read {
  readonly proposal: ColumnProposal;
  readonly titles: readonly string[];
  readonly rows: readonly GridRow[];
  readonly checked: readonly CheckedRow[];
}

async function read(bytes: Uint8Array): Promise<Read> {
  const source = await openTableBytes(bytes);
  try {
    const sheet = source.sheets[0];
    if (sheet === undefined) throw new Error("no sheet");
    const grid: GridRow[] = [];
    for await (const rows of source.rows(0)) grid.push(...rows);
    const proposal = proposeColumns(sheet, grid.slice(0, 300), null);
    const rows = grid.filter(({ row }) => row > (proposal.mapping.headerRow ?? 0));
    return {
      proposal,
      titles: proposal.columns.map(({ title }) => title),
      rows,
      checked: rows.map((row) => checkRow(row, proposal.mapping, null)),
    };
  } finally {
    await source.close();
  }
}

const list = [
  "Ref;Factory name;Address;Country;Phone",
  "'0012;Foo Electronics Ltd;5 Main Road, Leeds LS1 4DY;GB;+44 113 1",
  '0013;;7 High Street, York YO1 7HY;GB;=HYPERLINK("x")',
  "0014;Bar Ltd;;;@x",
  '0015;Baz;8 "Old" Lane, Hull;GB;-5',
].join("\n");

describe("writeRejects", () => {
  it.each(["csv", "xlsx"] as const)(
    "writes %s that reads under the same columns, mended and sent again",
    async (format) => {
      const first = await read(new TextEncoder().encode(list));
      const rejected = first.rows.flatMap((row, at) => {
        const findings = first.checked[at]?.findings ?? [];
        return first.checked[at]?.outcome === "rejected" ? [{ cells: row.cells, findings }] : [];
      });
      expect(rejected).toHaveLength(2);
      const about = { titles: first.titles, columns: first.proposal.mapping.columns, format };
      const again = await read(await writeRejects(rejected, about));
      expect(again.titles).toEqual([...first.titles, "What is wrong", "What to do"]);
      expect(again.proposal.mapping).toEqual(first.proposal.mapping);
      expect(again.proposal.certain).toBe(first.proposal.certain);
      expect(again.proposal.notes.join(" ")).not.toContain("What is wrong");
      expect(mappingFingerprint(again.titles)).toBe(mappingFingerprint(first.titles));
      expect(again.checked.map(({ outcome }) => outcome)).toEqual(["rejected", "rejected"]);
      expect(again.rows[0]?.cells.slice(0, 5).map((cell) => repairCell(cell).text)).toEqual([
        "0013",
        "",
        "7 High Street, York YO1 7HY",
        "GB",
        '=HYPERLINK("x")',
      ]);
      expect(again.rows[0]?.cells[5]).toBe("The row has an address but no name.");
      // Mended by a person, and written out once more: two columns for people, not four.
      const mended = again.rows.map((row) => ({
        cells: row.cells.with(1, "Qux Ltd").with(2, "1 Road, Leeds LS1 4DY"),
        findings: [],
      }));
      const last = await read(
        await writeRejects(mended, {
          ...about,
          titles: again.titles,
          columns: again.proposal.mapping.columns,
        }),
      );
      expect(last.titles).toEqual(again.titles);
      expect(last.checked.map(({ outcome }) => outcome)).not.toContain("rejected");
    },
  );

  it("gives a list without headings ones that are recognised", async () => {
    const columns = [
      { index: 1, field: "name" as const },
      { index: 2, field: "address" as const },
    ];
    const rows = [{ cells: ["x", "Foo Ltd", ""], findings: [] }];
    const again = await read(await writeRejects(rows, { titles: [], columns, format: "csv" }));
    expect(again.titles).toEqual(["", "Name", "Address", "What is wrong", "What to do"]);
    expect(again.proposal.mapping.columns).toEqual(columns);
  });

  it("never writes a cell that a spreadsheet would run, and gives the text back", async () => {
    const start = fc.constantFrom("", "=", "+", "-", "@", "\t=", "'=", " +");
    const cell = fc
      .tuple(start, fc.string({ unit: "grapheme", maxLength: 12 }))
      .map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 3, maxLength: 3 }), async (cells) => {
        const bytes = await writeRejects([{ cells: ["x", ...cells], findings: [] }], {
          titles: ["Name", "Address", "Country", "Notes"],
          columns: [],
          format: "csv",
        });
        const source = await openTableBytes(bytes);
        const rows: GridRow[] = [];
        for await (const batch of source.rows(0)) rows.push(...batch);
        await source.close();
        for (const [at, text] of cells.entries()) {
          const written = rows[1]?.cells[at + 1] ?? "";
          expect(/^-?\d+(?:[.,]\d+)*$/u.test(written) || !/^[=+\-@\t\r]/u.test(written)).toBe(true);
          expect(repairCell(written).text).toBe(repairCell(text).text);
        }
      }),
      { numRuns: 150 },
    );
  });
});
