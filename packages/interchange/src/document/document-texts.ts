/** The few words the writers add of their own, by language. A language without words of its own gets the English ones. */
export interface DocumentTexts {
  /** With `{page}` and `{pages}`. */
  readonly page: string;
  /** With `{by}` and `{from}`. */
  readonly drawnUp: string;
  readonly reference: string;
  readonly signHere: string;
  readonly unprinted: {
    readonly title: string;
    /** With `{passages}`. */
    readonly text: string;
    /** Stands where the passage would; with `{number}` and `{script}`. */
    readonly mark: string;
    /** Stands for a single sign, such as a pictograph. */
    readonly sign: string;
    readonly scripts: Readonly<Record<string, string>>;
    readonly otherScript: string;
  };
}

const english: DocumentTexts = {
  page: "Page {page} of {pages}",
  drawnUp: "Drawn up by {by} from {from}",
  reference: "Our reference",
  signHere: "Signature and date",
  unprinted: {
    title: "Not printed here",
    text: "The typeface of this PDF lacks the signs of some passages. They stand complete in the Word edition of this document: {passages}.",
    mark: "[{number}: {script}]",
    sign: "a sign or pictograph",
    scripts: {
      Han: "Chinese characters",
      Hiragana: "Japanese",
      Katakana: "Japanese",
      Hangul: "Korean",
      Thai: "Thai",
      Arabic: "Arabic script",
      Hebrew: "Hebrew",
      Devanagari: "Devanagari",
      Bengali: "Bengali",
      Khmer: "Khmer",
      Lao: "Lao",
      Myanmar: "Burmese",
      Tamil: "Tamil",
      Sinhala: "Sinhala",
      Georgian: "Georgian",
      Armenian: "Armenian",
    },
    otherScript: "another script",
  },
};

const byLanguage: Readonly<Record<string, DocumentTexts>> = { en: english };

/**
 * The words of a language, by its first subtag.
 *
 * @example
 * documentTextsFor("en-GB").page; // "Page {page} of {pages}"
 */
export function documentTextsFor(language: string): DocumentTexts {
  return byLanguage[language.split("-")[0] ?? ""] ?? english;
}

/** Puts values in the places of a text. A value is never read for places itself. */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}

/** A day as a letter has it: "20 November 2026". */
export function sayDay(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}
