/** Real pairs and names beside the checkout: what the committed weights must not lose. Not a measurement: these were learned from. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildIndex } from "./site-engine.ts";
import type { SiteToMatch } from "./site-to-match.ts";

const folder = new URL("../../../../../shared/matching/", import.meta.url);

function readRows(file: string): Record<string, unknown>[] | null {
  const path = new URL(file, folder);
  if (!existsSync(path)) {
    if (process.env["CI"] === "true")
      throw new Error(`The real input '${file}' is absent; under CI nothing may be left out.`);
    console.warn(`NOT RUN: the real input '${file}' is absent.`);
    return null;
  }
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>); // read field by field below
}

function toSite(value: unknown, id: string): SiteToMatch {
  const row = value as Readonly<Record<string, string>>; // the format of the file
  return {
    id,
    name: row["name"] ?? "",
    address: row["address"] ?? null,
    country: row["country"]?.toUpperCase() ?? null,
  };
}

describe("real sites", () => {
  it("tells labelled pairs apart, but for at most three whose labels are disputed", () => {
    const rows = readRows("site_pairs.jsonl");
    if (rows === null) return;
    const engine = buildIndex(
      rows.flatMap((row, at) => [toSite(row["left"], `l${at}`), toSite(row["right"], `r${at}`)]),
    );
    const wrong = rows.filter((row, at) => {
      const { probability } = engine.explain(
        toSite(row["left"], `l${at}`),
        toSite(row["right"], `r${at}`),
      );
      return probability > 0.5 !== (row["label"] === 1);
    });
    expect(rows).toHaveLength(55);
    expect(wrong.length).toBeLessThanOrEqual(3);
  });

  it("finds names of other scripts first among the Latin ones", () => {
    const rows = readRows("cross_script_names.jsonl");
    if (rows === null) return;
    const text = (value: unknown): string => (typeof value === "string" ? value : "");
    const engine = buildIndex(
      rows.map((row, at) => ({
        id: `${at}`,
        name: text(row["latin"]),
        country: text(row["country"]),
      })),
    );
    const missed = rows.filter(
      (row, at) =>
        engine.match(
          { id: "question", name: text(row["local"]), country: text(row["country"]) },
          { all: true },
        )[0]?.id !== `${at}`,
    );
    expect(missed.map((row) => row["latin"])).toEqual([]);
  });
});
