/** What the review screens ask of the API, and what a decision makes stale. */
import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
  type UseMutationResult,
} from "@tanstack/react-query";
import type { ScreeningVerdict } from "@throughline/domain";
import { api } from "../../api/client.ts";

type ReviewPage = Awaited<ReturnType<typeof api.sites.listReviews>>;
export type Review = ReviewPage["items"][number];
export type MatchDecision = NonNullable<Review["decision"]>;
export type Hit = Awaited<ReturnType<typeof api.screening.listHits>>["items"][number];
export type ListInUse = Awaited<ReturnType<typeof api.screening.lists>>["items"][number];
export type ReviewListInput = Parameters<typeof api.sites.listReviews>[0];
export type HitListInput = Parameters<typeof api.screening.listHits>[0];

export function reviewListQuery(input: ReviewListInput) {
  return queryOptions({
    queryKey: ["reviews", input],
    queryFn: () => api.sites.listReviews(input),
    placeholderData: keepPreviousData,
  });
}

export function hitListQuery(input: HitListInput) {
  return queryOptions({
    queryKey: ["hits", input],
    queryFn: () => api.screening.listHits(input),
    placeholderData: keepPreviousData,
  });
}

export const listsQuery = queryOptions({
  queryKey: ["screening-lists"],
  queryFn: () => api.screening.lists(),
  staleTime: Infinity,
});

/** What rests on decisions: the lines of contracts, sites, what is due. */
const resting = [["reviews"], ["hits"], ["sites"], ["contracts"], ["today"]] as const;

function useDeciding<Input>(
  decide: (input: Input) => Promise<unknown>,
): UseMutationResult<unknown, Error, Input> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: decide,
    onSettled: () =>
      Promise.all(resting.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

export interface MatchDeciding {
  readonly review: Review;
  /** `null` takes a decision back. */
  readonly decision: MatchDecision | null;
}

/** Decides a pair, or takes the decision back. */
export function useDecideMatch(): UseMutationResult<unknown, Error, MatchDeciding> {
  return useDeciding(({ review, decision }: MatchDeciding) =>
    api.sites.decideReview({ reviewId: review.id, decision }),
  );
}

export interface HitDeciding {
  readonly hit: Hit;
  readonly verdict: ScreeningVerdict;
  readonly reason: string | null;
}

/** Gives a verdict on a hit; `waiting` takes it back. */
export function useDecideHit(): UseMutationResult<unknown, Error, HitDeciding> {
  return useDeciding(({ hit, verdict, reason }: HitDeciding) =>
    api.screening.decide({ hitId: hit.id, verdict, reason }),
  );
}

export type AcceptInput = Parameters<typeof api.sites.acceptPairs>[0];
export type Accepted = Awaited<ReturnType<typeof api.sites.acceptPairs>>;

/** Accepts the pairs a filter finds as the same, or says what that would do. */
export function useAcceptPairs(): UseMutationResult<Accepted, Error, AcceptInput> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: AcceptInput) => api.sites.acceptPairs(input),
    onSuccess: async (_, { dryRun }) => {
      if (!dryRun)
        await Promise.all(resting.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}

export const acceptedQuery = queryOptions({
  queryKey: ["reviews", "accepted"],
  queryFn: () => api.sites.listAccepted(),
});

export function useUndoAccepted(): UseMutationResult<unknown, Error, string> {
  return useDeciding((bulkId: string) => api.sites.undoAccepted({ bulkId }));
}
