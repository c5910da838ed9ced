/** Repairs what spreadsheets and PDFs do to a cell, without touching what it says. */

/** A cell after repair, with what was done to it. */
export interface RepairedCell {
  readonly text: string;
  /** Blanks, tabs, line breaks or invisible characters were repaired. */
  readonly whitespace: boolean;
  /** Other repairs, as clauses: "repeated commas were made one". */
  readonly repairs: readonly string[];
  /** Characters that look damaged remain. */
  readonly unusual: boolean;
}

const placeholders =
  /^(?:#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!)|n\/?a|n\.a\.?|null|none|nil|undefined|unknown|tbd|tbc|-+|–|—|\?+|\.|无|無|不详|k\.?\s?A\.?|s\/o)$/iu;
const damaged = /[\u25A1\u25A0\uFFFD\uE000-\uF8FF]|Ã[\u0080-\u00BF]|â€|Â[\u00A0-\u00BF]/u;

/** Blanks of every kind made one, invisible and control characters removed, ends trimmed. Idempotent. */
export function repairWhitespace(text: string): string {
  return text
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060\uFEFF\u00AD]/gu, "")
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
}

/**
 * Repairs one cell. Idempotent: repairing a repaired cell changes nothing.
 *
 * @example repairCell("  Baoji City,   , Baoji ").text; // "Baoji City, Baoji"
 */
export function repairCell(raw: string): RepairedCell {
  const repairs: string[] = [];
  let text = repairWhitespace(raw);
  // A blank at an end is Excel's habit, not a repair worth a sentence; anything inside is.
  const whitespace = text !== raw;
  for (let before = ""; before !== text;) {
    before = text;
    const unquoted = text
      .replace(/^"+(.*?)"+$/u, "$1")
      .replace(/""+/gu, '"')
      .trim();
    if (unquoted !== text) repairs.push("stray quotation marks were removed");
    text = repairWhitespace(unquoted);
    const commas = text.replace(/,(?:\s*,)+/gu, ",").replace(/^[,;\s]+/u, "");
    if (commas !== text) repairs.push("repeated or leading commas were made one");
    text = repairWhitespace(commas);
  }
  // Last, so that a placeholder behind stray signs (";-") is seen too.
  if (placeholders.test(text)) {
    return {
      text: "",
      whitespace,
      repairs: [`the placeholder '${text}' was read as empty`],
      unusual: false,
    };
  }
  return { text, whitespace, repairs: [...new Set(repairs)], unusual: damaged.test(text) };
}
