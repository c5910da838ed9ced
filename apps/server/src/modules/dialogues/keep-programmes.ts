/** Begins, changes, closes and lists programmes: several series with one purpose. */
import type { dialogues, ProgrammeSummary } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { InferContractRouterInputs, InferContractRouterOutputs } from "@orpc/contract";
import { z } from "zod";
import { may, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import { findOrganisation } from "../organisations/index.ts";
import {
  countProgrammes,
  findProgramme,
  insertProgramme,
  readProgrammePage,
  updateProgramme,
  type ProgrammeContent,
  type ProgrammeRow,
} from "./programmes.store.ts";

type Inputs = InferContractRouterInputs<typeof dialogues>;
type Outputs = InferContractRouterOutputs<typeof dialogues>;

export async function listProgrammes(
  work: Work,
  { limit = 50, after }: Inputs["listProgrammes"],
): Promise<Outputs["listProgrammes"]> {
  const read = await readProgrammePage(work, {
    after: after === undefined ? null : decodeCursor(after, z.tuple([z.iso.date(), z.uuid()])),
    limit: Number(limit) + 1,
  });
  const page = cutPage(read, Number(limit), (row) => [row.from_on, row.id]);
  const counts = await countProgrammes(
    work,
    page.rows.map(({ id }) => id),
  );
  return {
    items: page.rows.map((row) => describeProgramme(row, counts.get(row.id))),
    next: page.next,
    can: { write: may(work, "dialogue.write") },
  };
}

/** The row with what was counted of it. */
export function describeProgramme(
  row: ProgrammeRow,
  counts:
    | { readonly series: number; readonly meetings: number; readonly counterparts: number }
    | undefined,
): ProgrammeSummary {
  return {
    id: row.id,
    title: row.title,
    purpose: row.purpose,
    issues: row.issues,
    fromOn: row.from_on,
    untilOn: row.until_on,
    closedOn: row.closed_on,
    invented: row.invented,
    series: counts?.series ?? 0,
    meetingsHeld: counts?.meetings ?? 0,
    counterpartsMet: counts?.counterparts ?? 0,
  };
}

/** One of our own, or `not_found`. */
export async function requireProgramme(work: Work, id: string): Promise<ProgrammeRow> {
  const programme = await findProgramme(work, id);
  if (programme === undefined) throw new AppError("not_found", "There is no such programme here.");
  return programme;
}

export async function createProgramme(
  work: Work,
  input: Inputs["createProgramme"],
): Promise<{ id: string }> {
  const content = contentOf(input);
  const organisation = await findOrganisation(work.tx, work.actor.organisationId);
  const id = await insertProgramme(work, { ...content, invented: organisation?.invented ?? false });
  await recordAudit(work, {
    action: "create-programme",
    subjectKind: "dialogue_programme",
    subjectId: id,
    after: saidOf(content),
  });
  return { id };
}

export async function changeProgramme(
  work: Work,
  input: Inputs["updateProgramme"],
): Promise<{ version: number }> {
  const before = await requireProgramme(work, input.id);
  refuseClosed(before);
  const content = contentOf(input);
  const version = await updateProgramme(work, input.id, input.version, content);
  await recordAudit(work, {
    action: "change-programme",
    subjectKind: "dialogue_programme",
    subjectId: input.id,
    before: {
      title: before.title,
      issues: before.issues,
      fromOn: before.from_on,
      untilOn: before.until_on,
    },
    after: saidOf(content),
  });
  return { version };
}

/** Closes it and says what came of it; its series go on by themselves. */
export async function closeProgramme(
  work: Work,
  input: Inputs["closeProgramme"],
): Promise<{ version: number }> {
  const before = await requireProgramme(work, input.id);
  refuseClosed(before);
  const closedOn = before.from_on > work.today ? before.from_on : work.today;
  const version = await updateProgramme(work, input.id, input.version, {
    closedOn,
    outcome: input.outcome,
  });
  await recordAudit(work, {
    action: "close-programme",
    subjectKind: "dialogue_programme",
    subjectId: input.id,
    after: { closedOn },
  });
  return { version };
}

function refuseClosed(programme: ProgrammeRow): void {
  if (programme.closed_on !== null)
    throw new AppError("conflict", "This programme is closed; what came of it is said.");
}

function contentOf(input: Inputs["createProgramme"]): ProgrammeContent {
  const untilOn = input.untilOn ?? null;
  if (untilOn !== null && untilOn < input.fromOn)
    throw new AppError("input_invalid", "It does not end before it begins.", [
      { path: "/untilOn", message: "Give the day it begins or a later one." },
    ]);
  return {
    title: input.title,
    purpose: input.purpose,
    hopedOutcome: input.hopedOutcome ?? "",
    issues: [...new Set(input.issues ?? [])],
    fromOn: input.fromOn,
    untilOn,
  };
}

/** What of it stands in the audit: no free text but the title. */
function saidOf({ title, issues, fromOn, untilOn }: ProgrammeContent): Record<string, unknown> {
  return { title, issues, fromOn, untilOn };
}
