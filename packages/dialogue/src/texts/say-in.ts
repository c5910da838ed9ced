/**
 * Makes sentences from a catalogue of templates. `{name}` is the parameter as it stands; `{name:date}` an ISO date as
 * "3 March 2026"; `{name:days}` "1 day" or "28 days" (any word that takes an s); `{name:words}` a number in words up to
 * twelve, `{name:Words}` the same with a capital; `{name:Start}` text with a capital; `{name:list}` items separated by "; "
 * as "a, b and c"; `{name:plural:it is:they are}` by number; `[?name:text]` only where the parameter is there and not zero
 * or empty, `[!name:text]` only where not.
 */
import type { Sentence } from "@throughline/domain";

/** Parameters of a sentence. */
export type SentenceParams = Sentence["params"];

const months =
  "January February March April May June July August September October November December".split(
    " ",
  );
const numberWords = "none one two three four five six seven eight nine ten eleven twelve".split(
  " ",
);
const plainNumber = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

/** @example sayDate("2026-03-03") // "3 March 2026" */
export function sayDate(date: string): string {
  const [year, month, day] = date.split("-");
  return `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`;
}

/** @example sayList(["a", "b", "c"]) // "a, b and c" */
export function sayList(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const sayNumber = (value: number): string => numberWords[value] ?? plainNumber.format(value);

function isThere(value: string | number | null | undefined): boolean {
  return value !== null && value !== undefined && value !== 0 && value !== "";
}

function renderField(params: SentenceParams, name: string, format: string | undefined): string {
  const value = params[name] ?? null;
  if (value === null) return "";
  const [kind, one = "", many = ""] = (format ?? "").split(":");
  switch (kind) {
    case "":
      return typeof value === "number" ? plainNumber.format(value) : value;
    case "date":
      return sayDate(String(value));
    case "list":
      return sayList(String(value).split("; "));
    case "words":
      return sayNumber(Number(value));
    case "Words":
      return capitalise(sayNumber(Number(value)));
    case "Start":
      return capitalise(String(value));
    case "plural":
      return Number(value) === 1 ? one : many;
    default: {
      const word = kind ?? "";
      const number = plainNumber.format(Number(value));
      return `${number} ${Number(value) === 1 ? word.replace(/s$/, "") : word}`;
    }
  }
}

/**
 * Renders a template with its parameters. A full stop after a quoted text that ends with one is left out.
 *
 * @example renderTemplate("{n:days}[?of: after {of:date}]", { n: 1, of: null }) // "1 day"
 */
export function renderTemplate(template: string, params: SentenceParams): string {
  return template
    .replace(/\[([?!])(\w+):([^\]]*)\]/g, (_all, sign: string, name: string, text: string) =>
      isThere(params[name]) === (sign === "?") ? text : "",
    )
    .replace(/\{(\w+)(?::([^}]+))?\}/g, (_all, name: string, format?: string) =>
      renderField(params, name, format),
    )
    .replace(/ {2,}/g, " ")
    .replace(/([.?!…])\.(?=\s|$)/g, "$1")
    .trim();
}

/**
 * Binds a catalogue: the codes are its keys, so a sentence nobody wrote does not compile.
 *
 * @example
 * const say = sayIn({ "cadence.lapsed": "No meeting since {on:date}." });
 * say("cadence.lapsed", { on: "2026-03-03" }).text; // "No meeting since 3 March 2026."
 */
export function sayIn<Code extends string>(
  texts: Readonly<Record<Code, string>>,
): (code: Code, params?: SentenceParams) => Sentence {
  return (code, params = {}) => ({ code, params, text: renderTemplate(texts[code], params) });
}
