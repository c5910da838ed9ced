/** What was done to a site, and which records stand at it. */
import type { Work } from "../../platform/api.ts";
import { requireStanding } from "./require-standing.ts";
import { findActs, type ListedAct } from "./site-acts.store.ts";
import { findRecords, type RecordAt } from "./site-placements.store.ts";

/** @throws AppError `not_found`. */
export async function listActs(work: Work, id: string): Promise<{ items: ListedAct[] }> {
  const site = await requireStanding(work, id);
  return { items: await findActs(work, site.id) };
}

/** The first 500 records, the newest disclosure first. @throws AppError `not_found`. */
export async function listRecords(
  work: Work,
  id: string,
): Promise<{ items: RecordAt[]; more: boolean }> {
  const site = await requireStanding(work, id);
  return findRecords(work, site.id);
}
