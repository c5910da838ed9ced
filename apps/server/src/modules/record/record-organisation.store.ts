/** What the record reads of the organisation it belongs to. */
import type { Work } from "../../platform/api.ts";

/** Its name. */
export async function findOrganisationName(work: Work): Promise<string> {
  const row = await work.tx
    .selectFrom("organisations")
    .select("name")
    .where("id", "=", work.actor.organisationId)
    .executeTakeFirstOrThrow();
  return row.name.slice(0, 200);
}
