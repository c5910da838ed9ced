/** Finds a text of the catalogue and fills it in. Sentences of the engine arrive rendered (`Sentence.text`) and do not pass here. */
import { enFirst } from "./en-first.ts";
import type { en } from "./en.ts";

export type TextKey = keyof typeof en;
export type TextValues = Readonly<Record<string, string | number>>;

const texts = new Map<string, string>(Object.entries(enFirst));

/** Brings the whole catalogue; awaited by the routes before a screen that needs it is drawn. */
export async function loadTexts(): Promise<void> {
  const { en: whole } = await import("./en.ts");
  for (const [key, text] of Object.entries(whole)) texts.set(key, text);
}

const plurals = new Intl.PluralRules("en");
const numbers = new Intl.NumberFormat("en-GB");

/**
 * The text with `{name}` filled from `values`, numbers as the language writes them. A part written `{n|one|other}` is chosen by the number `n`.
 *
 * @example t("list.shown", { n: 3 }) // "3 contracts shown"
 */
export function t(key: TextKey, values: TextValues = {}): string {
  return fillIn(texts.get(key) ?? key, values);
}

/** Fills a text in; apart so that it can be tested with texts of its own. */
export function fillIn(text: string, values: TextValues): string {
  return text.replaceAll(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (whole, name: string, one?: string, other?: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      if (one === undefined || other === undefined)
        return typeof value === "number" ? numbers.format(value) : value;
      return plurals.select(Number(value)) === "one" ? one : other;
    },
  );
}
