/** Accepts many pairs as the same, after a dry run that says what would happen. What needs a person is left, and counted. */
import { randomUUID } from "node:crypto";
import type { PairsAccepted } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { screenSitesNow } from "../screening/index.ts";
import {
  findPairs,
  findReviewForUpdate,
  lockOrganisationSites,
  writeDecision,
} from "../sites/index.ts";
import { joinSites } from "./join-sites.ts";
import type { MergeRefusal } from "./site-acts.policy.ts";
import { tryOut } from "./try-out.store.ts";

/** So many at once; the rest waits for the next time. */
export const mostAtOnce = 500;
const mostExamples = 20;

/** @throws AppError `conflict` when other pairs wait than the dry run found. */
export async function acceptPairs(
  work: Work,
  input: {
    readonly contractId?: string | undefined;
    readonly country?: string | undefined;
    readonly minProbability?: number | undefined;
    readonly maxProbability?: number | undefined;
    readonly dryRun: boolean;
    readonly expected?: number | undefined;
  },
): Promise<z.infer<typeof PairsAccepted>> {
  await lockOrganisationSites(work);
  const found = await findPairs(work, {
    ...input,
    state: "open",
    after: null,
    limit: mostAtOnce,
  });
  const more = found.length > mostAtOnce;
  const pairs = found.slice(0, mostAtOnce);
  if (input.expected !== undefined && input.expected !== pairs.length)
    throw new AppError("conflict");
  return tryOut(work, input.dryRun, async () => {
    const bulkId = randomUUID();
    const left = new Map<MergeRefusal, number>();
    const effect = { records: 0, links: 0, contracts: 0, hits: 0, pairs: 0 };
    const examples: z.infer<typeof PairsAccepted>["examples"] = [];
    const toScreen = new Set<string>();
    let merges = 0;
    // The surest first: what they imply decides what is left of the others.
    for (const pair of pairs.toSorted(
      (a, b) => b.probability - a.probability || (a.id < b.id ? -1 : 1),
    )) {
      const review = await findReviewForUpdate(work, pair.id);
      // Settled by a merge before it in this bulk, and asked anew with the site that stands.
      if (review === undefined || review.decision !== null || review.settled_by !== null) {
        left.set("joined_already", (left.get("joined_already") ?? 0) + 1);
        continue;
      }
      const joined = await joinSites(work, {
        one: pair.a_id,
        other: pair.b_id,
        reason: null,
        reviewId: pair.id,
        bulkId,
        screenLater: true,
      });
      if (joined.kind === "refused") {
        left.set(joined.reason, (left.get(joined.reason) ?? 0) + 1);
        continue;
      }
      await writeDecision(work, pair.id, "same");
      merges += 1;
      if (joined.screened) toScreen.add(joined.keptId);
      toScreen.delete(joined.goneId);
      for (const key of ["records", "links", "contracts", "hits", "pairs"] as const)
        effect[key] += joined.effect[key];
      if (examples.length < mostExamples) {
        const [kept, gone] =
          joined.keptId === pair.a_id ? [pair.a_name, pair.b_name] : [pair.b_name, pair.a_name];
        examples.push({ kept, gone, probability: pair.probability, reviewId: pair.id });
      }
    }
    if (!input.dryRun && merges > 0) {
      await screenSitesNow(work, [...toScreen]);
      await recordAudit(work, {
        action: "accept-match-reviews",
        subjectKind: "match_review_bulk",
        subjectId: bulkId,
        after: {
          contractId: input.contractId ?? null,
          country: input.country ?? null,
          minProbability: input.minProbability ?? null,
          maxProbability: input.maxProbability ?? null,
          merges,
        },
      });
    }
    return {
      bulkId: input.dryRun || merges === 0 ? null : bulkId,
      pairs: pairs.length,
      merges,
      more,
      left: [...left].map(([reason, count]) => ({ reason, pairs: count })),
      effect,
      examples,
    };
  });
}
