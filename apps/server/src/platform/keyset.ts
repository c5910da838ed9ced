/**
 * Cursors of keyset-paged lists: the sort values of the last row, opaque to callers. A cursor carries no right: the
 * next page is read under the same row security as the first.
 */
import { AppError } from "@throughline/domain";
import type { z } from "zod";

/**
 * Packs the sort values of a page's last row.
 *
 * @example encodeCursor(["2026-11-20", "0b7c…"]) // "WyIyMDI2LTExLTIwIiwi…"
 */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values), "utf8").toString("base64url");
}

/**
 * Unpacks a cursor against the shape the list expects; anything else is `input_invalid`, not a crash or another page.
 *
 * @example decodeCursor(input.after, z.tuple([z.iso.date().nullable(), z.uuid()]))
 */
export function decodeCursor<T>(cursor: string, shape: z.ZodType<T>): T {
  const parsed = shape.safeParse(readJson(cursor));
  if (!parsed.success) {
    throw new AppError("input_invalid", "The cursor is not one this list has given.", [
      { path: "/after", message: "Send the `next` of the page before, unchanged." },
    ]);
  }
  return parsed.data;
}

function readJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}

/** Cuts a page that was read with one row too many, and makes the cursor of the next. */
export function cutPage<T>(
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => readonly (string | number | null)[],
): { readonly rows: readonly T[]; readonly next: string | null } {
  if (rows.length <= limit) return { rows, next: null };
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: last === undefined ? null : encodeCursor(keyOf(last)) };
}
