/** Links by what they say: 50,000 links of one contract are a few thousand groups, and the engine looks at each group once. */
import type {
  IsoDate,
  LineFacts,
  SiteFact,
  Tier,
  TraceLinkFact,
  TraceLinkKind,
} from "@throughline/domain";

/** Links of one product that say the same but for the site. */
export interface LinkGroup {
  readonly productId: string;
  readonly tier: Tier;
  readonly component: string | null;
  readonly kind: TraceLinkKind;
  readonly alternativesId: string | null;
  readonly alternativesCount: number | null;
  readonly validFrom: IsoDate | null;
  readonly validTo: IsoDate | null;
  readonly disclosureId: string | null;
  /** Where the site of each link stands among the facts' sites; `null` where the links name no site. */
  readonly sites: readonly number[] | null;
  /** Ids of the links, in any order. Asked for at final assembly only, and only for facts that are made. */
  readonly linkIds: () => readonly string[];
}

/** The facts of one line with its links grouped. */
export interface GroupedFacts extends Omit<LineFacts, "links"> {
  readonly links: readonly LinkGroup[];
}

/**
 * Groups links. A link to a site that is not among `sites` is left out: it could not be opened to anything.
 *
 * @example groupLinks(facts.links, facts.sites)[0]?.sites // [0, 4, 7]: three links that differ in their site only
 */
export function groupLinks(
  links: readonly TraceLinkFact[],
  sites: readonly SiteFact[],
): LinkGroup[] {
  const placeOf = new Map(sites.map((site, at) => [site.id, at]));
  const groups = new Map<string, { group: LinkGroup; sites: number[]; linkIds: string[] }>();
  for (const link of links) {
    const place = link.siteId === null ? null : placeOf.get(link.siteId);
    if (place === undefined) continue;
    const key = keyOf(link);
    const known = groups.get(key);
    if (known === undefined) {
      const own = { sites: place === null ? [] : [place], linkIds: [link.id] };
      const { id: _id, siteId, caveat: _caveat, ...said } = link;
      const group = {
        ...said,
        sites: siteId === null ? null : own.sites,
        linkIds: () => own.linkIds,
      };
      groups.set(key, { group, ...own });
    } else {
      if (place !== null) known.sites.push(place);
      known.linkIds.push(link.id);
    }
  }
  return [...groups.values()].map(({ group }) => group);
}

/** What makes links alike. NUL stands between parts, because nothing that people write or programs send has it in it. */
function keyOf(link: TraceLinkFact): string {
  const { productId, tier, kind, siteId, component, disclosureId, alternativesId } = link;
  const named = siteId === null ? "" : "+";
  const sure = `${productId}\0${tier}\0${kind}${named}\0${component ?? "\0"}\0${disclosureId ?? "\0"}`;
  const { alternativesCount, validFrom, validTo } = link;
  return alternativesId === null && validFrom === null && validTo === null
    ? `${sure}\0${alternativesCount ?? ""}`
    : `${sure}\0${alternativesCount ?? ""}\0${alternativesId ?? "\0"}\0${validFrom ?? ""}\0${validTo ?? ""}`;
}
