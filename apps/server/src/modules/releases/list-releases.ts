/** Lists releases: those one gave, those one was given or has opened. */
import type { ReleaseSummary } from "@throughline/contract";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import { readReleasePage } from "./releases.store.ts";
import type { ReleaseState } from "./releases.policy.ts";
import { summariseReleases } from "./show-release.ts";

const Key = z.tuple([z.iso.datetime(), z.uuid()]);

interface Page {
  readonly limit: number;
  readonly after?: string | undefined;
}

/** Releases this organisation gave, newest first. */
export async function listGiven(
  work: Work,
  input: Page & { readonly state?: ReleaseState | undefined },
): Promise<{ items: ReleaseSummary[]; next: string | null }> {
  return listPage(work, { own: true, state: input.state }, input);
}

/** Releases of others that this organisation holds, newest first. */
export async function listReceived(
  work: Work,
  input: Page & { readonly supplier?: string | undefined },
): Promise<{ items: ReleaseSummary[]; next: string | null }> {
  return listPage(work, { own: false, supplier: input.supplier }, input);
}

/** Releases held of one supplier by its name or in answer to requests to it, newest first, at most so many. */
export async function listReleasesOfSupplier(
  work: Work,
  supplier: { readonly name: string; readonly deliveryIds: readonly string[] },
  limit = 50,
): Promise<ReleaseSummary[]> {
  const rows = await readReleasePage(
    work,
    { own: false, ofSupplier: supplier },
    { after: null, limit },
  );
  return summariseReleases(work, rows);
}

async function listPage(
  work: Work,
  filter: Parameters<typeof readReleasePage>[1],
  { limit, after }: Page,
): Promise<{ items: ReleaseSummary[]; next: string | null }> {
  const found = await readReleasePage(work, filter, {
    after: after === undefined ? null : decodeCursor(after, Key),
    limit: limit + 1,
  });
  const { rows, next } = cutPage(found, limit, (row) => [row.released_at.toISOString(), row.id]);
  return { items: await summariseReleases(work, rows), next };
}
