/** Finds the encoding of text that states none, from its first bytes, among what spreadsheet programs write. */
import chardet from "chardet";
import iconv from "iconv-lite";

/** `guessed` is false where a mark of order states it or the bytes prove it (valid UTF-8). */
export interface DetectedEncoding {
  readonly encoding: string;
  readonly guessed: boolean;
}

const multiByte = new Set(["GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR"]);

/** Letters beyond ASCII that lists in these encodings really hold. Excel writes the first four on Windows, Mac and DOS. */
const singleByte: readonly (readonly [encoding: string, letters: string])[] = [
  ["windows-1252", "äöüßÄÖÜéèêëàâáãåæçíîïñóôòõøœúùûýÉÈÀÁÅÇÑÓØÍÚšž"],
  ["macintosh", "äöüßÄÖÜéèêëàâáãåæçíîïñóôòõøœúùûÉÈÀÁÅÇÑÓØÍÚ"],
  ["windows-1250", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽäöüßÄÖÜőűŐŰăâîșțşţ"],
  ["windows-1254", "çğıöşüÇĞİÖŞÜâî"],
  ["cp850", "äöüßÄÖÜéèêëàâáãåæçíîïñóôòõøúùûÉÅÇÑ"],
];
const punctuation = "’‘“”–—…€°«»•®™´ª·§№¿¡\u00A0";

function startsWith(bytes: Uint8Array, ...head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

/** Zero bytes at even and at odd places: ASCII signs in UTF-16 have them on one side only. */
function utf16Side(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length, 4000) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  // Delimiters and line ends are ASCII in Chinese lists too.
  if (odd / pairs > 0.05 && even * 20 <= odd) return "utf-16le";
  if (even / pairs > 0.05 && odd * 20 <= even) return "utf-16be";
  return null;
}

/** High bytes, and how many stand beside another: nearly all in Chinese text, few in accented Latin text. */
function countHighBytes(bytes: Uint8Array): { high: number; together: number } {
  let high = 0;
  let together = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    high += 1;
    if ((bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + 1] ?? 0) >= 0x80) together += 1;
  }
  return { high, together };
}

/** How much the text reads like words: known letters inside words count for, what never stands there against. */
function readsLikeWords(text: string, letters: ReadonlySet<string>): number {
  let score = 0;
  let seen = 0;
  for (const match of text.matchAll(/\P{ASCII}/gu)) {
    const sign = match[0];
    const beside = `${text[match.index - 1] ?? ""}${text[match.index + 1] ?? ""}`;
    const inWord = /[a-z\u00DF-\u017F]/iu.test(beside);
    if (letters.has(sign)) score += inWord ? 2 : 0.5;
    // "Bao’an": as likely as a letter. Other punctuation does not stand inside words.
    else if (sign === "’") score += inWord ? 2 : 1;
    else if (punctuation.includes(sign)) score += /^[a-z]{2}$/u.test(beside) ? -1 : 1;
    else score -= 2;
    seen += 1;
    if (seen > 5_000) break;
  }
  return score;
}

function guessSingleByte(sample: Buffer): string {
  let best = "windows-1252";
  let bestScore = -Infinity;
  for (const [encoding, letters] of singleByte) {
    const score = readsLikeWords(iconv.decode(sample, encoding), new Set(letters));
    if (score > bestScore) [best, bestScore] = [encoding, score];
  }
  return best;
}

/** Multi-byte text decoded wrongly shows replaced characters and signs of no language. The last may be cut in two. */
function misread(sample: Buffer, encoding: string): number {
  const text = iconv.decode(sample, encoding).slice(0, -2);
  return text.match(/[\uFFFD\uE000-\uF8FF]/gu)?.length ?? 0;
}

function guess(bytes: Uint8Array): string {
  const sample = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { high, together } = countHighBytes(bytes);
  if (together < high * 0.5) return guessSingleByte(sample);
  const candidates = chardet
    .analyse(sample)
    .filter(({ name, confidence }) =>
      multiByte.has(name)
        ? confidence >= 10 && misread(sample, name) * 200 <= high
        : /125[1345]|KOI8/u.test(name) && confidence >= 30,
    )
    .toSorted((a, b) => b.confidence - a.confidence);
  const best = candidates[0]?.name;
  if (best !== undefined) return best;
  return misread(sample, "GB18030") * 200 <= high ? "GB18030" : guessSingleByte(sample);
}

/** True when the bytes are UTF-8; a sign cut off at the end of a sample is none the less. */
function isUtf8(bytes: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}

/**
 * The encoding of text: mark of order, then UTF-16 without one, then valid UTF-8, then a guess between what Excel
 * writes. `whole`: the bytes are the whole text and not its beginning.
 *
 * @example detectEncoding(new TextEncoder().encode("name")).encoding; // "utf-8"
 */
export function detectEncoding(bytes: Uint8Array, whole = true): DetectedEncoding {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return { encoding: "utf-8", guessed: false };
  if (startsWith(bytes, 0xff, 0xfe)) return { encoding: "utf-16le", guessed: false };
  if (startsWith(bytes, 0xfe, 0xff)) return { encoding: "utf-16be", guessed: false };
  const side = utf16Side(bytes);
  if (side !== null) return { encoding: side, guessed: true };
  if (isUtf8(bytes, whole)) return { encoding: "utf-8", guessed: false };
  return { encoding: guess(bytes), guessed: true };
}

/** Decodes bytes that are the beginning, or the whole, of a text; a mark of order is left off. */
export function decodeSample(bytes: Uint8Array, encoding: string): string {
  return iconv
    .decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
    .replace(/^\uFEFF/u, "");
}
