/** Threads: topics that run through several meetings. Whoever opened one keeps it. */
import { AppError, type IsoDate, type ThreadKind } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { findOwnThread, insertThread, updateThread } from "./aims.store.ts";
import { requireSitting } from "./require-sitting.ts";

export interface ThreadToSave {
  readonly id: string;
  readonly threadId?: string | undefined;
  readonly version?: number | undefined;
  readonly title: string;
  readonly kind: ThreadKind;
  readonly closedOn?: IsoDate | null | undefined;
  readonly outcome?: string | null | undefined;
}

/** Opens one, or changes one that our organisation opened. */
export async function saveThread(work: Work, input: ThreadToSave): Promise<{ threadId: string }> {
  await requireSitting(work, input.id);
  const { title, kind, closedOn = null, outcome = null } = input;
  if ((closedOn === null) !== (outcome === null))
    throw new AppError("input_invalid", "A thread is closed with what came of it.", [
      { path: "/outcome", message: "Say what came of it and when, or neither." },
    ]);
  if (closedOn !== null && closedOn > work.today)
    throw new AppError("date_in_future", undefined, [
      { path: "/closedOn", message: "Give today's date or an earlier one." },
    ]);
  const content = { title, kind, closedOn, outcome };
  if (input.threadId === undefined) {
    const threadId = await insertThread(work, input.id, content);
    await recordAudit(work, {
      action: "open-thread",
      subjectKind: "dialogue_thread",
      subjectId: threadId,
      after: { seriesId: input.id, kind, closedOn },
    });
    return { threadId };
  }
  const { threadId } = input;
  const before = await findOwnThread(work, input.id, threadId);
  if (before === undefined)
    throw new AppError("not_found", "There is no such thread of yours at this table.");
  if (closedOn !== null && closedOn < before.opened_on)
    throw new AppError("input_invalid", "It was not closed before it was opened.", [
      { path: "/closedOn", message: "Give the day it was opened or a later one." },
    ]);
  if (input.version !== before.version) throw new AppError("conflict");
  if (!(await updateThread(work, threadId, before.version, content)))
    throw new AppError("conflict");
  await recordAudit(work, {
    action: "change-thread",
    subjectKind: "dialogue_thread",
    subjectId: threadId,
    before: { kind: before.kind, closedOn: before.closed_on },
    after: { kind, closedOn },
  });
  return { threadId };
}
