/** Decodes text in whatever encoding a spreadsheet program wrote it. */
import chardet from "chardet";
import iconv from "iconv-lite";

/** Text, and how its encoding was found. `guessed` is false for marks of order and valid UTF-8. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly guessed: boolean;
}

const multiByte = new Set(["GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR"]);
const sampleBytes = 200_000;

function startsWith(bytes: Uint8Array, ...head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

/** Share of zero bytes at even and at odd places: Latin text in UTF-16 has them on one side only. */
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
  if (odd / pairs > 0.3 && even / pairs < 0.05) return "utf-16le";
  if (even / pairs > 0.3 && odd / pairs < 0.05) return "utf-16be";
  return null;
}

/** Share of high bytes that stand beside another: near 1 in Chinese text, low in accented Latin text. */
function highBytesTogether(bytes: Uint8Array): number {
  let high = 0;
  let together = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    high += 1;
    if ((bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + 1] ?? 0) >= 0x80) together += 1;
  }
  return high === 0 ? 0 : together / high;
}

function guess(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, sampleBytes);
  const candidates = chardet.analyse(sample);
  if (highBytesTogether(sample) < 0.5) {
    const best = candidates[0];
    return best !== undefined && best.name === "windows-1250" && best.confidence >= 60
      ? best.name
      : "windows-1252";
  }
  const best = candidates.find(
    (one) => (multiByte.has(one.name) || /125[1345]|KOI8/u.test(one.name)) && one.confidence >= 10,
  );
  return best?.name ?? "GB18030";
}

/**
 * Decodes bytes: mark of order, then UTF-16 without one, then valid UTF-8, then a guess between what Excel writes.
 *
 * @example decodeText(new TextEncoder().encode("name")).encoding; // "utf-8"
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const as = (encoding: string, guessed: boolean): DecodedText => ({
    text: iconv
      .decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
      .replace(/^\uFEFF/u, ""),
    encoding,
    guessed,
  });
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return as("utf-8", false);
  if (startsWith(bytes, 0xff, 0xfe)) return as("utf-16le", false);
  if (startsWith(bytes, 0xfe, 0xff)) return as("utf-16be", false);
  const side = utf16Side(bytes);
  if (side !== null) return as(side, true);
  try {
    return {
      text: new TextDecoder("utf-8", { fatal: true }).decode(bytes),
      encoding: "utf-8",
      guessed: false,
    };
  } catch {
    return as(guess(bytes), true);
  }
}
