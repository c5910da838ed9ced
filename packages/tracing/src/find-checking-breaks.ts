/** Breaks in checking: measures met that wait for a person, sites nobody screened, pairs that may be one site. */
import { addDays, type LineSite, type SiteFact } from "@throughline/domain";
import { isOpenHit } from "./checked-station.ts";
import { compareText } from "./compare-text.ts";
import { nameAddressee } from "./find-answer-breaks.ts";
import type { KnownFacts } from "./gather-known-facts.ts";
import { isMasked } from "./index-links.ts";
import { makeBreak, type BreakDraft, type RankedBreak } from "./make-break.ts";
import { say } from "./say.ts";

/** Our own habit, not a law: a week to decide whether a measure is about this site. */
const daysToDecideHit = 7;

function hits(known: KnownFacts, sites: readonly LineSite[]): BreakDraft[] {
  return sites.flatMap((site) =>
    (known.screenings.get(site.siteId)?.facts ?? [])
      .filter(isOpenHit)
      .flatMap((fact): BreakDraft[] => {
        const { hit } = fact;
        if (hit === null) return [];
        const confirmed = hit.verdict === "confirmed";
        const params = {
          site: site.name,
          standing: site.standing.text,
          entity: hit.entity,
          measure: hit.measure,
          on: hit.effectiveOn,
          explanation: hit.explanation,
          by: hit.verdictBy ?? "somebody",
          decided: hit.verdictOn,
          addressee: nameAddressee(known, null),
        };
        const traced = (known.uses.get(site.siteId)?.confirmedFor ?? 0) > 0;
        return [
          {
            station: "checked",
            severity: "severe",
            // A measure in force since a known day is named before one whose source gives no day.
            rank: hit.effectiveOn === null ? 0.5 : 0,
            sentence: say(confirmed ? "break.hit_confirmed" : "break.hit", params),
            dueOn: fact.screenedOn === null ? null : addDays(fact.screenedOn, daysToDecideHit),
            refs: [
              { kind: "site", id: site.siteId },
              { kind: "screening", id: hit.id },
            ],
            action: confirmed
              ? {
                  kind: traced ? "record_answer" : "ask_which_site",
                  sentence: say(
                    traced ? "action.hit_confirmed_site" : "action.hit_confirmed",
                    params,
                  ),
                  why: say("why.hit_confirmed", params),
                }
              : {
                  kind: "decide_hit",
                  sentence: say("action.hit", params),
                  why: say("why.hit", params),
                },
          },
        ];
      }),
  );
}

/** A break about many sites refers to the first of them by id; its sentence has the number. */
const mostSitesReferred = 100;

/** Masked sites are nobody's here to screen: whoever supplies is asked. */
function maskedUnscreened(known: KnownFacts, sites: readonly LineSite[]): BreakDraft[] {
  const masked = sites.filter(isMasked);
  if (masked.length === 0) return [];
  const params = { sites: masked.length, addressee: nameAddressee(known, null) };
  return [
    {
      station: "checked",
      severity: "minor",
      rank: 4.5,
      sentence: say("break.masked_unscreened", params),
      dueOn: null,
      refs: masked.slice(0, mostSitesReferred).map((site) => ({ kind: "site", id: site.siteId })),
      action: {
        kind: "draft_request",
        sentence: say("action.masked_unscreened", params),
        why: say("why.masked_unscreened"),
      },
    },
  ];
}

function unscreened(sites: readonly LineSite[]): BreakDraft[] {
  const open = sites.filter((site) => site.screening === "not_screened" && !isMasked(site));
  if (open.length === 0) return [];
  const params = { sites: open.length };
  return [
    {
      station: "checked",
      severity: "serious",
      rank: 4,
      sentence: say("break.unscreened", params),
      dueOn: null,
      // The sentence says how many; a hundred are enough to open.
      refs: open.slice(0, mostSitesReferred).map((site) => ({ kind: "site", id: site.siteId })),
      action: {
        kind: "screen_sites",
        sentence: say("action.unscreened", params),
        why: say("why.unscreened"),
      },
    },
  ];
}

function compareSites(a: SiteFact, b: SiteFact): number {
  return (
    compareText(a.name, b.name) ||
    compareText(a.address ?? "", b.address ?? "") ||
    compareText(a.id, b.id)
  );
}

function reviewPairs(known: KnownFacts): BreakDraft[] {
  const onLine = new Map(known.sites.map((site) => [site.id, site]));
  const pairs = new Map<string, BreakDraft>();
  for (const site of known.sites) {
    for (const pair of site.reviewWith) {
      const other = onLine.get(pair.siteId);
      if (other === undefined || other.id === site.id) continue;
      // By name: ids are made anew wherever the same sites are kept, and the sentence must not turn with them.
      const [a, b] = compareSites(site, other) < 0 ? [site, other] : [other, site];
      const key = `${a.id}\u0000${b.id}`;
      const percent = Math.round(pair.probability * 100);
      const known = pairs.get(key);
      // Offered from both ends with two numbers, the higher is shown: the order of input must not decide.
      if (known !== undefined && Number(known.sentence.params["percent"]) >= percent) continue;
      const params = {
        a: a.name,
        b: b.name,
        percent,
        aAddress: a.address ?? "unknown",
        bAddress: b.address ?? "unknown",
      };
      pairs.set(key, {
        station: "traced",
        severity: "minor",
        rank: 5,
        sentence: say("break.review", params),
        dueOn: null,
        refs: [
          { kind: "site", id: a.id },
          { kind: "site", id: b.id },
        ],
        action: {
          kind: "decide_match",
          sentence: say("action.review", params),
          why: say("why.review", params),
        },
      });
    }
  }
  return pairs.size > mostPairsNamed ? [gatherPairs([...pairs.values()])] : [...pairs.values()];
}

/** More pairs than a person reads one by one here: they are decided on the page of reviews. */
const mostPairsNamed = 5;

function gatherPairs(pairs: readonly BreakDraft[]): BreakDraft {
  const ids = new Set(pairs.flatMap((pair) => pair.refs.map((ref) => ref.id)));
  const params = { pairs: pairs.length };
  return {
    station: "traced",
    severity: "minor",
    rank: 5,
    sentence: say("break.reviews", params),
    dueOn: null,
    refs: [...ids]
      .toSorted(compareText)
      .slice(0, mostSitesReferred)
      .map((id) => ({ kind: "site", id })),
    action: {
      kind: "decide_match",
      sentence: say("action.reviews", params),
      why: say("why.reviews"),
    },
  };
}

/** Finds the breaks in checking. */
export function findCheckingBreaks(known: KnownFacts, sites: readonly LineSite[]): RankedBreak[] {
  return [
    ...hits(known, sites),
    ...unscreened(sites),
    ...maskedUnscreened(known, sites),
    ...reviewPairs(known),
  ].map((draft) => makeBreak(known, draft));
}
