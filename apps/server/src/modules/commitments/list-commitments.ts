/** The ledger: who promised what by when, over all tables at which we sit. */
import type { CommitmentSummary } from "@throughline/contract";
import type { CommitmentState } from "@throughline/domain";
import { z } from "zod";
import { may, type Work } from "../../platform/api.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import type { CommitmentWhere } from "./commitments.store.ts";
import { gatherCommitments } from "./gather-commitments.ts";
import {
  comparePlaces,
  countStates,
  isAskedFor,
  placeOf,
  type CommitmentFilter,
  type CommitmentSort,
} from "./order-commitments.policy.ts";

export interface CommitmentSelection extends Omit<CommitmentWhere, "id">, CommitmentFilter {
  readonly sort: CommitmentSort;
}

/** What a list shows, in order; `counts` leave the state aside that is asked for. */
export async function selectCommitments(
  work: Work,
  { sort, ...wanted }: CommitmentSelection,
): Promise<{
  readonly found: CommitmentSummary[];
  readonly counts: Partial<Record<CommitmentState, number>>;
}> {
  const all = (await gatherCommitments(work, wanted)).flatMap(({ summary }) =>
    isAskedFor(summary, wanted) ? [summary] : [],
  );
  return {
    found: all
      .filter(({ state }) => wanted.state === undefined || state === wanted.state)
      .sort((a, b) => comparePlaces(placeOf(a, sort), placeOf(b, sort))),
    counts: countStates(all),
  };
}

const Place = z.tuple([z.union([z.string(), z.number()]), z.string(), z.uuid()]);

export async function listCommitments(
  work: Work,
  input: CommitmentSelection & { readonly after?: string | undefined; readonly limit: number },
) {
  const { after, limit, ...wanted } = input;
  const { found, counts } = await selectCommitments(work, wanted);
  const cursor = after === undefined ? null : decodeCursor(after, Place);
  const rest =
    cursor === null
      ? found
      : found.filter((one) => comparePlaces(placeOf(one, wanted.sort), cursor) > 0);
  const page = cutPage(rest.slice(0, limit + 1), limit, (one) => placeOf(one, wanted.sort));
  return {
    items: [...page.rows],
    next: page.next,
    total: found.length,
    counts,
    can: { write: may(work, "dialogue.write") },
  };
}
