/** The KPIs of one section over all contracts, each in its last period that is over. */
import type { InferContractRouterInputs, InferContractRouterOutputs } from "@orpc/contract";
import type { KpiListItem, kpis } from "@throughline/contract";
import type {
  IsoDate,
  KpiAssignment,
  KpiBand,
  KpiPeriod,
  KpiSection,
  KpiStanding,
} from "@throughline/domain";
import { periodBefore, periodOf } from "@throughline/measurement";
import { z } from "zod";
import { may, type Work } from "../../platform/api.ts";
import { decodeCursor, encodeCursor } from "../../platform/keyset.ts";
import {
  beganOn,
  compareKeys,
  isDue,
  passes,
  sortKey,
  type KpiFilter,
  type KpiSort,
} from "./kpis.policy.ts";
import { readContractIds } from "./kpis.store.ts";
import { openKpis, readAsOf, readBands, type OpenedKpis } from "./open-kpis.ts";

type Inputs = InferContractRouterInputs<typeof kpis>;
type Outputs = InferContractRouterOutputs<typeof kpis>;

/** As many as one answer can look at within a second or two; those that end soonest come first. */
const mostContracts = 400;
const atOnce = 100;

const Cursor = z.tuple([z.string(), z.string(), z.string(), z.string()]);

export interface WantedKpis extends KpiFilter {
  readonly section: KpiSection;
  readonly asOf?: IsoDate | undefined;
  readonly contractId?: string | undefined;
}

export interface SelectedKpis {
  /** All that pass but for the band, in order. */
  readonly items: readonly KpiListItem[];
  readonly contractsLeftOut: number;
}

/** The last period that is over; while the first one runs, that one. */
function periodToShow({ facts, measured }: OpenedKpis, assignment: KpiAssignment): KpiPeriod {
  const running = periodOf(measured.asOf, assignment.everyMonths);
  const last = periodBefore(running);
  const began = beganOn(facts.contract);
  const applied = assignment.reasons.some(
    (reason) => reason.kind === "clause" || reason.on <= last.to,
  );
  return applied && (began === null || began <= last.to) ? last : running;
}

function itemOf(opened: OpenedKpis, standing: KpiStanding): KpiListItem {
  const at = { contract: opened.about, owner: opened.ownerOf(standing.assignment) };
  switch (standing.section) {
    case "supplier_conduct":
      return { ...standing, ...at };
    case "worker_outcomes":
      return { ...standing, ...at };
    case "own_practice":
      return { ...standing, ...at };
  }
}

export async function selectKpis(
  work: Work,
  wanted: WantedKpis,
  sort: KpiSort,
): Promise<SelectedKpis> {
  const asOf = readAsOf(work, wanted.asOf);
  const ids = await readContractIds(work, wanted.contractId);
  const looked = ids.slice(0, mostContracts);
  const items: KpiListItem[] = [];
  for (let at = 0; at < looked.length; at += atOnce)
    for (const opened of await openKpis(work, looked.slice(at, at + atOnce), asOf))
      for (const assignment of opened.measured.assignments) {
        const standing = opened.measured.standing(assignment, periodToShow(opened, assignment));
        if (standing.section === wanted.section) items.push(itemOf(opened, standing));
      }
  return {
    items: items
      .filter((item) => passes(item, wanted))
      .map((item) => ({ item, key: sortKey(item, sort) }))
      .toSorted((a, b) => compareKeys(a.key, b.key, sort))
      .map(({ item }) => item),
    contractsLeftOut: ids.length - looked.length,
  };
}

type ListInput = Inputs["list"] & {
  readonly limit: number;
  readonly sort: KpiSort;
};

/** One page. Counts of bands are of all that pass but for the band. */
export async function listKpis(work: Work, input: ListInput): Promise<Outputs["list"]> {
  const { sort, limit, after, band, ...wanted } = input;
  const { items: others, contractsLeftOut } = await selectKpis(work, wanted, sort);
  const counts: Record<KpiBand, number> = {
    good: 0,
    approaching_target: 0,
    requires_improvement: 0,
    inadequate: 0,
    other: 0,
  };
  for (const { rating } of others) counts[rating.band] += 1;
  const all = band === undefined ? others : others.filter(({ rating }) => rating.band === band);
  const from = after === undefined ? null : decodeCursor(after, Cursor);
  const rest =
    from === null ? all : all.filter((item) => compareKeys(sortKey(item, sort), from, sort) > 0);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    next: rest.length > limit && last !== undefined ? encodeCursor(sortKey(last, sort)) : null,
    total: all.length,
    section: input.section,
    asOf: readAsOf(work, input.asOf),
    counts,
    due: others.filter(isDue).length,
    bands: await readBands(work),
    contractsLeftOut,
    can: { write: may(work, "kpi.write") },
  };
}
