/** Lists the sites of the record. */
import type { OwnSite } from "@throughline/contract";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import { yearBefore } from "./record.policy.ts";
import { countSites, readSitePage } from "./record-sites.store.ts";

const Key = z.tuple([z.int(), z.uuid()]);

/** One page, in the record's order. */
export async function listSites(
  work: Work,
  input: {
    readonly search?: string | undefined;
    readonly unconfirmed?: boolean | undefined;
    readonly limit: number;
    readonly after?: string | undefined;
  },
): Promise<{ items: OwnSite[]; next: string | null; total: number }> {
  const after = input.after === undefined ? null : decodeCursor(input.after, Key);
  const filter = {
    search: input.search,
    ...(input.unconfirmed === true ? { confirmedBefore: yearBefore(work.today) } : {}),
  };
  const found = await readSitePage(work, filter, { after, limit: input.limit + 1 });
  const { rows, next } = cutPage(found, input.limit, (row) => [row.position, row.id]);
  return {
    items: rows.map(({ position: _, ...site }) => site),
    next,
    total: await countSites(work, filter),
  };
}
