/** What may be entered, what is due, and how a list over contracts is filtered and sorted. Pure. */
import type { KpiEntryInput, KpiListItem } from "@throughline/contract";
import type { ErrorDetail, IsoDate, KpiBand, KpiStanding } from "@throughline/domain";
import { findKpi, rankOfBand } from "@throughline/measurement";

/** An entry as it is given, whether new or a correction. */
export type GivenEntry = Omit<KpiEntryInput, "kpi">;

/** What is wrong with an entry, field by field. */
export function checkEntry(kpiId: string, entry: GivenEntry): ErrorDetail[] {
  const faults: ErrorDetail[] = [];
  const refuse = (field: string, message: string): void =>
    void faults.push({ path: `/${field}`, message });
  const kpi = findKpi(kpiId);
  if (kpi === undefined) {
    refuse("kpi", "Choose a KPI of the catalogue.");
    return faults;
  }
  const { numerator, denominator, value, judgement, note, evidence } = entry;
  if (entry.from > entry.to) refuse("to", "The last day lies before the first.");
  const figures = [numerator, denominator, value].filter((one) => one !== null);
  if (judgement !== null) {
    if (figures.length > 0) refuse("judgement", "Give a figure or a judgement, not both.");
    if (note === "") refuse("note", "Say why it is judged so.");
    return faults;
  }
  if (figures.length === 0) {
    refuse("value", "Give the value, or numerator and denominator.");
    return faults;
  }
  if ((numerator === null) !== (denominator === null))
    refuse(numerator === null ? "numerator" : "denominator", "Give both parts, or only the value.");
  if (denominator !== null && denominator < 0)
    refuse("denominator", "There cannot be fewer than none.");
  if (kpi.kind === "share") {
    if (numerator !== null && denominator !== null && value !== null) {
      const share = denominator === 0 ? null : (100 * numerator) / denominator;
      if (share === null || Math.abs(share - value) >= 0.1)
        refuse("value", "The value is not what numerator and denominator give.");
    }
  } else if (value === null && denominator !== 0) refuse("value", `Give the value in ${kpi.unit}.`);
  if (kpi.kind === "yes_no" && value !== null && value !== 0 && value !== 1)
    refuse("value", "Yes is 1, no is 0.");
  if (evidence === null && note === "")
    refuse("evidence", "Name what shows it, or say in the note where it comes from.");
  return faults;
}

/** A target told in words is met by a judgement, not by a figure. */
const isJudged = ({ assignment: { target } }: KpiStanding): boolean =>
  target.number === null && target.words !== null;

/** Whether somebody has to enter or judge: the period is over and nothing stands for it. What is computed waits for nobody. */
export function isDue(standing: KpiStanding): boolean {
  return (
    standing.period.to < standing.asOf &&
    !standing.measured &&
    (standing.computed === null || isJudged(standing))
  );
}

export interface KpiFilter {
  readonly kpi?: string | undefined;
  readonly band?: KpiBand | undefined;
  readonly supplier?: string | undefined;
  readonly state?: "due" | "measured" | undefined;
  readonly search?: string | undefined;
}

const fold = (text: string): string => text.trim().toLowerCase();

/** Whether an item passes, but for the band: counts of bands are of all that pass otherwise. */
export function passes(item: KpiListItem, { kpi, supplier, state, search }: KpiFilter): boolean {
  if (kpi !== undefined && item.assignment.kpi !== kpi) return false;
  if (supplier !== undefined && fold(item.contract.supplier ?? "") !== fold(supplier)) return false;
  if (state === "due" && !isDue(item)) return false;
  if (state === "measured" && !item.measured) return false;
  const words = fold(search ?? "");
  if (words === "") return true;
  const { reference, title, supplier: by } = item.contract;
  return fold([reference, title, by ?? "", item.name, item.assignment.kpi].join(" ")).includes(
    words,
  );
}

export type KpiSort = "band" | "-band" | "contract" | "kpi" | "due" | "-due";

/** Sort values: compared one after the other; the last two name the item. */
export function sortKey(item: KpiListItem, sort: KpiSort): [string, string, string, string] {
  const title = fold(item.contract.title);
  const first = ((): string => {
    switch (sort) {
      case "band":
      case "-band":
        return String(rankOfBand(item.rating.band));
      case "contract":
        return title;
      case "kpi":
        return item.assignment.kpi.padStart(4);
      case "due":
      case "-due":
        return `${isDue(item) ? "0" : "1"} ${item.dueOn}`;
    }
  })();
  return [first, title, item.contract.id, item.assignment.key];
}

/** Compares sort values; a leading hyphen turns the first round. */
export function compareKeys(a: readonly string[], b: readonly string[], sort: KpiSort): number {
  for (const [at, value] of a.entries()) {
    const other = b[at] ?? "";
    if (value !== other)
      return (value < other ? -1 : 1) * (sort.startsWith("-") && at === 0 ? -1 : 1);
  }
  return 0;
}

/** The days of a contract's first period that can be measured. */
export function beganOn(contract: {
  readonly startsOn: IsoDate | null;
  readonly signedOn: IsoDate | null;
  readonly awardedOn: IsoDate | null;
}): IsoDate | null {
  return contract.startsOn ?? contract.signedOn ?? contract.awardedOn;
}
