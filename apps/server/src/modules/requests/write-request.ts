/** Writes a request about one or many contracts. It stays a draft until it is sent. */
import { AppError, type IsoDate } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { ensureSuppliers, findSupplier } from "../suppliers/index.ts";
import { requireOwnContract } from "./require-own-contract.ts";
import { insertRequest, type RequestContract } from "./requests.store.ts";

export interface RequestToWrite {
  readonly addressee: string;
  readonly supplierId: string | null;
  readonly brand: string | null;
  readonly contracts: readonly RequestContract[];
  readonly subject: string;
  readonly body: string;
  readonly dueOn: IsoDate | null;
  readonly dueBecause: string | null;
  readonly language: string;
}

export async function writeRequest(work: Work, input: RequestToWrite): Promise<string> {
  const { organisationId } = work.actor;
  const contracts = mergeContracts(input.contracts);
  for (const { contractId } of contracts) await requireOwnContract(work, contractId);
  if (
    input.supplierId !== null &&
    (await findSupplier(work.tx, organisationId, input.supplierId)) === undefined
  )
    throw new AppError("reference_unknown", "There is no such supplier here.", [
      { path: "/supplierId", message: "Choose one of your suppliers, or leave it out." },
    ]);
  const supplierId =
    input.supplierId ??
    (await ensureSuppliers(work, [{ name: input.addressee }])).get(input.addressee) ??
    null;
  const requestId = await insertRequest(work.tx, {
    organisationId,
    contracts,
    addressee: input.addressee,
    brand: input.brand,
    subject: input.subject,
    body: input.body,
    draftedBy: work.actor.personId,
    draftedAt: work.now,
    sentOn: null,
    dueOn: input.dueOn,
    sentBy: null,
    madeBy: null,
    supplierId,
    language: input.language,
    dueBecause: input.dueBecause,
  });
  // The words and the addressee may name people: they stay out of the audit.
  await recordAudit(work, {
    action: "draft-request",
    subjectKind: "request",
    subjectId: requestId,
    after: { contracts, brand: input.brand, supplierId, dueOn: input.dueOn },
  });
  return requestId;
}

/** A contract that is named twice is asked about once, with the products of both. */
function mergeContracts(contracts: readonly RequestContract[]): RequestContract[] {
  const byId = new Map<string, string[]>();
  for (const { contractId, productIds } of contracts)
    byId.set(contractId, [...(byId.get(contractId) ?? []), ...productIds]);
  return [...byId].map(([contractId, productIds]) => ({
    contractId,
    productIds: [...new Set(productIds)],
  }));
}
