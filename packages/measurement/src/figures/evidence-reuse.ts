/** P3: whether what a supplier gave once serves several contracts. */
import type { EvidenceUse, IsoDate, KpiRow } from "@throughline/domain";
import { sayKpi } from "../texts/say.ts";
import { share, type FigureRule } from "./figure.ts";

const holds = (
  one: { readonly from: IsoDate; readonly until: IsoDate | null },
  day: IsoDate,
): boolean => one.from <= day && (one.until === null || one.until > day);

/** P3: pieces of evidence used in this contract on the day that are also used in another. */
export const evidenceReuse: FigureRule = ({ facts }, _period, day) => {
  const used = facts.evidence.filter((one) => holds(one, day));
  const elsewhere = ({ elsewhere: others }: EvidenceUse): string[] =>
    others.flatMap((one) => (holds(one, day) ? [one.reference] : []));
  const n = used.filter((one) => elsewhere(one).length > 0).length;
  const of = used.length;
  return share(
    { n, of },
    { some: () => sayKpi("P3.share", { n, of }), none: () => sayKpi("P3.none") },
    {
      count: of,
      make: () =>
        used.map((one): KpiRow => {
          const where = elsewhere(one);
          const reused = where.length > 0;
          return {
            kind: "evidence",
            id: one.id,
            label: one.title,
            date: one.from,
            counts: reused ? "numerator" : "denominator",
            numerator: reused ? 1 : 0,
            denominator: 1,
            value: null,
            says: reused
              ? sayKpi("row.P3.reused", { where: where.join("; ") })
              : sayKpi("row.P3.once"),
          };
        }),
    },
  );
};
