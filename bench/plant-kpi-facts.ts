/** An invented contract of the usual size, with four years behind it. */
import type { CommitmentFact, KpiFacts, TraceLinkFact } from "@throughline/domain";
import type { Draw } from "./matching/draw-random.ts";

const began = Date.UTC(2022, 10, 1);
const day = (offset: number): string =>
  new Date(began + offset * 86_400_000).toISOString().slice(0, 10);
const lastDay = 1_480;

const size = { products: 8, sites: 18, disclosures: 8, requests: 12, meetings: 9, commitments: 14 };
const range = (count: number): number[] => Array.from({ length: count }, (_one, at) => at);

function plantLinks(draw: Draw): TraceLinkFact[] {
  return range(size.disclosures).flatMap((disclosure) =>
    range(size.products).flatMap((product) => {
      const tiers = ["final_assembly", "component"] as const;
      return tiers.map((tier, at): TraceLinkFact => {
        const sure = draw.below(10) < 7;
        return {
          id: `l${disclosure}-${product}-${at}`,
          productId: `p${product}`,
          siteId: `s${draw.below(size.sites)}`,
          tier,
          component: tier === "component" ? (draw.below(2) === 0 ? "battery" : "display") : null,
          kind: sure ? "confirmed" : "one_of_n_possible",
          alternativesId: sure ? null : `a${disclosure}-${product}`,
          alternativesCount: sure ? null : 4,
          validFrom: null,
          validTo: null,
          disclosureId: `d${disclosure}`,
          caveat: null,
        };
      });
    }),
  );
}

function plantCommitment(draw: Draw, at: number): CommitmentFact {
  const madeOn = draw.below(lastDay - 100);
  const ours = draw.below(4) === 0;
  const debtor: CommitmentFact["debtor"] = ours ? "buyers" : "counterpart";
  const act = { what: null, dueOn: null, reason: null, shownBy: null, via: "account" as const };
  return {
    id: `k${at}`,
    seriesId: "series",
    meetingId: null,
    debtor,
    debtorName: ours ? "Larkhaven" : "Cedar IT",
    debtorRole: null,
    about: null,
    acts: [
      {
        ...act,
        id: `k${at}-1`,
        kind: "made",
        side: debtor,
        on: day(madeOn),
        what: "Name the sites",
        dueOn: day(madeOn + 60),
      },
      {
        ...act,
        id: `k${at}-2`,
        kind: "confirmed",
        side: ours ? "counterpart" : "buyers",
        on: day(madeOn),
      },
      ...(draw.below(4) === 0
        ? []
        : [
            {
              ...act,
              id: `k${at}-3`,
              kind: "fulfilled" as const,
              side: debtor,
              on: day(madeOn + 20 + draw.below(70)),
              shownBy: { title: "Letter", reference: "", on: null },
            },
          ]),
    ],
  };
}

