/** Requests this organisation makes. */
import type { RequestState, RequestSummary } from "@throughline/contract";
import { IsoDate, IsoInstant } from "@throughline/domain";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { decodeCursor, encodeCursor } from "../../platform/keyset.ts";
import {
  readRequestPage,
  type RequestFilter,
  type RequestKey,
  type RequestSort,
} from "./request-list.store.ts";
import { openStates } from "./request-state.policy.ts";
import { gatherRequests, type GatheredRequest } from "./summarise-requests.ts";

export interface RequestPageInput extends RequestFilter {
  readonly state?: RequestState | undefined;
  readonly open?: boolean | undefined;
  readonly sort: RequestSort;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A state follows from many tables: pages are read and decided until there are enough. */
const readAtOnce = 200;

export async function listOwnRequests(
  work: Work,
  input: RequestPageInput,
): Promise<{ items: RequestSummary[]; next: string | null }> {
  const { requests, next } = await gatherPage(work, input);
  return { items: requests.map((one) => one.summary), next };
}

/** The same with what each state follows from, for other modules. */
export async function gatherPage(
  work: Work,
  input: RequestPageInput,
): Promise<{ requests: GatheredRequest[]; next: string | null }> {
  const shape = z.tuple([input.sort === "drafted" ? IsoInstant : IsoDate, z.uuid()]);
  let after: RequestKey | null =
    input.after === undefined ? null : decodeCursor(input.after, shape);
  const found: GatheredRequest[] = [];
  const filtered = input.state !== undefined || input.open === true;
  const limit = filtered ? readAtOnce : input.limit + 1;
  while (found.length <= input.limit) {
    const rows = await readRequestPage(work.tx, work.actor.organisationId, input, {
      sort: input.sort,
      after,
      limit,
    });
    const wanted = (await gatherRequests(work, rows)).filter(
      ({ summary: { state } }) =>
        (input.state === undefined || state === input.state) &&
        (input.open !== true || openStates.has(state)),
    );
    found.push(...wanted);
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) break;
    after = keyOf(last, input.sort);
  }
  if (found.length <= input.limit) return { requests: found, next: null };
  const page = found.slice(0, input.limit);
  const last = page.at(-1);
  return {
    requests: page,
    next: last === undefined ? null : encodeCursor(keyOf(last.row, input.sort)),
  };
}

function keyOf(row: GatheredRequest["row"], sort: RequestSort): RequestKey {
  return [sort === "drafted" ? row.drafted_key : row.due_key, row.id];
}
