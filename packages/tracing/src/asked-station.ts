/**
 * Asked: whether what should be asked was, and told to bidders in time (duty), and whether criteria, promises and clauses
 * hold together (result). Without a tender on record nothing is known of either; a requirement that stands only in the
 * contract is a valid design and no fault.
 */
import type { LineFact, LineState, MismatchFact, Station, StationTruth } from "@throughline/domain";
import { listConditions } from "./clause-duties.ts";
import { combineTruths } from "./combine-truths.ts";
import type { KnownFacts } from "./gather-known-facts.ts";
import { makeFact } from "./make-fact.ts";
import { daysBetween } from "./reckon-dates.ts";
import { say } from "./say.ts";

type Tender = NonNullable<KnownFacts["tender"]>;

/** Words for where a requirement stands. */
export const roleWords = {
  selection: "a selection criterion",
  technical: "a technical specification",
  award: "an award criterion",
  clause: "a clause of the contract",
} as const;

interface Tally {
  readonly blocking: number;
  readonly serious: number;
  readonly advice: number;
  readonly stand: number;
}

function tally(mismatches: readonly MismatchFact[]): Tally {
  const open = mismatches.filter(({ letStand }) => letStand === null);
  const count = (severity: MismatchFact["severity"]): number =>
    open.filter((one) => one.severity === severity).length;
  return {
    blocking: count("blocking"),
    serious: count("serious"),
    advice: count("advice"),
    stand: mismatches.filter((one) => one.letStand !== null && one.severity !== "advice").length,
  };
}

/** What is asked of the requirements people care about here; price and the like are criteria about something else. */
const askedIn = (tender: Tender): Tender["instances"] =>
  tender.instances.filter(({ requirement }) => requirement !== null);

function dutyOf(tender: Tender): StationTruth {
  const { reference, publishedOn: published, policy } = tender;
  const instances = askedIn(tender);
  if (published === null)
    return { state: "unknown", sentence: say("asked.duty.draft", { reference }) };
  const unsure = policy?.unknownRows ?? 0;
  if (instances.length === 0 && (policy === null || policy.asked.length === 0)) {
    if (policy === null)
      return { state: "unknown", sentence: say("asked.duty.no_policy", { reference }) };
    return unsure > 0
      ? { state: "unknown", sentence: say("asked.duty.policy_unsure", { reference, unsure }) }
      : { state: "not_applicable", sentence: say("asked.duty.not_applicable", { reference }) };
  }
  const { blocking, serious, stand } = tally(
    tender.mismatches.filter(({ about }) => about === "asking"),
  );
  if (blocking > 0)
    return { state: "broken", sentence: say("asked.duty.broken", { open: blocking, published }) };
  if (serious + stand > 0) {
    const params = { open: serious + stand, published, stand };
    return { state: "partly", sentence: say("asked.duty.partly", params) };
  }
  if (unsure > 0)
    return { state: "partly", sentence: say("asked.duty.policy_unsure", { reference, unsure }) };
  return {
    state: "whole",
    sentence: say("asked.duty.whole", {
      reference,
      published,
      policy: policy?.asked.length ?? 0,
      contractOnly: instances.every(({ role }) => role === "clause") ? 1 : 0,
    }),
  };
}

function resultOf(tender: Tender, duty: LineState): StationTruth {
  const { reference } = tender;
  if (duty === "not_applicable")
    return { state: "not_applicable", sentence: say("asked.result.not_applicable") };
  if (askedIn(tender).length === 0)
    return { state: "unknown", sentence: say("asked.result.nothing", { reference }) };
  const { blocking, serious, stand } = tally(
    tender.mismatches.filter(({ about }) => about === "holding_together"),
  );
  if (blocking > 0)
    return { state: "broken", sentence: say("asked.result.broken", { reference, blocking }) };
  if (serious > 0)
    return { state: "partly", sentence: say("asked.result.partly", { reference, serious }) };
  return { state: "whole", sentence: say("asked.result.whole", { reference, stand }) };
}

function factsOf(tender: Tender): LineFact[] {
  const { reference, title } = tender;
  const refs = [{ kind: "procurement", id: tender.id }] as const;
  const facts: LineFact[] = [];
  for (const [code, on] of [
    ["fact.tender.announced", tender.announcedOn],
    ["fact.tender.published", tender.publishedOn],
    ["fact.tender.awarded", tender.awardedOn],
  ] as const) {
    if (on === null) continue;
    const sentence = say(code, { reference, on, due: tender.deadlineOn });
    facts.push(makeFact({ sentence, source: title, date: on, refs }));
  }
  for (const { id, role, place, title: asked, weight, announced } of tender.instances) {
    const params = { place, title: asked, role: roleWords[role], weight, announced: +announced };
    facts.push(
      makeFact({ sentence: say("fact.tender.instance", params), source: title, refs, key: id }),
    );
  }
  for (const { requirement, role, title: asked, rows } of tender.policy?.asked ?? []) {
    const params = { title: asked, role: roleWords[role], rows: rows.join("; ") };
    const sentence = say("fact.tender.policy", params);
    facts.push(makeFact({ sentence, source: "policy", refs, key: `${requirement}:${role}` }));
  }
  for (const { key, sentence: found, letStand } of tender.mismatches) {
    const sentence = say("fact.tender.mismatch", {
      said: found.text,
      by: letStand === null ? null : (letStand.by ?? "somebody who is no member any more"),
      on: letStand?.on ?? null,
      reason: letStand?.reason ?? null,
    });
    const actor = letStand?.by ?? null;
    facts.push(makeFact({ sentence, source: title, actor, date: letStand?.on ?? null, refs, key }));
  }
  return facts;
}

function withoutTender(known: KnownFacts): Station {
  const clauses = listConditions(known).length;
  const duty: StationTruth = {
    state: "unknown",
    sentence:
      clauses === 0 ? say("asked.duty.nothing") : say("asked.duty.contract_only", { clauses }),
  };
  return {
    name: "asked",
    recorded: true,
    state: "unknown",
    headline: say("asked.headline.none"),
    detail: null,
    duty,
    result: { state: "unknown", sentence: say("asked.result.unknown") },
    facts: [],
  };
}

/** Computes the station from the procurement behind the contract. */
export function askedStation(known: KnownFacts): Station {
  const { tender } = known;
  if (tender === null) return withoutTender(known);
  const { reference, announcedOn, publishedOn, deadlineOn } = tender;
  const asked = askedIn(tender).length;
  const duty = dutyOf(tender);
  const result = resultOf(tender, duty.state);
  const first = announcedOn ?? publishedOn;
  const days = first === null || deadlineOn === null ? 0 : daysBetween(first, deadlineOn);
  const detail = { ...tally(tender.mismatches), days };
  return {
    name: "asked",
    recorded: true,
    // What was not asked of anybody yet is not partly asked, however well it holds together.
    state: duty.state === "unknown" ? "unknown" : combineTruths(duty.state, result.state),
    headline:
      asked === 0
        ? say("asked.headline.nothing", { reference })
        : publishedOn === null
          ? say("asked.headline.draft", { reference })
          : say("asked.headline", { asked, reference }),
    detail: Object.values(detail).some((count) => count > 0) ? say("asked.detail", detail) : null,
    duty,
    result,
    facts: factsOf(tender),
  };
}
