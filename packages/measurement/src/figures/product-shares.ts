/** T1, T10: of how many products the sites are named. A traced product is what the line calls traced. */
import type { KpiRow } from "@throughline/domain";
import type { MeasuredProduct } from "@throughline/tracing";
import { sayKpi } from "../texts/say.ts";
import { share, type FigureRule } from "./figure.ts";

function rowOf({ product, name }: MeasuredProduct, counted: boolean, says: KpiRow["says"]): KpiRow {
  return {
    kind: "product",
    id: product.id,
    label: name.startsWith(product.brand) ? name : `${product.brand} ${name}`,
    date: null,
    counts: counted ? "numerator" : "denominator",
    numerator: counted ? 1 : 0,
    denominator: 1,
    value: null,
    says,
  };
}

/** T1: products with a confirmed site of final assembly that has legal name and full address. */
export const tierOneDisclosure: FigureRule = (facts, _period, day) => {
  const { products } = facts.disclosed(day);
  const n = products.filter(({ completeSites }) => completeSites.length > 0).length;
  const of = products.length;
  return share(
    { n, of },
    { some: () => sayKpi("T1.share", { n, of }), none: () => sayKpi("product.none") },
    {
      count: of,
      make: () =>
        facts.disclosedInWords(day).products.map((one) => {
          const [site] = one.completeSites;
          const { text } = one.sentence;
          return rowOf(
            one,
            site !== undefined,
            site !== undefined
              ? sayKpi("row.T1.complete", { site: site.name })
              : sayKpi(one.traced ? "row.T1.incomplete" : "row.T1.untraced", { text }),
          );
        }),
    },
  );
};

/** T10: products traced to a site that makes them. */
export const productTraceability: FigureRule = (facts, _period, day) => {
  const { products } = facts.disclosed(day);
  const n = products.filter(({ traced }) => traced).length;
  const of = products.length;
  return share(
    { n, of },
    { some: () => sayKpi("T10.share", { n, of }), none: () => sayKpi("product.none") },
    {
      count: of,
      make: () =>
        facts
          .disclosedInWords(day)
          .products.map((one) =>
            rowOf(one, one.traced, sayKpi("row.T10", { text: one.sentence.text })),
          ),
    },
  );
};
