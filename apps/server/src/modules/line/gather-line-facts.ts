/** Gathers the facts of many contracts at once: a fixed number of queries, however many contracts a page shows. */
import type { DisclosureFact, IsoDate, SiteFact, WeighingFact } from "@throughline/domain";
import { weighCategory, type CategoryToWeigh } from "@throughline/risk";
import type { GroupedFacts, LinkGroup } from "@throughline/tracing";
import type { Work } from "../../platform/api.ts";
import { categoryOf, contractFactOf, productOf } from "./describe-contract.ts";
import {
  answerOf,
  disclosureOf,
  onceForEachMeasure,
  placeLinks,
  requestOf,
  screeningFactsOf,
} from "./describe-facts.ts";
import { readDialogueFacts } from "../dialogue-facts/index.ts";
import { findGroups } from "../sites/index.ts";
import { gatherAgreements } from "./gather-agreement.ts";
import { groupRows } from "./group-rows.ts";
import { joinSameSites } from "./join-same-sites.ts";
import { readLinkGroups } from "./link-groups.store.ts";
import { numberIds } from "./number-ids.ts";
import {
  readAnswers,
  readConditions,
  readContracts,
  readLots,
  readParties,
  readProducts,
  readRequests,
} from "./line.store.ts";
import {
  readDisclosures,
  readHits,
  readNamedSites,
  readReviews,
  readScreenings,
  readSites,
} from "./links.store.ts";

/** Facts of one contract, and whether its own organisation keeps it (a framework may be kept by another one). */
export interface GatheredFacts {
  readonly facts: GroupedFacts;
  readonly keptElsewhere: boolean;
  /** What is bought, as far as known: what can be asked follows from it. */
  readonly bought: {
    readonly cpv: readonly string[];
    readonly components: readonly string[];
    readonly brands: readonly string[];
    readonly families: readonly string[];
  };
}

/**
 * Reads what the line of each contract rests on, as of one date. Contracts the acting organisation may not see are
 * left out, as if they did not exist.
 */
