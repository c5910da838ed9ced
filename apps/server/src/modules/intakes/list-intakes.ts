/** Lists on their way in, newest first: those the actor may read. */
import type { IntakeSummary } from "@throughline/contract";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import { summarise } from "./describe-intake.ts";
import { readableTargets } from "./intakes.policy.ts";
import { findIntakes } from "./intakes.store.ts";

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

export async function listIntakes(
  work: Work,
  input: {
    readonly contractId?: string | undefined;
    readonly open?: boolean | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<{ items: IntakeSummary[]; next: string | null }> {
  const rows = await findIntakes(work, {
    contractId: input.contractId,
    open: input.open,
    targets: readableTargets(work.actor),
    after: input.after === undefined ? null : decodeCursor(input.after, Cursor),
    limit: input.limit,
  });
  const page = cutPage(rows, input.limit, (row) => [row.createdAt.toISOString(), row.id]);
  return { items: page.rows.map((row) => summarise(row, work.now)), next: page.next };
}
