/** What an obstacle leads to with us: a request to whoever does not say, or the counterpart's answer that it cannot. */
import { requirePermission, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { recordAnswer, writeRequest } from "../requests/index.ts";
import { sayObstacle, writeObstacleRequest } from "./commitment-texts.en.ts";
import { requireObstacle } from "./list-obstacles.ts";
import { linkRequest } from "./obstacles.store.ts";

interface AboutContract {
  readonly id: string;
  readonly contractId: string;
}

/**
 * Drafts a request to whoever does not say; a person reads it over and sends it. It does not tell who reported the obstacle,
 * nor in which words: that was said at the table.
 */
export async function requestFromObstacle(work: Work, input: AboutContract): Promise<string> {
  requirePermission(work, "request.write");
  const row = await requireObstacle(work, input.id);
  const requestId = await writeRequest(work, {
    addressee: row.who,
    supplierId: null,
    brand: null,
    contracts: [{ contractId: input.contractId, productIds: [] }],
    ...writeObstacleRequest(row.product),
    dueOn: null,
    dueBecause: null,
    language: "en",
  });
  await linkRequest(work, row.id, requestId);
  await recordAudit(work, {
    action: "request-from-obstacle",
    subjectKind: "obstacle",
    subjectId: row.id,
    after: { contractId: input.contractId, requestId },
  });
  return requestId;
}

/** Records it as the counterpart's answer: it cannot say, because of this. Distinct from silence. */
export async function recordAsAnswer(
  work: Work,
  input: AboutContract & { readonly requestId: string | null },
): Promise<string> {
  requirePermission(work, "request.write");
  const row = await requireObstacle(work, input.id);
  const answerId = await recordAnswer(work, {
    id: input.contractId,
    requestId: input.requestId,
    answeredBy: row.counterpart_name,
    brand: null,
    answer: "cannot_because",
    reason: sayObstacle(row),
    answeredOn: row.reported_on,
    document: row.series_title,
    // Candour is protected: what the counterpart tells of itself is not as what others find.
    selfReported: row.reported_by === "counterpart",
    productIds: [],
  });
  await recordAudit(work, {
    action: "answer-from-obstacle",
    subjectKind: "obstacle",
    subjectId: row.id,
    after: { contractId: input.contractId, requestId: input.requestId, answerId },
  });
  return answerId;
}
