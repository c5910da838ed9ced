/** Lists pairs that may be the same site, oldest first. */
import type { MatchReview } from "@throughline/contract";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import { findPairs, toReview } from "./match-reviews.store.ts";

export interface ReviewsWanted {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly state: "open" | "decided";
  readonly contractId?: string | undefined;
  readonly country?: string | undefined;
  readonly minProbability?: number | undefined;
  readonly maxProbability?: number | undefined;
}

export async function listMatchReviews(
  work: Work,
  wanted: ReviewsWanted,
): Promise<{ items: z.infer<typeof MatchReview>[]; next: string | null }> {
  const rows = await findPairs(work, {
    state: wanted.state,
    contractId: wanted.contractId,
    country: wanted.country,
    minProbability: wanted.minProbability,
    maxProbability: wanted.maxProbability,
    after:
      wanted.after === undefined
        ? null
        : decodeCursor(wanted.after, z.tuple([z.iso.datetime(), z.uuid()])),
    limit: wanted.limit,
  });
  const page = cutPage(rows, wanted.limit, (row) => [row.created_at.toISOString(), row.id]);
  return {
    items: page.rows.map(toReview),
    next: page.next,
  };
}
