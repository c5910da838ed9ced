/** Changes a draft. What was sent stays as it was sent. */
import { AppError, type IsoDate } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { requireRequest } from "./get-request.ts";
import { updateRequest } from "./request-list.store.ts";

export interface RequestRevision {
  readonly requestId: string;
  readonly version: number;
  readonly addressee?: string | undefined;
  readonly subject?: string | undefined;
  readonly body?: string | undefined;
  readonly dueOn?: IsoDate | null | undefined;
}

export async function reviseRequest(
  work: Work,
  input: RequestRevision,
): Promise<{ version: number }> {
  const { tx, actor } = work;
  const { row } = await requireRequest(work, input.requestId);
  if (row.withdrawn_on !== null) throw new AppError("request_withdrawn");
  if (row.sent_on !== null) throw new AppError("request_already_sent");
  const { requestId, version, ...change } = input;
  const next = await updateRequest(tx, actor.organisationId, requestId, version, change);
  if (next === undefined) throw new AppError("conflict");
  // The words of a letter stay out of the audit: they may name people.
  await recordAudit(work, {
    action: "revise-request",
    subjectKind: "request",
    subjectId: requestId,
    before: { dueOn: row.due_on },
    after: {
      changed: Object.entries(change).flatMap(([field, value]) =>
        value === undefined ? [] : [field],
      ),
      ...(change.dueOn === undefined ? {} : { dueOn: change.dueOn }),
    },
  });
  return { version: next };
}
