import { describe, expect, it } from "vitest";
import {
  stationNames,
  type Line,
  type LineFacts,
  type Station,
  type StationName,
} from "@throughline/domain";
import {
  buildAnswer,
  buildCondition,
  buildContract,
  buildDisclosure,
  buildFacts,
  buildHit,
  buildLink,
  buildProduct,
  buildRequest,
  buildScreening,
  buildSite,
  buildWeighing,
} from "./testing/build-facts.ts";
import { traceLine } from "./trace-line.ts";

function stationOf(line: Line, name: StationName): Station {
  const station = line.stations.find((one) => one.name === name);
  if (station === undefined) throw new Error(`No station ${name}`);
  return station;
}

/** A label that names seven places, two of them warehouses, cut off and for India. */
const label = buildFacts({
  contract: buildContract({ brands: [] }),
  products: [
    buildProduct("p1", { brand: "Lenovo", family: "IdeaPad 3", partNumber: "82KU017KIN" }),
  ],
  disclosures: [
    buildDisclosure("d1", { brand: "Lenovo", truncated: true, foreignMarket: "IN", asOf: null }),
  ],
  sites: [0, 1, 2, 3, 4, 5, 6].map((n) =>
    buildSite(`s${n}`, { flags: n > 4 ? ["warehouse", "not_manufacturing"] : [] }),
  ),
  links: [0, 1, 2, 3, 4, 5, 6].map((n) =>
    buildLink(`l${n}`, {
      siteId: `s${n}`,
      kind: "one_of_n_possible",
      alternativesId: "a1",
      alternativesCount: 7,
    }),
  ),
});

describe("a label that says one of the following", () => {
  it("is imprecise, counts its places, and says that it is cut off and for another market", () => {
    const line = traceLine(label);
    const [product] = line.products;
    expect(product?.status).toBe("imprecise");
    expect(product?.finalAssembly).toMatchObject({
      alternativesCount: 7,
      notManufacturing: 2,
      truncated: true,
    });
    expect(product?.sentence.text).toBe(
      "One of seven possible sites, two of them flagged as not manufacturing. The source text is cut off in the middle of the list. It was written for the market of India.",
    );
    expect(line.completeness.productsTraced).toEqual({ numerator: 0, denominator: 1, value: 0 });
    expect(stationOf(line, "traced").result.sentence.text).toBe(
      "No product has a confirmed final-assembly site.",
    );
    expect(line.breaks[0]?.action.sentence.text).toBe(
      "Ask Cedar IT which of seven possible sites made IdeaPad 3 82KU017KIN.",
    );
  });

  it("shows a measure at one of them as one of seven possible sites", () => {
    const line = traceLine({
      ...label,
      screenings: [buildScreening("s0", { status: "hit", hit: buildHit() }), buildScreening("s1")],
    });
    expect(line.sites.find((site) => site.siteId === "s0")?.standing.text).toBe(
      "one of seven possible sites",
    );
    expect(line.breaks[0]?.sentence.text).toBe(
      "Site s0 Ltd, one of seven possible sites, meets an official measure: withhold-release order, in force since 8 September 2020.",
    );
    expect(stationOf(line, "checked").detail?.text).toBe("1 measure, one of seven possible sites");
    expect(stationOf(line, "checked").duty.state).toBe("partly");
    expect(stationOf(line, "checked").result.state).toBe("broken");
  });

  it("is not hit before the measure was in force, and waits for a verdict that came later", () => {
    const hit = buildScreening("s0", {
      status: "hit",
      hit: buildHit({ verdict: "wrong_entity", verdictBy: "reviewer", verdictOn: "2026-05-01" }),
    });
    const facts = { ...label, screenings: [hit] };
    expect(traceLine(facts).sites[0]?.screening).toBe("no_hit_on_partial_list");
    expect(traceLine({ ...facts, asOf: "2026-04-30" }).breaks[0]?.action.kind).toBe("decide_hit");
    expect(traceLine({ ...facts, asOf: "2026-03-12" }).sites[0]?.screening).toBe("not_screened");
  });
});

describe("a clause that counts from the request", () => {
  const brand = (name: string) => ({ id: null, name, country: null, invented: true });
  const line = traceLine(
    buildFacts({
      asOf: "2026-11-20",
      contract: buildContract({
        brands: [brand("Asked"), brand("Never asked")],
        supplier: null,
        conditions: [buildCondition({ dueFrom: "request", dueDays: 28 })],
      }),
      requests: [
        buildRequest("r", {
          addressee: "Asked",
          brand: "Asked",
          sentOn: "2026-05-04",
          dueOn: null,
        }),
      ],
    }),
  );

  it("sets no date for a brand that was never asked", () => {
    const never = line.breaks.find((one) => one.sentence.text.includes("Never asked"));
    expect(never?.action.kind).toBe("draft_request");
    expect(never?.dueOn).toBeNull();
    expect(stationOf(line, "traced").duty.state).toBe("partly");
  });
});

