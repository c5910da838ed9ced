import { WeighingFact } from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  categoriesOf,
  componentsNamed,
  tradeMeasures,
  weighCategory,
  weighCountry,
  whatCanBeAsked,
} from "./index.ts";

const asOf = "2026-11-20";
const weigh = (
  cpv: readonly string[],
  countries: readonly string[] = [],
  components: readonly string[] = [],
): readonly WeighingFact[] => weighCategory({ cpv, countries, components, asOf });
const find = (facts: readonly WeighingFact[], id: string): WeighingFact | undefined =>
  facts.find((fact) => fact.id === id);

describe("categories", () => {
  it("take the longest CPV prefix and know a contract's words", () => {
    const keys = (code: string): readonly string[] => categoriesOf([code]).map(({ key }) => key);
    expect(
      [
        "30213100",
        "30210000",
        "48820000",
        "32250000",
        "34144910",
        "34121100",
        "34110000",
        "31434000",
        "99000000",
      ].map(keys),
    ).toEqual([
      ["portable_computers"],
      ["computers"],
      ["servers"],
      ["phones"],
      ["electric_buses"],
      ["buses"],
      ["vehicles"],
      ["batteries"],
      [],
    ]);
    const { known, unknown } = componentsNamed(["Traction battery", "battery", "hinges"]);
    expect(known.map(({ key }) => key)).toEqual(["traction_battery", "battery"]);
    expect(unknown).toEqual(["hinges"]);
  });
});

describe("weighing", () => {
  it("says what the list says about laptops from China", () => {
    const fact = find(weigh(["30213100"], ["CN"]), "category-portable_computers-electronics");
    expect(fact).toMatchObject({
      level: "high",
      subject: "category",
      explanation:
        "The list names electronics from China (child labour, forced labour, forced child labour).",
    });
    expect(fact?.dataset).toMatchObject({ id: "tvpra_goods", edition: "2022" });
  });

  it("says what the category is known for worldwide when no country is known", () => {
    const facts = weigh(["34144910"]);
    expect(find(facts, "material-cobalt")).toMatchObject({ level: "high", subject: "component" });
    expect(find(facts, "material-cobalt")?.explanation).toContain(
      "the Democratic Republic of the Congo (child labour)",
    );
    expect(find(facts, "component-traction_battery-lithium-ion-batteries")?.explanation).toContain(
      "Where this is made is not known yet.",
    );
    expect(find(facts, "material-gold")?.explanation).toContain("16 November 2022");
    expect(find(facts, "material-lithium")?.level).toBe("unknown");
    expect(facts.filter(({ subject }) => subject === "country")).toEqual([]);
  });

  it("never reads absence from a list as low", () => {
    expect(
      find(weigh(["30213100"], ["DE"]), "category-portable_computers-electronics")?.level,
    ).toBe("unknown");
    expect(find(weigh(["99000000"]), "category-cpv-99000000")?.level).toBe("unknown");
    expect(find(weigh([], [], ["hinges"]), "component-unknown-1")?.level).toBe("unknown");
  });

  it("weighs countries by governance, conventions and enforcement", () => {
    const [governance, conventions, enforcement] = weighCountry("CN", asOf);
    expect(governance?.level).toBe("medium");
    expect(conventions).toMatchObject({ level: "high" });
    expect(conventions?.explanation).toContain(
      "C087 (freedom of association), C098 (collective bargaining)",
    );
    expect(enforcement?.level).toBe("unknown");
    expect(weighCountry("MY", asOf)[1]?.explanation).toContain(
      "C105 (abolition of forced labour, denounced in 1990)",
    );
    expect(weighCountry("TW", asOf).map(({ level }) => level)).toEqual([
      "low",
      "unknown",
      "unknown",
    ]);
    expect(weighCountry("DE", asOf)[0]?.level).toBe("low");
    expect(weighCountry("ZZ", asOf).every(({ level }) => level === "unknown")).toBe(true);
    // A convention ratified later did not bind before.
    expect(weighCountry("AU", "2022-06-30")[1]?.explanation).toContain("C138");
    expect(weighCountry("AU", asOf)[1]?.explanation).not.toContain("C138");
  });

  it("gives well-formed facts with ids of their own for any input", () => {
    const cpv = fc.array(
      fc.constantFrom(
        "30213100",
        "34144910",
        "48800000",
        "33141420",
        "99000000",
        "18110000",
        "09331200",
      ),
      { maxLength: 3 },
    );
    const countries = fc.array(fc.constantFrom("CN", "VN", "ZZ", "US"), { maxLength: 3 });
    fc.assert(
      fc.property(
        cpv,
        countries,
        fc.array(fc.constantFrom("battery", "hinges", "PCB"), { maxLength: 3 }),
        (codes, where, components) => {
          const facts = z.array(WeighingFact).parse(weigh([...new Set(codes)], where, components));
          expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
          for (const { explanation } of facts) expect(explanation).toMatch(/\.$/);
        },
      ),
    );
  });

  it("leaves measures after the date out", () => {
    expect(tradeMeasures.some(({ effectiveOn }) => effectiveOn > "2020-01-01")).toBe(true);
    expect(
      weighCategory({ cpv: ["30213100"], countries: [], components: [], asOf: "2020-01-01" }).some(
        ({ id }) => id.startsWith("measures-"),
      ),
    ).toBe(false);
  });
});

describe("what can be asked", () => {
  it("goes from the product to its materials, the contract's own components first", () => {
    const items = whatCanBeAsked({
      cpv: ["34144910"],
      components: ["Hinges", "Tyres"],
      brands: ["Aster"],
      families: [],
    });
    expect(items.slice(0, 5).map(({ id }) => id)).toEqual([
      "models-aster",
      "final-assembly-aster",
      "component-named-1",
      "component-tyres",
      "component-traction_battery",
    ]);
    expect(items[3]?.why).toBe("The contract names this component.");
    expect(items.find(({ id }) => id === "material-cobalt")?.tier).toBe("smelter_or_refiner");
    expect(items.every(({ fields }) => fields.length > 0)).toBe(true);
  });

  it("names the brand once where the model begins with it", () => {
    const asked = (families: string[]): string | undefined =>
      whatCanBeAsked({ cpv: [], components: [], brands: ["Aster"], families })[0]?.ask;
    expect(asked(["Aster view 24"])).toContain("of Aster view 24 supplied");
    expect(asked(["dock A40"])).toContain("of dock A40 of Aster supplied");
  });

  it("can be asked when nothing at all is known", () => {
    expect(
      whatCanBeAsked({ cpv: [], components: [], brands: [], families: [] }).map(({ id }) => id),
    ).toEqual(["models", "final-assembly"]);
  });
});
