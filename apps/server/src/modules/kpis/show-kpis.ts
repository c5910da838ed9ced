/** The KPIs of one contract: all that apply, one with its rows, one over time. */
import type { InferContractRouterInputs, InferContractRouterOutputs } from "@orpc/contract";
import type { KpiEntryRecord, KpiPoint, kpis } from "@throughline/contract";
import { AppError, type KpiAssignment, type KpiStanding } from "@throughline/domain";
import { findKpi, lookAt, periodOf, periodsUpTo, sectionStandings } from "@throughline/measurement";
import { z } from "zod";
import { may, type Work } from "../../platform/api.ts";
import { decodeCursor, encodeCursor } from "../../platform/keyset.ts";
import type { StoredEntry } from "./kpis.store.ts";
import { openContractKpis, readAsOf, type OpenedKpis } from "./open-kpis.ts";

type Inputs = InferContractRouterInputs<typeof kpis>;
type Outputs = InferContractRouterOutputs<typeof kpis>;

function pointOf(standing: KpiStanding): KpiPoint {
  const { period, computed, entered, rating, measured } = standing;
  const shown = computed !== null && computed.value !== null ? computed : (entered ?? computed);
  return {
    period,
    computed: computed?.value ?? null,
    entered: entered?.value ?? null,
    numerator: shown?.numerator ?? null,
    denominator: shown?.denominator ?? null,
    rating,
    says: shown?.says ?? rating.says,
    measured,
  };
}

/** All that apply, in the period that runs on the day, with those before it. */
export async function showContractKpis(
  work: Work,
  {
    id,
    asOf: asked,
    back,
    dimension,
  }: Omit<Inputs["ofContract"], "back"> & { readonly back: number },
): Promise<Outputs["ofContract"]> {
  const asOf = readAsOf(work, asked);
  const { about, measured, bands } = await openContractKpis(work, id, asOf);
  const wanted = measured.assignments.filter(
    ({ kpi }) => dimension === undefined || findKpi(kpi)?.dimension === dimension,
  );
  const earlier: Outputs["ofContract"]["earlier"] = {};
  for (const assignment of wanted)
    earlier[assignment.key] = periodsUpTo(asOf, assignment.everyMonths, back + 1)
      .slice(0, back)
      .reverse()
      .map((period) => pointOf(measured.standing(assignment, period)));
  return {
    contract: about,
    asOf,
    standings: sectionStandings(
      wanted.map((one) => measured.standing(one, periodOf(asOf, one.everyMonths))),
    ),
    earlier,
    bands,
    can: { write: may(work, "kpi.write"), publish: may(work, "kpi.publish") },
  };
}

/** The assignment a figure is looked at under; without one it is told without a target. */
function assignmentOf(
  { measured }: OpenedKpis,
  kpi: string,
  months: number | undefined,
): KpiAssignment {
  const asked = measured.assignments.filter((one) => one.kpi === kpi);
  const found =
    months === undefined ? asked[0] : asked.find(({ everyMonths }) => everyMonths === months);
  return found ?? lookAt(kpi, months ?? 3, measured.asOf);
}

const RowCursor = z.tuple([z.int().nonnegative()]);

/** One figure with a page of the rows behind it. */
export async function showKpi(
  work: Work,
  input: Omit<Inputs["get"], "months" | "limit"> & {
    readonly limit: number;
    readonly months?: number | undefined;
  },
): Promise<Outputs["get"]> {
  const catalogue = requireKpi(input.kpi);
  const asOf = readAsOf(work, input.asOf);
  const opened = await openContractKpis(work, input.id, asOf);
  const assignment = assignmentOf(opened, input.kpi, input.months);
  const period = periodOf(input.on ?? asOf, assignment.everyMonths);
  const from = input.after === undefined ? 0 : decodeCursor(input.after, RowCursor)[0];
  const standing = opened.measured.standing(assignment, period, "rows");
  const total = standing.computed?.rowCount ?? 0;
  const end = from + input.limit;
  return {
    contract: opened.about,
    catalogue,
    standing: withStretch(standing, from, end),
    next: end < total ? encodeCursor([end]) : null,
    entries: opened.entries
      .filter(({ kpi }) => kpi === input.kpi)
      .toReversed()
      .map(describeEntry),
    can: { write: may(work, "kpi.write") },
  };
}

function withStretch(standing: KpiStanding, from: number, to: number): KpiStanding {
  // One branch a section: none of them may hold another's measurement.
  switch (standing.section) {
    case "supplier_conduct":
      return { ...standing, computed: cut(standing.computed, from, to) };
    case "worker_outcomes":
      return { ...standing, computed: cut(standing.computed, from, to) };
    case "own_practice":
      return { ...standing, computed: cut(standing.computed, from, to) };
  }
}

function cut<M extends { readonly rows: readonly unknown[] }>(
  measurement: M | null,
  from: number,
  to: number,
): M | null {
  return measurement === null ? null : { ...measurement, rows: measurement.rows.slice(from, to) };
}

/** An entry as people see it; the note stays what it was. */
export function describeEntry({
  contractId: _contract,
  enteredAt,
  ...entry
}: StoredEntry): KpiEntryRecord {
  return { ...entry, enteredAt: enteredAt.toISOString() };
}

export function requireKpi(id: string): NonNullable<ReturnType<typeof findKpi>> {
  const found = findKpi(id);
  if (found === undefined)
    throw new AppError("reference_unknown", undefined, [
      { path: "/kpi", message: "Choose a KPI of the catalogue." },
    ]);
  return found;
}

/** One KPI over time: each period at its end, as known on the day asked from. */
export async function showSeries(
  work: Work,
  input: Omit<Inputs["series"], "months" | "count"> & {
    readonly months: number;
    readonly count: number;
  },
): Promise<Outputs["series"]> {
  const catalogue = requireKpi(input.kpi);
  const asOf = readAsOf(work, input.asOf);
  const opened = await openContractKpis(work, input.id, asOf);
  const assignment = assignmentOf(opened, input.kpi, input.months);
  return {
    catalogue,
    asOf,
    points: periodsUpTo(asOf, input.months, input.count).map((period) =>
      pointOf(opened.measured.standing(assignment, period)),
    ),
  };
}
