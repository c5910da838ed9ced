/** Joins the endpoints of the library to their use cases. */
import { AppError } from "@throughline/domain";
import { act, api } from "../../platform/api.ts";
import { importYaml } from "./exchange-yaml.ts";
import { drop, holdOwn, restore, takeUp } from "./hold-requirement.ts";
import { listRequirements } from "./list-requirements.ts";
import { showRequirement } from "./show-requirement.ts";

export const requirementRoutes = {
  list: api.requirements.list.handler(({ input, context }) =>
    act(context, "requirement.read", (work) => listRequirements(work, input)),
  ),
  get: api.requirements.get.handler(({ input, context }) =>
    act(context, "requirement.read", (work) => showRequirement(work, input.key)),
  ),
  adopt: api.requirements.adopt.handler(({ input, context }) =>
    act(context, "requirement.write", (work) =>
      takeUp(work, "adopted", { ...input, wordings: null }),
    ),
  ),
  adapt: api.requirements.adapt.handler(({ input, context }) =>
    act(context, "requirement.write", (work) => takeUp(work, "adapted", input)),
  ),
  addOwn: api.requirements.addOwn.handler(({ input, context }) =>
    act(context, "requirement.write", (work) =>
      holdOwn(work, { ...input, version: null, changes: [] }),
    ),
  ),
  reviseOwn: api.requirements.reviseOwn.handler(({ input, context }) =>
    act(context, "requirement.write", async (work) => {
      const shown = await showRequirement(work, input.key);
      if (shown.adoption?.standing !== "own")
        throw new AppError("not_found", "There is no requirement of your own with this key.");
      return holdOwn(work, { ...input, content: { ...input.content, key: input.key } });
    }),
  ),
  drop: api.requirements.drop.handler(({ input, context }) =>
    act(context, "requirement.write", async (work) => {
      await drop(work, input);
      return { done: true } as const;
    }),
  ),
  restore: api.requirements.restore.handler(({ input, context }) =>
    act(context, "requirement.write", (work) => restore(work, input)),
  ),
  importYaml: api.requirements.importYaml.handler(({ input, context }) =>
    act(context, "requirement.write", (work) => importYaml(work, input)),
  ),
};
