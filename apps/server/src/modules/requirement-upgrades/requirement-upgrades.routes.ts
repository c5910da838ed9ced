/** Joins the endpoints about versions to their use cases. Writing a place asks for what writing it anywhere asks for. */
import { AppError } from "@throughline/domain";
import { act, api, may } from "../../platform/api.ts";
import { compareVersions, upgradePlaces } from "./upgrade-places.ts";

export const requirementUpgradeRoutes = {
  compareVersions: api.requirements.compareVersions.handler(({ input, context }) =>
    act(context, "requirement.read", (work) => compareVersions(work, input)),
  ),
  upgrade: api.requirements.upgrade.handler(({ input, context }) =>
    act(context, "requirement.write", (work) => {
      const kinds = new Set(input.places.map(({ kind }) => kind));
      for (const [kind, permission] of [
        ["procurement", "procurement.write"],
        ["contract", "contract.write"],
      ] as const) {
        if (kinds.has(kind) && !input.dryRun && !may(work, permission))
          throw new AppError(
            work.actor.scopes === null ? "not_allowed" : "token_scope_missing",
            `Scope needed: ${permission}.`,
          );
      }
      return upgradePlaces(work, input);
    }),
  ),
};
