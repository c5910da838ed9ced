/** Requests and answers of a contract, newest first. */
import type { AnswerRecord, RequestRecord } from "@throughline/contract";
import type { z } from "zod";
import type { Work } from "../../platform/api.ts";
import {
  namesNothingElse,
  readAnswers,
  readAnswersTo,
  readRequests,
  type AnswerRow,
} from "./requests.store.ts";

/** Requests, drafted and sent. */
export async function listRequests(
  work: Work,
  contractId: string,
): Promise<z.infer<typeof RequestRecord>[]> {
  return (await readRequests(work.tx, contractId)).map((row) => ({
    id: row.id,
    addressee: row.addressee,
    brand: row.brand,
    subject: row.subject,
    body: row.body,
    productIds: row.product_ids,
    draftedAt: row.drafted_at.toISOString(),
    sentOn: row.sent_on,
    dueOn: row.due_on,
    sentBy: row.sent_by,
  }));
}

/** Answers that came back. */
export async function listAnswers(
  work: Work,
  contractId: string,
): Promise<z.infer<typeof AnswerRecord>[]> {
  return (await readAnswers(work.tx, contractId)).map(describeAnswer);
}

/** Answers that were recorded to one request, with the contract each is about. */
export async function listAnswersTo(
  work: Work,
  requestId: string,
): Promise<(z.infer<typeof AnswerRecord> & { contractId: string })[]> {
  return (await readAnswersTo(work.tx, requestId)).map((row) => ({
    ...describeAnswer(row),
    contractId: row.contract_id,
  }));
}

function describeAnswer(row: AnswerRow): z.infer<typeof AnswerRecord> {
  return {
    id: row.id,
    requestId: row.request_id,
    answeredBy: row.answered_by,
    brand: row.brand,
    // The column's check constraint holds the vocabulary.
    answer: row.answer as z.infer<typeof AnswerRecord>["answer"],
    reason: row.reason,
    answeredOn: row.answered_on,
    document: row.document,
    selfReported: row.self_reported,
    productIds: row.product_ids,
  };
}

/** True when a request or an answer speaks about this product alone. */
export async function isOnlySubject(work: Work, productId: string): Promise<boolean> {
  return namesNothingElse(work.tx, productId);
}
