/**
 * Keeps the last long lines in memory. A line of 50,000 links takes a second to gather, trace and draw, and nothing of
 * it changes until somebody writes. The database says exactly when: as long as its snapshot reads the same, no
 * transaction has been committed since, and a line drawn then is the line that would be drawn now.
 */
import type { Tx } from "@throughline/db";
import { sql } from "kysely";

/**
 * Which transactions the next statement sees: equal texts, equal data. `null` once the transaction has written
 * something itself, because its own writes do not show in the text and nobody else may see them yet.
 */
async function readSnapshot(tx: Tx): Promise<string | null> {
  const { rows } = await sql<{
    snapshot: string | null;
  }>`select case when pg_current_xact_id_if_assigned() is null then pg_current_snapshot()::text end as snapshot`.execute(
    tx,
  );
  return rows[0]?.snapshot ?? null;
}

export interface LineKeeper<T> {
  /** What was kept under the key for this snapshot; makes it otherwise, and keeps it if it is worth it. */
  keep(tx: Tx, key: string, make: () => Promise<T>): Promise<T>;
}

/**
 * Makes a keeper of at most `most` values; the one unused longest goes first. `isWorth` says what is kept: short lines
 * are quicker made than kept.
 */
export function createLineKeeper<T>(most: number, isWorth: (value: T) => boolean): LineKeeper<T> {
  const kept = new Map<string, { readonly snapshot: string; readonly value: T }>();
  return {
    async keep(tx, key, make) {
      const before = await readSnapshot(tx);
      if (before === null) return make();
      const known = kept.get(key);
      kept.delete(key);
      if (known !== undefined && known.snapshot === before) {
        kept.set(key, known);
        return known.value;
      }
      const value = await make();
      // Somebody may have committed between two of the statements: then the value belongs to neither snapshot.
      if (isWorth(value) && (await readSnapshot(tx)) === before) {
        kept.set(key, { snapshot: before, value });
        const [oldest] = kept.keys();
        if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      }
      return value;
    },
  };
}
