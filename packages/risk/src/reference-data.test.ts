import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildRiskData } from "../tools/build-risk-data.ts";
import { categories, components, materials } from "./category-map.ts";
import { datasets } from "./datasets.ts";
import {
  countryName,
  enforcement,
  governance,
  listedGoods,
  ratifications,
  tradeMeasures,
} from "./read-reference-data.ts";

const sources = new URL("../../../../shared/data/risk/", import.meta.url);

describe("our reference files", () => {
  it("say what the sources say", () => {
    if (!existsSync(sources)) {
      if (process.env["CI"] === "true")
        throw new Error("The sources of the reference files are absent.");
      console.warn("NOT RUN: the sources of the reference files are absent");
      return;
    }
    const built = Object.entries(buildRiskData(sources.pathname));
    expect(built).toHaveLength(6);
    for (const [name, rows] of built) {
      expect(
        JSON.parse(readFileSync(new URL(`../data/${name}.json`, import.meta.url), "utf8")),
        name,
      ).toEqual(JSON.parse(JSON.stringify(rows)));
    }
  });

  it("are whole", () => {
    expect([listedGoods.length, ratifications.size, governance.size, enforcement.size]).toEqual([
      467, 187, 194, 143,
    ]);
    expect(new Set(tradeMeasures.map(({ id }) => id)).size).toBe(tradeMeasures.length);
    for (const { country } of [...listedGoods, ...tradeMeasures])
      expect(countryName(country), country).not.toBe(country);
  });

  it("keep every row of the measures, entities and other names apart", () => {
    const cbp = tradeMeasures.filter(({ list }) => list === "cbp_wro_findings");
    // 54 rows; five name two entities.
    expect(new Set(cbp.map(({ listedAs, effectiveOn }) => listedAs + effectiveOn)).size).toBe(54);
    expect(cbp).toHaveLength(59);
    expect(tradeMeasures.filter(({ list }) => list === "uflpa_entities")).toHaveLength(32);
    expect(
      tradeMeasures.filter(({ name, aliases }) =>
        [name, ...aliases].some((text) => /a\/k\/a|;/.test(text)),
      ),
    ).toEqual([]);
    expect(tradeMeasures.find(({ id }) => id.startsWith("cbp-1991-11-14"))?.aliases).toContain(
      "Yunnan 1st Prison",
    );
  });

  it("say a ratification that was taken back", () => {
    expect(ratifications.get("MY")?.denounced).toEqual({ C105: 1990 });
  });

  it("name only goods that the list has", () => {
    const known = new Set(listedGoods.map(({ good }) => good));
    for (const good of [...categories, ...components, ...materials].flatMap(({ goods }) => goods))
      expect(known.has(good), good).toBe(true);
    for (const key of categories.flatMap((category) => category.components))
      expect(
        components.some((component) => component.key === key),
        key,
      ).toBe(true);
    for (const key of components.flatMap((component) => component.materials))
      expect(
        materials.some((material) => material.key === key),
        key,
      ).toBe(true);
    const industries = new Set(tradeMeasures.map(({ industry }) => industry));
    for (const industry of categories.flatMap((category) => category.industries))
      expect(industries.has(industry), industry).toBe(true);
  });

  it("come with origin, licence and caution", () => {
    for (const [id, dataset] of Object.entries(datasets)) {
      expect(dataset.id).toBe(id);
      for (const text of [
        dataset.title,
        dataset.edition,
        dataset.licence,
        dataset.origin,
        dataset.caution,
      ])
        expect(text.length).toBeGreaterThan(0);
    }
    expect(datasets.uflpa_entities.partial).toBe(true);
  });
});
