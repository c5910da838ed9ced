/** T7: whether a running contract was refreshed in the last twelve months. */
import { addMonths, type DisclosureFact, type IsoDate } from "@throughline/domain";
import { sayKpi } from "../texts/say.ts";
import { noData, type FigureRule } from "./figure.ts";

/** What it speaks about where it says so, else the day it came: as the line counts its age. */
const dateOf = (one: DisclosureFact): IsoDate => one.asOf ?? one.receivedOn;

/** T7: a standing disclosure not older than twelve months, of a contract that runs on the day. */
export const yearlyUpdate: FigureRule = ({ facts }, _period, day) => {
  const { contract, disclosures } = facts;
  const began = contract.startsOn ?? contract.signedOn ?? contract.awardedOn;
  if (began === null) return noData(sayKpi("T7.no_start"));
  if (began > day || (contract.endsOn !== null && contract.endsOn < day))
    return noData(sayKpi("T7.not_live", { day }));
  let newest: DisclosureFact | null = null;
  for (const one of disclosures) {
    const stands = one.receivedOn <= day && (one.withdrawnOn === null || one.withdrawnOn > day);
    if (stands && (newest === null || dateOf(one) > dateOf(newest))) newest = one;
  }
  const fresh = newest !== null && dateOf(newest) > addMonths(day, -12);
  const says = sayKpi(fresh ? "T7.yes" : "T7.no", {
    day,
    title: newest?.title ?? null,
    on: newest === null ? null : dateOf(newest),
  });
  const n = fresh ? 1 : 0;
  return {
    numerator: n,
    denominator: 1,
    value: n,
    says,
    besides: [],
    rowCount: 1,
    rows: () => [
      {
        kind: "contract",
        id: contract.id,
        label: contract.title,
        date: newest === null ? null : dateOf(newest),
        counts: fresh ? "numerator" : "denominator",
        numerator: n,
        denominator: 1,
        value: null,
        says,
      },
    ],
  };
};
