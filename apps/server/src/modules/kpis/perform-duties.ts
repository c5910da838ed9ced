/**
 * Clauses make it due that their KPIs are measured. Entering a figure, or saying that a computed one was looked at, performs
 * the duty of that period in the same transaction; reaching the target achieves it. Taking the figure back takes both back.
 */
import { AppError, type KpiAssignment, type IsoDate } from "@throughline/domain";
import { periodOf, type MeasuredContract } from "@throughline/measurement";
import type { Work } from "../../platform/api.ts";
import { gatherDuties, keepEvent, takeBackEvent } from "../duties/index.ts";
import { linkDuty, readLinkedDuties } from "./kpis.store.ts";
import { openContractKpis } from "./open-kpis.ts";
import { requireKpi } from "./show-kpis.ts";

interface Measured {
  readonly contractId: string;
  readonly kpi: string;
  /** A day of the period that was measured. */
  readonly day: IsoDate;
  /** The entry it rests on; `null` where a computed figure was looked at. */
  readonly entryId: string | null;
  readonly note: string;
}

/** What a clause asks, as the assignment it gives. */
function assignmentOfClause(
  { assignments }: MeasuredContract,
  conditionId: string,
  kpi: string,
): KpiAssignment | undefined {
  return assignments.find(
    (one) =>
      one.kpi === kpi &&
      one.reasons.some((reason) => reason.kind === "clause" && reason.conditionId === conditionId),
  );
}

/** Performs those that fall due in the period of the day, as the clause counts periods; how many there were. */
export async function performDuties(
  work: Work,
  measured: MeasuredContract,
  { contractId, kpi, day, entryId, note }: Measured,
): Promise<number> {
  const part = `:kpi:${kpi}:`;
  const { duties } = await gatherDuties(work, contractId);
  let performed = 0;
  for (const duty of duties) {
    if (!duty.key.includes(part) || duty.dueOn === null) continue;
    if (duty.performedOn !== null || duty.state === "does_not_apply") continue;
    const assignment = assignmentOfClause(measured, duty.conditionId, kpi);
    if (assignment === undefined) continue;
    const period = periodOf(day, assignment.everyMonths);
    if (duty.dueOn < period.from || duty.dueOn > period.to) continue;
    const reached = measured.standing(assignment, period).rating.band === "good";
    for (const kind of reached ? (["performed", "achieved"] as const) : (["performed"] as const)) {
      const eventId = await keepEvent(work, {
        contractId,
        conditionId: duty.conditionId,
        dutyKey: duty.key,
        kind,
        on: work.today,
        until: null,
        note,
        takesBack: null,
        recognitionId: null,
      });
      if (entryId !== null) await linkDuty(work, entryId, eventId);
    }
    performed += 1;
  }
  return performed;
}

/** Takes back what an entry performed, but for what somebody took back by hand before. */
export async function takeBackDuties(work: Work, entryId: string, reason: string): Promise<void> {
  for (const eventId of await readLinkedDuties(work, entryId)) {
    try {
      await takeBackEvent(work, { eventId, reason });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "conflict") throw error;
    }
  }
}

/** Says that the computed figure of a period was looked at. Nothing to look at, nothing performed. */
export async function recordMeasured(
  work: Work,
  {
    id,
    kpi,
    on,
    note,
  }: { readonly id: string; readonly kpi: string; readonly on: IsoDate; readonly note: string },
): Promise<{ dutiesPerformed: number }> {
  requireKpi(kpi);
  if (on > work.today)
    throw new AppError("date_in_future", undefined, [
      { path: "/on", message: "Give today's date or an earlier one." },
    ]);
  const { measured } = await openContractKpis(work, id, work.today);
  const asked = measured.assignments.find((one) => one.kpi === kpi);
  if (asked === undefined)
    throw new AppError("reference_unknown", "This KPI does not apply to the contract.", [
      { path: "/kpi", message: "Choose a KPI that applies to the contract." },
    ]);
  const { computed } = measured.standing(asked, periodOf(on, asked.everyMonths));
  if (computed === null)
    throw new AppError("input_invalid", "This KPI is not computed; enter a figure.", [
      { path: "/kpi", message: "Enter a figure with evidence." },
    ]);
  return {
    dutiesPerformed: await performDuties(work, measured, {
      contractId: id,
      kpi,
      day: on,
      entryId: null,
      note,
    }),
  };
}
