/** A seeded generator of numbers (mulberry32): the same seed, the same sites. */
export class Draw {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 ≤ x < 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let value = this.#state;
    value = Math.imul(value ^ (value >>> 15), value | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    const found = items[this.below(items.length)];
    if (found === undefined) throw new Error("Nothing to pick from.");
    return found;
  }

  /** Early items far more often than late ones, as names and towns are spread. */
  pickSkewed<Item>(items: readonly Item[]): Item {
    const found = items[Math.floor(items.length * this.next() ** 2.2)];
    if (found === undefined) throw new Error("Nothing to pick from.");
    return found;
  }
}