describe("two measures met by one site", () => {
  it("are named in the order of what their source knows: a dated one first, whatever their ids", () => {
    for (const [dated, undated] of [
      ["a", "b"],
      ["b", "a"],
    ] as const) {
      const line = traceLine(
        buildFacts({
          products: [buildProduct("p")],
          sites: [buildSite("s")],
          disclosures: [buildDisclosure("d")],
          links: [buildLink("l", { productId: "p", siteId: "s", disclosureId: "d" })],
          screenings: [
            buildScreening("s", {
              status: "hit",
              hit: buildHit({ id: dated, measureId: dated, effectiveOn: "2020-09-08" }),
            }),
            buildScreening("s", {
              status: "hit",
              hit: buildHit({ id: undated, measureId: undated, effectiveOn: null }),
            }),
          ],
        }),
      );
      const decide = line.breaks.filter((one) => one.action.kind === "decide_hit");
      const named = decide.flatMap((one) => one.refs.filter((ref) => ref.kind === "screening"));
      expect(named.map((ref) => ref.id)).toEqual([dated, undated]);
    }
  });
});

describe("many pairs that may be one site", () => {
  const pairsOf = (count: number) =>
    traceLine(
      buildFacts({
        contract: buildContract(),
        products: [buildProduct("p")],
        sites: Array.from({ length: 2 * count }, (_, at) =>
          buildSite(`s${at}`, {
            reviewWith: at % 2 === 0 ? [{ siteId: `s${at + 1}`, probability: 0.6 }] : [],
          }),
        ),
      }),
    ).breaks.filter((one) => one.action.kind === "decide_match");

  it("are named one by one as far as a person reads them, and gathered beyond", () => {
    expect(pairsOf(5)).toHaveLength(5);
    const [gathered, ...more] = pairsOf(6);
    expect(more).toEqual([]);
    expect(gathered?.sentence.text).toMatch(/six pairs/i);
    expect(gathered?.refs).toHaveLength(12);
  });
});

describe("a contract with nothing but its category", () => {
  const line = traceLine(
    buildFacts({
      contract: buildContract({
        brands: [{ id: null, name: "Volta", country: null, invented: true }],
        supplier: null,
      }),
      weighings: [
        buildWeighing("w1"),
        buildWeighing("w2", { subject: "component", label: "lithium-ion batteries" }),
      ],
    }),
  );

  it("first drafts the request, then adds the products", () => {
    expect(line.breaks[0]?.action.sentence.text).toBe(
      "Draft the request to Volta: which sites assemble what is bought, and who makes its parts?",
    );
    expect(line.breaks.map((one) => one.action.kind)).toEqual(["draft_request", "add_products"]);
  });

  it("has no data rather than shares, and unknown rather than whole", () => {
    expect(line.completeness.productsTraced.value).toBeNull();
    expect(line.completeness.screened.value).toBeNull();
    expect(stationOf(line, "shown").state).toBe("unknown");
    expect(stationOf(line, "traced").state).toBe("unknown");
    expect(stationOf(line, "checked").state).toBe("unknown");
    expect(stationOf(line, "weighed")).toMatchObject({
      state: "whole",
      headline: { text: "high risk" },
    });
  });

  it("claims nothing at the station that is not recorded yet", () => {
    expect(line.stations.map((station) => station.name)).toEqual(stationNames);
    expect(stationOf(line, "remedied")).toMatchObject({
      recorded: false,
      state: "unknown",
      headline: { text: "not recorded yet" },
    });
  });
});

