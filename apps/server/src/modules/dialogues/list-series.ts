/** Lists the series at whose tables we sit. What is sorted and filtered by is folded from facts, so all are read at once. */
import type { dialogues } from "@throughline/contract";
import type { InferContractRouterInputs, InferContractRouterOutputs } from "@orpc/contract";
import { z } from "zod";
import { may, type Work } from "../../platform/api.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import { describeSeries, type DescribedSeries } from "./describe-series.ts";
import { readSeriesIdsOfContract } from "./series.store.ts";
import { readSittings } from "./sittings.store.ts";

type Input = InferContractRouterInputs<typeof dialogues>["list"];
type Output = InferContractRouterOutputs<typeof dialogues>["list"];
export type SeriesFilter = Omit<Input, "limit" | "after">;

export async function listSeries(work: Work, input: Input): Promise<Output> {
  const { limit = 25, after, ...filter } = input;
  const selected = await selectSeries(work, filter);
  const keyOf = keyBy(filter.sort ?? "changed");
  let rest = selected;
  if (after !== undefined) {
    const key = decodeCursor(after, z.tuple([z.string(), z.uuid()]));
    rest = selected.filter((one) => compareKeys(keyOf(one), key, filter.sort ?? "changed") > 0);
  }
  const page = cutPage(rest.slice(0, Number(limit) + 1), Number(limit), keyOf);
  return {
    items: page.rows.map(({ summary }) => summary),
    next: page.next,
    total: selected.length,
    can: { write: may(work, "dialogue.write") && work.actor.role !== "guest" },
  };
}

/** Everything that matches, in order. For the list and its export. */
export async function selectSeries(work: Work, filter: SeriesFilter): Promise<DescribedSeries[]> {
  const { contractId, sort = "changed" } = filter;
  const ofContract =
    contractId === undefined ? null : await readSeriesIdsOfContract(work, contractId);
  const all = await describeSeries(work, await readSittings(work));
  const keyOf = keyBy(sort);
  return all
    .filter((one) => matches(one, filter) && (ofContract === null || ofContract.has(one.row.id)))
    .toSorted((a, b) => compareKeys(keyOf(a), keyOf(b), sort));
}

function matches({ row, sitting, summary }: DescribedSeries, filter: SeriesFilter): boolean {
  const { search, programmeId, supplierId, state, watch, side } = filter;
  const text = search?.trim().toLowerCase() ?? "";
  if (text !== "") {
    const said = `${row.title} ${row.counterpart_name} ${summary.host.name}`.toLowerCase();
    if (!said.includes(text)) return false;
  }
  // Which programme and which supplier a series stands with is its host's own.
  if (programmeId !== undefined && !(sitting.hosts && row.programme_id === programmeId))
    return false;
  if (supplierId !== undefined && !(sitting.hosts && row.supplier_id === supplierId)) return false;
  if (state !== undefined && row.state !== state) return false;
  if (side !== undefined && sitting.side !== side) return false;
  switch (watch) {
    case undefined:
      return true;
    case "lapsed":
      return summary.lapsed && row.state === "open";
    case "waiting_for_us":
      return summary.commitments.waitingForUs > 0;
    case "channel_closed":
      return !summary.channelOpen;
  }
}

type Sort = NonNullable<SeriesFilter["sort"]>;
type Key = readonly [string, string];

/** Nothing known sorts behind everything that is. */
const last = "\uFFFF";

function keyBy(sort: Sort): (one: DescribedSeries) => Key {
  return ({ row, summary }) => {
    switch (sort) {
      case "changed":
        return [row.updated_at.toISOString(), row.id];
      case "title":
      case "-title":
        return [row.title.toLowerCase(), row.id];
      case "next":
        return [summary.nextMeetingOn ?? last, row.id];
      case "last":
        return [summary.lastMeetingOn ?? "", row.id];
    }
  };
}

function compareKeys(a: Key, b: Key, sort: Sort): number {
  const descending = sort === "changed" || sort === "-title" || sort === "last";
  const order = a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0;
  return descending ? -order : order;
}
