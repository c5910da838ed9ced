/**
 * Checked: who looked, when, how. Only screening against official measures is recorded so far, so the result is
 * never whole: monitoring and audits would be needed for that. A partial list never gives a clean result.
 */
import type { LineFact, LineSite, ScreeningFact, Station, StationTruth } from "@throughline/domain";
import { combineTruths } from "./combine-truths.ts";
import type { KnownFacts } from "./gather-known-facts.ts";
import { groupByKey } from "./group-by-key.ts";
import { isMasked } from "./index-links.ts";
import { makeFact } from "./make-fact.ts";
import { listNames, say } from "./say.ts";

/** True for a hit that no person has found to be another entity. */
export function isOpenHit(fact: ScreeningFact): boolean {
  return fact.hit !== null && fact.hit.verdict !== "wrong_entity";
}

function hitFact(site: LineSite, fact: ScreeningFact): LineFact[] {
  const { hit } = fact;
  if (hit === null) return [];
  const params = {
    site: site.name,
    standing: site.standing.text,
    entity: hit.entity,
    measure: hit.measure,
    on: hit.effectiveOn,
    explanation: hit.explanation,
    by: hit.verdictBy ?? "somebody",
    decided: hit.verdictOn,
  };
  const code =
    hit.verdict === "wrong_entity"
      ? "wrong_entity"
      : hit.verdict === "confirmed"
        ? "hit_confirmed"
        : "hit";
  return [
    makeFact({
      sentence: say(`fact.screening.${code}`, params),
      source: `${fact.listTitle}, ${fact.listEdition}`,
      actor: hit.verdictBy,
      date: fact.screenedOn,
      refs: [
        { kind: "site", id: site.siteId },
        { kind: "screening", id: hit.id },
      ],
    }),
  ];
}

/** One fact per hit; what was not found is one fact per list and day, pointing at every site it is about. */
function factsOf(known: KnownFacts, sites: readonly LineSite[]): LineFact[] {
  const all = sites.flatMap((site) =>
    (known.screenings.get(site.siteId)?.facts ?? []).map((fact) => ({ site, fact })),
  );
  const clear = groupByKey(all, ({ fact }) =>
    fact.hit === null
      ? [fact.listId, fact.listEdition, fact.status, fact.screenedOn].join("\u0000")
      : null,
  ).map(([key, group]) => {
    const { fact } = group[0];
    const names = listNames(group.map(({ site }) => site.name));
    const params = { sites: names.list, more: names.more, count: group.length };
    return makeFact({
      sentence: say(
        fact.status === "no_hit"
          ? "fact.screening.no_hit"
          : "fact.screening.no_hit_on_partial_list",
        params,
      ),
      source: `${fact.listTitle}, ${fact.listEdition}`,
      date: fact.screenedOn,
      refs: group.map(({ site }) => ({ kind: "site", id: site.siteId })),
      key,
    });
  });
  return [...all.flatMap(({ site, fact }) => hitFact(site, fact)), ...clear];
}

function dutyOf(
  known: KnownFacts,
  sites: readonly LineSite[],
  screened: readonly LineSite[],
): StationTruth {
  if (sites.length === 0) return { state: "unknown", sentence: say("checked.duty.no_sites") };
  if (screened.length === 0)
    return { state: "unknown", sentence: say("checked.duty.none", { sites: sites.length }) };
  const masked = sites.filter(isMasked).length;
  if (screened.length + masked === sites.length && masked > 0) {
    const params = { screened: screened.length, sites: sites.length, masked };
    return { state: "partly", sentence: say("checked.duty.masked", params) };
  }
  if (screened.length < sites.length) {
    return {
      state: "partly",
      sentence: say("checked.duty.partly", { screened: screened.length, sites: sites.length }),
    };
  }
  const facts = sites.flatMap((site) => known.screenings.get(site.siteId)?.facts ?? []);
  let on = "";
  for (const fact of facts) if ((fact.screenedOn ?? "") > on) on = fact.screenedOn ?? "";
  const lists = new Set(facts.map((fact) => fact.listId)).size;
  return {
    state: "whole",
    sentence: say("checked.duty.whole", { sites: sites.length, lists, on }),
  };
}

/** Computes the station from the screenings of the line's sites. */
export function checkedStation(known: KnownFacts, sites: readonly LineSite[]): Station {
  const screened = sites.filter((site) => site.screening !== "not_screened");
  const hits = sites.filter((site) => site.screening === "hit");
  const partial = screened.some((site) => site.screening === "no_hit_on_partial_list");
  const duty = dutyOf(known, sites, screened);
  const result: StationTruth =
    screened.length === 0
      ? { state: "unknown", sentence: say("checked.result.unknown") }
      : hits.length > 0
        ? { state: "broken", sentence: say("checked.result.hit", { hits: hits.length }) }
        : {
            state: "partly",
            sentence: say(partial ? "checked.result.partial" : "checked.result.no_hit"),
          };
  const single = hits.length === 1 ? hits[0] : undefined;
  const measures = hits
    .flatMap((site) => known.screenings.get(site.siteId)?.facts ?? [])
    .filter(isOpenHit).length;
  return {
    name: "checked",
    recorded: true,
    state: combineTruths(duty.state, result.state),
    headline:
      sites.length === 0
        ? say("checked.headline.none")
        : screened.length === 0
          ? say("checked.headline.unscreened")
          : say("checked.headline", { screened: screened.length, sites: sites.length }),
    detail:
      screened.length === 0
        ? say("checked.detail.nobody")
        : single !== undefined
          ? say("checked.detail.hit_possible", { hits: measures, standing: single.standing.text })
          : hits.length > 0
            ? say("checked.detail.hits", { hits: measures })
            : say(partial ? "checked.detail.partial" : "checked.detail.no_hit"),
    duty,
    result,
    facts: factsOf(known, sites),
  };
}
