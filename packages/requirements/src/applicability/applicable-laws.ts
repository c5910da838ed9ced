import type { IsoDate, Sentence } from "@throughline/domain";
import { sayIn } from "../texts/say-in.ts";
import { applicabilityTexts } from "./applicability-texts.ts";
import type { Law, LawDuty, LawEdition } from "./law.ts";
import type { LawFacts, RateLookup } from "./law-facts.ts";
import { europeanLaws } from "./laws/european-laws.ts";
import { otherLaws } from "./laws/other-laws.ts";
import { type Answer, type TriedTest, tryTest } from "./try-test.ts";

/** Whether a law binds a firm (or a contract's buyer) on a day, with everything that led to it. */
export interface LawVerdict {
  readonly law: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly kind: Law["kind"];
  readonly binds: Law["binds"];
  readonly applies: Answer;
  /** Since when, by the facts of today under each edition; `null` unless it applies. */
  readonly since: IsoDate | null;
  /** For a law that binds nobody yet: from when it will, and whether it then binds this firm by what is known today. */
  readonly upcoming: { readonly from: IsoDate; readonly applies: Answer } | null;
  readonly because: readonly Sentence[];
  readonly duties: readonly LawDuty[];
  /** Of our entry; `low` besides where it rests on figures more than two years old. */
  readonly confidence: Law["confidence"];
  readonly sources: readonly string[];
  readonly cautions: readonly string[];
  /** What would have to be known; empty unless unknown. */
  readonly missingFacts: readonly string[];
}

const say = sayIn(applicabilityTexts);

/** The laws we hold, in the order of the reference. Absence from this list says nothing about other laws. */
export const laws: readonly Law[] = [...otherLaws, ...europeanLaws].toSorted((a, b) =>
  a.id < b.id ? -1 : 1,
);

function editionOn(law: Law, onDate: IsoDate): LawEdition | undefined {
  return law.editions.find(
    ({ inForceFrom, inForceUntil }) =>
      inForceFrom <= onDate && (inForceUntil === null || onDate <= inForceUntil),
  );
}

/** The earliest day of the unbroken run of editions, ending with this one, that today's facts meet. */
function runsSince(
  law: Law,
  edition: LawEdition,
  isMet: (one: LawEdition) => boolean,
): IsoDate | null {
  let since = edition.appliesFrom;
  for (const earlier of law.editions.slice(0, law.editions.indexOf(edition)).toReversed()) {
    if (earlier.appliesFrom === null || !isMet(earlier)) break;
    since = earlier.appliesFrom;
  }
  return since;
}

type Told = Pick<LawVerdict, "applies" | "since" | "upcoming" | "because" | "missingFacts">;

/** A law that binds nobody on the day: no, whatever the facts, and what today's facts say of later. */
function tellUpcoming(law: Law, edition: LawEdition, tried: TriedTest): Told {
  const from = edition.appliesFrom;
  const named = { law: law.name, from };
  if (from === null)
    return {
      applies: "no",
      since: null,
      upcoming: null,
      because: [say("law.never_applied", named)],
      missingFacts: [],
    };
  const ahead =
    tried.answer === "yes"
      ? [say("law.would", named)]
      : tried.answer === "unknown"
        ? [say("law.would_unknown", named)]
        : [];
  return {
    applies: "no",
    since: null,
    upcoming: { from, applies: tried.answer },
    because: [say("law.not_yet", named), ...tried.because, ...ahead],
    missingFacts: tried.missing,
  };
}

function judge(law: Law, facts: LawFacts, onDate: IsoDate, rates: RateLookup | null): LawVerdict {
  const edition = editionOn(law, onDate);
  const tried = edition === undefined ? undefined : tryTest(edition.test, { facts, onDate, rates });
  const isMet = (one: LawEdition): boolean =>
    tryTest(one.test, { facts, onDate, rates }).answer === "yes";
  const tell = (): Told => {
    if (edition === undefined || tried === undefined)
      return {
        applies: "no",
        since: null,
        upcoming: null,
        because: [say("law.not_in_force", { law: law.name, on: onDate })],
        missingFacts: [],
      };
    if (edition.appliesFrom === null || edition.appliesFrom > onDate)
      return tellUpcoming(law, edition, tried);
    return {
      applies: tried.answer,
      since: tried.answer === "yes" ? runsSince(law, edition, isMet) : null,
      upcoming: null,
      because: tried.because,
      missingFacts: tried.missing,
    };
  };
  const { id, name, jurisdiction, kind, binds, sources, cautions, duties } = law;
  return {
    law: id,
    name,
    jurisdiction,
    kind,
    binds,
    ...tell(),
    duties,
    confidence: tried?.old === true ? "low" : law.confidence,
    sources,
    cautions,
  };
}

/**
 * Which laws bind a firm on a day, since when, why, and what they ask. Facts nobody gave make a verdict unknown, never no.
 * Amounts in another currency are converted at the rate of the figure's own day; without a rate the verdict is unknown.
 *
 * @example
 * applicableLaws(
 *   { figures: { employees_de: { value: 1200, currency: null, asOf: "2025-12-31" } } },
 *   "2026-11-20",
 *   null,
 * ).find(({ law }) => law === "DE-LKSG")?.since; // "2024-01-01"
 */
export function applicableLaws(
  facts: LawFacts,
  onDate: IsoDate,
  rates: RateLookup | null,
): LawVerdict[] {
  return laws.map((law) => judge(law, facts, onDate, rates));
}
