/** Tells the buyers of a group what we looked into at a supplier, so that they need not do it again. */
import type { SharedFollowUp } from "@throughline/contract";
import {
  AppError,
  type ErrorDetail,
  type IsoDate,
  type ParameterValues,
} from "@throughline/domain";
import { checkValues, findRequirement, followUpMethods } from "@throughline/requirements";
import { subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { readOwnFace } from "./groups.store.ts";
import { requireBuyer } from "./keep-groups.ts";
import { requireShared } from "./share-instances.ts";
import {
  insertFollowUp,
  readFollowUps,
  withdrawShared,
  type StoredFollowUp,
} from "./copies.store.ts";

type Given = Omit<StoredFollowUp, "id" | "organisationId" | "sharedOn" | "buyer">;

function tell(given: Given, buyer: string, sharedOn: IsoDate): Omit<SharedFollowUp, "id"> {
  return {
    by: buyer,
    own: false,
    requirement: given.requirement,
    title: findRequirement(given.requirement, null)?.title ?? given.requirement,
    supplier: given.supplier,
    values: given.values,
    method: given.method,
    followedUpOn: given.followedUpOn,
    result: given.result,
    sharedOn,
  };
}

export async function listFollowUps(
  work: Work,
  groupId: string,
): Promise<{ followUps: SharedFollowUp[] }> {
  await requireBuyer(work, groupId);
  return {
    followUps: (await readFollowUps(work, groupId)).map((one) => ({
      ...tell(one, one.buyer, one.sharedOn),
      id: one.id,
      own: one.organisationId === work.actor.organisationId,
    })),
  };
}

export async function shareFollowUp(
  work: Work,
  input: {
    readonly groupId: string;
    readonly requirement: string;
    readonly supplier: string;
    readonly values: ParameterValues;
    readonly method: string;
    readonly followedUpOn: IsoDate;
    readonly result: string;
    readonly dryRun: boolean;
  },
): Promise<{ done: boolean; seenByOthers: Omit<SharedFollowUp, "id"> }> {
  const { groupId, dryRun, ...given } = input;
  await requireBuyer(work, groupId);
  const requirement = requireShared(given.requirement, null, "/requirement");
  const details: ErrorDetail[] = checkValues(requirement.parameters, given.values).map(
    ({ parameter, sentence }) => ({ path: `/values/${parameter}`, message: sentence.text }),
  );
  if (!followUpMethods.some((one) => one === given.method))
    details.push({
      path: "/method",
      message: `Say how: ${followUpMethods.join(", ").replaceAll("_", " ")}.`,
    });
  if (details.length > 0) throw new AppError("input_invalid", details[0]?.message, details);
  if (given.followedUpOn > work.today) throw new AppError("date_in_future");
  const { name } = await readOwnFace(work);
  if (!dryRun) {
    const id = await insertFollowUp(work, groupId, { ...given, buyer: name });
    await recordAudit(work, {
      action: "share-follow-up",
      subjectKind: "harmonisation_group",
      subjectId: groupId,
      after: {
        followUpId: id,
        ...given,
        result: await sealPersonal(work, subjectOf(work.actor), given.result),
      },
    });
  }
  return { done: !dryRun, seenByOthers: tell(given, name, work.today) };
}

export async function withdrawFollowUp(
  work: Work,
  { groupId, followUpId }: { readonly groupId: string; readonly followUpId: string },
): Promise<void> {
  await requireBuyer(work, groupId);
  if (!(await withdrawShared(work, "shared_follow_ups", groupId, followUpId)))
    throw new AppError("not_found");
  await recordAudit(work, {
    action: "withdraw-shared-follow-up",
    subjectKind: "harmonisation_group",
    subjectId: groupId,
    before: { followUpId },
  });
}
