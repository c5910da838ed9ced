/** Records what came back: disclosed, refused, cannot because, withdrawn, shown false. Silence is never recorded. */
import { AppError, type DisclosureAnswer } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { checkAnswer } from "./requests.policy.ts";
import { findRequest, insertAnswer } from "./requests.store.ts";
import { requireOwnContract } from "./require-own-contract.ts";

export interface AnswerToRecord {
  readonly id: string;
  readonly requestId: string | null;
  readonly answeredBy: string;
  readonly brand: string | null;
  readonly answer: Exclude<DisclosureAnswer, "silent">;
  readonly reason: string | null;
  readonly answeredOn: string;
  readonly document: string | null;
  readonly selfReported: boolean;
  readonly productIds: readonly string[];
}

/** Records the answer and answers its id. */
export async function recordAnswer(work: Work, input: AnswerToRecord): Promise<string> {
  await requireOwnContract(work, input.id);
  const request = input.requestId === null ? null : await requestOf(work, input);
  const check = checkAnswer(
    input,
    request === null ? null : { sentOn: request.sent_on },
    work.today,
  );
  if (!check.ok) throw new AppError(check.code, check.details[0]?.message, check.details);
  const { id: contractId, ...answer } = input;
  const answerId = await insertAnswer(work.tx, {
    ...answer,
    reason: input.reason === "" ? null : input.reason,
    contractId,
    organisationId: work.actor.organisationId,
    recordedBy: work.actor.personId,
  });
  await recordAudit(work, {
    action: "record-answer",
    subjectKind: "answer",
    subjectId: answerId,
    after: {
      contractId,
      requestId: input.requestId,
      brand: input.brand,
      answer: input.answer,
      answeredOn: input.answeredOn,
      selfReported: input.selfReported,
      productIds: input.productIds,
    },
  });
  return answerId;
}

/** A request of another contract, like one that does not exist, cannot be answered here. */
async function requestOf(
  work: Work,
  input: { readonly id: string; readonly requestId: string | null },
): Promise<NonNullable<Awaited<ReturnType<typeof findRequest>>>> {
  const request =
    input.requestId === null ? undefined : await findRequest(work.tx, input.requestId);
  if (request === undefined || !request.contract_ids.includes(input.id)) {
    throw new AppError("reference_unknown", "There is no such request for this contract.", [
      { path: "/requestId", message: "Choose a request of this contract." },
    ]);
  }
  return request;
}
