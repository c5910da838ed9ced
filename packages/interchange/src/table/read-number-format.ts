/** How a number of an XLSX cell is shown: as a date, as digits with leading zeros, or as it is. */

export type NumberLook =
  | { readonly kind: "plain" }
  | { readonly kind: "date" }
  | { readonly kind: "padded"; readonly digits: number };

const plain: NumberLook = { kind: "plain" };
const date: NumberLook = { kind: "date" };

/** Built-in formats of dates and times (ECMA-376 part 1, 18.8.30), the East Asian ones included. */
function isBuiltInDate(id: number): boolean {
  return (
    (id >= 14 && id <= 22) ||
    (id >= 27 && id <= 36) ||
    (id >= 45 && id <= 47) ||
    (id >= 50 && id <= 58)
  );
}

/**
 * Reads a number format.
 *
 * @example readNumberFormat(164, "yyyy-mm-dd").kind; // "date"
 * @example readNumberFormat(165, "00000"); // { kind: "padded", digits: 5 }
 */
export function readNumberFormat(id: number, code: string | undefined): NumberLook {
  if (code === undefined) return isBuiltInDate(id) ? date : plain;
  // Quoted text, escaped signs, colours and locales say nothing about the value. `[h]` is an elapsed time.
  const bare = (code.split(";")[0] ?? "")
    .replace(/"[^"]*"|\\.|_.|\*./gu, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, "");
  if (/^0{2,20}$/u.test(bare)) return { kind: "padded", digits: bare.length };
  if (/general/iu.test(bare)) return plain;
  return /[ymdhs年月日]/iu.test(bare.replace(/e[+-]/giu, "")) ? date : plain;
}

const dayMilliseconds = 86_400_000;
/** The last day Excel knows, 9999-12-31. */
const lastSerial = 2_958_466;

/**
 * A serial number as a date, ISO 8601 with a blank before the time; `null` when it is none Excel can show. The 1900
 * calendar counts a 29 February 1900 that never was.
 *
 * @example sayDateSerial(45658, false); // "2025-01-01"
 */
export function sayDateSerial(serial: number, from1904: boolean): string | null {
  if (!(serial >= 0 && serial < lastSerial)) return null;
  if (!from1904 && serial < 1)
    return new Date(serial * dayMilliseconds).toISOString().slice(11, 16);
  const days = from1904 ? serial + 1_462 : serial < 60 ? serial + 1 : serial;
  const time = new Date(Math.round((days - 25_569) * 86_400) * 1_000).toISOString();
  const clock = time.slice(11, 19);
  if (clock === "00:00:00") return time.slice(0, 10);
  return `${time.slice(0, 10)} ${clock.endsWith(":00") ? clock.slice(0, 5) : clock}`;
}

/** A number as a spreadsheet shows it: fifteen digits, no trace of binary fractions, no exponent where there need be none. */
export function sayNumber(text: string): string {
  const trimmed = text.trim();
  if (/^-?\d{1,15}$/u.test(trimmed)) return trimmed;
  const value = Number(trimmed);
  if (trimmed === "" || !Number.isFinite(value)) return trimmed;
  return String(Number(value.toPrecision(15)));
}

/** A number of a cell as text, by how its cell shows it. */
export function sayCellNumber(text: string, look: NumberLook, from1904: boolean): string {
  if (look.kind === "date") return sayDateSerial(Number(text), from1904) ?? sayNumber(text);
  const said = sayNumber(text);
  if (look.kind === "padded" && /^\d+$/u.test(said)) return said.padStart(look.digits, "0");
  return said;
}
