/** Counts the lists of a workspace, for the limits on what a guest may send. */
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

/** Lists that are not finished, and those begun since an instant, whatever became of them. */
export async function countOwnLists(
  { tx, actor }: Pick<Work, "tx" | "actor">,
  since: Date,
): Promise<{ readonly open: number; readonly recent: number }> {
  const { rows } = await sql<{ open: number; recent: number }>`
    select count(*) filter (where finished_at is null)::int as open, count(*) filter (where created_at > ${since})::int as recent
    from intakes where organisation_id = ${actor.organisationId}`.execute(tx);
  return rows[0] ?? { open: 0, recent: 0 };
}
