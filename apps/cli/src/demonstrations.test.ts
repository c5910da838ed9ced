import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseContractFile } from "@throughline/interchange";
import { Line, type Station, type StationName } from "@throughline/domain";
import { checkout, runThroughline } from "./testing/run-throughline.ts";

function trace(demonstration: string, ...args: string[]): Line {
  const { code, out, err } = runThroughline([
    "trace",
    `examples/${demonstration}/contract.json`,
    "--json",
    ...args,
  ]);
  expect(err).toBe("");
  expect(code).toBe(0);
  return Line.parse(JSON.parse(out));
}

function stationOf(line: Line, name: StationName): Station | undefined {
  return line.stations.find((station) => station.name === name);
}

describe("the university's laptops", () => {
  const line = trace("university-laptops");
  const product = (part: string): Line["products"][number] | undefined =>
    line.products.find((one) => one.partNumber === part);

  it("holds only the contract, the disclosures and what explains them", () => {
    expect(readdirSync(join(checkout, "examples/university-laptops")).toSorted()).toEqual([
      "README.md",
      "aster-invented.csv",
      "contract.json",
      "hp-2d8c6pa.txt",
      "hp-b09r1mmmth.txt",
      "lenovo-82ku017kin.txt",
    ]);
  });

  it("takes the real texts as their source has them", () => {
    const source = join(checkout, "../shared/data/suppliers/product_factory_disclosures.jsonl");
    if (!existsSync(source)) {
      if (process.env["CI"] === "true") throw new Error(`${source} is missing.`);
      console.warn(
        "NOT RUN: the source of the real manufacturer texts is not beside the checkout.",
      );
      return;
    }
    const labels = readFileSync(source, "utf8").trim().split("\n");
    const kept = (file: string): string =>
      readFileSync(join(checkout, "examples/university-laptops", file), "utf8").trim();
    expect(labels[0]).toContain(JSON.stringify(kept("lenovo-82ku017kin.txt")));
    expect(labels[1]).toContain(JSON.stringify(kept("hp-2d8c6pa.txt")));
    const [packer = "", importer = ""] = kept("hp-b09r1mmmth.txt").split("\n");
    expect(labels[2]).toContain(JSON.stringify(packer.replace("Packer: ", "")));
    expect(labels[2]).toContain(JSON.stringify(importer.replace("Importer: ", "")));
  });

  it("marks whom it invented", () => {
    const { out } = runThroughline(["trace", "examples/university-laptops/contract.json"]);
    expect(out).toMatch(/Northbridge University \(invented\)/u);
    expect(out).toMatch(/Cedar IT \(invented\)/u);
  });

  it("names each site once, whether linked to a product or only named", () => {
    expect(line.sites).toHaveLength(15);
    expect(new Set(line.sites.map((site) => `${site.name}, ${site.address}`)).size).toBe(15);
    const standingOf = (name: string) =>
      line.sites.find((site) => site.name.startsWith(name))?.standing.text;
    expect(standingOf("Meilun Cells")).toBe("confirmed for two products");
    expect(standingOf("HP India Sales")).toBe("named, not linked to a product");
  });

  it("reads seven possible places from the Lenovo text, two of them warehouses, and says that it is cut off", () => {
    const lenovo = product("82KU017KIN");
    expect(lenovo?.status).toBe("imprecise");
    expect(lenovo?.finalAssembly).toMatchObject({
      kind: "one_of_n_possible",
      alternativesCount: 7,
      notManufacturing: 2,
      truncated: true,
    });
    expect(lenovo?.finalAssembly.siteIds).toHaveLength(7);
    expect(lenovo?.sentence.text).toBe(
      "One of seven possible sites, two of them flagged as not manufacturing. The source text is cut off in the middle of the list. It was written for the market of India.",
    );
    const warehouses = line.sites.filter((site) => site.flags.includes("warehouse"));
    expect(warehouses.map((site) => site.name)).toEqual([
      "Kunshan Hichain storage Co. Ltd",
      "Wujiang Hichain warehousing LTD",
    ]);
    for (const site of warehouses) expect(site.flags).toContain("not_manufacturing");
  });

  it("reads four possible places from the HP text", () => {
    expect(product("2D8C6PA")?.finalAssembly).toMatchObject({
      alternativesCount: 4,
      notManufacturing: 0,
      truncated: false,
    });
    expect(product("2D8C6PA")?.finalAssembly.siteIds).toHaveLength(4);
  });

  it("does not take a packer for the maker", () => {
    expect(product("B09R1MMMTH")?.status).toBe("missing");
    expect(product("B09R1MMMTH")?.tiers).toEqual([
      { tier: "logistics", confirmed: 1, possible: 0 },
    ]);
    const packer = line.sites.find((site) => site.flags.includes("packer"));
    expect([packer?.name.startsWith("QUANTA CQ"), packer?.tiers]).toEqual([true, ["logistics"]]);
  });

  it("shows the withhold-release order at Hefei Bitland as one of seven possible sites, waiting for a person", () => {
    const bitland = line.sites.filter((site) => site.screening === "hit");
    expect(bitland.map((site) => [site.name, site.standing.text])).toEqual([
      ["Hefei Bitland Information Technology Co.,Ltd", "one of seven possible sites"],
    ]);
    const order = line.breaks.find(
      (one) => one.action.kind === "decide_hit" && one.sentence.params["on"] === "2020-09-08",
    );
    expect(order?.sentence.text).toContain(
      "one of seven possible sites, meets an official measure: Withhold-release order against Hefei Bitland",
    );
    expect(order?.sentence.text).toContain("in force since 8 September 2020");
  });

  it("takes Compal's two Kunshan streets for two sites, and asks about Tech-Front, written in two ways", () => {
    const compal = line.sites.filter((site) => site.name.startsWith("Compal"));
    expect(compal).toHaveLength(2);
    expect(compal.some((site) => site.toReview)).toBe(false);
    const techFront = line.sites.filter((site) => /Tech-Front/u.test(site.name));
    expect(techFront).toHaveLength(2);
    expect(techFront.every((site) => site.toReview)).toBe(true);
    const ids = techFront.map((site) => site.siteId).toSorted();
    const offered = line.breaks.filter((one) => one.action.kind === "decide_match");
    expect(offered.map((one) => one.refs.map((ref) => ref.id).toSorted())).toContainEqual(ids);
  });

  it("has no product with a confirmed final-assembly site", () => {
    expect(line.completeness.productsTraced).toEqual({ numerator: 0, denominator: 7, value: 0 });
    expect(line.completeness.spendTraced.value).toBe(0);
    expect(stationOf(line, "traced")?.result.sentence.text).toBe(
      "No product has a confirmed final-assembly site.",
    );
    expect(line.products.every((one) => one.finalAssembly.kind !== "confirmed")).toBe(true);
  });

  it("keeps refused, cannot say and never asked apart", () => {
    const aster = line.products
      .filter((one) => one.brand === "Aster")
      .map((one) => [one.family, one.status]);
    expect(aster).toEqual([
      ["Aster 14", "cannot_because"],
      ["Aster 14 Pro", "cannot_because"],
      ["Aster dock A40", "refused"],
      ["Aster view 24", "missing"],
    ]);
  });

  it("knows nothing of March on the first of that month", () => {
    const before = trace("university-laptops", "--as-of", "2026-03-01");
    expect(before.sites).toEqual([]);
    expect(new Set(before.products.map((one) => one.status))).toEqual(new Set(["missing"]));
  });
});

