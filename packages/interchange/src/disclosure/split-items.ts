/** Splits the body of a label into its items: numbers, letters, bullets, lines, semicolons, or nothing at all. */
import { readCountryFromAddress } from "../country/read-country-from-address.ts";
import { addressLabel } from "./label-words.ts";
import { findLegalForms } from "./legal-forms.ts";
import { splitRunOn } from "./split-run-on.ts";

const roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
const circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
const chineseDigits = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

const joining = /[\s,;，；]*(?:\b(?:or|and|oder|und|ou|et|eller|och)|或者?|和)?[\s,;，；]*$/iu;

/** Patterns of the n-th marker, family by family. */
const families: readonly ((n: number) => string | null)[] = [
  (n) => String.raw`(?:\(${n}\)|（${n}）|#?${n}(?:[.)．、]|\s*[-–—:]\s(?=\p{L})))`,
  (n) =>
    n > 26
      ? null
      : String.raw`(?:\(${String.fromCharCode(96 + n)}\)|${String.fromCharCode(96 + n)}(?:[.)]|\s?:\s))`,
  (n) =>
    roman[n - 1] === undefined ? null : String.raw`(?:\(${roman[n - 1]}\)|${roman[n - 1]}[.)])`,
  (n) => circled[n - 1] ?? null,
  (n) => (chineseDigits[n - 1] === undefined ? null : `${chineseDigits[n - 1]}[、.．]`),
];

/** Items of an enumeration that begins at the head of the text with its first marker and counts on. */
function splitEnumerated(body: string): string[] | null {
  for (const family of families) {
    const cuts: { start: number; end: number }[] = [];
    for (let n = 1, from = 0; ; n += 1) {
      const marker = family(n);
      if (marker === null) break;
      const pattern = new RegExp(
        String.raw`(?<=^|[\s;,，；。.:：])(?<!\b[Nn][Oo]s?\.?\s?)${marker}\s*(?=[^\d\s.,]|\d+[#\s-]*\p{L}|$)`,
        "giu",
      );
      pattern.lastIndex = from;
      const hit = pattern.exec(body);
      if (hit === null || (n === 1 && body.slice(0, hit.index).trim() !== "")) break;
      cuts.push({ start: hit.index, end: hit.index + hit[0].length });
      from = hit.index + hit[0].length;
    }
    if (cuts.length >= 2)
      return cuts.map((cut, index) => body.slice(cut.end, cuts[index + 1]?.start ?? body.length));
    if (cuts.length === 1 && cuts[0] !== undefined) return [body.slice(cuts[0].end)];
  }
  return null;
}

/** "Name: … Address: … Name: …": every label of a name begins a place. */
function splitNameLabels(body: string): string[] | null {
  const starts = [
    ...body.matchAll(
      /(?<![\p{L}])(?:(?:company|factory|site|plant|supplier)\s+)?(?:name|名称|firma|nom|nombre|naam|namn)\s*[:：]/giu,
    ),
  ].map((match) => match.index);
  if (starts.length < 2 || starts[0] !== 0) return null;
  return starts.map((start, index) => body.slice(start, starts[index + 1] ?? body.length));
}

function splitBullets(body: string): string[] | null {
  const plain = /[•●▪◦‣►■]/gu;
  if (plain.test(body)) return body.split(plain).filter((part) => part.trim() !== "");
  if (!/^\s*[·*\-–—✓○]\s/u.test(body)) return null;
  const lines = body.split(/(?:^|\n)[ \t]*[·*\-–—✓○]\s+/u).filter((part) => part.trim() !== "");
  if (lines.length > 1) return lines;
  // "- A Ltd, Leeds, UK - B Ltd, York, UK" in one line.
  const first = body.replace(/^\s*[·*\-–—✓○]\s+/u, "");
  return splitAt(first, /\s[·*\-–—✓○]\s/u) ?? [first];
}

