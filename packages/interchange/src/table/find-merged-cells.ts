/**
 * Finds cells merged over several rows in a worksheet. They stand behind the rows, so the sheet is looked through
 * once for them alone. Only downward merges matter: a supplier's name written once beside its five factories.
 */

/** A cell that stands for several rows of one column. Rows count from 1, columns from 0. */
export interface MergedCell {
  readonly column: number;
  readonly fromRow: number;
  readonly toRow: number;
}

const mostMerges = 100_000;
const longestMerge = 10_000;
const longestElement = 400;

/** Column number from 0 of its letters: `A` is 0, `AB` 27. */
export function readColumnLetters(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function collect(xml: string, into: MergedCell[]): void {
  for (const match of xml.matchAll(
    /<(?:\w+:)?mergeCell\s[^>]*?ref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})"/gu,
  )) {
    const fromRow = Number(match[2]);
    const toRow = Number(match[3]);
    if (toRow > fromRow && toRow - fromRow <= longestMerge && into.length < mostMerges)
      into.push({ column: readColumnLetters(match[1] ?? "A"), fromRow, toRow });
  }
}

/** Downward merges of a worksheet's XML, ordered by their first row. */
export async function findMergedCells(pieces: AsyncIterable<Uint8Array>): Promise<MergedCell[]> {
  const merges: MergedCell[] = [];
  let carry = "";
  let begun = false;
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    if (!begun) {
      // The element may lie across two pieces; its name then begins in the carry.
      const joined = carry + bytes.toString("latin1", 0, 20);
      begun = joined.includes("mergeCell") || bytes.includes("mergeCell");
      if (!begun) {
        carry = bytes.toString("latin1", Math.max(0, bytes.length - 20));
        continue;
      }
    }
    const text = carry + bytes.toString("latin1");
    const cut = Math.max(0, text.lastIndexOf("<"));
    collect(text.slice(0, cut), merges);
    carry = text.slice(cut).slice(0, longestElement);
  }
  collect(carry, merges);
  return merges.toSorted((a, b) => a.fromRow - b.fromRow);
}
