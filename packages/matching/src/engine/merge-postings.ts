import type { PostingArrays } from "./postings.ts";

/**
 * Postings with what was added sorted in and what was removed left out: in one pass, where sorting all keys anew takes
 * seconds at a million records. Records added have higher numbers than those that were there.
 */
export function mergePostings(
  old: PostingArrays,
  fresh: ReadonlyMap<number, readonly number[]>,
  removed: Uint8Array,
): PostingArrays {
  const added = Uint32Array.from(fresh.keys()).sort();
  let most = old.records.length;
  for (const records of fresh.values()) most += records.length;
  const keys = new Uint32Array(old.keys.length + added.length);
  const starts = new Uint32Array(keys.length + 1);
  const records = new Uint32Array(most);
  const prefixes = new Uint32Array(65_537);
  let count = 0;
  let end = 0;
  let one = 0;
  let other = 0;
  while (one < old.keys.length || other < added.length) {
    const ofOld = one < old.keys.length ? (old.keys[one] ?? 0) : Number.POSITIVE_INFINITY;
    const ofAdded = other < added.length ? (added[other] ?? 0) : Number.POSITIVE_INFINITY;
    const key = Math.min(ofOld, ofAdded);
    const start = end;
    if (ofOld === key) {
      const last = old.starts[one + 1] ?? 0;
      for (let place = old.starts[one] ?? 0; place < last; place += 1) {
        const record = old.records[place] ?? 0;
        if (removed[record] !== 1) records[end++] = record;
      }
      one += 1;
    }
    if (ofAdded === key) {
      for (const record of fresh.get(key) ?? []) if (removed[record] !== 1) records[end++] = record;
      other += 1;
    }
    if (end === start) continue;
    keys[count] = key;
    starts[count] = start;
    count += 1;
    prefixes[(key >>> 16) + 1] = (prefixes[(key >>> 16) + 1] ?? 0) + 1;
  }
  starts[count] = end;
  for (let digit = 0; digit < 65_536; digit += 1)
    prefixes[digit + 1] = (prefixes[digit + 1] ?? 0) + (prefixes[digit] ?? 0);
  return {
    keys: keys.slice(0, count),
    starts: starts.slice(0, count + 1),
    records: records.slice(0, end),
    prefixes,
  };
}
