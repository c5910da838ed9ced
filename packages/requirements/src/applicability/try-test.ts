import type { CountryCode, IsoDate, Sentence } from "@throughline/domain";
import { sayIn, sayList, type SentenceParams } from "../texts/say-in.ts";
import { applicabilityTexts, metricNames, statementNames } from "./applicability-texts.ts";
import type { LawTest } from "./law.ts";
import { convertAmount, type LawFacts, type RateLookup } from "./law-facts.ts";

/** Whether a law's test is met. */
export type Answer = "yes" | "no" | "unknown";

/** An answer with what decided it and what would have to be known. */
export interface TriedTest {
  readonly answer: Answer;
  readonly because: readonly Sentence[];
  /** Facts that are missing: metrics, statements, `registered_in`, `business_in:NO`, `buyer_country`, `rate:SEK`. */
  readonly missing: readonly string[];
  /** Whether a figure it rests on is more than two years old. */
  readonly old: boolean;
}

/** On which day, with which rates a test is tried. */
export interface TestSituation {
  readonly facts: LawFacts;
  readonly onDate: IsoDate;
  readonly rates: RateLookup | null;
}

const say = sayIn(applicabilityTexts);
const countryNames = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });
// Countries whose names take an article in a sentence.
const withArticle: ReadonlySet<CountryCode> = new Set(["GB", "US", "NL", "AE", "PH"]);

function nameCountry(code: CountryCode): string {
  const name = /^[A-Z]{2}$/.test(code) ? (countryNames.of(code) ?? code) : code;
  return withArticle.has(code) ? `the ${name}` : name;
}

function nameCountries(codes: readonly CountryCode[]): string {
  return codes.length > 5 ? "the EU" : sayList(codes.map(nameCountry));
}

function settled(answer: Answer, because: Sentence, missing: readonly string[] = []): TriedTest {
  return { answer, because: [because], missing, old: false };
}

/** The day two years before, for how old a figure may be. */
function twoYearsBefore(day: IsoDate): IsoDate {
  return `${String(Number(day.slice(0, 4)) - 2).padStart(4, "0")}${day.slice(4)}`;
}

function tryFigure(
  test: Extract<LawTest, { kind: "figure" }>,
  { facts, onDate, rates }: TestSituation,
): TriedTest {
  const { metric, op, value: threshold, currency: thresholdCurrency } = test;
  const what = metricNames[metric];
  const known = facts.figures[metric] ?? null;
  if (known === null)
    return settled("unknown", say("figure.missing", { what, threshold, thresholdCurrency }), [
      metric,
    ]);
  const { value, currency, asOf } = known;
  const params: SentenceParams = { what, value, currency, threshold, thresholdCurrency, asOf };
  if (asOf > onDate) return settled("unknown", say("figure.later", params), [metric]);
  let counted = value;
  if (thresholdCurrency !== null && currency !== thresholdCurrency) {
    if (currency === null) return settled("unknown", say("figure.no_currency", params), [metric]);
    const converted = convertAmount(value, currency, thresholdCurrency, asOf, rates);
    if (converted === null)
      return settled("unknown", say("figure.no_rate", params), [
        `rate:${currency === "EUR" ? thresholdCurrency : currency}`,
      ]);
    counted = converted.amount;
    params["converted"] = Math.round(counted);
    params["rateOn"] = converted.date;
  }
  const met = op === "reaches" ? counted >= threshold : counted > threshold;
  const old = asOf < twoYearsBefore(onDate);
  const aged = old ? [say("figure.old", params)] : [];
  // Others of the group could lift it over the threshold, never take it below. A contract has no group.
  const wholeGroup =
    metric === "contract_value" || known.withGroup === true || facts.inGroup === false;
  if (!met && !wholeGroup)
    return {
      answer: "unknown",
      because: [say("figure.group", params), ...aged],
      missing: [`${metric}:with_group`],
      old,
    };
  return {
    answer: met ? "yes" : "no",
    because: [say(`figure.${met ? "met" : "not_met"}.${op}`, params), ...aged],
    missing: [],
    old,
  };
}

