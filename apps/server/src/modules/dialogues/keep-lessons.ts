/** Lessons from dialogue, also what was tried and dropped: noted, given to the network, withdrawn. */
import type { dialogues, Lesson } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { InferContractRouterInputs, InferContractRouterOutputs } from "@orpc/contract";
import { z } from "zod";
import { may, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import { findOrganisation } from "../organisations/index.ts";
import {
  findOwnLesson,
  insertLesson,
  isMeetingSeen,
  readLessonPage,
  updateLesson,
  withdrawOwnLesson,
  type LessonContent,
  type LessonFilter,
  type LessonRow,
} from "./lessons.store.ts";

type Inputs = InferContractRouterInputs<typeof dialogues>;
type Outputs = InferContractRouterOutputs<typeof dialogues>;

export async function listLessons(
  work: Work,
  {
    limit = 50,
    after,
    ...filter
  }: LessonFilter & {
    readonly limit?: number | undefined;
    readonly after?: string | undefined;
  },
): Promise<Outputs["listLessons"]> {
  const read = await readLessonPage(work, filter, {
    after: after === undefined ? null : decodeCursor(after, z.tuple([z.iso.date(), z.uuid()])),
    limit: limit + 1,
  });
  const page = cutPage(read, limit, (row) => [row.noted_on, row.id]);
  return {
    items: page.rows.map((row) => describeLesson(row, work.actor.organisationId)),
    next: page.next,
    can: { write: may(work, "dialogue.write") },
  };
}

// Check constraints hold the vocabularies.
function describeLesson(row: LessonRow, organisationId: string): Lesson {
  const mine = row.organisation_id === organisationId;
  return {
    id: row.id,
    title: row.title,
    text: row.text,
    outcome: row.outcome as Lesson["outcome"],
    issues: row.issues,
    requirement: row.requirement,
    visibility: row.visibility as Lesson["visibility"],
    toldBy: row.told_by,
    mine,
    meetingId: mine ? row.meeting_id : null,
    invented: row.invented,
    notedOn: row.noted_on,
    version: row.version,
  };
}

/** Notes one, or changes one of ours. Given to the network, it says who tells it. */
export async function saveLesson(
  work: Work,
  input: Inputs["saveLesson"],
): Promise<{ lessonId: string }> {
  const organisation = await findOrganisation(work.tx, work.actor.organisationId);
  if (organisation === undefined) throw new AppError("not_found");
  const meetingId = input.meetingId ?? null;
  const requirement = input.requirement ?? null;
  if (requirement !== null && !/^[a-z][a-z0-9_]{1,59}$/u.test(requirement))
    throw new AppError("input_invalid", "This is no key of a requirement.", [
      { path: "/requirement", message: "Choose a requirement of the library." },
    ]);
  const content: LessonContent = {
    meetingId,
    title: input.title,
    text: input.text,
    outcome: input.outcome,
    issues: [...new Set(input.issues ?? [])],
    requirement,
    visibility: input.visibility,
    toldBy: input.visibility === "network" ? organisation.name : null,
  };
  if (input.lessonId === undefined) {
    await refuseUnseen(work, meetingId);
    const lessonId = await insertLesson(work, { ...content, invented: organisation.invented });
    await recordAudit(work, {
      action: "note-lesson",
      subjectKind: "lesson",
      subjectId: lessonId,
      after: saidOf(content),
    });
    return { lessonId };
  }
  const { lessonId } = input;
  const before = await findOwnLesson(work, lessonId);
  if (before === undefined) throw new AppError("not_found", "There is no such lesson of yours.");
  if (meetingId !== before.meeting_id) await refuseUnseen(work, meetingId);
  if (
    input.version !== before.version ||
    !(await updateLesson(work, lessonId, before.version, content))
  )
    throw new AppError("conflict");
  await recordAudit(work, {
    action: "change-lesson",
    subjectKind: "lesson",
    subjectId: lessonId,
    before: { outcome: before.outcome, visibility: before.visibility },
    after: saidOf(content),
  });
  return { lessonId };
}

/** Nobody reads it from then on; that it was given stays in the audit. */
export async function withdrawLesson(work: Work, lessonId: string): Promise<void> {
  const before = await findOwnLesson(work, lessonId);
  if (before === undefined) throw new AppError("not_found", "There is no such lesson of yours.");
  await withdrawOwnLesson(work, lessonId);
  await recordAudit(work, {
    action: "withdraw-lesson",
    subjectKind: "lesson",
    subjectId: lessonId,
    before: { visibility: before.visibility },
  });
}

async function refuseUnseen(work: Work, meetingId: string | null): Promise<void> {
  if (meetingId !== null && !(await isMeetingSeen(work, meetingId)))
    throw new AppError("reference_unknown", "There is no such meeting here.", [
      { path: "/meetingId", message: "Choose a meeting you can see, or none." },
    ]);
}

function saidOf(content: LessonContent): Record<string, unknown> {
  const { outcome, issues, requirement, visibility, meetingId } = content;
  return { outcome, issues, requirement, visibility, meetingId };
}
