/**
 * Takes what a supplier released as a disclosure of a contract, in the caller's transaction: rows, sites, exact links and
 * screening, all or nothing. A masked site is counted with what is attested of it and is neither matched nor screened.
 */
import { createHash, randomUUID } from "node:crypto";
import { RowFlag, type DisclosureRow, type RecordSite, type Tier } from "@throughline/domain";
import type { NamedPlace, Placement } from "@throughline/matching";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { screenSitesNow } from "../screening/index.ts";
import { keepMaskedSites, lockSites, placeSites, recordSiteValues } from "../sites/index.ts";
import { insertDisclosure, insertRows, type NewRow } from "./disclosures.store.ts";
import {
  findMaskedSites,
  findReplaced,
  insertReleasedLinks,
  markReplaced,
  type ReleasedLink,
} from "./released.store.ts";

/** A site of a release with what it makes, in words. */
export interface ReleasedSite {
  readonly site: RecordSite;
  readonly product: string | null;
  readonly component: string | null;
  readonly tier: Tier | null;
}

/** A link by the site's key in the release. */
export type LinkByKey = Omit<ReleasedLink, "siteId"> & { readonly siteKey: string };

export interface ReleasedDisclosure {
  readonly releaseId: string;
  readonly contractId: string;
  readonly title: string;
  readonly declaredBy: string;
  readonly brand: string | null;
  readonly asOf: string;
  readonly sites: readonly ReleasedSite[];
  readonly links: readonly LinkByKey[];
  readonly notes: readonly string[];
  /** Canonical JSON of what was released. */
  readonly text: string;
  /** Said of the earlier release's disclosure, which this one takes the place of. */
  readonly replacedReason: string;
}

/** Answers the new disclosure, how many links it has and how many official measures its sites meet. */
export async function takeReleased(
  work: Work,
  released: ReleasedDisclosure,
): Promise<{ disclosureId: string; links: number; hits: number }> {
  const { releaseId, contractId } = released;
  await lockSites(work);
  const siteIds = await settleSites(work, released);
  const disclosureId = randomUUID();
  await insertDisclosure(work, {
    id: disclosureId,
    contractId,
    releaseId,
    title: released.title,
    declaredBy: released.declaredBy,
    brand: released.brand,
    asOf: released.asOf,
    receivedOn: work.today,
    fileName: null,
    read: {
      format: "release",
      alternatives: false,
      truncated: false,
      foreignMarket: null,
      notes: [],
    },
    linkNotes: released.notes,
    statedTier: "final_assembly",
    statedKind: null,
    // Its links are exact: nothing is linked by rule later.
    productsStated: true,
    recordedBy: work.actor.personId,
    mediaType: "application/json",
    sha256: createHash("sha256").update(released.text).digest("hex"),
    bytes: Buffer.from(released.text, "utf8"),
  });
  const rows = released.sites.map((one, at) => toRow(one, at + 1, siteIds.get(one.site.key)));
  await insertRows(work, disclosureId, rows);
  await recordSiteValues(
    work,
    rows.flatMap(({ id, siteId }, at) => {
      const site = released.sites[at]?.site;
      return siteId === null || site === undefined || site.masked !== null
        ? []
        : [
            {
              siteId,
              place: toPlace(site),
              saidBy: released.declaredBy,
              source: released.title,
              disclosureRowId: id,
              asOf: released.asOf,
            },
          ];
    }),
  );
  const links = linksOf(released.links, siteIds);
  await insertReleasedLinks(work, contractId, disclosureId, links);
  const named = released.sites.flatMap(({ site }) =>
    site.masked === null ? [siteIds.get(site.key)?.siteId ?? ""] : [],
  );
  const screened = await screenSitesNow(
    work,
    [...new Set(named)].filter((id) => id !== ""),
  );
  await replaceEarlier(work, released, disclosureId);
  await recordAudit(work, {
    action: "take-release",
    subjectKind: "disclosure",
    subjectId: disclosureId,
    after: {
      contractId,
      releaseId,
      sites: released.sites.length,
      masked: released.sites.length - named.length,
      links: links.length,
      hits: screened.hits,
    },
  });
  return { disclosureId, links: links.length, hits: screened.hits };
}

