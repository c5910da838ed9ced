/** Which organisation was the first of this installation. Kept beside the sign-in: it belongs to no organisation. */
import type { Database } from "@throughline/db";

/** The first organisation's id, if it was decided. */
export async function readDecision(database: Database): Promise<string | null> {
  const found = await database.signInPool.query<{ organisation_id: string }>(
    "select organisation_id from auth.first_organisation",
  );
  return found.rows[0]?.organisation_id ?? null;
}

/** Decides it, once for all servers. */
export async function writeDecision(database: Database): Promise<void> {
  await database.signInPool.query(
    "insert into auth.first_organisation default values on conflict do nothing",
  );
}
