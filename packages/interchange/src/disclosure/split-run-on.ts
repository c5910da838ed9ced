/**
 * Splits places that follow each other without numbers: "A Co., Ltd. - 1 Road, City, China B Co Ltd - 2 Road …".
 * A name ends at its legal form; it begins after the country, the postcode or the last address word of the place before.
 */
import { countryByName, nameKey } from "../country/country-names.ts";
import { addressWord } from "./label-words.ts";
import { findLegalForms } from "./legal-forms.ts";

const addressStart =
  /^\s*(?:address|add|no[.,\s]|no\d|lot|plot|unit|building|block|room|floor|level|km|#|\d|\(?no)/iu;

interface NameEnd {
  readonly start: number;
  readonly end: number;
}

function findNameEnds(text: string): NameEnd[] {
  const forms = findLegalForms(text);
  const dashes: NameEnd[] = [];
  for (const match of text.matchAll(/\s[-–—]\s/gu)) {
    const before = forms.filter((form) => form.end <= match.index + 1).at(-1);
    const atForm = before !== undefined && text.slice(before.end, match.index).trim().length <= 1;
    const rest = text.slice(match.index + match[0].length);
    if (!atForm && addressStart.test(rest)) dashes.push({ start: match.index, end: match.index });
  }
  return [...forms, ...dashes].toSorted((a, b) => a.start - b.start);
}

/** Where countries are named in a stretch of address, as end positions. */
function findCountryEnds(stretch: string): { end: number; bracketed: boolean }[] {
  const words = [...stretch.matchAll(/[\p{L}\p{N}.'’]+/gu)];
  const found: { end: number; bracketed: boolean; last: number }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (let length = Math.min(4, words.length - at); length >= 1; length -= 1) {
      const first = words[at];
      const last = words[at + length - 1];
      if (first === undefined || last === undefined) continue;
      const name = stretch.slice(first.index, last.index + last[0].length);
      const key = nameKey(name);
      if (
        /[,;]/u.test(name) ||
        (key.length < 4 && !/^(?:usa|uk|uae|prc|roc)$/u.test(key)) ||
        key === "georgia" ||
        !countryByName.has(key)
      )
        continue;
      const after = stretch.slice(last.index + last[0].length);
      if (/^\s+(?:road|rd|street|st|avenue|ave|middle|north|south|east|west)\b/iu.test(after))
        break;
      const bracketed = /[(（]\s*$/u.test(stretch.slice(0, first.index));
      const close = bracketed ? (/^\s*[)）]/u.exec(after)?.[0].length ?? 0) : 0;
      const previous = found.at(-1);
      const entry = { end: last.index + last[0].length + close, bracketed, last: at + length };
      // "P.R.O.C. CHINA", "Hong Kong, China": one mention.
      if (previous !== undefined && previous.last === at && !bracketed)
        found[found.length - 1] = { ...entry, bracketed: previous.bracketed };
      else found.push(entry);
      at += length - 1;
      break;
    }
  }
  return found;
}

function leavesName(stretch: string, at: number): boolean {
  return /\p{L}{2}/u.test(stretch.slice(at).replace(/^[\s,.;)]*(?:\d[\d\s-]*)?/u, ""));
}

/** Position in `stretch` (address of one place, then the name of the next) at which the next name begins. */
function findNameStart(stretch: string): number {
  const skip = (at: number): number =>
    at + (/^[\s,.;:)）。，；-]*(?:\d{4,7}\b[\s,.;]*)?/u.exec(stretch.slice(at))?.[0].length ?? 0);
  const mentions = findCountryEnds(stretch).filter((mention) => leavesName(stretch, mention.end));
  const mention =
    mentions.find((one) => !one.bracketed) ??
    mentions.find((one) => /(?:,|\.)\s*[\p{L}]+\s*[(（]/u.test(stretch.slice(0, one.end)));
  if (mention !== undefined) return skip(mention.end);
  const ends = [
    ...stretch.matchAll(addressWord),
    ...stretch.matchAll(new RegExp(addressWord.source, "giu")),
    ...stretch.matchAll(/(?<!\p{L})\d{5,7}(?!\d)/gu),
  ]
    .map((match) => match.index + match[0].length)
    .filter((end) => leavesName(stretch, end))
    .toSorted((a, b) => a - b);
  const last = ends.at(-1);
  if (last !== undefined) return skip(last);
  const comma = Math.max(...[",", "，", "、", "；", "。"].map((mark) => stretch.lastIndexOf(mark)));
  if (comma >= 0 && leavesName(stretch, comma + 1)) return skip(comma + 1);
  const blank = /\s(?=\p{Script=Han}+$)/u.exec(stretch);
  return blank ? blank.index + 1 : -1;
}

function saysAddress(stretch: string): boolean {
  return (
    /\d|[,，；、]/u.test(stretch) ||
    findCountryEnds(stretch).length > 0 ||
    new RegExp(addressWord.source, "iu").test(stretch) ||
    /^\s*[-–—]\s/u.test(stretch)
  );
}

/**
 * Splits run-on text into one piece per named company; one piece when it names at most one.
 *
 * @example splitRunOn("A Co., Ltd. - 1 Road, China B Co Ltd - 2 Road, China"); // two pieces
 */
export function splitRunOn(text: string): string[] {
  const ends = findNameEnds(text);
  const starts = [0];
  let previous: NameEnd | undefined;
  for (const end of ends) {
    if (previous === undefined) {
      previous = end;
      continue;
    }
    const stretch = text.slice(previous.end, end.start);
    const at = saysAddress(stretch) ? findNameStart(stretch) : -1;
    if (at < 0) continue;
    starts.push(previous.end + at);
    previous = end;
  }
  return starts
    .map((start, index) => text.slice(start, starts[index + 1] ?? text.length).trim())
    .filter((piece) => piece !== "");
}
