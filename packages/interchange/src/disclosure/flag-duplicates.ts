/**
 * Flags rows that repeat an earlier row of the same list, or nearly do. Nothing is dropped.
 * Exact repeats by key; near repeats by sorted neighbourhood (two orders, a window of six), so the cost is
 * n log n and 200,000 rows take seconds. Numbers must agree: "No. 307" and "No. 888" of one road are two places.
 */
import type { DisclosureRow, RowFlag } from "@throughline/domain";
import { nameKey } from "../country/country-names.ts";

const window = 6;
const nearEnough = 0.86;
const formWords =
  /\b(?:co|company|ltd|limited|inc|incorporated|corp|corporation|pvt|private|pte|sdn|bhd|llc|gmbh|sa|plc)\b/gu;

interface Candidate {
  readonly index: number;
  readonly name: string;
  readonly address: string;
  readonly numbers: string;
  readonly about: string;
}

/** A repeat: which row repeats which (positions in the list). */
export interface Repeat {
  readonly index: number;
  readonly of: number;
  readonly near: boolean;
}

function bigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at < text.length - 1; at += 1) {
    const pair = text.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** Dice coefficient of character pairs, 0..1. */
function alike(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  if (Math.min(a.length, b.length) / Math.max(a.length, b.length) < 0.6) return 0;
  const left = bigrams(a);
  let both = 0;
  for (const [pair, count] of bigrams(b)) both += Math.min(count, left.get(pair) ?? 0);
  return (2 * both) / (a.length + b.length - 2);
}

function toCandidate(row: DisclosureRow, index: number): Candidate {
  const nameWords = nameKey(row.name);
  const addressWords = nameKey(row.address);
  return {
    index,
    name: nameWords.replace(formWords, " ").replaceAll(" ", "") || nameWords.replaceAll(" ", ""),
    address: addressWords.replaceAll(" ", ""),
    numbers: (`${nameWords} ${addressWords}`.match(/\d+/gu) ?? []).toSorted().join(","),
    about: [row.product, row.component, row.tier].map((part) => part ?? "").join("\u0000"),
  };
}

function findRepeats(candidates: readonly Candidate[]): Repeat[] {
  const repeats = new Map<number, Repeat>();
  const note = (a: Candidate, b: Candidate, near: boolean): void => {
    const [first, second] = a.index < b.index ? [a, b] : [b, a];
    const known = repeats.get(second.index);
    if (known === undefined || (known.near && !near))
      repeats.set(second.index, { index: second.index, of: first.index, near });
  };
  const seen = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const key = `${candidate.name}\u0000${candidate.address}\u0000${candidate.about}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, candidate);
    else note(first, candidate, false);
  }
  const distinct = [...seen.values()];
  const orders = [
    (one: Candidate): string => one.name + one.address,
    (one: Candidate): string => one.address + one.name,
  ];
  for (const keyOf of orders) {
    const sorted = distinct
      .map((one) => ({ one, key: keyOf(one) }))
      .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.one.index - b.one.index));
    for (let at = 0; at < sorted.length; at += 1) {
      for (let next = at + 1; next < Math.min(sorted.length, at + window); next += 1) {
        const a = sorted[at]?.one;
        const b = sorted[next]?.one;
        if (a === undefined || b === undefined || a.about !== b.about || a.numbers !== b.numbers)
          continue;
        if (a.address === "" || b.address === "") continue;
        if (alike(a.name, b.name) >= nearEnough && alike(a.address, b.address) >= nearEnough)
          note(a, b, true);
      }
    }
  }
  return [...repeats.values()].toSorted((a, b) => a.index - b.index);
}

/**
 * Rows with `duplicate_in_list` or `near_duplicate_in_list` added, and what repeats what. Rows about different
 * products or components do not repeat each other; rejected rows are left alone. Countries must agree.
 */
export function flagDuplicates(rows: readonly DisclosureRow[]): {
  rows: DisclosureRow[];
  repeats: Repeat[];
} {
  const byCountry = new Map<string, Candidate[]>();
  rows.forEach((row, index) => {
    if (row.outcome === "rejected") return;
    const key = row.country ?? "";
    const list = byCountry.get(key);
    if (list === undefined) byCountry.set(key, [toCandidate(row, index)]);
    else list.push(toCandidate(row, index));
  });
  const repeats = [...byCountry.values()]
    .flatMap(findRepeats)
    .toSorted((a, b) => a.index - b.index);
  const flagged = [...rows];
  for (const repeat of repeats) {
    const row = flagged[repeat.index];
    if (row === undefined) continue;
    const flag: RowFlag = repeat.near ? "near_duplicate_in_list" : "duplicate_in_list";
    flagged[repeat.index] = { ...row, flags: [...row.flags, flag] };
  }
  return { rows: flagged, repeats };
}
