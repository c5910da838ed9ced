/** Moves the day by which an answer is asked for, with the reason. The addressee is told. */
import { AppError, type IsoDate } from "@throughline/domain";
import { subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { enqueueReminders } from "./deliver-request.ts";
import { insertExtension, updateDelivery } from "./deliveries.store.ts";
import { requireRequest } from "./get-request.ts";
import { wordExtension } from "./mail-words.en.ts";
import { expiryOf } from "./reminders.policy.ts";
import { updateRequest } from "./request-list.store.ts";
import { openStates } from "./request-state.policy.ts";
import { checkExtension } from "./requests.policy.ts";
import { tellAddressee } from "./tell-addressee.ts";

export async function extendRequest(
  work: Work,
  input: {
    readonly requestId: string;
    readonly version: number;
    readonly dueOn: IsoDate;
    readonly reason: string;
  },
): Promise<{ version: number }> {
  const { tx, actor, today } = work;
  const request = await requireRequest(work, input.requestId);
  const { summary, row, delivery } = request;
  if (summary.state === "withdrawn") throw new AppError("request_withdrawn");
  if (row.sent_on === null) throw new AppError("request_not_sent");
  if (!openStates.has(summary.state))
    throw new AppError("conflict", "This request has been answered.");
  const check = checkExtension(row.due_on, input.dueOn, today);
  if (!check.ok) throw new AppError(check.code, check.details[0]?.message, check.details);
  const version = await updateRequest(tx, actor.organisationId, row.id, input.version, {
    dueOn: input.dueOn,
  });
  if (version === undefined) throw new AppError("conflict");
  await insertExtension(tx, {
    requestId: row.id,
    organisationId: actor.organisationId,
    before: row.due_on,
    after: input.dueOn,
    reason: input.reason,
    by: actor.personId,
    at: work.now,
  });
  await recordAudit(work, {
    action: "extend-request",
    subjectKind: "request",
    subjectId: row.id,
    before: { dueOn: row.due_on },
    after: {
      dueOn: input.dueOn,
      reason: await sealPersonal(work, subjectOf(actor), input.reason),
    },
  });
  if (delivery !== null) {
    const longer = expiryOf(today, input.dueOn);
    const expiresOn = longer > delivery.expires_on ? longer : delivery.expires_on;
    await updateDelivery(tx, actor.organisationId, delivery.id, { dueOn: input.dueOn, expiresOn });
    await tellAddressee(work, delivery, "extension", (told) =>
      wordExtension({ ...told, dueOn: input.dueOn, expiresOn }, input.reason),
    );
    if (delivery.to_address !== null) await enqueueReminders(work, delivery.id, input.dueOn);
  }
  return { version };
}
