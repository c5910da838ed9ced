/** A dry run: the act itself, in the caller's transaction, taken back before anything else is done. What it says is what would happen. */
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

/** Runs `run`; with `dryRun` leaves no trace of it, the audit included. */
export async function tryOut<T>(work: Work, dryRun: boolean, run: () => Promise<T>): Promise<T> {
  if (!dryRun) return run();
  await sql`savepoint dry_run`.execute(work.tx);
  try {
    return await run();
  } finally {
    await sql`rollback to savepoint dry_run`.execute(work.tx);
  }
}
