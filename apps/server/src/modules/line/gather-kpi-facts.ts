/**
 * Gathers what KPIs of contracts are computed from, dated, once for all periods. Contracts of ours only: a framework that
 * another organisation keeps has its KPIs there.
 */
import type { DatedRequest, IsoDate } from "@throughline/domain";
import type { GroupedKpiFacts, GroupedStretch } from "@throughline/measurement";
import type { Work } from "../../platform/api.ts";
import { readDialogueFacts } from "../dialogue-facts/index.ts";
import { findGroups } from "../sites/index.ts";
import { categoryOf, contractFactOf, productOf } from "./describe-contract.ts";
import { answerOf, disclosureOf, placeLinks } from "./describe-facts.ts";
import { groupRows } from "./group-rows.ts";
import { joinSameSites } from "./join-same-sites.ts";
import {
  readDatedRequests,
  readEvidenceUses,
  readNamedRows,
  readSiteDays,
} from "./kpi-facts.store.ts";
import {
  readAnswers,
  readConditions,
  readContracts,
  readLots,
  readParties,
  readProducts,
} from "./line.store.ts";
import { readLinkGroups } from "./link-groups.store.ts";
import { readDisclosures, readSites } from "./links.store.ts";
import { numberIds } from "./number-ids.ts";

/** Facts of one contract without what the KPI module keeps itself. */
type ContractKpiFacts = Omit<GroupedKpiFacts, "added" | "entries">;

/** Before anything was ever merged or moved. */
const atFirst: IsoDate = "0001-01-01";

/** Gathers them by contract; a fixed number of queries, and a few for each day on which sites of these contracts changed. */
export async function gatherKpiFacts(
  work: Work,
  contractIds: readonly string[],
): Promise<Map<string, ContractKpiFacts>> {
  if (contractIds.length === 0) return new Map();
  const { tx, actor } = work;
  const { organisationId } = actor;
  const contracts = (await readContracts(tx, contractIds)).filter(
    (contract) => contract.organisation_id === organisationId,
  );
  const ids = contracts.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const frameworks = contracts.flatMap(({ framework_id: id }) => (id === null ? [] : [id]));
  const withFrameworks = [...new Set([...ids, ...frameworks])];
  const ofContract = (row: { readonly contract_id: string }): string => row.contract_id;
  const parties = groupRows(await readParties(tx, withFrameworks), ofContract);
  const conditions = groupRows(await readConditions(tx, withFrameworks), ofContract);
  const lots = groupRows(await readLots(tx, withFrameworks), ofContract);
  const products = groupRows(await readProducts(tx, ids), ofContract);
  const requests = groupRows(await readDatedRequests(tx, ids), ofContract);
  const answers = groupRows(await readAnswers(tx, ids), ofContract);
  const disclosures = groupRows(await readDisclosures(tx, ids), ofContract);
  const evidence = groupRows(await readEvidenceUses(tx, organisationId, ids), ofContract);
  const dialogue = await readDialogueFacts(work, ids, work.today);
  const stretches = await gatherStretches(work, ids);

  return new Map(
    contracts.map((contract): [string, ContractKpiFacts] => {
      const frameworkId = contract.framework_id ?? "";
      const rows = {
        contract,
        parties: parties.get(contract.id) ?? [],
        frameworkParties: parties.get(frameworkId) ?? [],
        conditions: conditions.get(contract.id) ?? [],
        frameworkConditions: conditions.get(frameworkId) ?? [],
      };
      return [
        contract.id,
        {
          gatheredOn: work.today,
          currency: contract.currency,
          contract: contractFactOf(rows, categoryOf(contract, lots.get(frameworkId) ?? [])),
          products: (products.get(contract.id) ?? []).map(productOf),
          requests: (requests.get(contract.id) ?? []).map(datedRequestOf),
          answers: (answers.get(contract.id) ?? []).map(answerOf),
          disclosures: (disclosures.get(contract.id) ?? []).map(disclosureOf),
          sites: stretches.get(contract.id) ?? [],
          dialogue: dialogue.get(contract.id) ?? { series: [], meetings: [], commitments: [] },
          evidence: (evidence.get(contract.id) ?? []).map((row) => ({
            id: row.id,
            title: row.title,
            from: row.received_on,
            until: row.withdrawn_on,
            elsewhere: row.elsewhere,
          })),
        },
      ];
    }),
  );
}

