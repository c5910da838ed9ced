/** Records that a drafted request was sent. */
import { AppError } from "@throughline/domain";
import { memberOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { checkSending } from "./requests.policy.ts";
import { findRequest, updateSent } from "./requests.store.ts";

/** Marks it sent, once. Without a due date the draft's own stays. */
export async function recordSent(
  work: Work,
  input: { readonly requestId: string; readonly sentOn: string; readonly dueOn: string | null },
): Promise<void> {
  const request = await findRequest(work.tx, input.requestId);
  if (request === undefined) throw new AppError("not_found", "There is no such request here.");
  if (request.sent_on !== null) throw new AppError("request_already_sent");
  const dueOn = input.dueOn ?? request.due_on;
  const check = checkSending({ sentOn: input.sentOn, dueOn }, work.today);
  if (!check.ok) throw new AppError(check.code, check.details[0]?.message, check.details);
  const sent = await updateSent(work.tx, input.requestId, {
    on: input.sentOn,
    by: memberOf(work.actor).personId,
    dueOn,
  });
  if (!sent) throw new AppError("request_already_sent");
  await recordAudit(work, {
    action: "send-request",
    subjectKind: "request",
    subjectId: input.requestId,
    before: { sentOn: null, dueOn: request.due_on },
    after: { sentOn: input.sentOn, dueOn },
  });
}
