/** SQL on templates of requests. */
import type { Tx } from "@throughline/db";

export interface TemplateWords {
  readonly name: string;
  readonly subject: string;
  readonly body: string;
  readonly language: string;
}

const columns = ["id", "name", "subject", "body", "language", "version"] as const;

export async function readTemplates(tx: Tx, organisationId: string) {
  return tx
    .selectFrom("request_templates")
    .where("organisation_id", "=", organisationId)
    .select(columns)
    .orderBy("name")
    .execute();
}

export async function findTemplate(
  tx: Tx,
  organisationId: string,
  by: { readonly id: string } | { readonly name: string },
) {
  const query = tx
    .selectFrom("request_templates")
    .where("organisation_id", "=", organisationId)
    .select(columns);
  return "id" in by
    ? query.where("id", "=", by.id).executeTakeFirst()
    : query.where("name", "=", by.name).executeTakeFirst();
}

export async function insertTemplate(
  tx: Tx,
  organisationId: string,
  words: TemplateWords,
): Promise<string> {
  const { id } = await tx
    .insertInto("request_templates")
    .values({ organisation_id: organisationId, ...words })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Writes the words if the version is still the one the caller saw; answers the new version. */
export async function updateTemplate(
  tx: Tx,
  organisationId: string,
  id: string,
  version: number,
  words: TemplateWords,
): Promise<number | undefined> {
  const row = await tx
    .updateTable("request_templates")
    .set((set) => ({ ...words, version: set("version", "+", 1) }))
    .where("organisation_id", "=", organisationId)
    .where("id", "=", id)
    .where("version", "=", version)
    .returning("version")
    .executeTakeFirst();
  return row?.version;
}

export async function deleteTemplate(tx: Tx, organisationId: string, id: string): Promise<boolean> {
  const done = await tx
    .deleteFrom("request_templates")
    .where("organisation_id", "=", organisationId)
    .where("id", "=", id)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}
