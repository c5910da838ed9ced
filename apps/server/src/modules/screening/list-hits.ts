/** Lists hits, those waiting for a verdict first. */
import type { ScreeningHit } from "@throughline/contract";
import type { ScreeningVerdict } from "@throughline/domain";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import { findHits } from "./screening.store.ts";
import { showHit } from "./show-screenings.ts";

export async function listHits(
  work: Work,
  wanted: {
    readonly after?: string | undefined;
    readonly limit: number;
    readonly verdict?: ScreeningVerdict | undefined;
  },
): Promise<{ items: z.infer<typeof ScreeningHit>[]; next: string | null }> {
  const rows = await findHits(work, {
    verdict: wanted.verdict,
    after:
      wanted.after === undefined
        ? null
        : decodeCursor(wanted.after, z.tuple([z.int().min(0).max(2), z.iso.date(), z.uuid()])),
    limit: wanted.limit,
  });
  const page = cutPage(rows, wanted.limit, (row) => [row.rank, row.foundOn, row.id]);
  return { items: page.rows.map(showHit), next: page.next };
}
