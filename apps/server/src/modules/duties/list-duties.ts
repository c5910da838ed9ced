/** Duties over all contracts: as a list, by the days of a month, as a table. */
import type { duties } from "@throughline/contract";
import type { InferContractRouterInputs, InferContractRouterOutputs } from "@orpc/contract";
import type { ContractDuty } from "@throughline/contract";
import { z } from "zod";
import { may, type Work } from "../../platform/api.ts";
import { decodeCursor, encodeCursor } from "../../platform/keyset.ts";
import {
  compareKeys,
  dayOf,
  passes,
  sortKey,
  type DutyFilter,
  type DutySort,
} from "./duties.policy.ts";
import { gatherDuties } from "./gather-duties.ts";

type Inputs = InferContractRouterInputs<typeof duties>;
type Outputs = InferContractRouterOutputs<typeof duties>;

const Cursor = z.tuple([z.string(), z.string(), z.string(), z.string()]);

interface Wanted extends DutyFilter {
  readonly contractId?: string | undefined;
}

interface Page extends Wanted {
  readonly sort: DutySort;
  readonly limit: number;
  readonly after?: string | undefined;
}

/** All that pass, in order. */
export async function selectDuties(
  work: Work,
  wanted: Wanted,
  sort: DutySort,
): Promise<ContractDuty[]> {
  const { duties: all } = await gatherDuties(work, wanted.contractId);
  const me = work.actor.personId;
  return all
    .filter((duty) => passes(duty, wanted, me))
    .map((duty) => ({ duty, key: sortKey(duty, sort) }))
    .toSorted((a, b) => compareKeys(a.key, b.key, sort))
    .map(({ duty }) => duty);
}

/** One page. Counts are of all that pass but for the state. */
export async function listDuties(work: Work, input: Page): Promise<Outputs["list"]> {
  const { sort, limit, after, state, ...wanted } = input;
  const others = await selectDuties(work, wanted, sort);
  const counts: Outputs["list"]["counts"] = {};
  for (const duty of others) counts[duty.state] = (counts[duty.state] ?? 0) + 1;
  const all = state === undefined ? others : others.filter((duty) => duty.state === state);
  const from = after === undefined ? null : decodeCursor(after, Cursor);
  const rest =
    from === null ? all : all.filter((duty) => compareKeys(sortKey(duty, sort), from, sort) > 0);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    next: rest.length > limit && last !== undefined ? encodeCursor(sortKey(last, sort)) : null,
    total: all.length,
    counts,
    can: { write: may(work, "contract.write") },
  };
}

/** The days of one month. `leftOut` is what passes and has no day. */
export async function showMonth(work: Work, input: Inputs["month"]): Promise<Outputs["month"]> {
  const { month, ...wanted } = input;
  const all = await selectDuties(work, wanted, "due");
  const days = Map.groupBy(
    all.filter((duty) => dayOf(duty)?.startsWith(month) === true),
    (duty) => dayOf(duty) ?? "",
  );
  return {
    days: [...days].map(([on, due]) => ({ on, duties: due })),
    leftOut: all.filter((duty) => dayOf(duty) === null).length,
  };
}
