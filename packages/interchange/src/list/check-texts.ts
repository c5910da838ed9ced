/** What can be told from a text alone: its length, repeated words, and what spreadsheets made of it. */
import type { ListField } from "@throughline/domain";
import { nameKey } from "../country/country-names.ts";
import type { RowFindings } from "./row-findings.ts";

/** From this length on a cell is probably two (the peer's C0016). */
const longCell = 200;
/** What a record can keep of a site (RecordSite). */
const longestName = 400;
const longestAddress = 1_000;

const monthName = "jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz]";
const dateLike = new RegExp(
  String.raw`^(?:\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+Z?)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}-(?:${monthName})(?:-\d{2,4})?|(?:${monthName})-\d{2,4})$`,
  "iu",
);
const scientific = /^[+-]?\d(?:[.,]\d+)?E\+\d{1,3}$/iu;

function checkLength(
  field: "name" | "address",
  text: string,
  parts: number,
  findings: RowFindings,
): void {
  const longest = field === "name" ? longestName : longestAddress;
  if (text.length > longest)
    findings.notice("cell_too_long", {
      field,
      message: `The ${field} has ${text.length} characters; at most ${longest} can be kept.`,
    });
  else if (text.length > longCell)
    findings.notice(parts > 1 ? "address_parts_long" : "cell_long", {
      field,
      message: `The ${field} has ${text.length} characters.`,
    });
}

/** What a name alone tells. */
export function checkName(name: string, findings: RowFindings): void {
  checkLength("name", name, 1, findings);
  if (dateLike.test(name))
    findings.notice("date_in_name", {
      field: "name",
      message: `The name reads '${name}', which is a date.`,
    });
  else if (scientific.test(name))
    findings.notice("scientific_notation", {
      field: "name",
      message: `The name reads '${name}': a number the spreadsheet has shortened.`,
    });
  else if (/^[\d.,\s]+$/u.test(name) && name.trim() !== "")
    findings.notice("number_as_name", {
      field: "name",
      message: `The name is only a number: '${name}'.`,
    });
}

/** Words that stand three times in many an address. */
const ordinary = new Set(
  "road street district town city village county province industrial industry zone park building area".split(
    " ",
  ),
);

/**
 * What stands twice without need: a whole part of the address, a word directly after itself, any word three times.
 * "Suzhou Industrial Park, Suzhou" is as it should be, and a fifth of real addresses are like it.
 */
function findRepeatedWords(address: string): string[] {
  const twice = new Set<string>();
  const parts = new Set<string>();
  const counts = new Map<string, number>();
  for (const part of address.split(/[,，;；]/u)) {
    const key = nameKey(part);
    if (key.length < 4 || !/\p{L}/u.test(key)) continue;
    if (parts.has(key)) twice.add(key);
    parts.add(key);
    const words = key.split(" ");
    for (const [at, word] of words.entries()) {
      if (word.length < 4 || /^\d+$/u.test(word)) continue;
      const count = (counts.get(word) ?? 0) + 1;
      counts.set(word, count);
      if (words[at - 1] === word || (count === 3 && !ordinary.has(word))) twice.add(word);
    }
  }
  return [...twice];
}

/** What an address alone tells. `parts`: from how many columns it was put together. */
export function checkAddress(address: string, parts: number, findings: RowFindings): void {
  checkLength("address", address, parts, findings);
  const twice = findRepeatedWords(address);
  if (twice.length > 0)
    findings.notice("repeated_words_in_address", {
      field: "address",
      message: `The address says ${twice
        .slice(0, 5)
        .map((word) => `'${word}'`)
        .join(", ")} more than once.`,
    });
}

/** Countries whose postal codes are five or six digits, some of which begin with zero. */
const codeLength: Readonly<Record<string, number>> = {
  DE: 5,
  ES: 5,
  FI: 5,
  FR: 5,
  HR: 5,
  IT: 5,
  KR: 5,
  MX: 5,
  MY: 5,
  TR: 5,
  UA: 5,
  US: 5,
  RO: 6,
  CN: 6,
};

/** What became of a postal code in a spreadsheet. Nothing is changed: the digits that are lost nobody can guess. */
export function checkPostcode(code: string, country: string | null, findings: RowFindings): void {
  const cell = code.trim();
  if (scientific.test(cell))
    findings.notice("scientific_notation", {
      field: "postcode",
      message: `The postal code reads '${cell}': the spreadsheet has shortened it.`,
    });
  const length = country === null ? undefined : codeLength[country];
  const digits = cell.replace(/\.0+$/u, "");
  if (length !== undefined && /^\d+$/u.test(digits) && digits.length === length - 1)
    findings.notice("leading_zero_lost", {
      field: "postcode",
      message: `The postal code '${digits}' has ${digits.length} digits where ${length} are usual; a zero at the beginning may be lost.`,
    });
}

/** Dates and shortened numbers where a product, component or part number should stand; commas between several. */
export function checkTyped(
  cells: Readonly<Record<"product" | "component" | "partNumber", string>>,
  findings: RowFindings,
): void {
  for (const field of ["product", "component", "partNumber"] as const satisfies ListField[]) {
    const cell = cells[field];
    const word = field === "partNumber" ? "part number" : field;
    if (dateLike.test(cell))
      findings.notice("date_in_name", {
        field,
        message: `The ${word} reads '${cell}', which is a date.`,
      });
    if (scientific.test(cell))
      findings.notice("scientific_notation", {
        field,
        message: `The ${word} reads '${cell}': a number the spreadsheet has shortened.`,
      });
    if (field !== "partNumber" && cell.includes(",") && !cell.includes("|"))
      findings.notice("perhaps_several_values", {
        field,
        message: `The ${word} '${cell}' holds commas; it was read as one.`,
      });
  }
}
