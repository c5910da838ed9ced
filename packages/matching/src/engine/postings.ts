/** Which records stand under which key: keys sorted, each with the stretch of `records` that is its own. */
export interface PostingArrays {
  readonly keys: Uint32Array;
  readonly starts: Uint32Array;
  readonly records: Uint32Array;
  /** Where keys with given upper 16 bits begin in `keys`. */
  readonly prefixes: Uint32Array;
}

/** Collects (key, record) pairs and sorts them once. */
export class PostingBuilder {
  #keys = new Uint32Array(1 << 14);
  #records = new Uint32Array(1 << 14);
  #count = 0;

  add(key: number, record: number): void {
    if (this.#count === this.#keys.length) {
      const size = Math.ceil(this.#count * 1.6);
      const keys = new Uint32Array(size);
      keys.set(this.#keys);
      this.#keys = keys;
      const records = new Uint32Array(size);
      records.set(this.#records);
      this.#records = records;
    }
    this.#keys[this.#count] = key;
    this.#records[this.#count] = record;
    this.#count += 1;
  }

  build(): PostingArrays {
    const count = this.#count;
    const keys = this.#keys;
    const records = this.#records;
    const sorted = new Uint32Array(count);
    const carried = new Uint32Array(count);
    // Two passes of a radix sort by 16 bits; it keeps the order of records under a key.
    for (const [from, to, fromRecords, toRecords, shift] of [
      [keys, sorted, records, carried, 0],
      [sorted, keys, carried, records, 16],
    ] as const) {
      const next = new Uint32Array(65_537);
      for (let index = 0; index < count; index += 1) {
        const digit = (((from[index] ?? 0) >>> shift) & 0xffff) + 1;
        next[digit] = (next[digit] ?? 0) + 1;
      }
      for (let digit = 0; digit < 65_536; digit += 1)
        next[digit + 1] = (next[digit + 1] ?? 0) + (next[digit] ?? 0);
      for (let index = 0; index < count; index += 1) {
        const digit = ((from[index] ?? 0) >>> shift) & 0xffff;
        const place = next[digit] ?? 0;
        next[digit] = place + 1;
        to[place] = from[index] ?? 0;
        toRecords[place] = fromRecords[index] ?? 0;
      }
    }
    let unique = 0;
    for (let index = 0; index < count; index += 1)
      if (index === 0 || keys[index] !== keys[index - 1]) unique += 1;
    const ownKeys = new Uint32Array(unique);
    const starts = new Uint32Array(unique + 1);
    const prefixes = new Uint32Array(65_537);
    let at = 0;
    for (let index = 0; index < count; index += 1) {
      const key = keys[index] ?? 0;
      if (index > 0 && key === keys[index - 1]) continue;
      ownKeys[at] = key;
      starts[at] = index;
      at += 1;
      prefixes[(key >>> 16) + 1] = (prefixes[(key >>> 16) + 1] ?? 0) + 1;
    }
    starts[unique] = count;
    for (let digit = 0; digit < 65_536; digit += 1)
      prefixes[digit + 1] = (prefixes[digit + 1] ?? 0) + (prefixes[digit] ?? 0);
    return { keys: ownKeys, starts, records: records.slice(0, count), prefixes };
  }
}

/** The place of a key among the sorted ones, or −1. Keys are spread evenly, so its lower half tells about where it stands. */
export function findKey({ keys, prefixes }: PostingArrays, key: number): number {
  const low = prefixes[key >>> 16] ?? 0;
  const high = (prefixes[(key >>> 16) + 1] ?? 0) - 1;
  if (high < low) return -1;
  let place = low + (((high - low + 1) * (key & 0xffff)) >>> 16);
  let found = keys[place] ?? 0;
  while (found > key && place > low) {
    place -= 1;
    found = keys[place] ?? 0;
  }
  while (found < key && place < high) {
    place += 1;
    found = keys[place] ?? 0;
  }
  return found === key ? place : -1;
}
