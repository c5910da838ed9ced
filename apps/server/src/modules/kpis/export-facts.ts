/** The dated facts of a contract as a file: whoever has it computes the same KPIs without this server. */
import { KpiFacts, type TraceLinkFact } from "@throughline/domain";
import type { GroupedKpiFacts } from "@throughline/measurement";
import type { Work } from "../../platform/api.ts";
import { openContractKpis } from "./open-kpis.ts";

type Stretch = GroupedKpiFacts["sites"][number];

/** Single links again; those whose id nobody keeps are numbered. */
function linksOf({ sites, links }: Stretch): TraceLinkFact[] {
  let number = 0;
  return links.flatMap(({ linkIds, sites: places, ...said }): TraceLinkFact[] => {
    const ids = linkIds();
    const targets = places === null ? [null] : places.map((place) => sites[place]?.id ?? null);
    return targets.map((siteId, at): TraceLinkFact => {
      number += 1;
      return {
        id: ids[at] ?? `link-${number}`,
        productId: said.productId,
        siteId,
        tier: said.tier,
        component: said.component,
        kind: said.kind,
        alternativesId: said.alternativesId,
        alternativesCount: said.alternativesCount,
        validFrom: said.validFrom,
        validTo: said.validTo,
        disclosureId: said.disclosureId,
        caveat: null,
      };
    });
  });
}

/** Everything the KPIs rest on, up to today. */
export async function exportFacts(work: Work, contractId: string): Promise<KpiFacts> {
  const { facts, bands } = await openContractKpis(work, contractId, work.today);
  return KpiFacts.parse({
    format: "throughline-kpi-facts/1",
    ...facts,
    bands,
    sites: facts.sites.map((stretch) => ({ ...stretch, links: linksOf(stretch) })),
  });
}
