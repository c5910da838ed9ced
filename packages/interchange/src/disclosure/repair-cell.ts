/** Repairs what spreadsheets and PDFs do to a cell, without touching what it says. Each repair can be left undone. */

/** Codes of the repairs, in the order in which they are tried. */
export type RepairCode =
  | "control_characters"
  | "invisible_characters"
  | "text_marker"
  | "carriage_return_in_cell"
  | "line_break_in_cell"
  | "tab_in_cell"
  | "special_blanks"
  | "leading_blanks"
  | "trailing_blanks"
  | "double_blanks"
  | "stray_quotes"
  | "repeated_commas"
  | "spreadsheet_error"
  | "placeholder";

/** One repair that was made (or would have been made and was left undone). */
export interface CellRepair {
  readonly check: RepairCode;
  readonly before: string;
  readonly after: string;
  /** Left as it stood, because somebody undid it. */
  readonly undone: boolean;
}

/** A cell after repair, with what was done to it. */
export interface RepairedCell {
  readonly text: string;
  readonly repairs: readonly CellRepair[];
  /** Characters that look damaged remain. */
  readonly unusual: boolean;
}

const spreadsheetError =
  /^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/iu;
const placeholders =
  /^(?:n\/?a|n\.a\.?|null|none|nil|undefined|unknown|tbd|tbc|-+|–|—|\?+|\.|无|無|不详|k\.?\s?A\.?|s\/o)$/iu;
const damaged =
  /[\u25A1\u25A0\uFFFD\uE000-\uF8FF]|Ã[\u0080-\u00BF]|â€|Â[\u00A0-\u00BF]|[a-z][\p{Script=Cyrillic}\p{Script=Greek}][a-z]/iu;
const invisible = /[\u200B-\u200F\u202A-\u202E\u2060\uFEFF\u00AD]/gu;
// Everything a plain cell may hold; the repairs are looked at only where this does not hold.
const plain =
  /^(?![\s"',;])(?:[^\s\p{Cc}\p{Zs}\u200B-\u200F\u202A-\u202E\u2060\uFEFF\u00AD"]| (?![ ,]))*(?<! )$/u;

/** Blanks of every kind made one, invisible and control characters removed, ends trimmed. Idempotent. */
export function repairWhitespace(text: string): string {
  return text
    .replace(invisible, "")
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
}

/** A break within the text becomes a blank, one at an end goes. */
function joinBreaks(text: string, breaks: RegExp): string {
  return text.replace(breaks, (hit, at: number) =>
    at === 0 || at + hit.length === text.length ? "" : " ",
  );
}

/** Takes off quotation marks around the whole text; `"Foo" and "Bar"` keeps its own. Linear, whatever comes. */
function unquote(text: string): string {
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return text;
  let start = 0;
  let end = text.length;
  while (start < end && text[start] === '"') start += 1;
  while (end > start && text[end - 1] === '"') end -= 1;
  const inner = text.slice(start, end);
  const next = inner.indexOf('"');
  return next > 0 && /[^\s(]/u.test(inner[next - 1] ?? "") ? text : inner;
}

const steps: readonly (readonly [RepairCode, (text: string) => string])[] = [
  ["control_characters", (text) => text.replace(/(?:(?![\t\n\v\f\r\u0085])\p{Cc})+/gu, " ")],
  ["invisible_characters", (text) => text.replace(invisible, "")],
  // What a spreadsheet (or our own export) puts before "0123" and "=x" so that it stays text.
  ["text_marker", (text) => text.replace(/^'+(?=\s*[=+\-@＝＋－＠\d\t\r\n])/u, "")],
  [
    "carriage_return_in_cell",
    (text) => joinBreaks(text.replace(/\r+\n/gu, "\n"), /(?<! ) *\r+ */gu),
  ],
  ["line_break_in_cell", (text) => joinBreaks(text, /(?<! ) *[\n\v\f\u0085\u2028\u2029]+ */gu)],
  ["tab_in_cell", (text) => joinBreaks(text, /(?<! ) *\t+ */gu)],
  ["special_blanks", (text) => text.replace(/(?! )\p{Zs}/gu, " ")],
  ["leading_blanks", (text) => text.replace(/^ +/u, "")],
  ["trailing_blanks", (text) => text.replace(/(?<! ) +$/u, "")],
  ["double_blanks", (text) => text.replace(/(?<=[^ ]) {2,}(?=[^ ])/gu, " ")],
  ["stray_quotes", (text) => unquote(text).replace(/""+/gu, '"').trim()],
  ["repeated_commas", (text) => text.replace(/,(?:\s*,)+/gu, ",").replace(/^[,;\s]+/u, "")],
];

/** Codes of repairs to blanks and characters nobody sees: one sentence for all of them is enough. */
export const unseenRepairs: ReadonlySet<string> = new Set<RepairCode>([
  "control_characters",
  "invisible_characters",
  "carriage_return_in_cell",
  "line_break_in_cell",
  "tab_in_cell",
  "special_blanks",
  "leading_blanks",
  "trailing_blanks",
  "double_blanks",
]);

const nothingUndone: ReadonlySet<string> = new Set();

/**
 * Repairs one cell. Idempotent: repairing a repaired cell changes nothing. Repairs named in `undo` are left out
 * (control characters always go: they cannot be stored).
 *
 * @example repairCell("  Baoji City,   , Baoji ").text; // "Baoji City, Baoji"
 */
export function repairCell(raw: string, undo: ReadonlySet<string> = nothingUndone): RepairedCell {
  const made = new Map<RepairCode, CellRepair>();
  let text = raw;
  if (!plain.test(raw) || raw.includes(",,")) {
    for (let before: string | null = null; before !== text;) {
      before = text;
      for (const [check, repair] of steps) {
        const after = repair(text);
        if (after === text) continue;
        const undone = check !== "control_characters" && undo.has(check);
        const known = made.get(check);
        made.set(check, { check, before: known?.before ?? text, after, undone });
        if (!undone) text = after;
      }
    }
  }
  // Last, so that a placeholder behind stray signs (";-") is seen too.
  const empty: RepairCode | null = spreadsheetError.test(text)
    ? "spreadsheet_error"
    : placeholders.test(text)
      ? "placeholder"
      : null;
  if (empty !== null) {
    const undone = undo.has(empty);
    made.set(empty, { check: empty, before: text, after: "", undone });
    if (!undone) text = "";
  }
  return { text, repairs: [...made.values()], unusual: text !== "" && damaged.test(text) };
}
