/**
 * What was disclosed by a day, thing by thing, for whoever measures it: the rules are those of the line, so that a KPI and
 * the line never disagree.
 */
import type { ProductLine, Sentence, SiteFact } from "@throughline/domain";
import { hasNameAndAddress, listAskedComponents } from "./completeness.ts";
import { foldName } from "./fold-name.ts";
import { gatherKnownFacts } from "./gather-known-facts.ts";
import type { GroupedFacts } from "./group-links.ts";
import { isMasked } from "./index-links.ts";
import { nameProduct, traceProducts } from "./trace-products.ts";

/** How a product stands. */
export interface MeasuredProduct {
  readonly product: ProductLine;
  readonly name: string;
  /** A confirmed site of final assembly that makes things is named. */
  readonly traced: boolean;
  /** That it is traced to, with name and full address. */
  readonly completeSites: readonly SiteFact[];
  readonly sentence: Sentence;
}

/** A site the line shows. */
export interface MeasuredSite {
  readonly site: SiteFact;
  /** Legal name and address to the street, or both attested of a masked site. */
  readonly complete: boolean;
  readonly masked: boolean;
  /** Whether it is linked to a product. */
  readonly linked: boolean;
}

/** A component that the clauses name. */
export interface MeasuredComponent {
  readonly name: string;
  /** A confirmed site makes it. */
  readonly covered: boolean;
  /** One of these sites has name and full address. */
  readonly complete: boolean;
}

export interface DisclosureMeasures {
  readonly products: readonly MeasuredProduct[];
  readonly sites: readonly MeasuredSite[];
  readonly components: readonly MeasuredComponent[];
}

/**
 * Measures what stands on the facts' day. Cost: that of indexing the links, which the line does as well.
 *
 * @example measureDisclosure({ ...facts, asOf: "2026-03-31" }).products.filter(({ traced }) => traced).length
 */
export function measureDisclosure(facts: GroupedFacts): DisclosureMeasures {
  const known = gatherKnownFacts(facts);
  const complete = known.places.map(({ site }) => hasNameAndAddress(site));
  const asked = listAskedComponents(known);
  const completeComponents = new Set<string>();
  if (asked.length > 0) {
    for (const { kind, component, sites } of known.standingLinks) {
      if (kind !== "confirmed" || component === null || sites === null) continue;
      if (sites.some((place) => complete[place] === true))
        completeComponents.add(foldName(component));
    }
  }
  return {
    products: traceProducts(known).map(({ product, trace, links }) => {
      const traced = trace.status === "traced";
      const places = new Set(traced ? links.confirmed.flatMap(({ sites }) => sites ?? []) : []);
      return {
        product,
        name: nameProduct(product),
        traced,
        completeSites: [...places].flatMap((place) => {
          const found = known.places[place];
          return found?.makes === true && complete[place] === true ? [found.site] : [];
        }),
        sentence: trace.sentence,
      };
    }),
    sites: known.sites.map((site) => ({
      site,
      complete: hasNameAndAddress(site),
      masked: isMasked(site),
      linked: known.uses.has(site.id),
    })),
    components: asked.map(([folded, name]) => ({
      name,
      covered: known.confirmedComponents.has(folded),
      complete: completeComponents.has(folded),
    })),
  };
}
