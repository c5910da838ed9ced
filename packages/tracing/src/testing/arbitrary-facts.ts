/** Arbitrary facts of one contract for property tests: dangling references, odd dates and empty lists included. */
import fc from "fast-check";
import {
  addressPrecisions,
  commitmentActKinds,
  dialogueSides,
  disclosureAnswers,
  dutyStates,
  requirementRoles,
  screeningStatuses,
  screeningVerdicts,
  tiers,
  traceLinkKinds,
  verificationLevels,
  type ContractCondition,
  type LineFacts,
  type TenderFact,
} from "@throughline/domain";
import { buildAct, buildCommitment, buildMeeting, buildSeries } from "./build-dialogue.ts";
import {
  buildAnswer,
  buildCondition,
  buildContract,
  buildDisclosure,
  buildDuty,
  buildFacts,
  buildHit,
  buildLink,
  buildMismatch,
  buildProduct,
  buildRequest,
  buildScreening,
  buildSite,
  buildTender,
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
const followUp: fc.Arbitrary<ContractCondition["followUp"]> = fc.option(
  fc.record({
    ways: fc.subarray(["kpi" as const, "evidence" as const, "dialogue" as const]),
    kpis: fc.constant([]),
    evidenceTypes: fc.constant([]),
    personId: fc.constant(null),
    role: fc.option(fc.constant("contract desk")),
    hoursPerMonth: fc.option(fc.constantFrom(0, 2)),
  }),
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
    .chain((over) =>
      followUp.map((looked) => buildCondition({ id, ...over, followUp: looked ?? null })),
    ),
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

const duties = fc.option(
  someOf(["u0", "u1", "u2"], (key) =>
    fc
      .record({
        conditionId: fc.constantFrom("c0", "c1"),
        state: fc.constantFrom(...dutyStates),
        whose: fc.constantFrom("supplier" as const, "buyer" as const),
        dueOn: maybeDate,
        performedOn: maybeDate,
        planUntil: maybeDate,
        countsFrom: fc.option(fc.constantFrom("award" as const, "previous" as const)),
      })
      .map((over) => buildDuty({ key, ...over })),
  ),
  { nil: undefined },
);
const mismatches = someOf(["m0", "m1", "m2"], (key) =>
  fc
    .record({
      about: fc.constantFrom("asking" as const, "holding_together" as const),
      severity: fc.constantFrom("blocking" as const, "serious" as const, "advice" as const),
      letStand: fc.option(
        fc.record({ by: fc.option(fc.constant("M.")), on: date, reason: fc.constant("agreed") }),
      ),
    })
    .map((over) => buildMismatch({ key, ...over })),
);
const tender = fc.option(
  fc
    .record({
      announcedOn: maybeDate,
      publishedOn: maybeDate,
      deadlineOn: maybeDate,
      awardedOn: maybeDate,
      instances: someOf(["i0", "i1"], (id) =>
        fc.record({
          id: fc.constant(id),
          role: fc.constantFrom(...requirementRoles),
          requirement: fc.option(fc.constantFrom("disclose_sites", "meeting")),
          place: fc.constantFrom("", "C3"),
          title: fc.constant("Name the sites"),
          weight: fc.option(fc.integer({ min: 0, max: 100 })),
          announced: fc.boolean(),
        }),
      ),
      policy: fc.option(
        fc.record({
          asked: fc.constantFrom<NonNullable<TenderFact["policy"]>["asked"]>(
            [],
            [
              {
                requirement: "meeting",
                role: "clause" as const,
                title: "Meet",
                rows: ["Computers"],
              },
            ],
          ),
          unknownRows: count,
        }),
      ),
      mismatches,
    })
    .map((over) => buildTender(over)),
);

const act = fc
  .record({
    kind: fc.constantFrom(...commitmentActKinds),
    side: fc.constantFrom(...dialogueSides),
    on: date,
    dueOn: maybeDate,
    shown: fc.boolean(),
  })
  .map(({ kind, side, on, dueOn, shown }) => buildAct({ kind, side, on, dueOn, shown }));
const dialogue = fc.option(
  fc.record({
    series: someOf(["e0", "e1"], (id) =>
      fc
        .record({
          openedOn: date,
          closedOn: maybeDate,
          cadenceMonths: fc.option(fc.integer({ min: 1, max: 12 })),
        })
        .map((over) => buildSeries({ id, ...over })),
    ),
    meetings: someOf(["g0", "g1", "g2"], (id) =>
      fc
        .record({
          seriesId: fc.constantFrom("e0", "e1"),
          on: date,
          plannedOn: date,
          heldOn: maybeDate,
          cancelledOn: maybeDate,
          agendaSentOn: maybeDate,
          minutesSentOn: maybeDate,
        })
        // Nobody writes down that a meeting was held before somebody wrote it down.
        .map(({ heldOn, plannedOn, ...over }) =>
          buildMeeting({
            id,
            ...over,
            plannedOn,
            heldOn: heldOn === null || heldOn < plannedOn ? null : heldOn,
          }),
        ),
    ),
    commitments: someOf(["k0", "k1", "k2"], (id) =>
      fc
        .record({
          seriesId: fc.constantFrom("e0", "e1"),
          debtor: fc.constantFrom(...dialogueSides),
          first: date,
          acts: fc.array(act, { maxLength: 5 }),
        })
        .map(({ first, acts, ...over }) =>
          buildCommitment({
            id,
            ...over,
            acts: [
              buildAct({ kind: "made", side: "buyers", on: first, dueOn: "2026-01-10" }),
              ...acts.filter(({ on }) => on >= first),
            ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
          }),
        ),
    ),
  }),
  { nil: undefined },
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
    tender,
    duties,
    dialogue,
  })
  .map(
    ({
      conditions: chosen,
      extensionDecisionOn,
      followed,
      brands,
      duties: due,
      dialogue: said,
      ...over
    }) =>
      buildFacts({
        ...over,
        ...(due === undefined ? {} : { duties: due }),
        ...(said === undefined ? {} : { dialogue: said }),
        contract: buildContract({
          conditions: chosen,
          extensionDecisionOn,
          brands: brands.map((name) => ({ id: null, name, country: null, invented: true })),
          ...(followed ? {} : { followUp: null }),
        }),
      }),
  );