describe("answers that are different", () => {
  const products = [buildProduct("p1")];
  const cases: [string, Partial<LineFacts>, string][] = [
    [
      "refused",
      { answers: [buildAnswer("x")] },
      "Aster refused on 20 March 2026: commercially sensitive.",
    ],
    [
      "cannot_because",
      {
        answers: [
          buildAnswer("x", { answer: "cannot_because", reason: "its supplier will not say" }),
        ],
      },
      "Aster said on 20 March 2026 that it cannot say: its supplier will not say.",
    ],
    [
      "silent",
      { requests: [buildRequest("r")] },
      "Aster has not answered since 3 March 2026; the answer was due by 2 April 2026.",
    ],
    [
      "asked",
      { requests: [buildRequest("r", { dueOn: "2026-12-04" })] },
      "Aster was asked on 3 March 2026; the answer is due by 4 December 2026.",
    ],
    [
      "withdrawn",
      {
        disclosures: [buildDisclosure("d1", { withdrawnOn: "2026-06-01" })],
        sites: [buildSite("s1")],
        links: [buildLink("l")],
      },
      "“Disclosure d1” named sites, and was withdrawn on 1 June 2026.",
    ],
    [
      "shown_false",
      {
        disclosures: [buildDisclosure("d1")],
        sites: [buildSite("s1")],
        links: [buildLink("l")],
        answers: [buildAnswer("x", { answer: "shown_false", reason: null })],
      },
      "What Aster had declared was shown to be false on 20 March 2026.",
    ],
    ["missing", {}, "Nothing has been disclosed, and nobody has asked."],
    [
      "missing",
      { requests: [buildRequest("r", { sentOn: null })] },
      "Nothing has been disclosed, and nobody has asked.",
    ],
  ];
  it.each(cases)("%s", (status, over, sentence) => {
    const [product] = traceLine(buildFacts({ products, ...over })).products;
    expect(product?.status).toBe(status);
    expect(product?.sentence.text).toBe(sentence);
  });

  it("lets what is disclosed after a falsehood count", () => {
    const facts = buildFacts({
      products,
      disclosures: [buildDisclosure("d1", { receivedOn: "2026-04-01" })],
      sites: [buildSite("s1")],
      links: [buildLink("l")],
      answers: [buildAnswer("x", { answer: "shown_false" })],
    });
    expect(traceLine(facts).products[0]?.status).toBe("traced");
  });

  it("protects candour: a falsehood the supplier reports itself is minor, a discovered one severe", () => {
    const facts = (selfReported: boolean): Line =>
      traceLine(
        buildFacts({
          products,
          answers: [buildAnswer("x", { answer: "shown_false", selfReported })],
        }),
      );
    expect(facts(false).breaks[0]?.severity).toBe("severe");
    expect(
      facts(true).breaks.find((one) => one.sentence.code === "break.shown_false")?.severity,
    ).toBe("minor");
  });

  it("keeps the reseller's duty apart from the brand's silence", () => {
    const station = stationOf(
      traceLine(buildFacts({ products, requests: [buildRequest("r")] })),
      "shown",
    );
    expect(station.duty.state).toBe("whole");
    expect(station.result.state).toBe("broken");
    expect(station.state).toBe("broken");
  });

  it("counts a withdrawn disclosure until the day it is withdrawn", () => {
    const facts = buildFacts({
      products,
      disclosures: [buildDisclosure("d1", { withdrawnOn: "2026-06-01" })],
      sites: [buildSite("s1")],
      links: [buildLink("l")],
    });
    expect(traceLine({ ...facts, asOf: "2026-05-31" }).products[0]?.status).toBe("traced");
    expect(traceLine({ ...facts, asOf: "2026-06-01" }).products[0]?.status).toBe("withdrawn");
    expect(traceLine({ ...facts, asOf: "2026-03-11" }).products[0]?.status).toBe("missing");
  });
});

describe("completeness", () => {
  it("measures spend only where the value is in the contract's currency", () => {
    const line = traceLine(
      buildFacts({
        products: [
          buildProduct("p1", { value: { minorUnits: 300, currency: "GBP" } }),
          buildProduct("p2", { value: { minorUnits: 100, currency: "GBP" } }),
          buildProduct("p3", { value: { minorUnits: 900, currency: "EUR" } }),
          buildProduct("p4", { value: null }),
        ],
        disclosures: [buildDisclosure("d1")],
        sites: [buildSite("s1")],
        links: [buildLink("l")],
      }),
    );
    expect(line.completeness.spendTraced).toEqual({
      numerator: 300,
      denominator: 400,
      value: 0.75,
    });
    expect(line.completeness.productsWithoutSpend).toBe(2);
    expect(line.completeness.ageDays).toBe(264);
  });

  it("counts spend in the currency of the products where the contract's value is not recorded", () => {
    const spendOf = (...currencies: string[]) =>
      traceLine(
        buildFacts({
          currency: null,
          contract: buildContract({ value: null }),
          products: currencies.map((currency, index) =>
            buildProduct(`p${index}`, { value: { minorUnits: 900, currency } }),
          ),
        }),
      ).completeness.spendTraced;
    expect(spendOf("GBP", "GBP")).toEqual({ numerator: 0, denominator: 1800, value: 0 });
    expect(spendOf("GBP", "EUR").value).toBeNull();
  });

  it("does not trace a product to a warehouse", () => {
    const [product] = traceLine(
      buildFacts({
        products: [buildProduct("p1")],
        disclosures: [buildDisclosure("d1")],
        sites: [buildSite("s1", { flags: ["warehouse"] })],
        links: [buildLink("l")],
      }),
    ).products;
    expect(product?.status).toBe("imprecise");
    expect(product?.sentence.text).toBe(
      "The only place named is Site s1 Ltd, which is flagged as a place that does not manufacture.",
    );
  });
});

