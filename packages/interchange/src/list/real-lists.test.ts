import { readFileSync } from "node:fs";
import type { CheckedRow, GridRow } from "@throughline/domain";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { findRealInput } from "../real-input.fixture.ts";
import { openTableBytes } from "../table/open-table.ts";
import { proposeColumns } from "../table/propose-columns.ts";
import { checkRow } from "./check-row.ts";
import { createListCheck } from "./create-list-check.ts";
import { describeList } from "./describe-list.ts";
import { writeRawLine } from "./write-raw-line.ts";

async function readRows(bytes: Uint8Array): Promise<{ grid: GridRow[]; checked: CheckedRow[] }> {
  const source = await openTableBytes(bytes);
  const grid: GridRow[] = [];
  for await (const rows of source.rows(0)) grid.push(...rows);
  const sheet = source.sheets[0];
  await source.close();
  if (sheet === undefined) throw new Error("no sheet");
  const { mapping } = proposeColumns(sheet, grid.slice(0, 300), null);
  const rows = grid.filter(({ row }) => row > (mapping.headerRow ?? 0));
  return { grid, checked: rows.map((row) => checkRow(row, mapping, null)) };
}

/** What a person reads, without the checks that look at a row's neighbours. */
function summary(rows: readonly CheckedRow[]): string[] {
  const list = createListCheck();
  list.add(rows);
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const check of new Set(row.findings.map((finding) => finding.check)))
      counts.set(check, (counts.get(check) ?? 0) + 1);
  return describeList(counts).map(({ text }) => text);
}

describe("checks of real lists", () => {
  it("say the same of 640 sites, however the list was saved and in whatever order", async () => {
    const file = findRealInput("matching/site_lists.csv");
    if (file === null) return;
    const bytes = readFileSync(file);
    const { grid, checked } = await readRows(bytes);
    expect(checked).toHaveLength(640);
    expect(checked.filter(({ outcome }) => outcome === "rejected")).toEqual([]);
    const said = summary(checked);
    expect(said).toContain("1 row: address names another country");
    expect(said).toContain("34 rows: repeated commas made one");
    const [head, ...body] = grid.map(({ cells }) => cells);
    const turned = [head ?? [], ...body.toReversed()];
    const comma = turned.map((cells) => writeRawLine(cells)).join("\r\n");
    const semicolon = turned
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";"))
      .join("\r\n");
    for (const copy of [
      new TextEncoder().encode(comma),
      new Uint8Array(iconv.encode(semicolon, "utf-16le", { addBOM: true })),
    ]) {
      const again = await readRows(copy);
      expect(summary(again.checked)).toEqual(said);
      expect(
        again.checked.toReversed().map(({ name, address, country }) => [name, address, country]),
      ).toEqual(checked.map(({ name, address, country }) => [name, address, country]));
    }
  });

  it("give 640 sites back as they stood when every correction is undone", async () => {
    const file = findRealInput("matching/site_lists.csv");
    if (file === null) return;
    const source = await openTableBytes(readFileSync(file));
    const grid: GridRow[] = [];
    for await (const rows of source.rows(0)) grid.push(...rows);
    await source.close();
    const mapping = {
      sheet: 0,
      headerRow: 1,
      columns: [
        { index: 0, field: "country" as const },
        { index: 1, field: "name" as const },
        { index: 2, field: "address" as const },
      ],
    };
    for (const row of grid.slice(1)) {
      // Undoing one correction may bring the next to light (a comma, then the blank before it).
      const undo: string[] = [];
      let undone = checkRow(row, mapping, null);
      for (let round = 0; round < 5; round += 1) {
        const standing = undone.findings.filter(({ correction }) => correction !== null);
        undo.push(...standing.map(({ check }) => check));
        undone = checkRow(row, mapping, { undo, edits: {}, leaveOut: false });
      }
      expect([undone.outcome, undone.name, undone.address]).toEqual([
        "accepted",
        row.cells[1],
        row.cells[2],
      ]);
    }
  });
});
