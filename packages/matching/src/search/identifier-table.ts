import { mixHash } from "../engine/lexicon.ts";

/** The table as it is written down. */
export interface IdentifierArrays {
  readonly size: number;
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly ordinals: Int32Array;
}

/**
 * Which records carry an identifier: an open-addressing table of two independent 32-bit hashes, twelve bytes an entry. Two
 * identifiers that agree in both (one in 10^19 pairs) would be taken for one; whoever shows a record reads it again.
 */
export class IdentifierTable {
  #size: number;
  #first: Uint32Array;
  #second: Uint32Array;
  #ordinals: Int32Array;

  /** The arrays given are the table's own from then on. */
  constructor(from?: IdentifierArrays) {
    this.#size = from?.size ?? 0;
    this.#first = from?.first ?? new Uint32Array(1 << 10);
    this.#second = from?.second ?? new Uint32Array(1 << 10);
    this.#ordinals = from?.ordinals ?? new Int32Array(1 << 10).fill(-1);
  }

  arrays(): IdentifierArrays {
    return {
      size: this.#size,
      first: this.#first.slice(),
      second: this.#second.slice(),
      ordinals: this.#ordinals.slice(),
    };
  }

  get bytes(): number {
    return this.#first.byteLength * 3;
  }

  add(value: string, ordinal: number): void {
    this.#enter(...hashesOf(value), ordinal);
  }

  /** All records entered with the value, removed ones too, latest last. */
  find(value: string): number[] {
    const [first, second] = hashesOf(value);
    const mask = this.#first.length - 1;
    const found: number[] = [];
    for (let slot = first & mask; this.#ordinals[slot] !== -1; slot = (slot + 1) & mask)
      if (this.#first[slot] === first && this.#second[slot] === second)
        found.push(this.#ordinals[slot] ?? -1);
    return found;
  }

  /** Gives every record its new number; those with −1 are dropped. */
  moveTo(places: Int32Array): void {
    this.#rebuild(this.#first.length, (ordinal) => places[ordinal] ?? -1);
  }

  #enter(first: number, second: number, ordinal: number): void {
    if ((this.#size + 1) * 1.5 > this.#first.length)
      this.#rebuild(this.#first.length * 2, (same) => same);
    const mask = this.#first.length - 1;
    let slot = first & mask;
    while (this.#ordinals[slot] !== -1) slot = (slot + 1) & mask;
    this.#first[slot] = first;
    this.#second[slot] = second;
    this.#ordinals[slot] = ordinal;
    this.#size += 1;
  }

  #rebuild(slots: number, place: (ordinal: number) => number): void {
    const [firsts, seconds, ordinals] = [this.#first, this.#second, this.#ordinals];
    this.#first = new Uint32Array(slots);
    this.#second = new Uint32Array(slots);
    this.#ordinals = new Int32Array(slots).fill(-1);
    this.#size = 0;
    for (let slot = 0; slot < ordinals.length; slot += 1) {
      const ordinal = ordinals[slot] ?? -1;
      const moved = ordinal === -1 ? -1 : place(ordinal);
      if (moved !== -1) this.#enter(firsts[slot] ?? 0, seconds[slot] ?? 0, moved);
    }
  }
}

function hashesOf(value: string): [first: number, second: number] {
  let one = 0x811c9dc5;
  let other = 0x1b873593;
  for (let at = 0; at < value.length; at += 1) {
    one = Math.imul(one ^ value.charCodeAt(at), 0x01000193);
    other = Math.imul((other << 13) | (other >>> 19), 5) ^ value.charCodeAt(at);
  }
  return [mixHash(one), mixHash(Math.imul(other, 0xcc9e2d51))];
}
