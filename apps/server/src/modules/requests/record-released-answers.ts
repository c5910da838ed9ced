/**
 * Records what a release answers to a request without naming a site: refused, cannot because, shown false. For the
 * requester, in whose scope the release is received.
 */
import type { IsoDate, RecordAnswer } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { findOwnDelivery, readDeliveryProducts } from "./deliveries.store.ts";
import { readRequestContracts } from "./request-list.store.ts";
import { hasSameAnswer, insertAnswer } from "./requests.store.ts";

/** One answer of a release. `askedKeys`: the products of the delivery it speaks about; `null`: everything asked. */
export interface ReleasedAnswer {
  readonly askedKeys: readonly string[] | null;
  readonly answer: RecordAnswer["answer"];
  /** Who refused or cannot; the supplier itself when `null`. */
  readonly saidBy: string | null;
  readonly reason: string;
  readonly document: string | null;
  readonly answeredOn: IsoDate;
  readonly selfReported: boolean;
}

/**
 * Writes the answers to every contract the request is about. One that is recorded already is not recorded again, so
 * that a release received twice, or a later one that says the same, adds nothing.
 *
 * @returns how many were written
 */
export async function recordReleasedAnswers(
  work: Work,
  input: {
    readonly deliveryId: string;
    readonly releaseId: string;
    readonly supplier: string;
    readonly answers: readonly ReleasedAnswer[];
  },
): Promise<number> {
  const { tx, actor } = work;
  const delivery = await findOwnDelivery(tx, actor.organisationId, input.deliveryId);
  if (delivery === undefined) return 0;
  const requestId = delivery.request_id;
  const contracts = await readRequestContracts(tx, [requestId]);
  const products = await readDeliveryProducts(tx, delivery.id);
  let written = 0;
  for (const given of input.answers) {
    for (const { id: contractId } of contracts) {
      const productIds =
        given.askedKeys === null
          ? []
          : products.flatMap((product) =>
              product.contract_id === contractId &&
              product.product_line_id !== null &&
              given.askedKeys?.includes(product.key) === true
                ? [product.product_line_id]
                : [],
            );
      // An answer about products of the other contract only says nothing about this one.
      if (given.askedKeys !== null && productIds.length === 0) continue;
      const answer = {
        contractId,
        organisationId: actor.organisationId,
        requestId,
        answeredBy: given.saidBy ?? input.supplier,
        brand: null,
        answer: given.answer,
        reason: given.reason,
        answeredOn: given.answeredOn > work.today ? work.today : given.answeredOn,
        document: given.document,
        selfReported: given.selfReported,
        recordedBy: null,
        productIds,
      };
      if (await hasSameAnswer(tx, answer)) continue;
      const answerId = await insertAnswer(tx, answer);
      written += 1;
      await recordAudit(work, {
        action: "record-answer",
        subjectKind: "answer",
        subjectId: answerId,
        after: {
          contractId,
          requestId,
          releaseId: input.releaseId,
          answer: given.answer,
          answeredOn: answer.answeredOn,
          selfReported: given.selfReported,
          productIds,
        },
      });
    }
  }
  return written;
}
