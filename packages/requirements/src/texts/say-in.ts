/**
 * Makes sentences from a catalogue of templates. `{name}` is the parameter as it stands; `{name:date}` an ISO date as
 * "3 March 2026"; `{name:days}` "1 day" or "28 days" (any words whose last takes an s, or es after ch, sh, ss and x, joined by _); `{name:list}` items separated by "; " as
 * "a, b and c"; `{name:every}` months as "yearly"; `{name:amount:currency}` an amount with the currency named by the other parameter;
 * `[?name:text]` only where the parameter is there and not zero or empty, `[!name:text]` only where not;
 * `[?name=word:text]` only where it is that word.
 */
import type { Sentence } from "@throughline/domain";

/** Parameters of a sentence. */
export type SentenceParams = Sentence["params"];

const months =
  "January February March April May June July August September October November December".split(
    " ",
  );

const plainNumber = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 6 });

function sayDate(date: string): string {
  const [year, month, day] = date.split("-");
  return `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`;
}

/** @example sayList(["a", "b", "c"]) // "a, b and c" */
export function sayList(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

function sayEvery(count: number): string {
  if (count === 1) return "monthly";
  if (count % 12 !== 0) return `every ${count} months`;
  return count === 12 ? "yearly" : `every ${count / 12} years`;
}

function isThere(value: string | number | null | undefined): boolean {
  return value !== null && value !== undefined && value !== 0 && value !== "";
}

function renderField(params: SentenceParams, name: string, format: string | undefined): string {
  const value = params[name] ?? null;
  if (value === null) return "";
  if (format === undefined) return typeof value === "number" ? plainNumber.format(value) : value;
  if (format === "date") return sayDate(String(value));
  if (format === "list") return sayList(String(value).split("; "));
  if (format.startsWith("amount:"))
    return `${String(params[format.slice("amount:".length)] ?? "")} ${plainNumber.format(Number(value))}`.trim();
  if (format === "every") return sayEvery(Number(value));
  const number = plainNumber.format(Number(value));
  const words = format.replaceAll("_", " ");
  return `${number} ${Number(value) === 1 ? words.replace(/(?<=ch|sh|ss|x)es$|s$/, "") : words}`;
}

/**
 * Renders a template with its parameters.
 *
 * @example renderTemplate("within {n:days}[?of: of {of}]", { n: 28, of: "award" }) // "within 28 days of award"
 */
export function renderTemplate(template: string, params: SentenceParams): string {
  return template
    .replace(
      /\[([?!])(\w+)(?:=(\w+))?:([^\]]*)\]/g,
      (_all, sign: string, name: string, word: string | undefined, text: string) =>
        (word === undefined ? isThere(params[name]) : params[name] === word) === (sign === "?")
          ? text
          : "",
    )
    .replace(/\{(\w+)(?::([\w:]+))?\}/g, (_all, name: string, format?: string) =>
      renderField(params, name, format),
    )
    .replace(/ {2,}/g, " ")
    .replace(/([.?!])\.(?=\s|$)/g, "$1")
    .trim();
}

/**
 * Binds a catalogue: the codes are its keys, so a sentence nobody wrote does not compile.
 *
 * @example
 * const say = sayIn({ "law.applies": "It applies since {since:date}." });
 * say("law.applies", { since: "2024-01-01" }).text; // "It applies since 1 January 2024."
 */
export function sayIn<Code extends string>(
  texts: Readonly<Record<Code, string>>,
): (code: Code, params?: SentenceParams) => Sentence {
  return (code, params = {}) => ({ code, params, text: renderTemplate(texts[code], params) });
}

/** Names a template speaks of, each once. */
export function templateNames(template: string): string[] {
  const names = [...template.matchAll(/\[[?!](\w+)|\{(\w+)/g)].map(
    ([, tested, said]) => tested ?? said ?? "",
  );
  return [...new Set(names)];
}
