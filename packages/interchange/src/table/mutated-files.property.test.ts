import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "../disclosure/limits.ts";
import { driveReaders } from "./drive-readers.fixture.ts";
import { mutateFile } from "./mutate-file.fixture.ts";
import { plantSeedFiles } from "./plant-seed-files.fixture.ts";
import { plantZip } from "./write-workbook.fixture.ts";

const limits = { ...defaultLimits, maxUnpackedBytes: 20_000_000, maxRows: 5_000 };
const list = [
  ["Factory name", "Address", "Country"],
  ["Müller GmbH", "Straße 5, Köln", "Deutschland"],
  ["深圳市富泰电子有限公司", "广东省深圳市龙华区东环二路二号", "中国"],
  ['Foo "Best" Ltd', "Unit 4\nLong Road, Leeds", "UK"],
  ['Foo "Best" Ltd', "5 Short Road; York", "UK"],
];
const seeds = await plantSeedFiles([list]);

describe("damaged files", () => {
  it("end as rows or as one refusal, quickly, whatever the damage", async () => {
    const ends = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 31 }), async (number) => {
        const { bytes } = mutateFile(seeds, number);
        const started = performance.now();
        const end = await driveReaders(bytes, limits);
        expect(performance.now() - started).toBeLessThan(10_000);
        const key = "code" in end ? end.code : "rows";
        ends.set(key, (ends.get(key) ?? 0) + 1);
      }),
      { numRuns: 3_000 },
    );
    // The damage reaches behind the first look: many still give rows, many are refused.
    expect(ends.get("rows") ?? 0).toBeGreaterThan(300);
    expect(ends.get("file_damaged") ?? 0).toBeGreaterThan(300);
  }, 120_000);

  it("sound files give all their rows", async () => {
    const ends = await Promise.all(
      seeds.map((seed) =>
        driveReaders(seed.kind === "text" ? Buffer.from(seed.text) : plantZip(seed.parts), limits),
      ),
    );
    const rows = list.length;
    // The two workbooks of our own writer have a cover and an old sheet besides.
    const written = [rows, rows, rows, rows + 4, rows + 4, rows];
    expect(ends).toEqual(written.map((count) => ({ rows: count })));
  });
});