export async function gatherLineFacts(
  work: Work,
  contractIds: readonly string[],
  asOf: IsoDate,
): Promise<Map<string, GatheredFacts>> {
  if (contractIds.length === 0) return new Map();
  const { tx } = work;
  const { organisationId } = work.actor;
  const contracts = await readContracts(tx, contractIds);
  const ids = contracts.map((contract) => contract.id);
  if (ids.length === 0) return new Map();
  const frameworks = contracts.flatMap(({ framework_id: id }) => (id === null ? [] : [id]));
  const withFrameworks = [...new Set([...ids, ...frameworks])];

  const parties = groupRows(await readParties(tx, withFrameworks), (row) => row.contract_id);
  const conditions = groupRows(await readConditions(tx, withFrameworks), (row) => row.contract_id);
  const lots = groupRows(await readLots(tx, withFrameworks), (row) => row.contract_id);
  const products = groupRows(await readProducts(tx, ids), (row) => row.contract_id);
  const requests = groupRows(await readRequests(tx, ids, asOf), (row) => row.contract_id);
  const answers = groupRows(await readAnswers(tx, ids), (row) => row.contract_id);
  const disclosures = groupRows(await readDisclosures(tx, ids), (row) => row.contract_id);
  const siteNumbers = numberIds();
  const links = groupRows(
    await readLinkGroups(tx, ids, siteNumbers, asOf),
    (row) => row.contractId,
  );
  const named = groupRows(await readNamedSites(tx, ids, asOf), (row) => row.contract_id);

  const sitesOf = new Map(
    ids.map((id) => {
      const found = new Set((named.get(id) ?? []).map((row) => siteNumbers.numberOf(row.site_id)));
      for (const row of links.get(id) ?? []) for (const site of row.sites ?? []) found.add(site);
      return [id, found] as const;
    }),
  );
  // With each site come those merged with it, named or not: what is known of one is known of all.
  const merged = await findGroups(tx, siteNumbers.ids, asOf);
  const groups = groupRows(
    [...merged].map(([goneId, keptId]) => ({ goneId, keptId })),
    ({ keptId }) => keptId,
  );
  for (const found of sitesOf.values())
    for (const id of [...found].map((site) => siteNumbers.ids[site] ?? "")) {
      const keptId = merged.get(id) ?? id;
      for (const { goneId } of groups.get(keptId) ?? []) found.add(siteNumbers.numberOf(goneId));
      if (groups.has(keptId)) found.add(siteNumbers.numberOf(keptId));
    }
  const allSites = siteNumbers.ids;
  const nothing = allSites.length === 0;
  const sites = nothing ? [] : await readSites(tx, allSites);
  const siteById = new Map(sites.map((site) => [site.id, site]));
  const reviews = nothing ? [] : await readReviews(tx, allSites, asOf);
  const screened = nothing ? [] : await readScreenings(tx, organisationId, allSites, asOf);
  const met = screened.some((row) => row.status === "hit");
  const hits = met ? await readHits(tx, organisationId, allSites, asOf) : [];
  const screenings = screeningFactsOf(screened, hits);

  const known = contracts.map((contract) => {
    const frameworkId = contract.framework_id ?? "";
    const rows = {
      contract,
      parties: parties.get(contract.id) ?? [],
      frameworkParties: parties.get(frameworkId) ?? [],
      conditions: conditions.get(contract.id) ?? [],
      frameworkConditions: conditions.get(frameworkId) ?? [],
    };
    const cpv = categoryOf(contract, lots.get(frameworkId) ?? []);
    return {
      row: contract,
      rows,
      cpv,
      fact: contractFactOf(rows, cpv),
      requests: (requests.get(contract.id) ?? []).map(requestOf),
    };
  });
  // What another organisation keeps, and what is recorded of it there, is not seen here.
  const own = known.filter(({ row }) => row.organisation_id === organisationId);
  const agreements = await gatherAgreements(work, own, asOf);
  const dialogues = await readDialogueFacts(
    work,
    own.map(({ row }) => row.id),
    asOf,
  );

  const weigh = weighOnce();
  return new Map(
    known.map(({ row: contract, rows, cpv, fact, requests: asked }): [string, GatheredFacts] => {
      const lines = (products.get(contract.id) ?? []).map(productOf);
      const numbers = [...(sitesOf.get(contract.id) ?? [])].sort((a, b) => a - b);
      const here = numbers.flatMap((site) => allSites[site] ?? []);
      const joined = joinSameSites(
        here.flatMap((id) => siteById.get(id) ?? []),
        merged,
        reviews,
      );
      const placeOf = allSites.map((id) => joined.placeOf.get(id));
      const placed = placeLinks(links.get(contract.id) ?? [], placeOf);
      const said = (disclosures.get(contract.id) ?? []).map(disclosureOf);
      const components = [
        ...new Set([
          ...(contract.components.length > 0
            ? contract.components
            : (contract.framework_components ?? [])),
          ...[...rows.conditions, ...rows.frameworkConditions].flatMap((row) => row.components),
        ]),
      ];
      const bought = {
        cpv: [...new Set([...cpv, ...lines.flatMap((line) => line.cpv ?? [])])],
        components,
        brands: distinctNames([
          ...lines.map((line) => line.brand),
          ...rows.parties.filter((row) => row.role === "brand").map((row) => row.name),
        ]),
        families: distinctNames(lines.map((line) => line.family)),
      };
      const dialogue = dialogues.get(contract.id);
      const facts: GroupedFacts = {
        asOf,
        currency: contract.currency,
        contract: fact,
        products: lines,
        requests: asked,
        answers: (answers.get(contract.id) ?? []).map(answerOf),
        disclosures: said,
        sites: [...joined.sites],
        links: placed,
        weighings: weigh({
          cpv: bought.cpv,
          countries: [
            ...new Set([
              ...contract.known_countries,
              ...countriesOfLinks(placed, joined.sites, said, asOf),
            ]),
          ],
          components,
          asOf,
        }),
        screenings: onceForEachMeasure(
          here.flatMap((id) =>
            (screenings.get(id) ?? []).map((fact) => ({
              ...fact,
              siteId: joined.shownAs.get(id) ?? id,
            })),
          ),
        ),
        ...agreements.get(contract.id),
        ...(dialogue === undefined ? {} : { dialogue }),
      };
      return [
        contract.id,
        { facts, keptElsewhere: contract.organisation_id !== organisationId, bought },
      ];
    }),
  );
}

/** Countries of the sites that standing disclosures link to a product: an importer's or office's is not where things are made. */
function countriesOfLinks(
  links: readonly LinkGroup[],
  sites: readonly SiteFact[],
  disclosures: readonly DisclosureFact[],
  asOf: IsoDate,
): string[] {
  const standing = new Set<string | null>([null]);
  for (const { id, receivedOn, withdrawnOn } of disclosures) {
    if (receivedOn <= asOf && (withdrawnOn === null || withdrawnOn > asOf)) standing.add(id);
  }
  const linked = new Set<number>();
  for (const link of links) {
    if (!standing.has(link.disclosureId)) continue;
    for (const site of link.sites ?? []) linked.add(site);
  }
  return [...new Set([...linked].flatMap((site) => sites[site]?.country ?? []))];
}

/** Contracts of one buyer are often of one category: each is weighed once. */
function weighOnce(): (category: CategoryToWeigh) => WeighingFact[] {
  const known = new Map<string, WeighingFact[]>();
  return (category) => {
    const key = JSON.stringify(category);
    const found = known.get(key) ?? [...weighCategory(category)];
    known.set(key, found);
    return found;
  };
}

/** Names without repetition, whatever their case; the first spelling stays. */
function distinctNames(names: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const name of names) {
    const key = name.trim().toLowerCase();
    if (!seen.has(key)) seen.set(key, name);
  }
  return [...seen.values()];
}
