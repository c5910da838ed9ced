import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReleaseSnapshot } from "@throughline/domain";
import { expect, it } from "vitest";
import { openTable } from "../table/open-table.ts";
import { defaultLimits } from "../disclosure/limits.ts";
import { writeRelease } from "./write-release.ts";

const snapshot: ReleaseSnapshot = {
  format: "throughline-release/1",
  supplier: { name: "=Cedar IT", country: "GB", invented: true },
  onBehalfOf: null,
  number: 2,
  releasedAt: "2026-11-20T09:00:00.000Z",
  asOf: "2026-11-19",
  expiresOn: "2027-11-20",
  answersFor: [],
  content: {
    products: [{ key: "p", brand: "Aster", family: "Book 3", partNumbers: ["0123", "AB-1"] }],
    sites: [
      {
        key: "a",
        name: '@Alder "Works"\u0001',
        address: "1 Road;\n2nd floor",
        country: "CN",
        latitude: 31.4,
        longitude: -0.5,
        osId: null,
        workers: 12,
        flags: ["head_office"],
        confirmedOn: null,
        verification: "self_declared",
        masked: null,
      },
      {
        key: "m-1",
        name: "Masked site 1 (identity kept by us)",
        address: null,
        country: "VN",
        latitude: null,
        longitude: null,
        osId: null,
        workers: null,
        flags: [],
        confirmedOn: "2026-01-01",
        verification: "documented",
        masked: { keptBy: "us", legalName: true, fullAddress: true, precision: "street" },
      },
    ],
    links: [
      {
        productKey: "p",
        siteKey: "a",
        tier: "final_assembly",
        component: null,
        kind: "confirmed",
        from: null,
        to: null,
      },
    ],
    answers: [
      {
        key: "x",
        productKey: null,
        answer: "cannot_because",
        saidBy: null,
        reason: "+44 is not a formula",
        document: null,
        answeredOn: "2026-03-03",
        selfReported: true,
      },
    ],
  },
};

async function readBack(format: "xlsx" | "csv"): Promise<Record<string, string[][]>> {
  const folder = mkdtempSync(join(tmpdir(), "throughline-release-"));
  const path = join(folder, `release.${format}`);
  try {
    writeFileSync(path, await writeRelease(snapshot, "d".repeat(64), format));
    const table = await openTable(path, { fileName: `release.${format}`, limits: defaultLimits });
    const sheets: Record<string, string[][]> = {};
    for (const sheet of table.sheets) {
      const rows: string[][] = [];
      for await (const batch of table.rows(sheet.index))
        rows.push(...batch.map(({ cells }) => cells));
      sheets[sheet.name] = rows;
    }
    await table.close();
    return sheets;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it("writes a workbook whose every figure is the snapshot's, and that runs nothing", async () => {
  const sheets = await readBack("xlsx");
  expect(Object.keys(sheets)).toEqual(["About", "Sites", "Made where", "Products", "Answers"]);
  expect(sheets["About"]?.find(([what]) => what === "Sites")?.[1]).toBe("2");
  expect(sheets["About"]?.find(([what]) => what?.startsWith("SHA-256"))?.[1]).toBe("d".repeat(64));
  expect(sheets["Sites"]).toHaveLength(3);
  expect(sheets["Made where"]?.[1]?.slice(2, 5)).toEqual([
    "China",
    "Aster Book 3",
    "final assembly",
  ]);
  const everything = Object.values(sheets).flat(2);
  expect(everything.filter((cell) => /^[=@+]/u.test(cell))).toEqual([]);
});

it("writes one CSV with a row for every site, what it makes, and every answer", async () => {
  const [rows = []] = Object.values(await readBack("csv"));
  expect(rows).toHaveLength(4);
  expect(rows[1]?.[1]).toBe("1 Road;\n2nd floor");
  expect(rows[2]?.at(10)).toBe("kept by us");
  expect(rows[3]?.join("|")).toContain("cannot because");
  expect(rows.flat().filter((cell) => /^[=@+]/u.test(cell))).toEqual([]);
});
