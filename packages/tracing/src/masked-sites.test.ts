import { describe, expect, it } from "vitest";
import {
  buildCondition,
  buildContract,
  buildDisclosure,
  buildFacts,
  buildLink,
  buildProduct,
  buildSite,
} from "./testing/build-facts.ts";
import { traceLine } from "./trace-line.ts";

const masked = buildSite("m1", {
  name: "Masked site 1 (identity kept by the maker of the display)",
  address: null,
  flags: ["identity_masked"],
});
const about = {
  contract: buildContract({
    conditions: [
      buildCondition({ tiers: ["final_assembly", "component"], components: ["display"] }),
    ],
  }),
  products: [buildProduct("p1")],
  disclosures: [buildDisclosure("d1", { masked: 1 })],
};

describe("a masked site", () => {
  const line = traceLine(
    buildFacts({
      ...about,
      sites: [buildSite("s1"), masked],
      links: [
        buildLink("l1"),
        buildLink("l2", { siteId: "m1", tier: "component", component: "Display" }),
      ],
    }),
  );

  it("counts for its tier, its component, and in what is attested of it", () => {
    expect(line.products[0]?.status).toBe("traced");
    expect(line.completeness.tiersCovered.covered).toEqual(["component", "final_assembly"]);
    expect(line.completeness.componentsNamed.covered).toEqual(["display"]);
    expect(line.completeness.nameAndAddress).toMatchObject({ numerator: 2, denominator: 2 });
    expect(line.completeness.addressPrecision).toMatchObject({ street: 2 });
  });

  it("is nobody's to screen here: the supplier is asked, and nothing reads as clean", () => {
    const breaks = line.breaks.filter(({ station }) => station === "checked");
    expect(breaks.map(({ sentence }) => sentence.text)).toEqual([
      "One site has not been screened against official measures.",
      "One site is counted without a name: the identity is kept by whoever supplies, and nobody here can screen it.",
    ]);
    expect(line.completeness.screened.numerator).toBe(0);
  });

  it("is said in Shown", () => {
    const shown = line.stations.find(({ name }) => name === "shown");
    expect(shown?.facts.map(({ sentence }) => sentence.text).join()).toContain(
      "One of its sites comes without name and address: the identity is kept, counted and not screened.",
    );
  });

  it("that assembles what was bought is not traced, and who it is is asked", () => {
    const assembled = traceLine(
      buildFacts({ ...about, sites: [masked], links: [buildLink("l1", { siteId: "m1" })] }),
    );
    expect(assembled.products[0]?.status).toBe("imprecise");
    expect(assembled.products[0]?.sentence.code).toBe("product.confirmed_masked");
    expect(assembled.products[0]?.finalAssembly.notManufacturing).toBe(0);
    expect(assembled.completeness.productsTraced.numerator).toBe(0);
    expect(assembled.breaks.map(({ action }) => action.sentence.text)).toContain(
      "Ask Cedar IT to name the place that assembles Aster p1.",
    );
  });
});

it("a disclosure that a newer release took the place of is said to be replaced, not withdrawn", () => {
  const line = traceLine(
    buildFacts({
      ...about,
      disclosures: [buildDisclosure("d1", { withdrawnOn: "2026-05-01", replaced: true })],
      sites: [buildSite("s1")],
      links: [buildLink("l1")],
    }),
  );
  const said = JSON.stringify(line);
  expect(said).toContain("was replaced on 1 May 2026 by a newer release");
  expect(line.breaks.map(({ sentence }) => sentence.code)).toContain("break.replaced");
  expect(said).not.toContain("was withdrawn on");
});
