import { describe, expect, it } from "vitest";
import { CatalogueKpi, KpiDirection } from "@throughline/domain";
import { comparesReference, readReference } from "../../tools/read-reference.ts";
import { kpiCatalogue } from "./kpi-catalogue.ts";
import { kpiDefinitions } from "./kpi-definitions.ts";
import { kpiMeanings } from "./kpi-meanings.ts";

describe("the catalogue", () => {
  it("gives every definition a meaning, and no meaning without a definition", () => {
    const ids = kpiDefinitions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(kpiMeanings).toSorted()).toEqual(ids.toSorted());
    expect(kpiCatalogue).toHaveLength(ids.length);
  });

  it.runIf(comparesReference)(
    "agrees with the reference in name, unit, formula and direction",
    () => {
      const Entry = CatalogueKpi.pick({ id: true, name: true, unit: true, formula: true })
        .extend({ direction: KpiDirection })
        .strip();
      const known = Entry.array().parse(JSON.parse(readReference("reference/kpis.json")));
      expect(
        kpiCatalogue.map(({ id, name, unit, formula, better }) => ({
          id,
          name,
          unit,
          formula,
          direction: better,
        })),
      ).toEqual(known);
    },
  );
});