/** Lines joined so that each group is one place: a name line takes the address lines after it. */
function groupLines(body: string): string[] | null {
  const paragraphs = body
    .split(/\n\s*\n/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (
    paragraphs.length > 1 &&
    paragraphs.every((part) => part.includes("\n") || beginsItem(part))
  ) {
    return paragraphs.flatMap((part) => groupLines(part) ?? [part]);
  }
  const lines = body
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (lines.length < 2) return null;
  const named = lines.some((line) => findLegalForms(line).length > 0);
  const groups: string[] = [];
  for (const line of lines) {
    const continues =
      groups.length > 0 &&
      (addressLabel.test(line) && line.search(addressLabel) === 0
        ? true
        : named
          ? findLegalForms(line).length === 0 &&
            (!beginsItem(line) || endsWithName(groups.at(-1) ?? ""))
          : /^\d/u.test(line));
    if (continues) groups[groups.length - 1] = `${groups.at(-1) ?? ""}\n${line}`;
    else groups.push(line);
  }
  return groups;
}

/** The name stands alone, so the address is still to come. */
function endsWithName(group: string): boolean {
  const form = findLegalForms(group).at(-1);
  return form !== undefined && !/[\p{L}\p{N}]/u.test(group.slice(form.end));
}

/** A piece that names a company, or gives "somewhere, somewhere, Country". */
function beginsItem(piece: string): boolean {
  if (findLegalForms(piece).length > 0) return true;
  const parts = piece.split(/[,，]|\s[-–—]\s/u).length;
  return parts >= 3 && /^\p{L}/u.test(piece.trim()) && readCountryFromAddress(piece) !== null;
}

function splitAt(text: string, separator: RegExp): string[] | null {
  const parts = text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const items: string[] = [];
  for (const part of parts) {
    if (items.length === 0 || beginsItem(part)) items.push(part);
    else items[items.length - 1] = `${items.at(-1) ?? ""}, ${part}`;
  }
  return items.length > 1 ? items : null;
}

/** "Foxconn (Chengdu) / Pegatron (Shanghai)": bare names, which only a list of alternatives justifies splitting. */
function splitBareNames(text: string): string[] | null {
  const parts = text.split(/[;；|]|\s\/\s|\s+(?:or|oder|ou)\s+/u).map((part) => part.trim());
  const bare = parts.every((part) => /^\p{L}[^\d]{1,60}$/u.test(part) && !beginsItem(part));
  return parts.length > 1 && bare ? parts : null;
}

function splitInline(text: string): string[] {
  const separated =
    splitAt(text, /[;；]/u) ??
    splitAt(text, /\s*(?:\s\/\s|\|)\s*/u) ??
    splitAt(text, /(?:,\s*|\s+)(?:or|oder|ou|eller|either)\s+|\s*(?:或者|或)\s*/iu) ??
    splitAt(text, /(?:,\s*|\s+)(?:and|und|et|och|en|y)\s+(?=\p{Lu})/u);
  if (separated !== null) return separated.flatMap(splitInline);
  return splitRunOn(text);
}

/**
 * Items of a label's body, in order. Nothing of the text is lost but markers and separators.
 *
 * @example splitItems("a) Foo Ltd, Leeds, UK b) Bar Ltd, York, UK").length; // 2
 */
export function splitItems(body: string, alternatives = false): string[] {
  const text = body.replace(/\r\n?/gu, "\n").trim();
  const items =
    splitEnumerated(text) ??
    splitNameLabels(text) ??
    splitBullets(text) ??
    groupLines(text)?.flatMap((group) => (group.includes("\n") ? [group] : splitInline(group))) ??
    (alternatives ? splitBareNames(text) : null) ??
    splitInline(text);
  return items
    .map((item, index) => (index < items.length - 1 ? item.replace(joining, "") : item).trim())
    .filter((item) => item !== "");
}

/** True when the text joins its items by "or": they are alternatives even where no heading says so. */
export function joinsByOr(body: string, items: readonly string[]): boolean {
  return items
    .slice(1)
    .some((item) =>
      /(?:\b(?:or|oder|ou|eller)|或者?)\s*[(\d).a-z]{0,4}\s*$/iu.test(
        body.slice(0, Math.max(0, body.indexOf(item))),
      ),
    );
}
