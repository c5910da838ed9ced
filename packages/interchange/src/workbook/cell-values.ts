/** Values of a record as cells, and cells as values. What is written is read back the same. */
import type { RecordAnswer, RecordLink, Tier } from "@throughline/domain";
import { neutraliseFormula, restoreFormulaText, tiers } from "@throughline/domain";
import { countryName } from "../country/country-names.ts";
import { recogniseCountry } from "../country/recognise-country.ts";
import { readTier } from "../disclosure/read-tier.ts";
import { readListDate } from "../list/read-list-date.ts";
import { workbookTexts } from "./workbook-languages.ts";

const everyLanguage = Object.values(workbookTexts);

/** A text as a cell: never run as a formula, nothing a workbook cannot hold. */
export function writeText(text: string | null): string {
  if (text === null) return "";
  return neutraliseFormula(text.replace(/(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]/gu, " ").toWellFormed());
}

/** A cell as text, blanks at the ends left off; `null` when empty. */
export function readText(cell: string | undefined): string | null {
  const text = restoreFormulaText(cell ?? "").trim();
  return text === "" ? null : text;
}

/** A day as a date cell; days a spreadsheet has no number for stay text. */
export function writeDate(date: string | null): Date | string {
  if (date === null) return "";
  return date >= "1900-03-01" && date <= "9999-12-31" ? new Date(`${date}T00:00:00Z`) : date;
}

/** A cell as a day, `null` when empty, `undefined` when it cannot be read. */
export function readDate(
  cell: string | undefined,
  edge: "begin" | "end",
): string | null | undefined {
  const text = readText(cell);
  if (text === null) return null;
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) {
    const day = new Date(`${text}T00:00:00Z`);
    return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text
      ? undefined
      : text;
  }
  return readListDate(text, edge) ?? undefined;
}

/** A country as the drop-down shows it. */
export function writeCountry(code: string | null): string {
  if (code === null) return "";
  const name = countryName(code).replace(/^the /u, "");
  return name === code ? code : `${name} (${code})`;
}

/** A cell as a country, however it was written; `undefined` when it is not recognised. */
export function readCountry(cell: string | undefined): string | null | undefined {
  const text = readText(cell);
  if (text === null) return null;
  const code = /\(([A-Z]{2})\)$/u.exec(text)?.[1] ?? (/^[A-Z]{2}$/u.test(text) ? text : null);
  return code ?? recogniseCountry(text) ?? undefined;
}

function sayKey(text: string): string {
  return text.toLowerCase().replace(/[\s.…,:;-]+/gu, "");
}

/** A cell as a tier, in any language of the workbook or as lists write it. */
export function readTierCell(cell: string | undefined): Tier | null | undefined {
  const text = readText(cell);
  if (text === null) return null;
  const key = sayKey(text);
  const found = tiers.find((tier) =>
    everyLanguage.some((texts) => sayKey(texts.tiers[tier]) === key),
  );
  return found ?? readTier(text) ?? undefined;
}

const answers = ["asked_and_refused", "cannot_because", "shown_false"] as const;

/** A cell as an answer; `undefined` when it is not recognised. */
export function readAnswer(cell: string | undefined): RecordAnswer["answer"] | null | undefined {
  const text = readText(cell);
  if (text === null) return null;
  const key = sayKey(text);
  const found = answers.find(
    (answer) =>
      sayKey(answer.replaceAll("_", " ")) === key ||
      everyLanguage.some((texts) => sayKey(texts.answers[answer]) === key),
  );
  if (found !== undefined) return found;
  if (/refus|declin|abgelehn|拒/iu.test(text)) return "asked_and_refused";
  if (/cannot|unable|nicht möglich|无法/iu.test(text)) return "cannot_because";
  return undefined;
}

const yesWords = /^(?:x|y|yes|true|1|ja|oui|sí|si|sim|是|✓|✔|☑|●|•)$/iu;
const noWords = /^(?:n|no|false|0|nein|non|nee|nej|nei|否|-|–)$/iu;
const perhapsWords =
  /^(?:\?+|x\?|\(x\)|maybe|possible|possibly|perhaps|one of several|vielleicht|möglich|peut-être|可能)$/iu;

/** A cell as yes or no; `undefined` when it says neither. */
export function readYesNo(cell: string | undefined): boolean | null | undefined {
  const text = readText(cell);
  if (text === null) return null;
  if (yesWords.test(text)) return true;
  return noWords.test(text) ? false : undefined;
}

/** A tick of the grid: how sure, `null` for not made here, `undefined` when it cannot be told. */
export function readTick(cell: string | undefined): RecordLink["kind"] | null | undefined {
  const text = readText(cell);
  if (text === null || noWords.test(text)) return null;
  if (yesWords.test(text)) return "confirmed";
  return perhapsWords.test(text) ? "one_of_several" : undefined;
}

/** A cell as a number within limits; `undefined` when it is none. */
export function readNumberCell(
  cell: string | undefined,
  limit: { readonly least: number; readonly most: number; readonly whole: boolean },
): number | null | undefined {
  const text = readText(cell);
  if (text === null) return null;
  const grouped = limit.whole && /^\d{1,3}(?:[,.' ’]\d{3})+$/u.test(text);
  const plain = grouped ? text.replace(/\D/gu, "") : text.replace(/^(-?\d+),(\d+)$/u, "$1.$2");
  const value = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu.test(plain) ? Number(plain) : Number.NaN;
  if (!Number.isFinite(value) || value < limit.least || value > limit.most) return undefined;
  return limit.whole && !Number.isInteger(value) ? undefined : value;
}

/** Part numbers as one cell: separated by bars; one that holds a separator or a quotation mark stands in quotes. */
export function writeValues(values: readonly string[]): string {
  return values
    .map((value) => (/[|;；｜\n"]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value))
    .join(" | ");
}

/** Where a value in quotation marks that begins at `start` ends; -1 when it is not closed before a separator. */
function closingQuote(cell: string, start: number): number {
  for (let at = start + 1; at < cell.length; at += 1) {
    if (cell[at] !== '"') continue;
    if (cell[at + 1] === '"') at += 1;
    else return /^\s*(?:[|;；｜\n]|$)/u.test(cell.slice(at + 1, at + 40)) ? at : -1;
  }
  return -1;
}

/** The values of a cell, in order. Bars, semicolons and line breaks separate; commas stand in names. */
export function readValues(cell: string): string[] {
  const values: string[] = [];
  let unclosed = false;
  for (let at = 0; at < cell.length;) {
    while (/\s/u.test(cell[at] ?? "") && at < cell.length) at += 1;
    const end = cell[at] === '"' && !unclosed ? closingQuote(cell, at) : -1;
    if (cell[at] === '"' && end < 0) unclosed = true;
    const rest = cell.slice(end < 0 ? at : end + 1);
    const length = rest.search(/[|;；｜\n]/u);
    const next = length < 0 ? cell.length : (end < 0 ? at : end + 1) + length;
    const value =
      end < 0 ? cell.slice(at, next).trim() : cell.slice(at + 1, end).replaceAll('""', '"');
    if (value !== "") values.push(value);
    at = next + 1;
  }
  return values;
}
