/** Withdraws a request: its link opens nothing any more, the addressee is told. That it was made stays known. */
import { AppError } from "@throughline/domain";
import { subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { updateDelivery } from "./deliveries.store.ts";
import { requireRequest } from "./get-request.ts";
import { wordWithdrawal } from "./mail-words.en.ts";
import { updateRequest } from "./request-list.store.ts";
import { tellAddressee } from "./tell-addressee.ts";

export async function withdrawRequest(
  work: Work,
  input: { readonly requestId: string; readonly version: number; readonly reason: string },
): Promise<{ version: number }> {
  const { tx, actor } = work;
  const { summary, row, delivery } = await requireRequest(work, input.requestId);
  if (summary.state === "withdrawn") throw new AppError("request_withdrawn");
  if (summary.state === "answered")
    throw new AppError("conflict", "This request has been answered; there is nothing to withdraw.");
  const version = await updateRequest(tx, actor.organisationId, row.id, input.version, {
    withdrawn: { on: work.today, reason: input.reason },
  });
  if (version === undefined) throw new AppError("conflict");
  await recordAudit(work, {
    action: "withdraw-request",
    subjectKind: "request",
    subjectId: row.id,
    before: { state: summary.state },
    after: { reason: await sealPersonal(work, subjectOf(actor), input.reason) },
  });
  if (delivery !== null) {
    await updateDelivery(tx, actor.organisationId, delivery.id, {
      withdrawnAt: work.now,
      content: { ...delivery.content, withdrawnReason: input.reason },
    });
    await tellAddressee(work, delivery, "withdrawal", (told) => wordWithdrawal(told, input.reason));
  }
  return { version };
}
