/** T2: of how many of the components that clauses name the sites are known. */
import type { KpiRow } from "@throughline/domain";
import { sayKpi } from "../texts/say.ts";
import { share, type FigureRule } from "./figure.ts";

/** T2: named component types with a confirmed site that has legal name and full address. */
export const componentDisclosure: FigureRule = (facts, _period, day) =>
  facts.remember("T2", day, () => {
    const { components } = facts.disclosed(day);
    const n = components.filter(({ complete }) => complete).length;
    const of = components.length;
    return share(
      { n, of },
      { some: () => sayKpi("T2.share", { n, of }), none: () => sayKpi("T2.none") },
      {
        count: of,
        make: () =>
          components.map(({ name, covered, complete }): KpiRow => ({
            kind: "component",
            id: name,
            label: name,
            date: null,
            counts: complete ? "numerator" : "denominator",
            numerator: complete ? 1 : 0,
            denominator: 1,
            value: null,
            says: sayKpi(
              complete ? "row.T2.complete" : covered ? "row.T2.incomplete" : "row.T2.missing",
            ),
          })),
      },
    );
  });
