import { describe, expect, it } from "vitest";
import { cpvLabels, cpvLanguages, loadCpvLabels } from "./cpv-labels.ts";

describe("loadCpvLabels", () => {
  it("names codes in the language asked for, and is read once", async () => {
    const english = await loadCpvLabels("en");
    expect(english.get("30213100")).toBe("Portable computers");
    expect(english.size).toBeGreaterThan(9_400);
    expect((await loadCpvLabels("de")).get("30213100")).toBe("Tragbare Computer");
    expect(loadCpvLabels("en")).toBe(loadCpvLabels("en"));
    expect(await cpvLabels(["30213100", "99999999"], "sv")).toEqual(
      new Map([["30213100", "Bärbara datorer"]]),
    );
    expect(cpvLanguages).toHaveLength(24);
  });
});
