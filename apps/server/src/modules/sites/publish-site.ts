/** Publishes a site: a named person's decision with its ground. Only an organisation's own site, and only what is said below. */
import { AppError, printSiteId } from "@throughline/domain";
import { defaultBands } from "@throughline/matching";
import { subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { findPublishedAlike } from "./find-alike.ts";
import { wasDecidedDifferent } from "./match-reviews.store.ts";
import { findOwnSiteForUpdate, markPublished } from "./site-pages.store.ts";
import { findSitesById } from "./sites.store.ts";

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
  await refuseSecondIdentity(work, { id, ...site, osId: site.os_id });
  await markPublished(work, id);
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
  site: {
    readonly id: string;
    readonly name: string;
    readonly address: string | null;
    readonly country: string | null;
    readonly osId: string | null;
  },
): Promise<void> {
  const alike = await findPublishedAlike(work, {
    ...site,
    identifiers: site.osId === null ? null : { os_id: site.osId },
  });
  const sites = new Map(
    (
      await findSitesById(
        work,
        alike.map(({ siteId }) => siteId),
      )
    ).map((one) => [one.id, one]),
  );
  for (const { siteId, probability } of alike) {
    const other = sites.get(siteId);
    if (other === undefined || !other.published || other.id === site.id) continue;
    const isSame =
      (site.osId !== null && other.osId === site.osId) || probability >= defaultBands.same;
    if (!isSame || (await wasDecidedDifferent(work, site.id, siteId))) continue;
    throw new AppError(
      "already_exists",
      "The same site is published already. If it is another one, decide the pair as different first.",
      [{ path: "/id", message: siteId }],
    );
  }
}
