/** Comments at a table: for everybody who sits there, or for our own people only. */
import type { DialogueComment } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { listMemberNames } from "../organisations/index.ts";
import {
  findOwnComment,
  insertComment,
  isSubjectSeen,
  readComments,
  updateComment,
  type CommentSubject,
} from "./comments.store.ts";
import { refuseWhileLive, requireSeeing } from "./require-sitting.ts";

interface About {
  readonly id: string;
  readonly subjectKind: CommentSubject;
  readonly subjectId: string;
}

export async function listComments(
  work: Work,
  input: About,
): Promise<{ comments: DialogueComment[] }> {
  await requireSubject(work, input);
  const rows = await readComments(work, {
    seriesId: input.id,
    kind: input.subjectKind,
    subjectId: input.subjectId,
  });
  const { organisationId, personId } = work.actor;
  const ours = rows.filter((row) => row.organisation_id === organisationId);
  const names = await listMemberNames(
    work.tx,
    organisationId,
    ours.flatMap((row) => row.person_id ?? []),
  );
  return {
    comments: rows.map((row) => {
      const own = row.organisation_id === organisationId;
      const name = own && row.person_id !== null ? names.get(row.person_id) : undefined;
      return {
        id: row.id,
        text: row.text,
        // Colleagues by name; at the table an organisation speaks.
        by: name ?? row.told_by,
        mine: own && row.person_id === personId,
        internal: row.shared_at === null,
        writtenAt: row.written_at.toISOString(),
        editedAt: row.edited_at?.toISOString() ?? null,
        resolvedAt: row.resolved_at?.toISOString() ?? null,
        version: row.version,
      };
    }),
  };
}

export async function writeComment(
  work: Work,
  input: About & { readonly text: string; readonly internal: boolean },
): Promise<{ commentId: string }> {
  const sitting = await requireSubject(work, input);
  // A note among colleagues is no word to the other side.
  if (!input.internal) await refuseWhileLive(work, input.id);
  const commentId = await insertComment(work, {
    seriesId: input.id,
    kind: input.subjectKind,
    subjectId: input.subjectId,
    text: input.text,
    toldBy: sitting.name,
    internal: input.internal,
  });
  await recordAudit(work, {
    action: "comment",
    subjectKind: "dialogue_comment",
    subjectId: commentId,
    after: {
      seriesId: input.id,
      about: input.subjectKind,
      subjectId: input.subjectId,
      internal: input.internal,
    },
  });
  return { commentId };
}

export interface CommentChange {
  readonly commentId: string;
  readonly version: number;
  readonly act: "edit" | "resolve" | "reopen" | "remove";
  readonly text?: string | undefined;
}

/** Whoever wrote it edits and removes it; a colleague may say that it is settled. */
export async function changeComment(work: Work, input: CommentChange): Promise<void> {
  const comment = await findOwnComment(work, input.commentId);
  if (comment === undefined) throw new AppError("not_found", "There is no such comment of yours.");
  await requireSeeing(work, comment.series_id, "meetings");
  const { act, text } = input;
  if ((act === "edit" || act === "remove") && comment.person_id !== work.actor.personId)
    throw new AppError("not_allowed", "Whoever wrote a comment changes it.");
  if (act === "edit" && text === undefined)
    throw new AppError("input_invalid", "Say what it is to say.", [
      { path: "/text", message: "Give the new text." },
    ]);
  if (comment.version !== input.version) throw new AppError("conflict");
  if (act === "edit" && comment.shared_at !== null) await refuseWhileLive(work, comment.series_id);
  const changes = {
    edit: { text: text ?? "", edited_at: work.now },
    resolve: { resolved_at: work.now },
    reopen: { resolved_at: null },
    remove: { removed_at: work.now },
  };
  if (!(await updateComment(work, comment.id, comment.version, changes[act])))
    throw new AppError("conflict");
  await recordAudit(work, {
    action: `${act}-comment`,
    subjectKind: "dialogue_comment",
    subjectId: comment.id,
    after: { seriesId: comment.series_id },
  });
}

async function requireSubject(work: Work, { id, subjectKind, subjectId }: About) {
  const sitting = await requireSeeing(work, id, "meetings");
  if (!(await isSubjectSeen(work, id, subjectKind, subjectId)))
    throw new AppError("not_found", "There is nothing of this at the table to comment on.");
  return sitting;
}
