/** The sites of the line: what each may make, how sure that is, and what screening says about it. */
import type { LineSite, Sentence, Tier } from "@throughline/domain";
import { tiers as allTiers } from "@throughline/domain";
import { distinctSorted } from "./compare-text.ts";
import type { KnownFacts } from "./gather-known-facts.ts";
import type { SiteUse } from "./count-site-uses.ts";
import { say, sayNumber } from "./say.ts";

/** "one of seven possible sites", "confirmed for two products", "named for the brand only", "named, not linked to a product". */
export function sayStanding(use: SiteUse | undefined): Sentence {
  if (use === undefined) return say("site.unlinked");
  if (use.confirmedFor > 0) return say("site.confirmed", { products: use.confirmedFor });
  if (!use.possible) return say("site.brand_level");
  const counts = [...use.possibleCounts].sort((a, b) => a - b);
  if (counts.length === 0) return say("site.possible_unknown");
  if (counts.length === 1) return say("site.possible", { n: counts[0] ?? null });
  return say("site.possible_several", { counts: counts.map(sayNumber).join("; ") });
}

/** Every site the line shows, ordered by name. */
export function placeSites(known: KnownFacts): LineSite[] {
  const onLine = new Set(known.sites.map((site) => site.id));
  // A review pair is offered from both of its ends, whichever end the caller wrote it on.
  const toReview = new Set<string>();
  for (const site of known.sites) {
    for (const pair of site.reviewWith) {
      if (onLine.has(pair.siteId) && pair.siteId !== site.id)
        toReview.add(site.id).add(pair.siteId);
    }
  }
  // Few combinations of tiers occur on a line, and few standings.
  const tiersByBits = new Map<number, Tier[]>();
  const tiersOf = (bits: number): Tier[] => {
    let found = tiersByBits.get(bits);
    if (found === undefined)
      tiersByBits.set(bits, (found = allTiers.filter((_tier, at) => (bits & (1 << at)) !== 0)));
    return found;
  };
  return known.sites.map((site) => {
    const use = known.uses.get(site.id);
    const flags = site.flags.length === 0 ? [] : distinctSorted(site.flags);
    return {
      siteId: site.id,
      name: site.name,
      address: site.address,
      country: site.country,
      latitude: site.latitude,
      longitude: site.longitude,
      located: site.located ?? null,
      precision: site.precision,
      flags,
      screening: known.screenings.get(site.id)?.status ?? "not_screened",
      standing: sayStanding(use),
      toReview: toReview.has(site.id),
      productIds: use?.productIds ?? [],
      tiers: tiersOf(use?.tierBits ?? 0),
    };
  });
}
