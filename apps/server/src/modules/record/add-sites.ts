/** Adds sites to the record. A row that is there already, written alike, is the one that is answered. */
import { randomUUID } from "node:crypto";
import type { OwnSiteInput } from "@throughline/contract";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { recountAsked } from "./recount-asked.ts";
import { rowKeyOf } from "./record.policy.ts";
import { findSitesByRowKeys, insertSites, type NewSite } from "./record-sites.store.ts";

/** Answers the ids in the order given. */
export async function addSites(
  work: Work,
  { sites }: { readonly sites: readonly OwnSiteInput[] },
): Promise<{ ids: string[] }> {
  const keys = sites.map(rowKeyOf);
  const known = new Map(
    [...(await findSitesByRowKeys(work, keys))].map(([key, site]) => [key, site.id]),
  );
  const added: NewSite[] = [];
  const ids = sites.map((site, at): string => {
    const rowKey = keys[at] ?? "";
    const there = known.get(rowKey);
    if (there !== undefined) return there;
    const id = randomUUID();
    known.set(rowKey, id);
    // Whoever types a row says today that it is right.
    added.push({ ...site, id, rowKey, flags: [], confirmedOn: work.today });
    return id;
  });
  await insertSites(work, added);
  for (const { rowKey: _, ...site } of added) {
    await recordAudit(work, {
      action: "add-record-site",
      subjectKind: "record_site",
      subjectId: site.id,
      after: site,
    });
  }
  await recountAsked(work);
  return { ids };
}
