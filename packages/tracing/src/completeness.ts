/**
 * How complete, precise, fresh and verified what was disclosed is. Every share keeps its parts; a zero
 * denominator is "no data" (`null`), never 100 %. Only confirmed links cover a tier or a component.
 */
import type { Completeness, LineSite, SiteFact } from "@throughline/domain";
import {
  addressPrecisions,
  ratio,
  tiers as allTiers,
  verificationLevels,
} from "@throughline/domain";
import { compareText } from "./compare-text.ts";
import { foldName } from "./fold-name.ts";
import type { KnownFacts } from "./gather-known-facts.ts";
import { isMasked } from "./index-links.ts";
import { daysBetween } from "./reckon-dates.ts";
import type { ProductStanding } from "./trace-products.ts";

/** Name of the legal entity and address to the street. Of a masked site both are attested by whoever keeps them. */
export function hasNameAndAddress(site: SiteFact): boolean {
  const addressThere = isMasked(site) || (site.address ?? "").trim() !== "";
  return site.legalName && site.precision === "street" && addressThere;
}

/** Components the clauses name: folded, and as the contract writes them. */
export function listAskedComponents(known: KnownFacts): [folded: string, name: string][] {
  const asked = new Map<string, string>();
  for (const component of known.contract.conditions.flatMap((condition) => condition.components)) {
    const folded = foldName(component);
    const already = asked.get(folded);
    if (already === undefined || compareText(component, already) < 0) asked.set(folded, component);
  }
  return [...asked].sort((a, b) => compareText(a[0], b[0]));
}

/** Measures completeness over products, spend, tiers, components and sites. Spend in minor units of the contract's currency. */
export function measureCompleteness(
  known: KnownFacts,
  standings: readonly ProductStanding[],
  sites: readonly LineSite[],
): Completeness {
  let traced = 0;
  let withSite = 0;
  let spend = 0;
  let spendTraced = 0;
  let withoutSpend = 0;
  for (const { product, trace, links } of standings) {
    const isTraced = trace.status === "traced";
    if (isTraced) traced += 1;
    if (links.hasSite) withSite += 1;
    const value = product.value;
    // Credits (negative values) are counted apart too: a share of spend is about what was bought.
    if (value === null || value.currency !== known.currency || value.minorUnits < 0)
      withoutSpend += 1;
    else {
      spend += value.minorUnits;
      if (isTraced) spendTraced += value.minorUnits;
    }
  }

  const askedTierSet = new Set(known.contract.conditions.flatMap((condition) => condition.tiers));
  const askedTiers = allTiers.filter((tier) => askedTierSet.has(tier));
  const coveredTiers = askedTiers.filter((tier) => known.confirmedTiers.has(tier));

  const components = listAskedComponents(known);
  const coveredComponents = components.filter(([folded]) => known.confirmedComponents.has(folded));

  const addressPrecision: Record<string, number> = Object.fromEntries(
    addressPrecisions.map((level) => [level, 0]),
  );
  const verification: Record<string, number> = Object.fromEntries(
    verificationLevels.map((level) => [level, 0]),
  );
  let nameAndAddress = 0;
  for (const site of known.sites) {
    addressPrecision[site.precision] = (addressPrecision[site.precision] ?? 0) + 1;
    verification[site.verification] = (verification[site.verification] ?? 0) + 1;
    if (hasNameAndAddress(site)) nameAndAddress += 1;
  }

  let newest: string | null = null;
  for (const disclosure of known.disclosures.values()) {
    const date = disclosure.asOf ?? disclosure.receivedOn;
    if (newest === null || date > newest) newest = date;
  }

  return {
    productsTraced: ratio(traced, standings.length),
    productsWithAnySite: ratio(withSite, standings.length),
    spendTraced: ratio(spendTraced, spend),
    productsWithoutSpend: withoutSpend,
    tiersCovered: {
      asked: askedTiers,
      covered: coveredTiers,
      ratio: ratio(coveredTiers.length, askedTiers.length),
    },
    componentsNamed: {
      asked: components.map(([, name]) => name),
      covered: coveredComponents.map(([, name]) => name),
      ratio: ratio(coveredComponents.length, components.length),
    },
    nameAndAddress: ratio(nameAndAddress, known.sites.length),
    addressPrecision,
    verification,
    ageDays: newest === null ? null : daysBetween(newest, known.asOf),
    screened: ratio(sites.filter((site) => site.screening !== "not_screened").length, sites.length),
  };
}
