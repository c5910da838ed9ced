import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Line, LineFacts, type FactRef, type LineFacts as Facts } from "@throughline/domain";
import { standingOf } from "@throughline/dialogue";
import { arbitraryFacts, arbitraryLink } from "./testing/arbitrary-facts.ts";
import { traceLine } from "./trace-line.ts";

function refsOf(line: Line): FactRef[] {
  return [
    ...line.stations.flatMap((station) => station.facts.flatMap((fact) => fact.refs)),
    ...line.breaks.flatMap((one) => [...one.refs, ...one.action.refs]),
  ];
}

function idsOf(facts: Facts): Record<FactRef["kind"], Set<string>> {
  const ids = (items: readonly { id: string }[]): Set<string> =>
    new Set(items.map((item) => item.id));
  return {
    contract: new Set([facts.contract.id]),
    product: ids(facts.products),
    site: ids(facts.sites),
    disclosure: ids(facts.disclosures),
    link: ids(facts.links),
    request: ids(facts.requests),
    answer: ids(facts.answers),
    condition: ids(facts.contract.conditions),
    dataset: new Set(facts.weighings.map((one) => one.dataset.id)),
    screening: new Set(facts.screenings.flatMap((one) => one.hit?.id ?? [])),
    procurement: new Set(facts.tender == null ? [] : [facts.tender.id]),
    duty: new Set((facts.duties ?? []).map((one) => one.key)),
    series: ids(facts.dialogue?.series ?? []),
    meeting: ids(facts.dialogue?.meetings ?? []),
    commitment: ids(facts.dialogue?.commitments ?? []),
  };
}

/** Reorders every list of the facts by a seed. */
function shuffle(facts: Facts, seed: number): Facts {
  const turn = <T>(items: readonly T[]): T[] => {
    const at = items.length === 0 ? 0 : seed % items.length;
    return [...items.slice(at), ...items.slice(0, at)].reverse();
  };
  return {
    ...facts,
    contract: {
      ...facts.contract,
      brands: turn(facts.contract.brands),
      conditions: turn(facts.contract.conditions),
    },
    products: turn(facts.products),
    requests: turn(facts.requests),
    answers: turn(facts.answers),
    disclosures: turn(facts.disclosures),
    sites: turn(facts.sites).map((site) => ({
      ...site,
      flags: turn(site.flags),
      reviewWith: turn(site.reviewWith),
    })),
    links: turn(facts.links),
    weighings: turn(facts.weighings),
    screenings: turn(facts.screenings),
    ...(facts.duties === undefined ? {} : { duties: turn(facts.duties) }),
    ...(facts.dialogue === undefined
      ? {}
      : {
          dialogue: {
            series: turn(facts.dialogue.series),
            meetings: turn(facts.dialogue.meetings),
            commitments: turn(facts.dialogue.commitments),
          },
        }),
    ...(facts.tender == null
      ? {}
      : {
          tender: {
            ...facts.tender,
            instances: turn(facts.tender.instances),
            mismatches: turn(facts.tender.mismatches),
          },
        }),
  };
}

