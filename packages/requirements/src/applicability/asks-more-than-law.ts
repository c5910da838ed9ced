import type { IsoDate, Parameter, ParameterValues, Sentence } from "@throughline/domain";
import { compareValues } from "../parameters/compare-values.ts";
import { strictest } from "../parameters/join-values.ts";
import { sayIn } from "../texts/say-in.ts";
import { applicabilityTexts } from "./applicability-texts.ts";
import { applicableLaws, laws, type LawVerdict } from "./applicable-laws.ts";
import type { LawFacts, RateLookup } from "./law-facts.ts";

/** How a clause stands to what the law asks of the firm that has to meet it. Advice, never a fault: asking more than the law is allowed. */
export interface LawComparison {
  readonly kind: "no_law_binds" | "more_than_law" | "within_law" | "unknown" | "no_law_asks";
  /** Whether to point it out: a law asks this of larger firms but not of this one, or the clause goes beyond the law that binds it. */
  readonly advice: boolean;
  readonly sentence: Sentence;
  /** Ids of the laws it is about. */
  readonly laws: readonly string[];
  /** Parameters in which the clause asks more. */
  readonly parameters: readonly string[];
}

const say = sayIn(applicabilityTexts);

/** An instance as compared with the law: its requirement, that requirement's parameters, its values. */
export interface InstanceToWeigh {
  readonly requirement: string;
  readonly parameters: readonly Parameter[];
  readonly values: ParameterValues;
}

function namesOf(verdicts: readonly LawVerdict[]): string {
  return verdicts.map(({ name }) => name).join("; ");
}

/**
 * Compares a clause with what the laws that bind a firm ask of it (a small firm that no law binds can find a clause written
 * after the law unfair: dialogue of buyers and resellers, 2024). Verdicts may be given where they are at hand already.
 *
 * @example
 * asksMoreThanLaw({ requirement: "statement", parameters, values: { laws: ["UK-MSA-54"] } }, smallFirm, "2026-11-20", null).kind;
 * // "no_law_binds"
 */
export function asksMoreThanLaw(
  instance: InstanceToWeigh,
  facts: LawFacts,
  onDate: IsoDate,
  rates: RateLookup | null,
  verdicts: readonly LawVerdict[] = applicableLaws(facts, onDate, rates),
): LawComparison {
  const asking = new Map(
    laws.flatMap((law) =>
      law.kind === "law" && law.binds === "supplier"
        ? law.asks
            .filter(({ requirement }) => requirement === instance.requirement)
            .map(({ values }) => [law.id, values] as const)
        : [],
    ),
  );
  const about = verdicts.filter(({ law }) => asking.has(law));
  const tell = (
    kind: LawComparison["kind"],
    code: keyof typeof applicabilityTexts,
    whose: readonly LawVerdict[],
    parameters: readonly string[] = [],
  ): LawComparison => ({
    kind,
    advice: kind === "no_law_binds" || kind === "more_than_law",
    sentence: say(code, { laws: namesOf(whose), parameters: parameters.join("; ") }),
    laws: whose.map(({ law }) => law),
    parameters,
  });
  if (about.length === 0) return tell("no_law_asks", "more.no_law_asks", []);
  const binding = about.filter(({ applies }) => applies === "yes");
  const open = about.filter(({ applies }) => applies === "unknown");
  const lawful = strictest(
    instance.parameters,
    binding.map(({ law }) => asking.get(law) ?? {}),
  ).values;
  const labels = new Map(instance.parameters.map(({ key, label }) => [key, label]));
  const { byParameter } = compareValues(instance.parameters, instance.values, lawful);
  const more = Object.entries(byParameter)
    .filter(([, relation]) => relation === "stricter" || relation === "incomparable")
    .map(([key]) => labels.get(key) ?? key);
  if (binding.length > 0 && more.length === 0) return tell("within_law", "more.within", binding);
  // A law of which nobody knows whether it binds might ask just this.
  if (open.length > 0) return tell("unknown", "more.unknown", open);
  return binding.length === 0
    ? tell("no_law_binds", "more.no_law_binds", about)
    : tell("more_than_law", "more.than_law", binding, more);
}
