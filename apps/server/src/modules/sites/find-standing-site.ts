/** Finds the site an id stands for today: a record that was merged away leads to the one that was kept. */
import { AppError, parseOsId, parseSiteId, type IdentifierCheck } from "@throughline/domain";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { findSurvivors } from "./site-groups.store.ts";
import { findSite, type SiteRow } from "./site-pages.store.ts";

type SiteId = Parameters<typeof findSite>[1];

export interface StandingSite {
  readonly row: SiteRow;
  /** True when the id asked for is that of a record merged into it. */
  readonly moved: boolean;
}

/** `undefined` when there is none that may be seen, neither the one asked for nor the one it leads to. */
export async function findStandingSite(work: Work, by: SiteId): Promise<StandingSite | undefined> {
  const asked = await findSite(work, by);
  if (asked === undefined) return undefined;
  const survivorId = (await findSurvivors(work.tx, [asked.id])).get(asked.id);
  if (survivorId === undefined) return { row: asked, moved: false };
  const row = await findSite(work, { id: survivorId });
  return row === undefined ? undefined : { row, moved: true };
}

/**
 * Reads a UUID, printed id (any spelling) or OS ID. A mistyped id is told apart from an unknown one by its check digit
 * alone, before anything is looked up, so that the answer says nothing about what exists.
 */
export function readSiteId(text: string): SiteId {
  const uuid = z.uuid().safeParse(text.trim());
  if (uuid.success) return { id: uuid.data };
  const siteId = parseSiteId(text);
  if (siteId.ok) return { publicId: siteId.value };
  const osId = parseOsId(text);
  if (osId.ok) return { osId: osId.value };
  refuseMistyped(siteId);
  refuseMistyped(osId);
  throw new AppError("not_found", "This is neither a site id nor an OS ID.");
}

function refuseMistyped(check: IdentifierCheck): void {
  if (!check.ok && check.reason === "check_digit")
    throw new AppError("identifier_check_digit", check.explanation, [
      { path: "/id", message: check.explanation },
    ]);
}
