/**
 * Keeps the last long lines in memory. A line of 50,000 links takes half a second to gather, trace and draw, and
 * nothing of it changes until somebody writes. The database says exactly when: as long as its snapshot reads the same,
 * no transaction has been committed since, and a line drawn then is the line that would be drawn now.
 */
import type { Tx } from "@throughline/db";
import { readSnapshot } from "./line.store.ts";

export interface LineKeeper<T> {
  /** What was kept under each key for this snapshot; makes the rest, and keeps what is worth it. Keys that `make` leaves out are left out. */
  keep(
    tx: Tx,
    keys: readonly string[],
    make: (missing: readonly string[]) => Promise<ReadonlyMap<string, T>>,
  ): Promise<Map<string, T>>;
}

/**
 * Makes a keeper of at most `most` values; the one unused longest goes first. `isWorth` says what is kept: short lines
 * are quicker made than kept.
 */
export function createLineKeeper<T>(most: number, isWorth: (value: T) => boolean): LineKeeper<T> {
  const kept = new Map<string, { readonly snapshot: string; readonly value: T }>();

  function take(key: string, snapshot: string): T | undefined {
    const known = kept.get(key);
    if (known === undefined) return undefined;
    kept.delete(key);
    if (known.snapshot !== snapshot) return undefined;
    kept.set(key, known);
    return known.value;
  }

  function put(key: string, snapshot: string, value: T): void {
    kept.set(key, { snapshot, value });
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  }

  return {
    async keep(tx, keys, make) {
      const before = await readSnapshot(tx);
      const found = new Map<string, T>();
      for (const key of keys) {
        const value = before === null ? undefined : take(key, before);
        if (value !== undefined) found.set(key, value);
      }
      const missing = keys.filter((key) => !found.has(key));
      if (missing.length === 0) return found;
      const made = await make(missing);
      const worth = [...made].filter(([, value]) => isWorth(value));
      // Somebody may have committed between two of the statements: then the values belong to neither snapshot.
      if (before !== null && worth.length > 0 && (await readSnapshot(tx)) === before)
        for (const [key, value] of worth) put(key, before, value);
      for (const [key, value] of made) found.set(key, value);
      return found;
    },
  };
}