function tryBusiness(countries: readonly CountryCode[], facts: LawFacts): TriedTest {
  const there = countries.find((country) => facts.businessIn?.includes(country));
  if (there !== undefined)
    return settled("yes", say("place.business", { country: nameCountry(there) }));
  const params = { countries: nameCountries(countries) };
  return facts.businessInAll === true
    ? settled("no", say("place.no_business", params))
    : settled(
        "unknown",
        say("place.business_missing", params),
        countries.map((country) => `business_in:${country}`),
      );
}

function tryPlace(test: Extract<LawTest, { countries: unknown }>, facts: LawFacts): TriedTest {
  const countries = nameCountries(test.countries);
  switch (test.kind) {
    case "business_in":
      return tryBusiness(test.countries, facts);
    case "buyer_in": {
      const code = facts.buyerCountry ?? null;
      if (code === null) return settled("unknown", say("place.buyer_missing"), ["buyer_country"]);
      const country = nameCountry(code);
      return test.countries.includes(code)
        ? settled("yes", say("place.buyer", { country }))
        : settled("no", say("place.buyer_elsewhere", { country, countries }));
    }
    case "registered_in":
    case "not_registered_in": {
      const code = facts.registeredIn ?? null;
      if (code === null)
        return settled("unknown", say("place.registered_missing"), ["registered_in"]);
      const inside = test.countries.includes(code);
      const country = nameCountry(code);
      const sentence = inside
        ? say("place.registered", { country })
        : say("place.not_registered", { country, countries });
      return settled(inside === (test.kind === "registered_in") ? "yes" : "no", sentence);
    }
  }
}

function trySaid(test: Extract<LawTest, { statement: unknown }>, facts: LawFacts): TriedTest {
  const what = statementNames[test.statement];
  const said = facts.statements?.[test.statement] ?? null;
  if (said === null) return settled("unknown", say("said.missing", { what }), [test.statement]);
  const sentence = said
    ? say("said.so", { what: what.charAt(0).toUpperCase() + what.slice(1) })
    : say("said.not", { what });
  return settled(said === (test.kind === "so") ? "yes" : "no", sentence);
}

/** Joins several tests of which at least `count` have to be met; only what decided it is told. */
function tryCount(tried: readonly TriedTest[], count: number): TriedTest {
  const met = tried.filter(({ answer }) => answer === "yes");
  const open = tried.filter(({ answer }) => answer === "unknown");
  const failed = tried.filter(({ answer }) => answer === "no");
  const answer: Answer =
    met.length >= count ? "yes" : met.length + open.length < count ? "no" : "unknown";
  const telling = answer === "yes" ? met : answer === "no" ? failed : [...met, ...open];
  return {
    answer,
    because: telling.flatMap(({ because }) => because),
    missing: answer === "unknown" ? [...new Set(open.flatMap(({ missing }) => missing))] : [],
    old: telling.some(({ old }) => old),
  };
}

/**
 * Tries a law's test on what is known. Three answers: what nobody said makes a test unknown unless the rest decides it.
 *
 * @example tryTest(figure("fte", "exceeds", 50), { facts: { figures: {} }, onDate, rates: null }).answer // "unknown"
 */
export function tryTest(test: LawTest, situation: TestSituation): TriedTest {
  const tryEach = (of: readonly LawTest[]): TriedTest[] => of.map((one) => tryTest(one, situation));
  switch (test.kind) {
    case "all":
      return tryCount(tryEach(test.of), test.of.length);
    case "any":
      return tryCount(tryEach(test.of), 1);
    case "at_least":
      return tryCount(tryEach(test.of), test.count);
    case "figure":
      return tryFigure(test, situation);
    case "registered_in":
    case "not_registered_in":
    case "business_in":
    case "buyer_in":
      return tryPlace(test, situation.facts);
    case "so":
    case "not_so":
      return trySaid(test, situation.facts);
  }
}
