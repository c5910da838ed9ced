/** Keeps a request; with a day of sending it is recorded as sent. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { ensureSuppliers } from "../suppliers/index.ts";
import { checkSending } from "./requests.policy.ts";
import { insertRequest } from "./requests.store.ts";
import { requireOwnContract } from "./require-own-contract.ts";

export interface RequestToSave {
  readonly id: string;
  readonly addressee: string;
  readonly brand: string | null;
  readonly subject: string;
  readonly body: string;
  readonly productIds: readonly string[];
  readonly dueOn: string | null;
  readonly sentOn: string | null;
  /** For a request made elsewhere: who made it, `null` where that is not known. Left out: the acting person. */
  readonly madeBy?: string | null;
}

/** Saves the request and answers its id. The letter's words stay out of the audit: they may name people. */
export async function saveRequest(work: Work, input: RequestToSave): Promise<string> {
  await requireOwnContract(work, input.id);
  const check = checkSending(input, work.today);
  if (!check.ok) throw new AppError(check.code, check.details[0]?.message, check.details);
  const { organisationId } = work.actor;
  const personId = input.madeBy === undefined ? work.actor.personId : null;
  const suppliers = await ensureSuppliers(work, [{ name: input.addressee }]);
  const requestId = await insertRequest(work.tx, {
    organisationId,
    contracts: [{ contractId: input.id, productIds: input.productIds }],
    addressee: input.addressee,
    brand: input.brand,
    subject: input.subject,
    body: input.body,
    draftedBy: personId,
    draftedAt: work.now,
    sentOn: input.sentOn,
    dueOn: input.dueOn,
    sentBy: input.sentOn === null ? null : personId,
    madeBy: input.madeBy ?? null,
    supplierId: suppliers.get(input.addressee) ?? null,
  });
  await recordAudit(work, {
    action: input.sentOn === null ? "draft-request" : "send-request",
    subjectKind: "request",
    subjectId: requestId,
    after: {
      contractId: input.id,
      brand: input.brand,
      productIds: input.productIds,
      dueOn: input.dueOn,
      sentOn: input.sentOn,
    },
  });
  return requestId;
}
