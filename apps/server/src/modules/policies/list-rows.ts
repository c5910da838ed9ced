/** Rows of the table as of a day, by keyset; one row with those before and after it. */
import type { PolicyRow } from "@throughline/contract";
import { AppError, type IsoDate } from "@throughline/domain";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { decodeCursor, encodeCursor } from "../../platform/keyset.ts";
import { openHouseLibrary } from "../requirements/index.ts";
import { describeRow } from "./describe-row.ts";
import {
  countRows,
  findRow,
  readRowPage,
  type RowFilter,
  type RowSort,
  type StoredRow,
} from "./policies.store.ts";
import { requireRow } from "./require-row.ts";

const keyLengths: Record<RowSort, number> = { title: 2, requirement: 4, from: 2 };

/** One page. The cursor goes with the sort it was made for. */
export async function listRows(
  work: Work,
  input: Omit<RowFilter, "on"> & {
    readonly on?: IsoDate | undefined;
    readonly sort: RowSort;
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<{ items: PolicyRow[]; next: string | null; total: number }> {
  const on = input.on ?? work.today;
  const filter = { ...input, on };
  const Key = z.array(z.string().max(700)).length(keyLengths[input.sort] + 1);
  const key = input.after === undefined ? null : decodeCursor(input.after, Key);
  if (key !== null && (key[0] !== input.sort || !z.uuid().safeParse(key.at(-1)).success))
    throw new AppError("input_invalid", "The cursor is not one this list has given.", [
      { path: "/after", message: "Send the `next` of the page before, unchanged." },
    ]);
  const library = await openHouseLibrary(work);
  const total = await countRows(work, filter);
  const found = await readRowPage(work, filter, {
    sort: input.sort,
    after: key === null ? null : key.slice(1),
    limit: input.limit + 1,
  });
  const page = found.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: page.map(({ row }) => describeRow(row, library, on)),
    next:
      found.length > input.limit && last !== undefined
        ? encodeCursor([input.sort, ...last.key])
        : null,
    total,
  };
}

/** One row, with the rows before it and after it in the order they counted. */
export async function showRow(
  work: Work,
  id: string,
): Promise<PolicyRow & { history: PolicyRow[] }> {
  const row = await requireRow(work, id);
  const library = await openHouseLibrary(work);
  const chain: StoredRow[] = [row];
  const seen = new Set([row.id]);
  const walk = async (next: (of: StoredRow) => string | null, add: (row: StoredRow) => void) => {
    let at: StoredRow = row;
    for (let to = next(at); to !== null && !seen.has(to); to = next(at)) {
      const found = await findRow(work, to);
      if (found === undefined) return;
      seen.add(found.id);
      add(found);
      at = found;
    }
  };
  await walk(
    (of) => of.follows,
    (found) => void chain.unshift(found),
  );
  await walk(
    (of) => of.followedBy,
    (found) => void chain.push(found),
  );
  const describe = (one: StoredRow): PolicyRow => describeRow(one, library, work.today);
  return { ...describe(row), history: chain.map(describe) };
}
