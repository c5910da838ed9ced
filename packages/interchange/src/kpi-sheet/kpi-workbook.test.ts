import { writeFile } from "node:fs/promises";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeCsvTable, writeXlsxTables } from "../release/write-tables.ts";
import { kpiColumns, kpiSheets } from "./kpi-sheet-layout.ts";
import { readKpiWorkbook, type ReadKpiRow } from "./read-kpi-workbook.ts";
import { writeKpiWorkbook, type KpiLine } from "./write-kpi-workbook.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kpi-workbook-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(bytes: Uint8Array, name = "kpis.xlsx"): Promise<ReadKpiRow[]> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return readKpiWorkbook(path);
}

const line: KpiLine = {
  section: "worker_outcomes",
  kpi: "L1",
  name: "Excessive overtime rate",
  unit: "% worker-weeks",
  formula: "worker-weeks over 60 h / worker-weeks sampled",
  target: "5 %",
  from: "2026-01-01",
  to: "2026-03-31",
  computed: null,
  numerator: 12,
  denominator: 300,
  value: null,
  judgement: null,
  evidence: "Time records",
  reference: "DMS 4711",
  note: "=HYPERLINK(1)",
};

describe("a KPI workbook", () => {
  it("comes back as it went out, each section on a sheet of its own", async () => {
    const rows = await read(
      await writeKpiWorkbook([line, { ...line, section: "supplier_conduct", kpi: "T9" }]),
    );
    expect(rows.map(({ sheet, section, kpi }) => [sheet, section, kpi])).toEqual([
      [kpiSheets.supplier_conduct, "supplier_conduct", "T9"],
      [kpiSheets.worker_outcomes, "worker_outcomes", "L1"],
    ]);
    expect(rows[1]).toMatchObject({
      from: "2026-01-01",
      to: "2026-03-31",
      numerator: 12,
      denominator: 300,
      value: null,
      evidence: "Time records",
      note: "=HYPERLINK(1)",
      faults: [],
    });
  });

  it("keeps figures to the fourteen digits a spreadsheet keeps", async () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    const lines = fc
      .sample(fc.record({ numerator: number, denominator: number, value: number }), 200)
      .map((parts) => ({ ...line, ...parts }));
    const rows = await read(await writeKpiWorkbook(lines));
    expect(rows).toHaveLength(lines.length);
    for (const [at, row] of rows.entries())
      for (const part of ["numerator", "denominator", "value"] as const) {
        const written = lines[at]?.[part] ?? Number.NaN;
        expect(Math.abs((row[part] ?? Number.NaN) - written)).toBeLessThanOrEqual(
          Math.abs(written) * 1e-14 + Number.MIN_VALUE,
        );
      }
  });

  it("says what it cannot read, and leaves out what says nothing", async () => {
    const cells = (over: Partial<Record<(typeof kpiColumns)[number], string>>) =>
      kpiColumns.map((column) => over[column] ?? "");
    const table = {
      name: "List",
      titles: kpiColumns,
      rows: [
        cells({ KPI: "l1", From: "2026-01-01", To: "2026-03-31", Value: "4,5" }),
        cells({ KPI: "L1", From: "1.1.2026", To: "", Value: "1,234" }),
        cells({ KPI: "L1", From: "2026-01-01", To: "2026-03-31", Value: "many" }),
        cells({ KPI: "L1", From: "2026-01-01", To: "2026-03-31" }),
        cells({ KPI: "L1", From: "2026-01-01", To: "2026-03-31", Value: "66.7 %" }),
      ],
    };
    const rows = await read(writeCsvTable(table), "kpis.csv");
    expect(rows.map(({ kpi, value, faults }) => [kpi, value, faults.length])).toEqual([
      ["L1", 4.5, 0],
      ["L1", null, 3],
      ["L1", null, 1],
      ["L1", 66.7, 0],
    ]);
    await expect(
      read(await writeXlsxTables([{ name: "x", titles: ["A"], rows: [["1"]] }])),
    ).rejects.toMatchObject({ code: "columns_not_recognised" });
  });
});
