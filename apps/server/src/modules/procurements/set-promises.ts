/** What bidders promised. */
import { randomUUID } from "node:crypto";
import type { procurements } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { InferContractRouterInputs } from "@orpc/contract";
import type { Work } from "../../platform/api.ts";
import { changeProcurement, loadVersion, refuseUnless } from "./change-procurement.ts";
import { mayHavePromises } from "./procurements.policy.ts";

/** Replaces the list; a promise with an id that is there keeps it. */
export async function setPromises(
  work: Work,
  input: InferContractRouterInputs<typeof procurements>["setPromises"],
): Promise<{ version: number }> {
  const loaded = await loadVersion(work, input);
  refuseUnless(
    mayHavePromises(loaded.facts.stage),
    "It is not published yet: there are no bids to promise anything.",
  );
  const known = new Set(loaded.facts.promises.map(({ id }) => id));
  const used = new Set<string>();
  const promises = input.promises.map(({ id, ...promise }, at) => {
    if (id === null || id === undefined) return { ...promise, id: randomUUID() };
    if (!known.has(id) || used.has(id))
      throw new AppError("reference_unknown", "There is no such promise here.", [
        { path: `/promises/${at}/id`, message: "Leave the id out for a new promise." },
      ]);
    used.add(id);
    return { ...promise, id };
  });
  return {
    version: await changeProcurement(work, loaded, {
      kind: "set-promises",
      about: { count: promises.length },
      content: { ...loaded, facts: { ...loaded.facts, promises } },
    }),
  };
}
