/** Every computed KPI equals one counted plainly over the same facts, on any day; and the rows add up to the figure. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { traceLine } from "@throughline/tracing";
import { kpiCatalogue } from "../catalogue/kpi-catalogue.ts";
import { median } from "../days-between.ts";
import { periodOf } from "../periods.ts";
import { arbitraryDay, arbitraryKpiFacts } from "../testing/arbitrary-kpi-facts.ts";
import { assign, openFacts } from "../testing/build-kpi-facts.ts";
import { countPlainly } from "../testing/count-plainly.ts";
import { figureRules } from "./figure-rules.ts";

const months = fc.constantFrom(1, 3, 12);
const computed = [...figureRules.keys()];

interface Counted {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
}

/** To nine digits: a share may be divided before or after it is made percent. */
const rounded = (found: Counted | null | undefined): unknown =>
  found === null || found === undefined
    ? null
    : [found.numerator, found.denominator, found.value === null ? null : found.value.toFixed(9)];

describe("computed KPIs", () => {
  it("are those the catalogue calls computed", () => {
    expect(
      kpiCatalogue
        .filter((kpi) => kpi.computed)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(computed.toSorted());
  });

  it.each(computed)("%s equals an independent count over the same facts", (kpi) => {
    fc.assert(
      fc.property(
        arbitraryKpiFacts,
        arbitraryDay,
        arbitraryDay,
        months,
        (facts, asOf, on, length) => {
          const period = periodOf(on, length);
          const found = openFacts(facts, asOf).standing(assign(kpi), period).computed;
          const plain =
            period.from > asOf
              ? { numerator: 0, denominator: 0, value: null }
              : countPlainly(kpi, facts, { ...period, asOf });
          expect(rounded(found)).toEqual(rounded(plain));
        },
      ),
      { numRuns: 400 },
    );
  });

  it("open to rows that add up to them", () => {
    fc.assert(
      fc.property(
        arbitraryKpiFacts,
        arbitraryDay,
        fc.constantFrom(...computed),
        months,
        (facts, asOf, kpi, length) => {
          const found = openFacts(facts, asOf).standing(
            assign(kpi),
            periodOf(asOf, length),
            "rows",
          ).computed;
          const rows = found?.rows ?? [];
          expect(rows).toHaveLength(found?.rowCount ?? -1);
          const sum = (part: "numerator" | "denominator"): number =>
            rows.reduce((total, row) => total + row[part], 0);
          expect([sum("numerator"), sum("denominator")]).toEqual([
            found?.numerator,
            found?.denominator,
          ]);
          const middle = ["T3", "R1", "R4"].includes(kpi)
            ? median(rows.flatMap((row) => row.value ?? []))
            : found?.value;
          expect(middle).toBe(found?.value);
          for (const row of rows) {
            expect(row.says.text).not.toBe("");
            expect(row.counts !== "left_out" || row.numerator + row.denominator === 0).toBe(true);
          }
        },
      ),
      { numRuns: 600 },
    );
  });

  it("have no value where there is nothing to count, never 100 %", () => {
    fc.assert(
      fc.property(
        arbitraryKpiFacts,
        arbitraryDay,
        fc.constantFrom(...computed),
        (facts, asOf, kpi) => {
          const found = openFacts(facts, asOf).standing(assign(kpi), periodOf(asOf, 3)).computed;
          const nothing = found?.denominator === 0 && kpi !== "R2";
          expect(nothing ? found.value : null).toBeNull();
          expect(found?.says.text).not.toBe("");
        },
      ),
    );
  });

  it("look only at what was so on the day: later facts change nothing", () => {
    fc.assert(
      fc.property(arbitraryKpiFacts, arbitraryDay, (facts, asOf) => {
        const past = {
          ...facts,
          requests: facts.requests.filter(({ sentOn }) => sentOn === null || sentOn <= asOf),
          answers: facts.answers.filter(({ answeredOn }) => answeredOn <= asOf),
          disclosures: facts.disclosures.map((one) =>
            one.withdrawnOn !== null && one.withdrawnOn > asOf
              ? { ...one, withdrawnOn: null }
              : one,
          ),
          dialogue: {
            ...facts.dialogue,
            meetings: facts.dialogue.meetings
              .map((one) => ({
                ...one,
                heldOn: one.heldOn !== null && one.heldOn > asOf ? null : one.heldOn,
                minutesSentOn:
                  one.minutesSentOn !== null && one.minutesSentOn > asOf ? null : one.minutesSentOn,
              }))
              .filter(({ heldOn, plannedOn }) => heldOn !== null || plannedOn <= asOf),
          },
        };
        // A meeting planned before and held after the day is planned on it: it counts as recorded, not as held.
        for (const kpi of computed.filter((one) => one !== "R2")) {
          const period = periodOf(asOf, 12);
          expect(openFacts(past, asOf).standing(assign(kpi), period, "rows").computed).toEqual(
            openFacts(facts, asOf).standing(assign(kpi), period, "rows").computed,
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  it("never disagree with the line", () => {
    fc.assert(
      fc.property(arbitraryKpiFacts, arbitraryDay, (facts, asOf) => {
        const [stretch] = facts.sites;
        const known = new Set(
          facts.disclosures
            .filter(
              ({ receivedOn, withdrawnOn }) =>
                receivedOn <= asOf && (withdrawnOn === null || withdrawnOn > asOf),
            )
            .map(({ id }) => id),
        );
        const links = stretch?.links ?? [];
        const line = traceLine({
          asOf,
          currency: facts.currency,
          contract: facts.contract,
          products: facts.products,
          requests: facts.requests.filter(
            ({ withdrawnOn }) => withdrawnOn === null || withdrawnOn > asOf,
          ),
          answers: facts.answers,
          disclosures: facts.disclosures,
          // As the server gathers them: linked by anything, or named by what stands.
          sites: (stretch?.sites ?? []).filter(
            ({ id }) =>
              links.some(({ siteId }) => siteId === id) ||
              stretch?.named.some(
                ({ siteId, disclosureId }) => siteId === id && known.has(disclosureId),
              ) === true,
          ),
          links,
          weighings: [],
          screenings: [],
        });
        const open = openFacts(facts, asOf);
        const of = (kpi: string) => open.standing(assign(kpi), periodOf(asOf, 3), "rows").computed;
        const { completeness } = line;
        expect([of("T10")?.numerator, of("T10")?.denominator]).toEqual([
          completeness.productsTraced.numerator,
          completeness.productsTraced.denominator,
        ]);
        expect(of("T1")?.numerator).toBeLessThanOrEqual(completeness.productsTraced.numerator);
        expect(of("T2")?.denominator).toBe(completeness.componentsNamed.ratio.denominator);
        expect(of("T2")?.numerator).toBeLessThanOrEqual(
          completeness.componentsNamed.ratio.numerator,
        );
        const placed =
          (completeness.addressPrecision["street"] ?? 0) +
          (completeness.addressPrecision["locality"] ?? 0);
        expect([of("T6")?.numerator, of("T6")?.denominator]).toEqual([placed, line.sites.length]);
      }),
      { numRuns: 300 },
    );
  });
});