describe("ready to extend", () => {
  const stale = buildFacts({
    asOf: "2027-06-01",
    products: [buildProduct("p1")],
    disclosures: [buildDisclosure("d1")],
    sites: [buildSite("s1")],
    links: [buildLink("l")],
  });
  const ask = (gatesExtension: boolean, over: Partial<typeof stale> = {}): Line["readiness"] =>
    traceLine({
      ...stale,
      contract: buildContract({ conditions: [buildCondition({ gatesExtension })] }),
      ...over,
    }).readiness;

  it("is a no only where the contract itself makes the refresh a gate, citing the clause", () => {
    expect(ask(true)).toMatchObject({
      ready: "no",
      gates: [
        {
          text: "Clause 14.2 makes extension depend on a refresh every 12 months: the last disclosure for Aster is of 1 March 2026 and the refresh was due by 1 March 2027.",
        },
      ],
    });
    expect(ask(false)).toMatchObject({ ready: "yes", gates: [] });
    expect(ask(false).advice[0]?.text).toBe(
      "Clause 14.2: the refresh for Aster was due by 1 March 2027. The contract does not make extension depend on it.",
    );
  });

  it("does not gate against a supplier that formally asked the maker in time", () => {
    const asked = ask(true, {
      requests: [buildRequest("r", { sentOn: "2027-02-01", dueOn: "2027-03-01" })],
    });
    expect(asked).toMatchObject({ ready: "yes", gates: [] });
    expect(asked.advice[0]?.text).toContain("Aster was formally asked in time, on 1 February 2027");
    // The buyer asking the supplier itself is another thing: its silence is its own.
    expect(
      ask(true, { requests: [buildRequest("r", { addressee: "Cedar IT", sentOn: "2027-02-01" })] })
        .ready,
    ).toBe("no");
  });

  it("does not apply where there is no extension, or its day has passed", () => {
    const none = { ...stale, contract: buildContract({ extensionDecisionOn: null }) };
    expect(traceLine(none).readiness.ready).toBe("not_applicable");
    expect(
      traceLine({ ...none, contract: buildContract({ extensionDecisionOn: "2027-05-31" }) })
        .readiness.sentence.text,
    ).toBe("The last day to decide on an extension was 31 May 2027.");
  });
});

describe("a large contract", () => {
  it("is traced whole: 1,000 products, 5 tiers, 50,000 links (how fast is measured by the bench)", () => {
    const tiers = [
      "final_assembly",
      "sub_assembly",
      "component",
      "material",
      "raw_material_extraction",
    ] as const;
    const products = Array.from({ length: 1_000 }, (_one, n) =>
      buildProduct(`p${n}`, { brand: `Brand ${n % 20}` }),
    );
    const sites = Array.from({ length: 5_000 }, (_one, n) => buildSite(`s${n}`));
    const disclosures = Array.from({ length: 20 }, (_one, n) =>
      buildDisclosure(`d${n}`, { brand: `Brand ${n}` }),
    );
    const links = Array.from({ length: 50_000 }, (_one, n) =>
      buildLink(`l${n}`, {
        productId: `p${n % 1_000}`,
        siteId: `s${(n * 7) % 5_000}`,
        tier: tiers[Math.floor(n / 1_000) % 5] ?? "material",
        kind: n % 3 === 0 ? "confirmed" : "one_of_n_possible",
        alternativesId: n % 3 === 0 ? null : `a${n % 1_000}`,
        alternativesCount: n % 3 === 0 ? null : 7,
        disclosureId: `d${n % 20}`,
      }),
    );
    const screenings = sites.map((site) => buildScreening(site.id));
    const facts = buildFacts({
      products,
      sites,
      disclosures,
      links,
      screenings,
      contract: buildContract({ conditions: [buildCondition()] }),
    });
    expect(traceLine(facts).products).toHaveLength(1_000);
  });
});