describe("traceLine, for any facts", () => {
  it("gives a line that parses, from facts that parse", () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        LineFacts.parse(facts);
        Line.parse(traceLine(facts));
      }),
    );
  });

  it("keeps every share within 0..1, or has no data", () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const { completeness: c } = traceLine(facts);
        for (const share of [
          c.productsTraced,
          c.productsWithAnySite,
          c.spendTraced,
          c.tiersCovered.ratio,
          c.componentsNamed.ratio,
          c.nameAndAddress,
          c.screened,
        ]) {
          const sound =
            share.denominator === 0
              ? share.value === null
              : share.value !== null && share.value >= 0 && share.value <= 1;
          expect(sound, JSON.stringify(share)).toBe(true);
        }
      }),
    );
  });

  it("never counts a possible link as traced", () => {
    fc.assert(
      fc.property(arbitraryFacts, arbitraryLink("extra"), (facts, link) => {
        const before = traceLine(facts).completeness.productsTraced.numerator;
        const possible = { ...link, kind: "one_of_n_possible" as const };
        expect(
          traceLine({ ...facts, links: [...facts.links, possible] }).completeness.productsTraced
            .numerator,
        ).toBe(before);
      }),
    );
  });

  it("never loses a traced product, tier or component by a confirmed link", () => {
    fc.assert(
      fc.property(arbitraryFacts, arbitraryLink("extra"), (facts, link) => {
        const before = traceLine(facts).completeness;
        const confirmed = { ...link, kind: "confirmed" as const };
        const after = traceLine({ ...facts, links: [...facts.links, confirmed] }).completeness;
        expect(after.productsTraced.numerator).toBeGreaterThanOrEqual(
          before.productsTraced.numerator,
        );
        expect(after.productsWithAnySite.numerator).toBeGreaterThanOrEqual(
          before.productsWithAnySite.numerator,
        );
        expect(after.tiersCovered.ratio.numerator).toBeGreaterThanOrEqual(
          before.tiersCovered.ratio.numerator,
        );
        expect(after.componentsNamed.ratio.numerator).toBeGreaterThanOrEqual(
          before.componentsNamed.ratio.numerator,
        );
      }),
    );
  });

  it("does not depend on the order of its input", () => {
    fc.assert(
      fc.property(arbitraryFacts, fc.nat({ max: 50 }), (facts, seed) => {
        expect(traceLine(shuffle(facts, seed))).toEqual(traceLine(facts));
      }),
    );
  });

  it("never shows an unknown truth as a whole station", () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        for (const { name, recorded, duty, result, state } of traceLine(facts).stations) {
          const unknown = duty.state === "unknown" || result.state === "unknown";
          expect(unknown && state === "whole", name).toBe(false);
          expect(recorded || state === "unknown", name).toBe(true);
        }
      }),
    );
  });

  it("never claims anything asked without a tender, or agreed without a clause", () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const { stations } = traceLine(facts);
        const [, asked, agreed] = stations;
        const nothing = asked?.state === "unknown" && asked.facts.length === 0;
        expect(facts.tender != null || nothing).toBe(true);
        const clauses = facts.contract.conditions.length > 0;
        expect(clauses || agreed?.state !== "whole").toBe(true);
        expect(facts.duties !== undefined || agreed?.result.state === "unknown").toBe(true);
      }),
    );
  });

  it("never shows what was agreed as whole with a duty overdue, performed only, or of unknown day", () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const agreed = traceLine(facts).stations[2];
        const open = (facts.duties ?? []).some(
          ({ state, countsFrom }) =>
            state === "overdue" ||
            state === "performed_without_result" ||
            state === "on_agreed_plan" ||
            (state === "date_unknown" && countsFrom !== null),
        );
        expect(open && agreed?.state === "whole").toBe(false);
      }),
    );
  });

  it("never shows what was acted on as whole with a promise late, disputed or said to be done only", () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const acted = traceLine(facts).stations[6];
        const states = (facts.dialogue?.commitments ?? []).map(
          (one) => standingOf(one, facts.asOf)?.state,
        );
        const open = states.some((state) =>
          ["overdue", "disputed", "said_done", "open"].includes(state ?? ""),
        );
        expect(open && acted?.result.state === "whole").toBe(false);
        expect(facts.dialogue !== undefined || acted?.facts.length === 0).toBe(true);
        expect(states.length > 0 || acted?.result.state !== "whole").toBe(true);
      }),
    );
  });

  it("never reads clean from a partial list or without a screening", () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const line = traceLine(facts);
        for (const site of line.sites) {
          if (site.screening !== "no_hit") continue;
          const own = facts.screenings.filter((one) => one.siteId === site.siteId);
          expect(own.length).toBeGreaterThan(0);
          expect(own.some((one) => one.partial)).toBe(false);
        }
      }),
    );
  });

  it("refers only to what is among the facts", () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const ids = idsOf(facts);
        for (const ref of refsOf(traceLine(facts)))
          expect(ids[ref.kind].has(ref.id), `${ref.kind} ${ref.id}`).toBe(true);
      }),
    );
  });

  it("gives every break an action in a sentence, and ids of their own", () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const line = traceLine(facts);
        const ids = line.breaks.flatMap((one) => [one.id, one.action.id]);
        expect(new Set(ids).size).toBe(ids.length);
        for (const one of line.breaks) {
          for (const text of [one.sentence.text, one.action.sentence.text, one.action.why.text]) {
            expect(text).toMatch(/[.?]$/);
            expect(text).not.toMatch(/[{}[\]]|undefined|null|NaN/);
          }
        }
        for (const station of line.stations) {
          const facts = station.facts.map((fact) => fact.id);
          expect(new Set(facts).size).toBe(facts.length);
        }
      }),
    );
  });

  it("shows on a past date exactly what it would have shown then", () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const past = facts.asOf;
        const had = (day: string | null): string | null =>
          day !== null && day > past ? null : day;
        const then: Facts = {
          ...facts,
          // Duties are derived for the day by whoever asks; a tender tells its own days.
          tender:
            facts.tender == null
              ? null
              : {
                  ...facts.tender,
                  announcedOn: had(facts.tender.announcedOn),
                  publishedOn: had(facts.tender.publishedOn),
                  awardedOn: had(facts.tender.awardedOn),
                  mismatches: facts.tender.mismatches.map((one) =>
                    one.letStand !== null && one.letStand.on > past
                      ? { ...one, letStand: null }
                      : one,
                  ),
                },
          requests: facts.requests.filter((one) => one.sentOn === null || one.sentOn <= past),
          ...(facts.dialogue === undefined
            ? {}
            : {
                dialogue: {
                  series: facts.dialogue.series
                    .filter((one) => one.openedOn <= past)
                    .map((one) => ({ ...one, closedOn: had(one.closedOn) })),
                  meetings: facts.dialogue.meetings
                    .filter((one) => one.plannedOn <= past)
                    .map((one) => ({
                      ...one,
                      heldOn: had(one.heldOn),
                      cancelledOn: had(one.cancelledOn),
                      agendaSentOn: had(one.agendaSentOn),
                      minutesSentOn: had(one.minutesSentOn),
                    })),
                  commitments: facts.dialogue.commitments
                    .map((one) => ({ ...one, acts: one.acts.filter(({ on }) => on <= past) }))
                    .filter(({ acts }) => acts.length > 0),
                },
              }),
          answers: facts.answers.filter((one) => one.answeredOn <= past),
          disclosures: facts.disclosures
            .filter((one) => one.receivedOn <= past)
            .map((one) => ({
              ...one,
              withdrawnOn:
                one.withdrawnOn !== null && one.withdrawnOn > past ? null : one.withdrawnOn,
            })),
        };
        expect(traceLine(facts)).toEqual(traceLine(then));
      }),
    );
  });
});
