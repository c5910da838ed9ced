/**
 * Makes the sentences of the line. Every sentence comes from the catalogue `texts/texts.en.ts`: a code and
 * parameters, from which another language renders its own; `text` is the English.
 *
 * Template grammar:
 * - `{name}`: the parameter as it stands;
 * - `{name:words}` / `{name:Words}`: a number in words up to twelve, figures beyond; capitalised with `Words`;
 * - `{name:date}`: an ISO date as "3 March 2026"; `{name:country}`: an ISO country code as its English name;
 * - `{name:list}`: items separated by "; " as "a, b and c"; `{name:plural:site:sites}`: by number;
 * - `{name:money:currencyName}`: minor units, with the currency named by the other parameter;
 * - `[?name:text]`: the text only where the parameter is there and not zero; `[!name:text]`: only where not.
 */
import type { Sentence } from "@throughline/domain";
import { compileTemplate, type Field, type Stretch } from "./compile-template.ts";
import { texts, type TextCode } from "./texts/texts.en.ts";

/** Parameters of a sentence. */
export type SentenceParams = Sentence["params"];

const numberWords = [
  "none",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

// Making one costs more than a hundred numbers said with it.
const plainNumber = new Intl.NumberFormat("en-GB");

const countryNames = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });

/** @example sayNumber(7) // "seven"; sayNumber(13) // "13" */
export function sayNumber(value: number): string {
  return numberWords[value] ?? plainNumber.format(value);
}

/** @example sayDate("2026-03-03") // "3 March 2026" */
export function sayDate(date: string): string {
  const [year, month, day] = date.split("-");
  return `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`;
}

/** @example sayCountry("CN") // "China" */
export function sayCountry(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (countryNames.of(code) ?? code) : code;
}

/** @example sayMoney(120000000, "GBP") // "£1,200,000" */
export function sayMoney(minorUnits: number, currency: string): string {
  const plain = new Intl.NumberFormat("en-GB", { style: "currency", currency });
  const digits = plain.resolvedOptions().maximumFractionDigits ?? 2;
  const amount = minorUnits / 10 ** digits;
  return Number.isInteger(amount)
    ? new Intl.NumberFormat("en-GB", {
        style: "currency",
        currency,
        maximumFractionDigits: 0,
      }).format(amount)
    : plain.format(amount);
}

/** Joins names for a `list` parameter; at most `most`, the rest as a number. Names keep their commas. */
export function listNames(names: readonly string[], most = 3): { list: string; more: number } {
  // One name left over is named rather than counted: "and 1 more" is longer than most names.
  const shown = names.length === most + 1 ? names : names.slice(0, most);
  return { list: shown.join("; "), more: names.length - shown.length };
}

function sayList(text: string): string {
  const items = text.split("; ");
  const last = items.pop() ?? "";
  return items.length === 0 ? last : `${items.join(", ")} and ${last}`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function renderField({ name, format, options }: Field, params: SentenceParams): string {
  const value = params[name] ?? null;
  if (value === null) return "";
  switch (format) {
    case undefined:
      return typeof value === "number" ? plainNumber.format(value) : value;
    case "words":
      return sayNumber(Number(value));
    case "Words":
      return capitalise(sayNumber(Number(value)));
    case "Start":
      return capitalise(String(value));
    case "date":
      return sayDate(String(value));
    case "country":
      return sayCountry(String(value));
    case "list":
      // "a, b and 3 more": with a rest to come, the last item is not the last.
      return Number(params["more"] ?? 0) > 0
        ? String(value).replaceAll("; ", ", ")
        : sayList(String(value));
    case "plural":
      return (Number(value) === 1 ? options[0] : options[1]) ?? "";
    case "money":
      return sayMoney(Number(value), String(params[options[0] ?? ""] ?? "EUR"));
    default:
      throw new Error(`Unknown format "${format}" in a sentence template.`);
  }
}

function isThere(value: string | number | null | undefined): boolean {
  return value !== null && value !== undefined && value !== 0 && value !== "";
}

function putTogether(stretches: readonly Stretch[], params: SentenceParams): string {
  let said = "";
  for (const { when, name, pieces } of stretches) {
    if (when !== null && isThere(params[name]) !== (when === "?")) continue;
    for (const piece of pieces)
      said += typeof piece === "string" ? piece : renderField(piece, params);
  }
  return tidy(said);
}

/** Looks before it replaces: nearly every sentence is tidy as it stands. */
function tidy(said: string): string {
  let text = said;
  if (text.includes("  ")) text = text.replace(/ {2,}/g, " ");
  // A quoted reason may end with its own full stop.
  if (text.includes("..") || text.includes("?.") || text.includes("!."))
    text = text.replace(/([.?!])\.(?=\s|$)/g, "$1");
  text = text.trim();
  return text.endsWith(";") ? text.replace(/;\s*$/, "").trim() : text;
}

/**
 * Renders a template with its parameters.
 *
 * @example renderTemplate("{n:Words} {n:plural:site:sites}", { n: 2 }) // "Two sites"
 */
export function renderTemplate(template: string, params: SentenceParams): string {
  return putTogether(compileTemplate(template), params);
}

/**
 * Binds a catalogue: its keys are the codes, so a sentence nobody wrote does not compile.
 *
 * @example sayIn({ hello: "Hello {name}" })("hello", { name: "Ada" }).text // "Hello Ada"
 */
export function sayIn<Code extends string>(
  catalogue: Readonly<Record<Code, string>>,
): (code: Code, params?: SentenceParams) => Sentence {
  const compiled = new Map<Code, readonly Stretch[]>();
  return (code, params = {}) => {
    let stretches = compiled.get(code);
    if (stretches === undefined) compiled.set(code, (stretches = compileTemplate(catalogue[code])));
    return { code, params, text: putTogether(stretches, params) };
  };
}

/**
 * Says a sentence of the catalogue.
 *
 * @example say("traced.headline", { traced: 2, products: 6 }).text // "2 of 6 products"
 */
export const say: (code: TextCode, params?: SentenceParams) => Sentence = sayIn(texts);
