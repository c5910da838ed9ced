import { describe, expect, it } from "vitest";
import { z } from "zod";
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
      const Reference = z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          unit: z.string(),
          formula: z.string(),
          direction: z.string(),
        }),
      );
      const known = Reference.parse(JSON.parse(readReference("reference/kpis.json")));
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
