import { codeInCategory, readyRow, type ReadyRow } from "./match-row.ts";
import type { FindRequirement, PolicyRow } from "./policy-row.ts";

/** A table made ready to be tried: rows by the categories they name. */
export interface Policy {
  readonly rows: readonly ReadyRow[];
  readonly findRequirement: FindRequirement;
  /** Rows for any category. */
  readonly anyCategory: readonly ReadyRow[];
  /** Rows by each category they name. */
  readonly byPrefix: ReadonlyMap<string, readonly ReadyRow[]>;
}

/**
 * Makes a table ready. Do it once for a table and try as many situations as wanted. Cost: one pass over the rows.
 *
 * @example
 * const policy = compilePolicy(rows, (key) => library.get(key));
 * tryPolicy(policy, situation, "2026-11-20").asked;
 */
export function compilePolicy(
  rows: readonly PolicyRow[],
  findRequirement: FindRequirement,
): Policy {
  const ready = rows.map(readyRow);
  const byPrefix = new Map<string, ReadyRow[]>();
  for (const row of ready) {
    for (const prefix of row.prefixes) {
      const list = byPrefix.get(prefix);
      if (list === undefined) byPrefix.set(prefix, [row]);
      else list.push(row);
    }
  }
  return {
    rows: ready,
    findRequirement,
    anyCategory: ready.filter(({ prefixes }) => prefixes.length === 0),
    byPrefix,
  };
}

/** Rows whose category could hold for one of the codes; all others are about something else. */
export function rowsOfCategories(policy: Policy, codes: readonly string[]): ReadonlySet<ReadyRow> {
  if (codes.length === 0) return new Set(policy.rows);
  const found = new Set(policy.anyCategory);
  for (const [prefix, rows] of policy.byPrefix) {
    if (codes.some((code) => codeInCategory(code, prefix) !== "no"))
      for (const row of rows) found.add(row);
  }
  return found;
}
