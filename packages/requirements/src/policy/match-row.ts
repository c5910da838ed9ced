/** One row against one situation, condition by condition: it holds, it does not, or a fact that would tell is missing. */
import type { IsoDate, Money, Sentence } from "@throughline/domain";
import { convertMoney, type ExchangeRates, inUnits } from "./convert-money.ts";
import type { PolicyCondition, PolicyRow, PolicySituation } from "./policy-row.ts";
import { sayPolicy } from "./policy-texts.ts";

/** What one condition came to, and the words for it; the words are made only when asked for. */
export interface ConditionMatch {
  readonly condition: PolicyCondition;
  readonly holds: "yes" | "no" | "unknown";
  readonly say: () => Sentence;
}

/**
 * The digits a CPV code stands for: trailing zeros only fill up.
 *
 * @example significantCpv("30200000") // "302"
 */
export function significantCpv(code: string): string {
  return code.replace(/0+$/, "").padEnd(2, "0");
}

/** A row of the policy with its categories made ready. */
export interface ReadyRow {
  readonly row: PolicyRow;
  readonly prefixes: readonly string[];
}

/** Makes a row's categories ready: each once, without the zeros that fill up. */
export function readyRow(row: PolicyRow): ReadyRow {
  return { row, prefixes: [...new Set(row.when.cpvPrefixes.map(significantCpv))] };
}

/** Whether a code belongs to a category: yes, no, or perhaps (the code is broader than the category). */
export function codeInCategory(code: string, prefix: string): "yes" | "no" | "unknown" {
  if (code.startsWith(prefix)) return "yes";
  return prefix.startsWith(significantCpv(code)) ? "unknown" : "no";
}

/** Whether a row counts for one code of what is bought. */
export function rowCoversCode({ prefixes }: ReadyRow, code: string | null): boolean {
  return (
    prefixes.length === 0 || (code !== null && prefixes.some((prefix) => code.startsWith(prefix)))
  );
}

function matchCategory({ row, prefixes }: ReadyRow, situation: PolicySituation): ConditionMatch {
  const condition = "category" as const;
  const list = prefixes.join("; ");
  if (situation.cpv.length === 0)
    return {
      condition,
      holds: "unknown",
      say: () => sayPolicy("policy.unknown.category", { row: row.title, prefixes: list }),
    };
  let broad: string | null = null;
  for (const code of situation.cpv) {
    for (const prefix of prefixes) {
      const found = codeInCategory(code, prefix);
      if (found === "yes")
        return {
          condition,
          holds: "yes",
          say: () => sayPolicy("policy.because.category", { code, prefix }),
        };
      if (found === "unknown") broad ??= code;
    }
  }
  if (broad !== null)
    return {
      condition,
      holds: "unknown",
      say: () => sayPolicy("policy.unknown.broad", { row: row.title, code: broad, prefixes: list }),
    };
  return {
    condition,
    holds: "no",
    say: () =>
      sayPolicy("policy.not.category", { codes: situation.cpv.join("; "), prefixes: list }),
  };
}

function valueParams(
  from: Money | null,
  to: Money | null,
  rate: IsoDate | null,
): Record<string, string | number | null> {
  return {
    from: from === null ? null : inUnits(from),
    to: to === null ? null : inUnits(to),
    and: from !== null && to !== null && from.minorUnits > 0 ? 1 : null,
    currency: (from ?? to)?.currency ?? null,
    rate,
  };
}

function matchValue(
  { row }: ReadyRow,
  situation: PolicySituation,
  rates: ExchangeRates | null,
): ConditionMatch {
  const condition = "value" as const;
  const { valueFrom, valueTo } = row.when;
  const { value } = situation;
  if (value === null)
    return {
      condition,
      holds: "unknown",
      say: () => sayPolicy("policy.unknown.value", { row: row.title }),
    };
  for (const bound of [valueFrom, valueTo]) {
    if (bound !== null && convertMoney(value, bound.currency, rates) === null)
      return {
        condition,
        holds: "unknown",
        say: () =>
          sayPolicy("policy.unknown.rate", {
            row: row.title,
            currency: value.currency,
            other: bound.currency,
          }),
      };
  }
  const atLeast =
    valueFrom === null ||
    (convertMoney(value, valueFrom.currency, rates)?.minorUnits ?? 0) >= valueFrom.minorUnits;
  const below =
    valueTo === null ||
    (convertMoney(value, valueTo.currency, rates)?.minorUnits ?? 0) < valueTo.minorUnits;
  const converted = [valueFrom, valueTo].some(
    (bound) => bound !== null && bound.currency !== value.currency,
  );
  const params = valueParams(valueFrom, valueTo, converted ? (rates?.on ?? null) : null);
  return atLeast && below
    ? { condition, holds: "yes", say: () => sayPolicy("policy.because.value", params) }
    : { condition, holds: "no", say: () => sayPolicy("policy.not.value", params) };
}

