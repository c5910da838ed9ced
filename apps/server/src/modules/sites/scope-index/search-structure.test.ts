import { suggestSites } from "@throughline/matching";
import { describe, expect, it } from "vitest";
import type { ScopeRecord } from "./scope-structure.ts";
import { searchStructure } from "./search-structure.ts";

const many = 12_000;

function record(n: number, more: Partial<ScopeRecord> = {}): ScopeRecord {
  return {
    siteId: `s${n}`,
    variant: 0,
    publicId: `P${n}`,
    name: `Maker${n.toString(36)} Electronics Co., Ltd.`,
    address: `${n % 900} Harbour Street, Suqian`,
    country: "CN",
    osId: null,
    latitude: null,
    longitude: null,
    published: false,
    ...more,
  };
}

async function* slicesOf(count: number): AsyncGenerator<readonly ScopeRecord[]> {
  for (let start = 0; start < count; start += 4_000)
    yield Array.from({ length: Math.min(4_000, count - start) }, (_, at) => record(start + at));
  yield [record(7, { variant: 1, name: "Kepler Works", address: "9 Dock Road" })];
  yield [record(count, { variant: 1, name: "Vega Works", published: true })];
}

describe("the search index of a scope", () => {
  it("holds a site with all its names, built here or in a thread, and is reopened as it was", async () => {
    const few = searchStructure.open(await searchStructure.prepare(slicesOf(50)));
    const prepared = await searchStructure.prepare(slicesOf(many));
    if (searchStructure.file === undefined) throw new Error("The search index has no file.");
    const frozen = searchStructure.file.freeze(prepared);
    const copy = {
      facts: JSON.parse(JSON.stringify(frozen.facts)) as unknown,
      arrays: structuredClone(frozen.arrays),
    };
    const reopened = searchStructure.open(searchStructure.file.thaw(copy));
    for (const index of [few, searchStructure.open(prepared), reopened]) {
      const find = (text: string): string[] => suggestSites([index], text, 5).map(({ id }) => id);
      expect(find("maker7 kepler dock")).toEqual(["s7"]);
      expect(find("vega")).toEqual([index === few ? "s50" : `s${many}`]);
      expect(index.isForeign(index.ordinalOf("s7"))).toBe(false);
      expect(index.isForeign(index.ordinalOf(find("vega")[0] ?? ""))).toBe(true);
      searchStructure.replace(index, "s7", [record(7, { name: "Sirius" })]);
      expect(find("kepler")).toEqual([]);
      expect(find("sirius")).toEqual(["s7"]);
      const before = searchStructure.size(index);
      searchStructure.replace(index, "s7", []);
      expect(searchStructure.size(index)).toBe(before - 1);
    }
  });
});
