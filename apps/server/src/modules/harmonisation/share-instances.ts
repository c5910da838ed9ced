/** Gives a group copies of how we ask requirements, and takes them back. Nothing leaves but exactly what a dry run shows. */
import type { ShareCandidate, ShareInput, SharedInstance } from "@throughline/contract";
import { AppError, type ErrorDetail, type Requirement } from "@throughline/domain";
import { checkValues, findRequirement } from "@throughline/requirements";
import { isDeepStrictEqual } from "node:util";
import { may, subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { keepReadable, openHouseLibrary, readUses } from "../requirements/index.ts";
import { sayAsked, sayHarmonisation } from "./harmonisation-sentences.ts";
import { readOwnFace } from "./groups.store.ts";
import { requireBuyer } from "./keep-groups.ts";
import {
  readContractSuppliers,
  readInstances,
  replaceInstance,
  withdrawShared,
  type NewInstance,
  type StoredInstance,
} from "./copies.store.ts";

/** A requirement that all can compare by: one of the library that the product ships. */
export function requireShared(key: string, version: number | null, path: string): Requirement {
  const found = findRequirement(key, version);
  if (found !== undefined) return found;
  throw new AppError("reference_unknown", undefined, [
    { path, message: "Choose a requirement of the common library: others know no other." },
  ]);
}

function tell(given: NewInstance | StoredInstance, sharedOn: string): Omit<SharedInstance, "id"> {
  const requirement = findRequirement(given.requirement, given.version);
  return {
    buyer: given.buyer,
    own: false,
    requirement: given.requirement,
    title: requirement?.title ?? given.requirement,
    version: given.version,
    role: given.role,
    values: given.values,
    says: sayAsked(requirement, given.values),
    floor: given.floor,
    resellers: [...given.resellers],
    schemes: [...given.schemes],
    sharedOn,
  };
}

/** What the buyers of a group share. */
export async function listShared(
  work: Work,
  groupId: string,
): Promise<{ instances: SharedInstance[] }> {
  await requireBuyer(work, groupId);
  const instances = await readInstances(work, groupId);
  return {
    instances: instances.map((one) => ({
      ...tell(one, one.sharedOn),
      id: one.id,
      own: one.organisationId === work.actor.organisationId,
    })),
  };
}

/** Gives copies; a later one of the same requirement in the same role takes the place of the earlier. */
export async function shareInstances(
  work: Work,
  input: {
    readonly groupId: string;
    readonly instances: readonly ShareInput[];
    readonly dryRun: boolean;
  },
): Promise<{ done: boolean; seenByOthers: Omit<SharedInstance, "id">[] }> {
  const { groupId, dryRun } = input;
  await requireBuyer(work, groupId);
  const details = input.instances.flatMap((one, at) => checkShared(one, `/instances/${at}`));
  const named = input.instances.map(({ requirement, role }) => `${requirement} ${role}`);
  named.forEach((name, at) => {
    if (named.indexOf(name) !== at)
      details.push({
        path: `/instances/${at}/requirement`,
        message: "Each requirement once in each role.",
      });
  });
  if (details.length > 0) throw new AppError("input_invalid", details[0]?.message, details);
  const { name } = await readOwnFace(work);
  const given = input.instances.map((one): NewInstance => ({ ...one, buyer: name }));
  if (!dryRun)
    for (const one of given) {
      const id = await replaceInstance(work, groupId, one);
      await recordAudit(work, {
        action: "share-instance",
        subjectKind: "harmonisation_group",
        subjectId: groupId,
        after: {
          sharedId: id,
          ...one,
          floor:
            one.floor === null
              ? null
              : {
                  values: one.floor.values,
                  reason: await sealPersonal(work, subjectOf(work.actor), one.floor.reason),
                },
        },
      });
    }
  return { done: !dryRun, seenByOthers: given.map((one) => tell(one, work.today)) };
}

function checkShared(one: ShareInput, path: string): ErrorDetail[] {
  const requirement = requireShared(one.requirement, one.version, `${path}/requirement`);
  const of = (values: ShareInput["values"], field: string): ErrorDetail[] =>
    checkValues(requirement.parameters, values ?? {}).map(({ parameter, sentence }) => ({
      path: `${path}/${field}/${parameter}`,
      message: sentence.text,
    }));
  return [...of(one.values, "values"), ...of(one.floor?.values ?? null, "floor/values")];
}

/** Withdraws one of our copies; from then on nobody else sees it. */
export async function withdrawInstance(
  work: Work,
  { groupId, sharedId }: { readonly groupId: string; readonly sharedId: string },
): Promise<void> {
  await requireBuyer(work, groupId);
  if (!(await withdrawShared(work, "shared_instances", groupId, sharedId)))
    throw new AppError("not_found");
  await recordAudit(work, {
    action: "withdraw-shared-instance",
    subjectKind: "harmonisation_group",
    subjectId: groupId,
    before: { sharedId },
  });
}

const roleOfLibrary = "clause";

/** What of ours could be shared: our library, policy, procurements and contracts. Drafts are marked. */
export async function listCandidates(
  work: Work,
  groupId: string,
): Promise<{ candidates: ShareCandidate[] }> {
  await requireBuyer(work, groupId);
  const library = await openHouseLibrary(work);
  const suppliers = await readContractSuppliers(work);
  const shared = (await readInstances(work, groupId)).filter(
    (one) => one.organisationId === work.actor.organisationId,
  );
  const candidates: ShareCandidate[] = [];
  const add = (found: Omit<ShareCandidate, "title" | "says" | "alreadyShared">): void => {
    const requirement = library.find(found.requirement, found.version);
    // A clause may have a day where its requirement has no parameter for one: others could not compare it.
    const known = new Set(requirement?.parameters.map(({ key }) => key));
    const one = {
      ...found,
      values: Object.fromEntries(Object.entries(found.values).filter(([key]) => known.has(key))),
    };
    candidates.push({
      ...one,
      title: requirement?.title ?? one.requirement,
      says: sayAsked(requirement, one.values),
      alreadyShared: shared.some(
        (given) =>
          given.requirement === one.requirement &&
          given.role === one.role &&
          isDeepStrictEqual(given.values, one.values),
      ),
    });
  };
  for (const key of library.keys) {
    if (!library.isCanonical(key)) continue;
    const held = library.held.get(key);
    if (may(work, "requirement.read") && held !== undefined && Object.keys(held.values).length > 0)
      add({
        source: {
          kind: "library",
          id: held.id,
          label: sayHarmonisation("candidate.library", {}).text,
          draft: false,
        },
        requirement: key,
        version: held.base?.version ?? null,
        role: roleOfLibrary,
        values: held.values,
        resellers: [],
      });
    for (const use of keepReadable(work, await readUses(work, key)))
      add({
        source: {
          kind: use.kind === "policy" ? "policy_row" : use.kind,
          id: use.instanceId,
          label: sayHarmonisation(`candidate.${use.kind}`, { title: use.title }).text,
          draft: use.stage === "drafting",
        },
        requirement: key,
        version: use.version,
        role: use.role,
        values: use.values,
        resellers: use.kind === "contract" ? (suppliers.get(use.id) ?? []) : [],
      });
  }
  return { candidates };
}
