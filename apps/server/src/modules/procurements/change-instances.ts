/** Criteria and clauses: added, changed, removed, put in order. Each is one act that can be undone. */
import { randomUUID } from "node:crypto";
import type { InstanceInput } from "@throughline/contract";
import { AppError, type RequirementInstance } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { changeProcurement, loadVersion, refuseUnless, type Change } from "./change-procurement.ts";
import type { LoadedProcurement } from "./load-procurement.ts";
import { mayChangeInstances } from "./procurements.policy.ts";

interface Seen {
  readonly id: string;
  readonly version: number;
}

const published =
  "It is published: criteria and clauses stay as the market has them. Take it back to drafting to correct the notice.";

async function write(
  work: Work,
  loaded: LoadedProcurement,
  instances: RequirementInstance[],
  change: Pick<Change, "kind" | "about">,
): Promise<number> {
  return changeProcurement(work, loaded, {
    ...change,
    content: { ...loaded, facts: { ...loaded.facts, instances } },
  });
}

/** Adds them behind those that are there. */
export async function addInstances(
  work: Work,
  input: Seen & { readonly instances: readonly InstanceInput[] },
): Promise<{ version: number; ids: string[] }> {
  const loaded = await loadVersion(work, input);
  refuseUnless(mayChangeInstances(loaded.facts.stage), published);
  const added = input.instances.map((instance) => ({ ...instance, id: randomUUID() }));
  const version = await write(work, loaded, [...loaded.facts.instances, ...added], {
    kind: "add-instances",
    about: {
      count: added.length,
      title: added.length === 1 ? `“${added[0]?.title ?? ""}”` : null,
    },
  });
  return { version, ids: added.map(({ id }) => id) };
}

function requireInstance(loaded: LoadedProcurement, instanceId: string): RequirementInstance {
  const found = loaded.facts.instances.find(({ id }) => id === instanceId);
  if (found === undefined)
    throw new AppError("not_found", "There is no such criterion or clause here.");
  return found;
}

/** Changes the fields that are there. After publication only who follows up, and how. */
export async function reviseInstance(
  work: Work,
  {
    id,
    version,
    instanceId,
    ...given
  }: Seen & {
    readonly instanceId: string;
  } & {
    readonly [Field in keyof Omit<RequirementInstance, "id">]?:
      | RequirementInstance[Field]
      | undefined;
  },
): Promise<{ version: number }> {
  const loaded = await loadVersion(work, { id, version });
  const was = requireInstance(loaded, instanceId);
  const changes = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Partial<RequirementInstance>; // the contract's fields, without those left out
  refuseUnless(
    mayChangeInstances(loaded.facts.stage) ||
      Object.keys(changes).every((field) => field === "followUp"),
    published,
  );
  const changed = { ...was, ...changes };
  return {
    version: await write(
      work,
      loaded,
      loaded.facts.instances.map((one) => (one.id === instanceId ? changed : one)),
      { kind: "revise-instance", about: { title: changed.title } },
    ),
  };
}

/** Removes one; promises that answered it stay, answering nothing in particular. */
export async function removeInstance(
  work: Work,
  input: Seen & { readonly instanceId: string },
): Promise<{ version: number }> {
  const loaded = await loadVersion(work, input);
  const was = requireInstance(loaded, input.instanceId);
  refuseUnless(mayChangeInstances(loaded.facts.stage), published);
  const { facts } = loaded;
  return {
    version: await changeProcurement(work, loaded, {
      kind: "remove-instance",
      about: { title: was.title },
      content: {
        ...loaded,
        facts: {
          ...facts,
          instances: facts.instances.filter(({ id }) => id !== was.id),
          promises: facts.promises.map((one) =>
            one.criterionId === was.id ? { ...one, criterionId: null } : one,
          ),
        },
      },
    }),
  };
}

/** Puts them in another order. */
export async function reorderInstances(
  work: Work,
  input: Seen & { readonly instanceIds: readonly string[] },
): Promise<{ version: number }> {
  const loaded = await loadVersion(work, input);
  refuseUnless(mayChangeInstances(loaded.facts.stage), published);
  const byId = new Map(loaded.facts.instances.map((one) => [one.id, one]));
  const ordered = [...new Set(input.instanceIds)].flatMap((id) => byId.get(id) ?? []);
  if (ordered.length !== byId.size || input.instanceIds.length !== byId.size)
    throw new AppError("input_invalid", "Name each criterion and clause once.", [
      { path: "/instanceIds", message: "Send the ids of all of them, in the order wanted." },
    ]);
  return {
    version: await write(work, loaded, ordered, { kind: "reorder-instances", about: {} }),
  };
}