const words = (text: string): string => text.replaceAll("_", " ");

function sayIncluded(
  condition: "bidder" | "size",
  holds: "yes" | "no" | "unknown",
  row: PolicyRow,
  shown: readonly string[],
): Sentence {
  if (holds === "unknown") return sayPolicy(`policy.unknown.${condition}`, { row: row.title });
  const key = condition === "bidder" ? "bidders" : "sizes";
  const named = condition === "bidder" && holds === "yes" ? shown.map((one) => `${one}s`) : shown;
  return sayPolicy(holds === "yes" ? `policy.because.${condition}` : `policy.not.${condition}`, {
    [key]: named.join("; "),
  });
}

function matchIncluded(
  condition: "bidder" | "size",
  row: PolicyRow,
  asked: readonly string[],
  given: readonly string[],
): ConditionMatch {
  const both = asked.filter((one) => given.includes(one));
  const holds = given.length === 0 ? "unknown" : both.length > 0 ? "yes" : "no";
  const shown = holds === "yes" ? both : asked;
  return { condition, holds, say: () => sayIncluded(condition, holds, row, shown) };
}

function matchOne(
  condition: "risk" | "country" | "procedure",
  row: PolicyRow,
  asked: readonly string[],
  given: string | null,
): ConditionMatch {
  const plural = { risk: "risks", country: "countries", procedure: "procedures" }[condition];
  const params = {
    row: row.title,
    [condition]: words(given ?? ""),
    [plural]: asked.map(words).join("; "),
  };
  if (given !== null && asked.includes(given))
    return { condition, holds: "yes", say: () => sayPolicy(`policy.because.${condition}`, params) };
  if (given === null || (condition === "risk" && given === "unknown"))
    return {
      condition,
      holds: "unknown",
      say: () => sayPolicy(`policy.unknown.${condition}`, params),
    };
  return { condition, holds: "no", say: () => sayPolicy(`policy.not.${condition}`, params) };
}

/**
 * What each condition of a row comes to. A condition the row does not set is not there; the first `no` ends the list,
 * because one reason is enough.
 */
export function matchRow(
  ready: ReadyRow,
  situation: PolicySituation,
  rates: ExchangeRates | null,
): ConditionMatch[] {
  const { row, prefixes } = ready;
  const { when } = row;
  const looks: (() => ConditionMatch)[] = [];
  if (prefixes.length > 0) looks.push(() => matchCategory(ready, situation));
  if (when.risks.length > 0) looks.push(() => matchOne("risk", row, when.risks, situation.risk));
  if (when.valueFrom !== null || when.valueTo !== null)
    looks.push(() => matchValue(ready, situation, rates));
  if (when.countries.length > 0)
    looks.push(() => matchOne("country", row, when.countries, situation.country));
  if (when.procedures.length > 0)
    looks.push(() => matchOne("procedure", row, when.procedures, situation.procedure));
  if (when.bidderRoles.length > 0)
    looks.push(() => matchIncluded("bidder", row, when.bidderRoles, situation.bidderRoles));
  if (when.sizes.length > 0)
    looks.push(() => matchIncluded("size", row, when.sizes, situation.sizes));
  const matches: ConditionMatch[] = [];
  for (const look of looks) {
    const match = look();
    if (match.holds === "no") return [match];
    matches.push(match);
  }
  return matches;
}

/** @example isInForce({ effectiveFrom: "2026-01-01", effectiveTo: null }, "2026-01-01") // true */
export function isInForce(
  row: Pick<PolicyRow, "effectiveFrom" | "effectiveTo">,
  onDate: IsoDate,
): boolean {
  return row.effectiveFrom <= onDate && (row.effectiveTo === null || onDate <= row.effectiveTo);
}
