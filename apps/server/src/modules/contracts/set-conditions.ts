/** Sets a contract's own conditions; those of its framework stand where they are. */
import type { ContractInput } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { planReminders } from "../duties/index.ts";
import { listConditions } from "../line/index.ts";
import { replaceConditions } from "./conditions.store.ts";
import { updateContract } from "./contracts.store.ts";
import { requireFollowers } from "./create-contract.ts";
import { describeConditions } from "./describe-for-audit.ts";
import { requireOwnContract } from "./require-contract.ts";

/** Replaces the contract's own conditions if nobody changed the contract since. */
export async function setConditions(
  work: Work,
  input: {
    readonly id: string;
    readonly version: number;
    readonly conditions: ContractInput["conditions"];
  },
): Promise<{ version: number }> {
  await requireOwnContract(work, input.id);
  await requireFollowers(work, input.conditions);
  const { organisationId } = work.actor;
  const before = (await listConditions(work, input.id)).filter(
    (condition) => condition.inheritedFrom === null,
  );
  const version = await updateContract(
    work.tx,
    organisationId,
    input.id,
    input.version,
    {},
    work.now,
  );
  if (version === undefined) throw new AppError("conflict");
  await replaceConditions(work.tx, organisationId, input.id, input.conditions);
  if (input.conditions.length > 0) await planReminders(work);
  await recordAudit(work, {
    action: "set-conditions",
    subjectKind: "contract",
    subjectId: input.id,
    before: describeConditions(before),
    after: describeConditions(input.conditions),
  });
  return { version };
}