/** Facts of one contract; the same draw gives the same. */
export function plantKpiFacts(draw: Draw, number: number): KpiFacts {
  const requests = range(size.requests).map((at) => draw.below(lastDay - 60) + at);
  return {
    format: "throughline-kpi-facts/1",
    gatheredOn: "2026-11-20",
    currency: "EUR",
    contract: {
      id: `contract-${number}`,
      reference: `B-${number}`,
      title: "Laptops",
      kind: "stand_alone",
      buyer: { id: null, name: "Larkhaven", country: "SE", invented: true },
      authority: null,
      supplier: { id: null, name: "Cedar IT", country: "SE", invented: true },
      brands: [],
      cpv: [],
      value: null,
      awardedOn: day(0),
      signedOn: day(10),
      startsOn: day(20),
      endsOn: "2028-10-31",
      extensionDecisionOn: null,
      followUp: null,
      conditions: range(2).map((at) => ({
        id: `c${at}`,
        clause: `14.${at}`,
        requirement: "disclose_sites",
        summary: "The supplier discloses the sites.",
        inheritedFrom: null,
        dueDays: 60,
        dueFrom: "signature",
        refreshEveryMonths: at === 0 ? 12 : 6,
        gatesExtension: false,
        tiers: ["final_assembly", "component"],
        components: ["battery", "display"],
      })),
      knownCountries: [],
    },
    products: range(size.products).map((at) => ({
      id: `p${at}`,
      brand: at % 2 === 0 ? "Aster" : "Birch",
      family: `Book ${at}`,
      partNumber: null,
      quantity: 100,
      value: null,
      cpv: null,
    })),
    requests: requests.map((sent, at) => ({
      id: `r${at}`,
      addressee: "Cedar IT",
      brand: at % 2 === 0 ? "Aster" : "Birch",
      productIds: [],
      sentOn: day(sent),
      dueOn: day(sent + 28),
      madeBy: null,
      withdrawnOn: null,
      dueBefore: [],
    })),
    answers: requests.flatMap((sent, at) =>
      draw.below(4) === 0
        ? []
        : [
            {
              id: `x${at}`,
              requestId: `r${at}`,
              answeredBy: "Cedar IT",
              brand: null,
              productIds: [],
              answer: "cannot_because" as const,
              reason: null,
              answeredOn: day(sent + 1 + draw.below(50)),
              document: null,
              selfReported: false,
            },
          ],
    ),
    disclosures: range(size.disclosures).map((at) => ({
      id: `d${at}`,
      title: `Sites, edition ${at + 1}`,
      declaredBy: "Cedar IT",
      brand: at % 2 === 0 ? "Aster" : "Birch",
      asOf: null,
      receivedOn: day(40 + at * 170 + draw.below(60)),
      withdrawnOn: at < size.disclosures - 2 && draw.below(2) === 0 ? day(400 + at * 170) : null,
      truncated: false,
      foreignMarket: null,
      rows: { accepted: 10, corrected: 0, rejected: 0 },
    })),
    sites: [
      {
        from: null,
        sites: range(size.sites).map((at) => ({
          id: `s${at}`,
          name: `Site ${at} Ltd`,
          legalName: draw.below(4) > 0,
          address: draw.below(5) > 0 ? `${at} Mill Road` : null,
          country: draw.below(8) > 0 ? "CN" : null,
          latitude: null,
          longitude: null,
          precision: draw.below(4) > 0 ? "street" : "country",
          verification: "self_declared",
          osId: null,
          flags: draw.below(8) === 0 ? ["warehouse"] : [],
          reviewWith: [],
        })),
        links: plantLinks(draw),
        named: [],
      },
    ],
    dialogue: {
      series: [],
      meetings: range(size.meetings).map((at) => {
        const on = 60 + at * 150 + draw.below(40);
        return {
          id: `m${at}`,
          seriesId: "series",
          number: at + 1,
          title: `Meeting ${at + 1}`,
          on: day(on),
          plannedOn: day(on - 40),
          heldOn: draw.below(6) === 0 ? null : day(on),
          cancelledOn: null,
          agendaSentOn: null,
          leadDays: 10,
          fitConfirmedOn: draw.below(3) === 0 ? null : day(on - 5),
          minutesSentOn: draw.below(5) === 0 ? null : day(on + draw.below(30)),
          minutesConfirmedOn: null,
          topics: [],
        };
      }),
      commitments: range(size.commitments).map((at) => plantCommitment(draw, at)),
    },
    evidence: range(size.disclosures).map((at) => ({
      id: `d${at}`,
      title: `Sites, edition ${at + 1}`,
      from: day(40 + at * 170),
      until: null,
      elsewhere: draw.below(3) === 0 ? [{ reference: "B-0", from: day(200), until: null }] : [],
    })),
    added: [],
    entries: [],
    bands: {
      labels: {
        good: "Good",
        approaching_target: "Approaching target",
        requires_improvement: "Requires improvement",
        inadequate: "Inadequate",
        other: "Other",
      },
      approachingFrom: 0.9,
      improvementFrom: 0.7,
    },
  };
}
