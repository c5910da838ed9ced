/** Turns rows of requests, answers, disclosures, links and screenings into the facts the engine reads. */
import type { AnswerFact, DisclosureFact, RequestFact, ScreeningFact } from "@throughline/domain";
import type { LinkGroup } from "@throughline/tracing";
import { groupRows } from "./group-rows.ts";
import type { readAnswers, readRequests } from "./line.store.ts";
import type { HitRow, readDisclosures, readScreenings } from "./links.store.ts";

/** A request as the line reads it. */
export function requestOf(row: Awaited<ReturnType<typeof readRequests>>[number]): RequestFact {
  return {
    id: row.id,
    addressee: row.addressee,
    brand: row.brand,
    productIds: row.product_ids,
    sentOn: row.sent_on,
    dueOn: row.due_on,
    madeBy: row.made_by,
  };
}

/** An answer as the line reads it. */
export function answerOf(row: Awaited<ReturnType<typeof readAnswers>>[number]): AnswerFact {
  return {
    id: row.id,
    requestId: row.request_id,
    answeredBy: row.answered_by,
    brand: row.brand,
    productIds: row.product_ids,
    // The column's check constraint holds the vocabulary.
    answer: row.answer as AnswerFact["answer"],
    reason: row.reason,
    answeredOn: row.answered_on,
    document: row.document,
    selfReported: row.self_reported,
  };
}

/** A disclosure as the line reads it. */
export function disclosureOf(
  row: Awaited<ReturnType<typeof readDisclosures>>[number],
): DisclosureFact {
  return {
    id: row.id,
    title: row.title,
    declaredBy: row.declared_by,
    brand: row.brand,
    asOf: row.as_of,
    receivedOn: row.received_on,
    withdrawnOn: row.withdrawn_on,
    truncated: row.truncated,
    foreignMarket: row.foreign_market,
    rows: { accepted: row.accepted, corrected: row.corrected, rejected: row.rejected },
    ...(row.masked > 0 ? { masked: row.masked } : {}),
    ...(row.replaced ? { replaced: true } : {}),
  };
}

/**
 * Groups whose sites are the places where they stand on the line, by the site's number. A group none of whose sites is
 * on the line is left out. Where one line is asked for and every record is a site of its own, number and place are the same.
 */
export function placeLinks(
  groups: readonly LinkGroup[],
  placeOf: readonly (number | undefined)[],
): readonly LinkGroup[] {
  if (placeOf.every((place, number) => place === number)) return groups;
  return groups.flatMap((group) => {
    const { sites, linkIds } = group;
    if (sites === null) return [group];
    const places = sites.flatMap((site) => placeOf[site] ?? []);
    const known = (): string[] =>
      linkIds().filter((_id, at) => placeOf[sites[at] ?? -1] !== undefined);
    return places.length === 0 ? [] : [{ ...group, sites: places, linkIds: known }];
  });
}

/** One fact per hit, one per list without any. A list that says "hit" without a hit on record is no fact: nobody can open it. */
export function screeningFactsOf(
  rows: Awaited<ReturnType<typeof readScreenings>>,
  hits: readonly HitRow[],
): Map<string, ScreeningFact[]> {
  const hitsOf = groupRows(hits, (hit) => `${hit.site_id} ${hit.list_id}`);
  const facts = new Map<string, ScreeningFact[]>();
  for (const row of rows) {
    const base = {
      listId: row.list_id,
      listTitle: row.list_title,
      listEdition: row.list_edition,
      partial: row.partial,
      // The column's check constraint holds the vocabulary.
      status: row.status as ScreeningFact["status"],
      screenedOn: row.screened_on,
    };
    for (const siteId of row.sites.split(",")) {
      const found = row.status === "hit" ? (hitsOf.get(`${siteId} ${row.list_id}`) ?? []) : null;
      const made =
        found === null
          ? [{ ...base, siteId, hit: null }]
          : found.map((hit) => ({ ...base, siteId, hit: hitFactOf(hit) }));
      const known = facts.get(siteId);
      if (known === undefined) facts.set(siteId, made);
      else known.push(...made);
    }
  }
  return facts;
}

const verdictsFirst = ["confirmed", "wrong_entity", "waiting"];

/** A measure that meets several records of one site is one hit; what a person decided comes before what waits. */
export function onceForEachMeasure(facts: readonly ScreeningFact[]): ScreeningFact[] {
  const rank = (fact: ScreeningFact): number => verdictsFirst.indexOf(fact.hit?.verdict ?? "");
  const best = new Map<string, ScreeningFact>();
  for (const fact of facts) {
    if (fact.hit === null) continue;
    const key = `${fact.siteId} ${fact.hit.measureId}`;
    const known = best.get(key);
    if (known === undefined || rank(fact) < rank(known)) best.set(key, fact);
  }
  return facts.filter(
    (fact) => fact.hit === null || best.get(`${fact.siteId} ${fact.hit.measureId}`) === fact,
  );
}

function hitFactOf(hit: HitRow): NonNullable<ScreeningFact["hit"]> {
  return {
    id: hit.id,
    measureId: hit.measure_id,
    entity: hit.entity,
    measure: hit.measure,
    effectiveOn: hit.effective_on,
    matchedOn: hit.matched_on,
    explanation: hit.explanation,
    probability: hit.probability,
    // The column's check constraint holds the vocabulary.
    verdict: hit.verdict as NonNullable<ScreeningFact["hit"]>["verdict"],
    verdictBy: hit.verdict_by,
    verdictOn: hit.verdict_on,
  };
}
