/** T3, T4: whether what was due came, and when. */
import { daysFrom, type IsoDate, type KpiPeriod, type KpiRow } from "@throughline/domain";
import { median } from "../days-between.ts";
import type { MeasuringFacts } from "../facts/measuring-facts.ts";
import { sayKpi } from "../texts/say.ts";
import { noData, share, type Figure, type FigureRule } from "./figure.ts";

interface Due {
  readonly id: string;
  readonly label: string;
  readonly dueOn: IsoDate;
  readonly met: { readonly on: IsoDate; readonly title: string } | null;
}

/** Days set by clauses; where none of them sets one, those that requests set. */
function listDues(facts: MeasuringFacts): {
  readonly dues: readonly Due[];
  readonly anyRule: boolean;
} {
  const byClause = facts.dues();
  if (byClause.length > 0)
    return {
      anyRule: true,
      dues: byClause.map(({ key, condition, brand, dueOn, metBy }) => ({
        id: key,
        label: sayKpi("row.due.label", { clause: condition.clause, brand }).text,
        dueOn,
        met: metBy === null ? null : { on: metBy.receivedOn, title: metBy.title },
      })),
    };
  const dues = facts.replies().flatMap(({ request, disclosed }): Due[] =>
    request.dueOn === null
      ? []
      : [
          {
            id: request.id,
            label: sayKpi("row.due.request_label", { addressee: request.addressee }).text,
            dueOn: request.dueOn,
            met: disclosed,
          },
        ],
  );
  return { dues, anyRule: dues.length > 0 };
}

/** Due in the period: the day is over, or it came. */
function duesIn(facts: MeasuringFacts, { from, to }: KpiPeriod): readonly Due[] {
  return listDues(facts).dues.filter(
    ({ dueOn, met }) =>
      dueOn >= from &&
      dueOn <= to &&
      (dueOn < facts.asOf || (dueOn === facts.asOf && met !== null)),
  );
}

function rowOf(
  { id, label, dueOn, met }: Due,
  counts: KpiRow["counts"],
  value: number | null,
): KpiRow {
  const late = met === null ? 0 : daysFrom(dueOn, met.on);
  return {
    kind: "disclosure_due",
    id,
    label,
    date: dueOn,
    counts,
    numerator: counts === "numerator" ? 1 : 0,
    denominator: counts === "left_out" ? 0 : 1,
    value,
    says:
      met === null
        ? sayKpi("row.due.missing", { due: dueOn })
        : sayKpi(late > 0 ? "row.due.late" : "row.due.in_time", {
            due: dueOn,
            on: met.on,
            title: met.title,
            days: late,
          }),
  };
}

const nothingDue = (facts: MeasuringFacts): Figure =>
  noData(sayKpi(listDues(facts).anyRule ? "due.none" : "due.no_rule"));

/** T3: days between the day it was due and the day it came, in the middle; what has not come is told apart. */
export const disclosureTimeliness: FigureRule = (facts, period) => {
  const dues = duesIn(facts, period);
  if (dues.length === 0) return nothingDue(facts);
  const daysOf = ({ dueOn, met }: Due): number | null =>
    met === null ? null : daysFrom(dueOn, met.on);
  const days = dues.flatMap((due) => daysOf(due) ?? []);
  const value = median(days);
  const [n, of] = [days.length, dues.length];
  const open = of - n;
  return {
    numerator: n,
    denominator: of,
    value,
    says:
      value === null
        ? sayKpi("T3.none_came", { of })
        : value === 0
          ? sayKpi("T3.on_day", { n, of })
          : sayKpi("T3.median", {
              days: Math.abs(value),
              late: value > 0 ? 1 : 0,
              early: value < 0 ? 1 : 0,
              n,
              of,
            }),
    besides: open > 0 && n > 0 ? [sayKpi("T3.besides", { n: open })] : [],
    rowCount: of,
    rows: () =>
      dues.map((due) => rowOf(due, due.met === null ? "denominator" : "numerator", daysOf(due))),
  };
};

/** T4: came by the day it was due, of all that were due. */
export const onTimeDisclosure: FigureRule = (facts, period) => {
  const dues = duesIn(facts, period);
  if (dues.length === 0) return nothingDue(facts);
  const inTime = ({ dueOn, met }: Due): boolean => met !== null && met.on <= dueOn;
  const n = dues.filter(inTime).length;
  const of = dues.length;
  return share(
    { n, of },
    { some: () => sayKpi("T4.share", { n, of }), none: () => sayKpi("due.none") },
    {
      count: of,
      make: () => dues.map((due) => rowOf(due, inTime(due) ? "numerator" : "denominator", null)),
    },
  );
};
