/** The home page: what is due, what is broken, what waits for a decision, over all running contracts. */
import type { today } from "@throughline/contract";
import type { InferContractRouterOutputs } from "@orpc/contract";
import { isoDate, type Work } from "../../platform/api.ts";
import { traceContracts } from "../line/index.ts";
import { listWaiting } from "./list-waiting.ts";
import { endingDays, onceForEachTable, soonDays, sortItems } from "./today.policy.ts";
import { countWaiting, readRunningContracts } from "./today.store.ts";

/** Lines drawn for one page; who has more running contracts sees how many were looked at. */
const mostContracts = 200;
/** Nobody reads further down than this; the contracts themselves show every break. */
const mostOthers = 300;

type TodayPage = InferContractRouterOutputs<typeof today>["get"];

/** Shows the day. Contracts that end soonest are looked at first. */
export async function showToday(work: Work): Promise<TodayPage> {
  const { organisationId } = work.actor;
  const running = await readRunningContracts(work.tx, organisationId, work.today, mostContracts);
  const traced = await traceContracts(
    work,
    running.map((contract) => contract.id),
    work.today,
  );
  const items = onceForEachTable(
    running.flatMap(({ id, title }) =>
      (traced.get(id)?.line.breaks ?? []).map(({ station, severity, action }) => ({
        contractId: id,
        contractTitle: title,
        station,
        severity,
        action,
      })),
    ),
  );
  const sorted = sortItems(items, work.today, inDays(work.now, soonDays));
  const ending = inDays(work.now, endingDays);
  return {
    asOf: work.today,
    ...sorted,
    others: sorted.others.slice(0, mostOthers),
    othersLeftOut: Math.max(0, sorted.others.length - mostOthers),
    waiting: await listWaiting(
      work,
      running.flatMap(({ id, title }) => {
        const { facts } = traced.get(id) ?? {};
        return facts === undefined
          ? []
          : [
              {
                id,
                title,
                supplier: facts.contract.supplier?.name ?? null,
                duties: facts.duties ?? [],
              },
            ];
      }),
      new Set(items.flatMap(({ action }) => action.refs.map(({ id }) => id))),
    ),
    endingSoon: running.flatMap(({ id, title, ends_on: endsOn }) =>
      endsOn !== null && endsOn <= ending
        ? [
            {
              contractId: id,
              title,
              endsOn,
              ready: traced.get(id)?.line.readiness.ready ?? "not_applicable",
            },
          ]
        : [],
    ),
    counts: {
      contracts: running[0]?.total ?? 0,
      contractsLookedAt: traced.size,
      ...(await countWaiting(work.tx, organisationId)),
    },
  };
}

function inDays(now: Date, days: number): string {
  return isoDate(new Date(now.getTime() + days * 86_400_000));
}
