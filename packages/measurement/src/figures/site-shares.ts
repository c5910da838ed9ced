/** T5, T6, T8: how well the disclosed sites are described, and how they change. */
import { addMonths, type KpiRow, type SiteFact } from "@throughline/domain";
import type { MeasuredSite } from "@throughline/tracing";
import { sayKpi } from "../texts/say.ts";
import type { KpiTextCode } from "../texts/texts.en.ts";
import { share, type FigureRule } from "./figure.ts";

type Part = Pick<KpiRow, "counts" | "numerator" | "denominator" | "says">;

function rowOf(site: SiteFact, part: Part): KpiRow {
  return { kind: "site", id: site.id, label: site.name, date: null, value: null, ...part };
}

/** The fields a disclosure has to fill for each site. Of a masked one, name and address are attested by whoever keeps them. */
function fieldsOf({ site, masked, linked }: MeasuredSite): [KpiTextCode, boolean][] {
  return [
    ["field.legal_name", site.legalName],
    [
      "field.address",
      site.precision === "street" && (masked || (site.address ?? "").trim() !== ""),
    ],
    ["field.country", site.country !== null],
    ["field.product", linked],
  ];
}

const filledOf = (site: MeasuredSite): number =>
  fieldsOf(site).filter(([, filled]) => filled).length;

/** T5: legal name, address to the street, country and product, over all sites. */
export const fieldCompleteness: FigureRule = (facts, _period, day) =>
  facts.remember("T5", day, () => {
    const { sites } = facts.disclosed(day);
    const n = sites.reduce((sum, site) => sum + filledOf(site), 0);
    const of = sites.length * 4;
    return share(
      { n, of },
      { some: () => sayKpi("T5.share", { n, of }), none: () => sayKpi("site.none") },
      {
        count: sites.length,
        make: () =>
          sites.map((one) => {
            const filled = filledOf(one);
            const missing = fieldsOf(one)
              .flatMap(([code, there]) => (there ? [] : [sayKpi(code).text]))
              .join("; ");
            return rowOf(one.site, {
              counts: filled > 0 ? "numerator" : "denominator",
              numerator: filled,
              denominator: 4,
              says: sayKpi("row.T5", { n: filled, missing }),
            });
          }),
      },
    );
  });

const placed = (site: SiteFact): boolean =>
  site.precision === "street" || site.precision === "locality";

function sayPlace({ precision }: SiteFact): Part["says"] {
  switch (precision) {
    case "street":
    case "locality":
      return sayKpi("row.T6.placed", { precision: sayKpi(`precision.${precision}`).text });
    case "region":
    case "country":
    case "none":
      return sayKpi(`row.T6.${precision}`);
  }
}

/** T6: sites whose address places them in a town or better. */
export const addressQuality: FigureRule = (facts, _period, day) =>
  facts.remember("T6", day, () => {
    const { sites } = facts.disclosed(day);
    const n = sites.filter(({ site }) => placed(site)).length;
    const of = sites.length;
    return share(
      { n, of },
      { some: () => sayKpi("T6.share", { n, of }), none: () => sayKpi("site.none") },
      {
        count: of,
        make: () =>
          sites.map(({ site }) =>
            rowOf(site, {
              counts: placed(site) ? "numerator" : "denominator",
              numerator: placed(site) ? 1 : 0,
              denominator: 1,
              says: sayPlace(site),
            }),
          ),
      },
    );
  });

/** T8: sites that came and went in the twelve months before, of those there were. */
export const siteChurn: FigureRule = (facts, _period, day) => {
  const now = new Map(facts.disclosed(day).sites.map(({ site }) => [site.id, site]));
  const before = new Map(
    facts.disclosed(addMonths(day, -12)).sites.map(({ site }) => [site.id, site]),
  );
  const added = [...now.values()].filter(({ id }) => !before.has(id));
  const removed = [...before.values()].filter(({ id }) => !now.has(id));
  const of = before.size;
  return share(
    { n: added.length + removed.length, of },
    {
      some: () => sayKpi("T8.share", { added: added.length, removed: removed.length, of }),
      none: () => sayKpi("T8.none"),
    },
    {
      count: added.length + of,
      make: () => [
        ...added.map((site) =>
          rowOf(site, {
            counts: "numerator",
            numerator: 1,
            denominator: 0,
            says: sayKpi("row.T8.added"),
          }),
        ),
        ...[...before.values()].map((site) =>
          now.has(site.id)
            ? rowOf(site, {
                counts: "denominator",
                numerator: 0,
                denominator: 1,
                says: sayKpi("row.T8.stayed"),
              })
            : rowOf(site, {
                counts: "numerator",
                numerator: 1,
                denominator: 1,
                says: sayKpi("row.T8.removed"),
              }),
        ),
      ],
    },
  );
};