type Settled = Pick<Placement, "siteId"> & Partial<Placement>;

/** Named sites are placed like those of any list; a masked one is the site it was in the supplier's release before, or new. */
async function settleSites(
  work: Work,
  { sites, releaseId }: ReleasedDisclosure,
): Promise<ReadonlyMap<string, Settled>> {
  const settled = new Map<string, Settled>();
  const named = sites.filter(({ site }) => site.masked === null);
  const placements = await placeSites(
    work,
    named.map(({ site }) => toPlace(site)),
  );
  named.forEach(({ site }, at) => {
    const placement = placements[at];
    if (placement !== undefined) settled.set(site.key, placement);
  });
  const known = await findMaskedSites(work, releaseId);
  const fresh: RecordSite[] = [];
  for (const { site } of sites) {
    if (site.masked === null) continue;
    const siteId = known.get(rawOf(site));
    if (siteId === undefined) fresh.push(site);
    else settled.set(site.key, { siteId });
  }
  const ids = await keepMaskedSites(
    work,
    fresh.map((site) => ({
      name: site.name,
      country: site.country,
      legalName: site.masked?.legalName ?? false,
      precision: site.masked?.precision ?? "none",
      flags: flagsOf(site),
    })),
  );
  fresh.forEach((site, at) => settled.set(site.key, { siteId: ids[at] ?? "" }));
  return settled;
}

function flagsOf(site: RecordSite): RowFlag[] {
  return site.flags.filter((flag): flag is RowFlag => RowFlag.safeParse(flag).success);
}

function toPlace(site: RecordSite): NamedPlace {
  return {
    name: site.name,
    address: site.address === "" ? null : site.address,
    country: site.country,
    latitude: site.latitude,
    longitude: site.longitude,
    osId: site.osId,
    flags: flagsOf(site),
  };
}

/** What the row stood as. By it a masked site is found again in the supplier's next release. */
function rawOf(site: RecordSite): string {
  return site.masked === null
    ? [site.name, site.address ?? "", site.country ?? ""].join("; ")
    : `masked site ${site.key}`;
}

function toRow(
  { site, product, component, tier }: ReleasedSite,
  number: number,
  placement: Settled | undefined,
): NewRow {
  const row: DisclosureRow = {
    row: number,
    outcome: "accepted",
    name: site.name,
    address: site.address ?? "",
    country: site.country,
    flags: site.masked === null ? flagsOf(site) : [...flagsOf(site), "identity_masked"],
    reason: null,
    latitude: site.latitude,
    longitude: site.longitude,
    osId: site.osId,
    product,
    component,
    tier,
    raw: rawOf(site),
  };
  return {
    id: randomUUID(),
    row,
    siteId: placement?.siteId ?? null,
    band: placement?.band ?? null,
    probability: placement?.probability ?? null,
    explanation: placement?.explanation ?? null,
  };
}

function linksOf(
  links: readonly LinkByKey[],
  siteIds: ReadonlyMap<string, Settled>,
): ReleasedLink[] {
  // Two rows of a record may turn out to be one site.
  const distinct = new Map<string, ReleasedLink>();
  for (const { siteKey, ...link } of links) {
    const siteId = siteIds.get(siteKey)?.siteId;
    if (siteId === undefined) continue;
    const { productId, tier, component, kind, validFrom, validTo } = link;
    const key = [productId, siteId, tier, component, kind, validFrom, validTo].join("|");
    if (!distinct.has(key)) distinct.set(key, { ...link, siteId });
  }
  return [...distinct.values()];
}

async function replaceEarlier(
  work: Work,
  { contractId, releaseId, replacedReason }: ReleasedDisclosure,
  disclosureId: string,
): Promise<void> {
  for (const earlier of await findReplaced(work, contractId, releaseId)) {
    await markReplaced(work, earlier.id, disclosureId, replacedReason);
    await recordAudit(work, {
      action: "replace-disclosure",
      subjectKind: "disclosure",
      subjectId: earlier.id,
      before: { withdrawnOn: null },
      after: { withdrawnOn: work.today, replacedBy: disclosureId },
    });
  }
}
