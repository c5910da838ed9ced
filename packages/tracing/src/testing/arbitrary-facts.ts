/** Arbitrary facts of one contract for property tests: dangling references, odd dates and empty lists included. */
import fc from "fast-check";
import {
  addressPrecisions,
  disclosureAnswers,
  screeningStatuses,
  screeningVerdicts,
  tiers,
  traceLinkKinds,
  verificationLevels,
  type LineFacts,
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
} from "./build-facts.ts";

const date = fc
  .integer({ min: 0, max: 900 })
  .map((day) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10));
const maybeDate = fc.option(date);
const brand = fc.constantFrom("Aster", "Birch", "HP");
const productIds = ["p0", "p1", "p2", "p3", "p4"];
const siteIds = ["s0", "s1", "s2", "s3", "s4", "s5"];
const disclosureIds = ["d0", "d1", "d2"];
const requestIds = ["r0", "r1", "r2"];
const count = fc.nat({ max: 3 });

/** A subset of the ids, each built by an arbitrary of its own. */
function someOf<T>(
  ids: readonly string[],
  build: (id: string) => fc.Arbitrary<T>,
): fc.Arbitrary<T[]> {
  return fc
    .subarray([...ids])
    .chain((chosen) => fc.tuple(...chosen.map(build)).map((all): T[] => [...all]));
}

const products = someOf(productIds, (id) =>
  fc
    .record({
      brand,
      value: fc.option(
        fc.record({
          minorUnits: fc.integer({ min: -5, max: 9000 }),
          currency: fc.constantFrom("GBP", "EUR"),
        }),
      ),
    })
    .map((over) => buildProduct(id, over)),
);
const sites = someOf(siteIds, (id) =>
  fc
    .record({
      legalName: fc.boolean(),
      address: fc.option(fc.constantFrom("1 Street", " ")),
      precision: fc.constantFrom(...addressPrecisions),
      verification: fc.constantFrom(...verificationLevels),
      flags: fc.subarray(["warehouse", "head_office", "po_box", "short_name"]),
      reviewWith: fc.array(
        fc.record({
          siteId: fc.constantFrom(...siteIds, "elsewhere"),
          probability: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        { maxLength: 2 },
      ),
    })
    .map((over) => buildSite(id, over)),
);
const disclosures = someOf(disclosureIds, (id) =>
  fc
    .record({
      brand: fc.option(brand),
      asOf: maybeDate,
      receivedOn: date,
      withdrawnOn: maybeDate,
      truncated: fc.boolean(),
      foreignMarket: fc.option(fc.constantFrom("IN", "DE")),
      rows: fc.record({ accepted: count, corrected: count, rejected: count }),
    })
    .map((over) => buildDisclosure(id, over)),
);
/** A link with an id, of any kind, tier and source, sometimes dangling. */
export const arbitraryLink = (id: string): fc.Arbitrary<LineFacts["links"][number]> =>
  fc
    .record({
      productId: fc.constantFrom(...productIds, "unknown"),
      siteId: fc.option(fc.constantFrom(...siteIds)),
      tier: fc.constantFrom(...tiers, "final_assembly" as const, "final_assembly" as const),
      component: fc.option(fc.constantFrom("battery", "Display")),
      kind: fc.constantFrom(...traceLinkKinds),
      alternativesId: fc.option(fc.constantFrom("a0", "a1")),
      alternativesCount: fc.option(fc.integer({ min: 1, max: 15 })),
      validFrom: maybeDate,
      validTo: maybeDate,
      disclosureId: fc.option(fc.constantFrom(...disclosureIds)),
    })
    .map((over) => buildLink(id, over));
const links = fc
  .array(arbitraryLink("l"), { maxLength: 14 })
  .map((all) => all.map((link, index) => ({ ...link, id: `l${index}` })));
const requests = someOf(requestIds, (id) =>
  fc
    .record({
      addressee: fc.constantFrom("Aster", "Cedar IT"),
      brand: fc.option(brand),
      productIds: fc.subarray([...productIds], { maxLength: 2 }),
      sentOn: maybeDate,
      dueOn: maybeDate,
      madeBy: fc.option(fc.constant("Cedar IT")),
    })
    .map((over) => buildRequest(id, over)),
);
const answers = someOf(["x0", "x1", "x2"], (id) =>
  fc
    .record({
      requestId: fc.option(fc.constantFrom(...requestIds)),
      brand: fc.option(brand),
      productIds: fc.subarray([...productIds], { maxLength: 2 }),
      answer: fc.constantFrom(...disclosureAnswers),
      reason: fc.option(fc.constant("secret")),
      answeredOn: date,
      selfReported: fc.boolean(),
    })
    .map((over) => buildAnswer(id, over)),
);
const screenings = someOf(siteIds, (siteId) =>
  fc
    .record({
      partial: fc.boolean(),
      status: fc.constantFrom(...screeningStatuses),
      screenedOn: maybeDate,
      verdict: fc.constantFrom(...screeningVerdicts),
      verdictOn: maybeDate,
      effectiveOn: maybeDate,
    })
    .map(({ verdict, verdictOn, effectiveOn, ...over }) =>
      buildScreening(siteId, {
        ...over,
        hit:
          over.status === "hit"
            ? buildHit({
                id: `hit-${siteId}`,
                verdict,
                verdictOn,
                verdictBy: "reviewer",
                effectiveOn,
              })
            : null,
      }),
    ),
);
const conditions = someOf(["c0", "c1"], (id) =>
  fc
    .record({
      clause: fc.constantFrom("14.2", "15"),
      requirement: fc.constantFrom("disclose_sites", "meeting"),
      dueDays: fc.option(fc.integer({ min: 1, max: 90 })),
      dueFrom: fc.option(
        fc.constantFrom(
          "award" as const,
          "signature" as const,
          "request" as const,
          "delivery" as const,
        ),
      ),
      refreshEveryMonths: fc.option(fc.constantFrom(6, 12)),
      gatesExtension: fc.boolean(),
      tiers: fc.subarray([...tiers], { maxLength: 3 }),
      components: fc.subarray(["battery", "display", "camera"]),
    })
    .map((over) => buildCondition({ id, ...over })),
);
const weighings = someOf(["w0", "w1"], (id) =>
  fc
    .record({
      subject: fc.constantFrom("category" as const, "component" as const),
      level: fc.constantFrom(
        "high" as const,
        "medium" as const,
        "low" as const,
        "unknown" as const,
      ),
    })
    .map((over) => buildWeighing(id, over)),
);

/** Facts that parse, of a contract that may have nothing at all. */
export const arbitraryFacts: fc.Arbitrary<LineFacts> = fc
  .record({
    asOf: date,
    products,
    sites,
    disclosures,
    links,
    requests,
    answers,
    screenings,
    weighings,
    conditions,
    extensionDecisionOn: maybeDate,
    followed: fc.boolean(),
    brands: fc.subarray(["Aster", "Birch"]),
  })
  .map(({ conditions: chosen, extensionDecisionOn, followed, brands, ...over }) =>
    buildFacts({
      ...over,
      contract: buildContract({
        conditions: chosen,
        extensionDecisionOn,
        brands: brands.map((name) => ({ id: null, name, country: null, invented: true })),
        ...(followed ? {} : { followUp: null }),
      }),
    }),
  );
