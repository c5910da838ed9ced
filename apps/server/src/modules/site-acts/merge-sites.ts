/** Merges a site with another by hand, with a reason. */
import type { ActDone } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { lockOrganisationSites } from "../sites/index.ts";
import { joinSites } from "./join-sites.ts";
import { requireStanding } from "./require-standing.ts";
import { explainRefusal } from "./site-acts.policy.ts";
import { tryOut } from "./try-out.store.ts";

/**
 * @throws AppError `not_found` (the site), `reference_unknown` (the other one), `already_exists`, `input_invalid`,
 * `verdict_already_given` when the two were decided to differ.
 */
export async function mergeSites(
  work: Work,
  input: {
    readonly id: string;
    readonly otherId: string;
    readonly keepId?: string | undefined;
    readonly reason: string;
    readonly dryRun: boolean;
  },
): Promise<ActDone> {
  await lockOrganisationSites(work);
  await requireStanding(work, input.id);
  if (input.keepId !== undefined && input.keepId !== input.id && input.keepId !== input.otherId)
    throw new AppError("input_invalid", "One of the two is kept.", [
      { path: "/keepId", message: "This is neither of them." },
    ]);
  return tryOut(work, input.dryRun, async () => {
    const joined = await joinSites(work, {
      one: input.id,
      other: input.otherId,
      keepId: input.keepId,
      reason: input.reason,
    });
    if (joined.kind === "refused") {
      const { code, message } = explainRefusal(joined.reason);
      throw new AppError(code, message, [{ path: "/otherId", message }]);
    }
    return {
      actId: input.dryRun ? null : joined.actId,
      siteId: joined.keptId,
      effect: joined.effect,
    };
  });
}