describe("the stations Asked and Agreed of the demonstrations", () => {
  it.each([
    [
      "university-laptops",
      "partly",
      "on_agreed_plan",
      "One duty is on an agreed plan until 31 March 2027.",
    ],
    ["city-buses", "broken", "broken", "One duty is overdue, the oldest since 29 May 2026."],
    ["city-phones", "whole", "whole", null],
  ])("%s: asked %s, agreed %s", (folder, asked, agreed, said) => {
    const line = trace(folder, "--as-of", "2026-11-20");
    expect([stationOf(line, "asked")?.state, stationOf(line, "agreed")?.state]).toEqual([
      asked,
      agreed,
    ]);
    const result = stationOf(line, "agreed")?.result.sentence.text ?? "";
    expect(result).toContain(said ?? "What fell due so far is met");
  });

  it("knows of no plan before it was agreed, and of no tender before it was published", () => {
    const before = trace("university-laptops", "--as-of", "2026-10-04");
    expect(stationOf(before, "agreed")?.state).toBe("partly");
    const early = trace("university-laptops", "--as-of", "2025-09-21");
    expect(stationOf(early, "asked")?.state).toBe("unknown");
  });
});

describe("the city's buses", () => {
  const line = trace("city-buses");

  it("is a call-off of a framework, without products, disclosures or sites", () => {
    const file = parseContractFile(
      JSON.parse(readFileSync(join(checkout, "examples/city-buses/contract.json"), "utf8")),
    );
    expect(file).toMatchObject({
      kind: "call_off",
      framework: { authority: { invented: true } },
      buyer: { invented: true },
      products: [],
      components: [],
      disclosures: [],
    });
    expect([line.products, line.sites]).toEqual([[], []]);
  });

  it("weighs category and components from the reference data, and nothing more", () => {
    const weighed = stationOf(line, "weighed");
    expect(weighed?.headline.text).toBe("high risk");
    expect(weighed?.facts.some((fact) => fact.sentence.text.startsWith("Cobalt"))).toBe(true);
    expect(stationOf(line, "traced")?.state).toBe("unknown");
    expect(stationOf(line, "checked")?.state).toBe("unknown");
    expect(line.completeness.productsTraced.value).toBeNull();
  });

  it("records the refusal and first drafts the request to the maker nobody asked", () => {
    expect(stationOf(line, "shown")?.facts.map((fact) => fact.sentence.code)).toEqual([
      "fact.request",
      "fact.answer.asked_and_refused",
    ]);
    expect(line.breaks[0]?.action.kind).toBe("draft_request");
    expect(line.breaks[0]?.action.sentence.text).toContain("Draft the request to Voltara Motors");
    const { out } = runThroughline(["trace", "examples/city-buses/contract.json"]);
    expect(out).toContain("What can be asked");
    const letter = out.slice(out.indexOf("The request, drafted"));
    expect(letter).toContain("To Voltara Motors,");
    expect(letter).toContain("cobalt");
    expect(letter).not.toContain("Brunholt");
  });
});
