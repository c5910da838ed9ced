/** The requester's own words for requests: kept, listed, removed. */
import type { RequestTemplate } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { findUnknownPlaceholders } from "./fill-template.ts";
import {
  deleteTemplate,
  findTemplate,
  insertTemplate,
  readTemplates,
  updateTemplate,
  type TemplateWords,
} from "./templates.store.ts";

export async function listTemplates(work: Work): Promise<{ items: RequestTemplate[] }> {
  return { items: await readTemplates(work.tx, work.actor.organisationId) };
}

/** Keeps a template; without an id, the same name replaces the one that has it. */
export async function saveTemplate(
  work: Work,
  input: TemplateWords & { readonly id: string | null; readonly version: number },
): Promise<{ id: string; version: number }> {
  const { tx, actor } = work;
  refuseUnknownPlaceholders(input);
  const { id: given, version, ...words } = input;
  const found =
    given === null
      ? await findTemplate(tx, actor.organisationId, { name: words.name })
      : await findTemplate(tx, actor.organisationId, { id: given });
  if (found === undefined && given !== null)
    throw new AppError("not_found", "There is no such template here.");
  if (found === undefined) {
    const id = await insertTemplate(tx, actor.organisationId, words);
    await audit(work, "save-template", id, words);
    return { id, version: 1 };
  }
  const expected = given === null ? found.version : version;
  const next = await updateTemplate(tx, actor.organisationId, found.id, expected, words);
  if (next === undefined) throw new AppError("conflict");
  await audit(work, "save-template", found.id, words);
  return { id: found.id, version: next };
}

/** Refuses words with a placeholder that nothing fills in. */
export function refuseUnknownPlaceholders(words: {
  readonly subject: string;
  readonly body: string;
}): void {
  const details = findUnknownPlaceholders(words);
  if (details.length > 0)
    throw new AppError("template_placeholder_unknown", details[0]?.message, details);
}

export async function removeTemplate(work: Work, id: string): Promise<void> {
  const { tx, actor } = work;
  if (!(await deleteTemplate(tx, actor.organisationId, id)))
    throw new AppError("not_found", "There is no such template here.");
  await audit(work, "remove-template", id, null);
}

/** The words may name people and stay out of the audit. */
async function audit(
  work: Work,
  action: string,
  subjectId: string,
  words: TemplateWords | null,
): Promise<void> {
  await recordAudit(work, {
    action,
    subjectKind: "request-template",
    subjectId,
    ...(words === null ? {} : { after: { language: words.language } }),
  });
}
