/** Arbitrary facts of one contract over three years, odd dates and dangling references included. */
import fc from "fast-check";
import { addressPrecisions, tiers, traceLinkKinds, type KpiFacts } from "@throughline/domain";
import {
  buildCommitment,
  buildCondition,
  buildDisclosure,
  buildKpiFacts,
  buildLink,
  buildMeeting,
  buildProduct,
  buildRequest,
  buildSite,
} from "./build-kpi-facts.ts";

export const arbitraryDay: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 1090 })
  .map((day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10));
const maybeDay = fc.option(arbitraryDay);
const brand = fc.constantFrom("Aster", "Birch");
const productIds = ["p0", "p1", "p2", "p3"];
const siteIds = ["s0", "s1", "s2", "s3", "s4"];
const disclosureIds = ["d0", "d1", "d2", "d3"];
const requestIds = ["r0", "r1", "r2"];

function someOf<T>(
  ids: readonly string[],
  build: (id: string) => fc.Arbitrary<T>,
): fc.Arbitrary<T[]> {
  return fc
    .subarray([...ids])
    .chain((chosen) => fc.tuple(...chosen.map(build)).map((all): T[] => [...all]));
}

const products = someOf(productIds, (id) =>
  fc.record({ brand }).map((over) => buildProduct(id, over)),
);
const sites = someOf(siteIds, (id) =>
  fc
    .record({
      legalName: fc.boolean(),
      address: fc.option(fc.constantFrom("1 Street", " ")),
      country: fc.option(fc.constantFrom("CN", "VN")),
      precision: fc.constantFrom(...addressPrecisions, "street" as const, "street" as const),
      flags: fc.subarray(["warehouse", "identity_masked"], { maxLength: 1 }),
    })
    .map((over) => buildSite(id, over)),
);
const disclosures = someOf(disclosureIds, (id) =>
  fc
    .record({
      brand: fc.option(brand),
      asOf: maybeDay,
      receivedOn: arbitraryDay,
      withdrawnOn: maybeDay,
    })
    .map((over) => buildDisclosure(id, over)),
);
const links = fc
  .array(
    fc
      .record({
        productId: fc.constantFrom(...productIds),
        siteId: fc.option(fc.constantFrom(...siteIds)),
        tier: fc.constantFrom(...tiers, "final_assembly" as const, "final_assembly" as const),
        component: fc.option(fc.constantFrom("Battery", "display")),
        kind: fc.constantFrom(...traceLinkKinds, "confirmed" as const),
        validFrom: maybeDay,
        validTo: maybeDay,
        disclosureId: fc.option(fc.constantFrom(...disclosureIds)),
      })
      .map((over) => buildLink("l", over)),
    { maxLength: 14 },
  )
  .map((all) => all.map((link, at) => ({ ...link, id: `l${at}` })));
const named = fc.array(
  fc.record({
    siteId: fc.constantFrom(...siteIds),
    disclosureId: fc.constantFrom(...disclosureIds),
  }),
  { maxLength: 4 },
);
const requests = someOf(requestIds, (id) =>
  fc
    .record({
      addressee: fc.constantFrom("Aster", "Cedar IT"),
      brand: fc.option(brand),
      productIds: fc.subarray([...productIds], { maxLength: 2 }),
      sentOn: maybeDay,
      dueOn: maybeDay,
      withdrawnOn: maybeDay,
    })
    .map((over) => buildRequest(id, over)),
);
const answers = someOf(["x0", "x1", "x2"], (id) =>
  fc
    .record({
      requestId: fc.option(fc.constantFrom(...requestIds)),
      brand: fc.option(brand),
      productIds: fc.subarray([...productIds], { maxLength: 2 }),
      answer: fc.constantFrom("asked_and_refused", "cannot_because", "disclosed", "shown_false"),
      answeredOn: arbitraryDay,
    })
    .map((over): KpiFacts["answers"][number] => ({
      id,
      answeredBy: "Cedar IT",
      reason: null,
      document: null,
      selfReported: false,
      ...over,
    })),
);
const conditions = someOf(["c0", "c1"], (id) =>
  fc
    .record({
      dueDays: fc.option(fc.integer({ min: 1, max: 90 })),
      dueFrom: fc.option(
        fc.constantFrom("award" as const, "signature" as const, "request" as const),
      ),
      refreshEveryMonths: fc.option(fc.constantFrom(6, 12)),
      components: fc.subarray(["battery", "Display", "camera"]),
    })
    .map((over) => buildCondition({ id, ...over })),
);
const meetings = someOf(["m0", "m1", "m2", "m3"], (id) =>
  fc
    .record({
      plannedOn: arbitraryDay,
      heldOn: maybeDay,
      fitConfirmedOn: maybeDay,
      minutesSentOn: maybeDay,
    })
    .map((over) => buildMeeting(id, over)),
);
const commitments = someOf(["k0", "k1", "k2", "k3"], (id) =>
  fc
    .record({
      madeOn: arbitraryDay,
      dueOn: arbitraryDay,
      doneAfter: fc.option(fc.integer({ min: 0, max: 400 })),
      debtor: fc.constantFrom("buyers" as const, "counterpart" as const),
    })
    .map(({ madeOn, doneAfter, ...over }) =>
      buildCommitment(id, {
        madeOn,
        ...over,
        doneOn:
          doneAfter === null
            ? null
            : new Date(Date.parse(madeOn) + doneAfter * 86_400_000).toISOString().slice(0, 10),
      }),
    ),
);
const evidence = someOf(["e0", "e1"], (id) =>
  fc.record({
    id: fc.constant(id),
    title: fc.constant(`Evidence ${id}`),
    from: arbitraryDay,
    until: maybeDay,
    elsewhere: fc.array(
      fc.record({ reference: fc.constant("NBU-9"), from: arbitraryDay, until: maybeDay }),
      { maxLength: 2 },
    ),
  }),
);

/** Arbitrary facts, of one stretch of sites. */
export const arbitraryKpiFacts: fc.Arbitrary<KpiFacts> = fc
  .record({
    products,
    sites,
    links,
    named,
    disclosures,
    requests,
    answers,
    conditions,
    meetings,
    commitments,
    evidence,
  })
  .map((some) => {
    const empty = buildKpiFacts();
    return {
      ...empty,
      contract: { ...empty.contract, conditions: some.conditions },
      products: some.products,
      disclosures: some.disclosures,
      requests: some.requests,
      answers: some.answers,
      sites: [{ from: null, sites: some.sites, links: some.links, named: some.named }],
      dialogue: { series: [], meetings: some.meetings, commitments: some.commitments },
      evidence: some.evidence,
    };
  });
