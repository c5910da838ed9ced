/** Publishes a site: a named person's decision with its ground. Only an organisation's own site, and only what is said below. */
import { AppError, printSiteId } from "@throughline/domain";
import { createFirstSiteMatcher } from "@throughline/matching";
import { subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { wasDecidedDifferent } from "./match-reviews.store.ts";
import { matchKeysOf, typedKeysOf } from "./site-keys.ts";
import { findOwnSiteForUpdate, markPublished } from "./site-pages.store.ts";
import { findSitesById, findSitesByKeys } from "./sites.store.ts";

/**
 * What becomes visible to everyone: name, address, country, coordinates, OS ID and our id. Contracts, disclosures, who
 * named it, other names it was given, flags and screenings stay inside.
 *
 * @throws AppError `not_found` (another's site and no site alike), `already_exists` when it, or the same site by
 * another organisation, is published already: a production site has one public identity; `input_invalid` for a masked one.
 */
export async function publishSite(
  work: Work,
  { id, ground }: { readonly id: string; readonly ground: string },
): Promise<void> {
  const site = await findOwnSiteForUpdate(work, id);
  if (site === undefined) throw new AppError("not_found");
  if (site.published_at !== null)
    throw new AppError("already_exists", "This site is published already.");
  if (site.flags.includes("identity_masked"))
    throw new AppError(
      "input_invalid",
      "The supplier keeps the identity of this site: there is nothing to publish.",
      [{ path: "/id", message: "This site is masked." }],
    );
  const record = {
    id,
    name: site.name,
    address: site.address,
    country: site.country,
    osId: site.os_id,
  };
  const keys = matchKeysOf(record);
  await refuseSecondIdentity(work, record, keys);
  await markPublished(work, id, [...keys, ...typedKeysOf(site.name)]);
  await recordAudit(work, {
    action: "publish-site",
    subjectKind: "site",
    subjectId: id,
    before: { published: false },
    after: {
      published: true,
      publicId: printSiteId(site.public_id),
      name: site.name,
      // Free text may name people.
      ground: await sealPersonal(work, subjectOf(work.actor), ground),
    },
  });
}

async function refuseSecondIdentity(
  work: Work,
  record: Parameters<typeof matchKeysOf>[0],
  keys: readonly string[],
): Promise<void> {
  const found = await findSitesByKeys(work, keys);
  const candidates = (
    await findSitesById(work, [...new Set(found.map((row) => row.site_id))])
  ).filter((site) => site.published && site.id !== record.id);
  for (const result of createFirstSiteMatcher().match(record, candidates)) {
    if (result.band !== "same" || (await wasDecidedDifferent(work, record.id, result.candidateId)))
      continue;
    throw new AppError(
      "already_exists",
      "The same site is published already. If it is another one, decide the pair as different first.",
      [{ path: "/id", message: result.candidateId }],
    );
  }
}
