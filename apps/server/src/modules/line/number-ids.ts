/**
 * Numbers for ids: 50,000 links name a few thousand sites and products, and a number is cheaper to carry and to look up
 * than a text of 36. Ids come as the 16 bytes of a UUID; only those met for the first time become text.
 */

/** Words of 32 bits in a UUID. */
export const uuidWords = 4;

export interface NumberedIds {
  /** The number of the UUID that begins at a word; the next number when it is met for the first time. */
  numberAt(words: Int32Array, at: number): number;
  /** The number of an id given as text. */
  numberOf(id: string): number;
  /** The ids by their number. */
  readonly ids: readonly string[];
}

/** The words of UUIDs that stand one after another. */
export function readWords(bytes: Buffer): Int32Array {
  // A copy, because words must begin at a multiple of four bytes.
  return new Int32Array(new Uint8Array(bytes).buffer);
}

/** The UUID that begins at a word, as text. */
export function sayUuid(words: Int32Array, at: number): string {
  const hex = Buffer.from(words.buffer, words.byteOffset + at * 4, uuidWords * 4).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Starts a numbering from 0. A hash table with open addressing, at most half full. */
export function numberIds(): NumberedIds {
  const ids: string[] = [];
  let keys = new Int32Array(1024 * uuidWords);
  // Number + 1 of the id in each slot; 0 is a free slot.
  let slots = new Int32Array(2048);

  function slotOf(words: Int32Array, at: number): number {
    const a = words[at] ?? 0;
    const b = words[at + 1] ?? 0;
    const c = words[at + 2] ?? 0;
    const d = words[at + 3] ?? 0;
    const mask = slots.length - 1;
    let slot = (Math.imul(a ^ d, 0x9e3779b1) ^ Math.imul(b ^ c, 0x85ebca6b)) & mask;
    for (;;) {
      const number = slots[slot] ?? 0;
      if (number === 0) return slot;
      const key = (number - 1) * uuidWords;
      if (keys[key] === a && keys[key + 1] === b && keys[key + 2] === c && keys[key + 3] === d)
        return slot;
      slot = (slot + 1) & mask;
    }
  }

  function grow(): void {
    const known = keys;
    keys = new Int32Array(known.length * 2);
    keys.set(known);
    slots = new Int32Array(slots.length * 2);
    for (let number = 0; number < ids.length; number += 1)
      slots[slotOf(known, number * uuidWords)] = number + 1;
  }

  function numberAt(words: Int32Array, at: number): number {
    const slot = slotOf(words, at);
    const found = slots[slot] ?? 0;
    if (found > 0) return found - 1;
    const number = ids.length;
    slots[slot] = number + 1;
    keys.set(words.subarray(at, at + uuidWords), number * uuidWords);
    ids.push(sayUuid(words, at));
    if (ids.length * 2 >= slots.length) grow();
    return number;
  }

  return {
    ids,
    numberAt,
    numberOf: (id) => numberAt(readWords(Buffer.from(id.replaceAll("-", ""), "hex")), 0),
  };
}
