/** Says which known sites a name and address may be, without keeping anything: what entering it would find. */
import type { SiteMatches } from "@throughline/contract";
import { printSiteId } from "@throughline/domain";
import {
  decidePlacement,
  type FoundSite,
  placeToMatch,
  reasonsOf,
  ruleReason,
  writtenPlace,
} from "@throughline/matching";
import type { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { openKnownAlike } from "./find-alike.ts";
import { findSurvivors } from "./site-groups.store.ts";
import { nameKeyOf } from "./site-keys.ts";
import { findExactSites, findSitesById } from "./sites.store.ts";

/** What is matched; unknown is `null`. */
export interface SiteToFind {
  readonly name: string;
  readonly address: string | null;
  readonly country: string | null;
  readonly osId: string | null;
}

/** The likeliest known sites, at most six, each with its reasons. A record that was merged away stands for the one it leads to. */
export async function matchSite(
  work: Work,
  wanted: SiteToFind,
): Promise<z.infer<typeof SiteMatches>> {
  const place = { ...wanted, latitude: null, longitude: null, flags: [] };
  const written = writtenPlace(place);
  const known = await openKnownAlike(work);
  const best = new Map<string, FoundSite>();
  for (const one of known.find(placeToMatch(place)))
    if (one.probability > (best.get(one.siteId)?.probability ?? 0)) best.set(one.siteId, one);
  const exact = await findExactSites(work, {
    osIds: written.osId === null ? [] : [written.osId],
    namesWithoutAddress: written.address === null ? [nameKeyOf(written.name)] : [],
  });
  const sites = await findSitesById(work, [...new Set([...best.keys(), ...exact])]);
  const decision = decidePlacement(
    written,
    sites.map((site) => ({ site, probability: best.get(site.id)?.probability ?? 0 })),
  );
  if (decision.band === "new") return { candidates: [] };
  const named = [
    ...(decision.band === "same"
      ? [
          {
            id: decision.siteId,
            band: decision.band,
            probability: decision.probability,
            rule: decision.rule,
          },
        ]
      : []),
    ...decision.perhaps.map(({ site, probability, rule }) => ({
      id: site.id,
      band: "review" as const,
      probability,
      rule,
    })),
  ];
  const leads = await findSurvivors(
    work.tx,
    named.map(({ id }) => id),
  );
  const standing = new Map(
    [...sites, ...(await findSitesById(work, [...new Set(leads.values())]))].map((site) => [
      site.id,
      site,
    ]),
  );
  const said = new Set<string>();
  return {
    candidates: named.flatMap(({ id, band, probability, rule }) => {
      const site = standing.get(leads.get(id) ?? id);
      if (site === undefined || said.has(site.id)) return [];
      said.add(site.id);
      const found = best.get(id);
      return [
        {
          site: {
            id: site.id,
            publicId: printSiteId(site.publicId),
            name: site.name,
            address: site.address,
            country: site.country,
          },
          band,
          probability,
          explanation: [
            ...(rule === null ? [] : [ruleReason(rule)]),
            ...(found === undefined ? [] : reasonsOf(found.explain())),
          ].map((reason) => ({
            ...reason,
            agreed: [...reason.agreed],
            differed: [...reason.differed],
          })),
        },
      ];
    }),
  };
}
