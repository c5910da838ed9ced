/** R3: whether the other side does what it promised, by the date first agreed. Our own promises are told beside it. */
import type { KpiRow } from "@throughline/domain";
import type { DuePromise } from "../facts/measuring-facts.ts";
import { sayKpi } from "../texts/say.ts";
import type { KpiTextCode } from "../texts/texts.en.ts";
import { share, type FigureRule } from "./figure.ts";

const sayings: Readonly<Record<DuePromise["outcome"], KpiTextCode>> = {
  keptByFirst: "row.R3.first",
  keptByLater: "row.R3.later",
  late: "row.R3.late",
  running: "row.R3.running",
  open: "row.R3.open",
};

function rowOf({ id, debtor, firstDueOn, outcome, standing }: DuePromise): KpiRow {
  const ours = debtor === "buyers";
  const kept = outcome === "keptByFirst";
  return {
    kind: "commitment",
    id,
    label: standing.what,
    date: firstDueOn,
    counts: ours ? "left_out" : kept ? "numerator" : "denominator",
    numerator: !ours && kept ? 1 : 0,
    denominator: ours ? 0 : 1,
    value: null,
    says: ours
      ? sayKpi("row.R3.ours", { due: firstDueOn })
      : sayKpi(sayings[outcome], { due: firstDueOn, on: standing.fulfilledOn }),
  };
}

/** R3: kept by the date first agreed, of all promises of theirs whose first date is past. */
export const commitmentsKept: FigureRule = (facts, { from, to }) => {
  const due = facts.promises().filter(({ firstDueOn }) => firstDueOn >= from && firstDueOn <= to);
  const theirs = due.filter(({ debtor }) => debtor === "counterpart");
  const ours = due.filter(({ debtor }) => debtor === "buyers");
  const count = (list: readonly DuePromise[], outcome: DuePromise["outcome"]): number =>
    list.filter((one) => one.outcome === outcome).length;
  const n = count(theirs, "keptByFirst");
  const of = theirs.length;
  const later = count(theirs, "keptByLater");
  return share(
    { n, of },
    { some: () => sayKpi("R3.share", { n, of }), none: () => sayKpi("R3.none") },
    { count: due.length, make: () => due.map(rowOf) },
    [
      ...(later > 0 ? [sayKpi("R3.besides_later", { n: later })] : []),
      ...(ours.length > 0
        ? [sayKpi("R3.besides_ours", { n: count(ours, "keptByFirst"), of: ours.length })]
        : []),
    ],
  );
};