function datedRequestOf(row: Awaited<ReturnType<typeof readDatedRequests>>[number]): DatedRequest {
  return {
    id: row.id,
    addressee: row.addressee,
    brand: row.brand,
    productIds: row.product_ids,
    sentOn: row.sent_on,
    dueOn: row.due_on,
    madeBy: row.made_by,
    withdrawnOn: row.withdrawn_on,
    dueBefore: row.due_before,
  };
}

/** Sites and links of each contract, anew from each day on which one of its sites was merged, split or moved. */
async function gatherStretches(
  work: Work,
  contractIds: readonly string[],
): Promise<Map<string, GroupedStretch[]>> {
  const changes = await readSiteDays(work.tx, contractIds);
  const stretches = await gatherStretch(work, contractIds, atFirst, null);
  const found = new Map([...stretches].map(([id, stretch]) => [id, [stretch]]));
  for (const [day, changed] of Map.groupBy(changes, (change) => change.day)) {
    const ids = changed.map(({ contractId }) => contractId);
    for (const [id, stretch] of await gatherStretch(work, ids, day, day))
      found.get(id)?.push(stretch);
  }
  for (const list of found.values())
    list.sort((a, b) =>
      (a.from ?? "") < (b.from ?? "") ? -1 : (a.from ?? "") > (b.from ?? "") ? 1 : 0,
    );
  return found;
}

/** As they stood on one day. */
async function gatherStretch(
  { tx }: Work,
  contractIds: readonly string[],
  day: IsoDate,
  from: IsoDate | null,
): Promise<Map<string, GroupedStretch>> {
  const numbers = numberIds();
  const links = groupRows(
    await readLinkGroups(tx, contractIds, numbers, day),
    ({ contractId }) => contractId,
  );
  const named = groupRows(await readNamedRows(tx, contractIds, day), (row) => row.contract_id);
  const sitesOf = new Map(
    contractIds.map((id) => {
      const sites = new Set<number>();
      for (const row of links.get(id) ?? []) for (const site of row.sites ?? []) sites.add(site);
      for (const row of named.get(id) ?? []) sites.add(numbers.numberOf(row.site_id));
      return [id, sites] as const;
    }),
  );
  // With each site come those merged with it, named or not: what is known of one is known of all.
  const merged = await findGroups(tx, numbers.ids, day);
  const groups = groupRows(
    [...merged].map(([goneId, keptId]) => ({ goneId, keptId })),
    ({ keptId }) => keptId,
  );
  for (const sites of sitesOf.values())
    for (const id of [...sites].map((site) => numbers.ids[site] ?? "")) {
      const keptId = merged.get(id) ?? id;
      for (const { goneId } of groups.get(keptId) ?? []) sites.add(numbers.numberOf(goneId));
      if (groups.has(keptId)) sites.add(numbers.numberOf(keptId));
    }
  const rows = numbers.ids.length === 0 ? [] : await readSites(tx, numbers.ids);
  const siteById = new Map(rows.map((site) => [site.id, site]));
  return new Map(
    contractIds.map((id): [string, GroupedStretch] => {
      const here = [...(sitesOf.get(id) ?? [])]
        .sort((a, b) => a - b)
        .flatMap((site) => siteById.get(numbers.ids[site] ?? "") ?? []);
      const { sites, placeOf, shownAs } = joinSameSites(here, merged, []);
      return [
        id,
        {
          from,
          sites,
          links: placeLinks(
            links.get(id) ?? [],
            numbers.ids.map((site) => placeOf.get(site)),
          ),
          named: (named.get(id) ?? []).flatMap((row) => {
            const siteId = shownAs.get(row.site_id);
            return siteId === undefined ? [] : [{ siteId, disclosureId: row.disclosure_id }];
          }),
        },
      ];
    }),
  );
}
