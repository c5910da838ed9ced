/** Which duties a list shows and in which order; what may be recorded. Pure. */
import type { ContractDuty, DutyEventInput } from "@throughline/contract";
import type { Duty, ErrorDetail, IsoDate } from "@throughline/domain";

const dayMs = 86_400_000;

/** @example daysBetween("2026-11-20", "2026-11-27") // 7 */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** The day that matters: the end of an agreed plan, else the day it is due. */
export function dayOf(duty: Pick<Duty, "state" | "planUntil" | "dueOn">): IsoDate | null {
  return duty.state === "on_agreed_plan" ? duty.planUntil : duty.dueOn;
}

export interface DutyFilter {
  readonly state?: Duty["state"] | undefined;
  readonly whose?: Duty["whose"] | undefined;
  /** `mine`, `nobody`, or a member. */
  readonly owner?: string | undefined;
  readonly requirement?: string | undefined;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  readonly search?: string | undefined;
}

/** Whether a duty passes a filter; `me` is the member who looks. */
export function passes(duty: ContractDuty, filter: DutyFilter, me: string | null): boolean {
  const day = dayOf(duty);
  if (filter.state !== undefined && duty.state !== filter.state) return false;
  if (filter.whose !== undefined && duty.whose !== filter.whose) return false;
  if (filter.requirement !== undefined && duty.requirement !== filter.requirement) return false;
  if (filter.from !== undefined && (day === null || day < filter.from)) return false;
  if (filter.to !== undefined && (day === null || day > filter.to)) return false;
  if (filter.owner === "nobody" && (duty.ownerPersonId !== null || duty.ownerRole !== null))
    return false;
  if (filter.owner === "mine" && (me === null || duty.ownerPersonId !== me)) return false;
  if (
    filter.owner !== undefined &&
    filter.owner !== "nobody" &&
    filter.owner !== "mine" &&
    duty.ownerPersonId !== filter.owner
  )
    return false;
  const words = filter.search?.trim().toLowerCase() ?? "";
  if (words === "") return true;
  const { contract, supplier, what, clause } = duty;
  return [contract.reference, contract.title, supplier ?? "", what, clause]
    .join(" ")
    .toLowerCase()
    .includes(words);
}

export type DutySort = "due" | "-due" | "contract" | "state";

// What needs somebody first.
const rankOfState: Readonly<Record<Duty["state"], string>> = {
  overdue: "0",
  due: "1",
  performed_without_result: "2",
  on_agreed_plan: "3",
  date_unknown: "4",
  not_due_yet: "5",
  met: "6",
  does_not_apply: "7",
};

/** Sort values of a duty: compared one after the other; the last two name it. */
export function sortKey(duty: ContractDuty, sort: DutySort): [string, string, string, string] {
  // Without a day: last, whichever way the days run.
  const day = dayOf(duty) ?? (sort === "-due" ? "" : "9999-12-31");
  const first =
    sort === "contract"
      ? duty.contract.title.toLowerCase()
      : sort === "state"
        ? rankOfState[duty.state]
        : day;
  return [first, day, duty.contract.id, duty.key];
}

/** Compares sort values. `-due` turns the first round. */
export function compareKeys(a: readonly string[], b: readonly string[], sort: DutySort): number {
  for (const [at, value] of a.entries()) {
    const other = b[at] ?? "";
    if (value !== other) return (value < other ? -1 : 1) * (sort === "-due" && at < 2 ? -1 : 1);
  }
  return 0;
}

/** What is wrong with an event, field by field; not whether its duty is there. */
export function checkEvent(event: DutyEventInput, today: IsoDate, path: string): ErrorDetail[] {
  const faults: ErrorDetail[] = [];
  const refuse = (field: string, message: string): void =>
    void faults.push({ path: `${path}/${field}`, message });
  if (event.kind === "planned") {
    if (event.until === null) refuse("until", "Say until when the plan runs.");
    else if (event.until < event.on || event.until < today)
      refuse("until", "The plan ends before it begins, or has ended already.");
    if (event.note === "") refuse("note", "Say what was agreed.");
  } else if (event.until !== null) refuse("until", "Only an agreed plan runs until a day.");
  if (event.kind === "excused" && event.note === "") refuse("note", "Say why it does not apply.");
  return faults;
}
