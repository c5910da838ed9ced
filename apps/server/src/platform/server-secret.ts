/** The secret that sessions and second factors rest on, when the environment gives none: made once, kept beside them. */
import { randomBytes } from "node:crypto";
import type { Database } from "@throughline/db";

/** Reads the secret, making it on first use; two servers that start at once agree on one. */
export async function serverSecret(database: Database): Promise<string> {
  const made = randomBytes(32).toString("base64url");
  const result = await database.signInPool.query<{ secret: string }>(
    `with made as (
       insert into auth.server_secret (secret) values ($1) on conflict do nothing returning secret
     )
     select secret from made union all select secret from auth.server_secret limit 1`,
    [made],
  );
  const secret = result.rows[0]?.secret;
  if (secret !== undefined) return secret;
  // The other server's row became visible only now.
  const again = await database.signInPool.query<{ secret: string }>(
    "select secret from auth.server_secret",
  );
  const found = again.rows[0]?.secret;
  if (found === undefined) throw new Error("The server secret could be neither made nor read.");
  return found;
}
