/**
 * Who is at least as strict as whom, among many variants, as rows of bits: 30 variants are one word each, 435 are 14.
 */
import type { ValueSpace } from "./lay-value-space.ts";

/** A set of variants, one bit each. */
export type Bits = Uint32Array;

/** `down[t]`: variants that t meets, t among them. `up[i]`: variants that meet i, i among them. */
export interface Relation {
  readonly size: number;
  readonly down: readonly Bits[];
  readonly up: readonly Bits[];
}

/** Rows of one space: for each of its values, the variants it meets and the variants that meet it. */
export interface SpaceRows {
  readonly finals: ArrayLike<number>;
  readonly down: readonly Bits[];
  readonly up: readonly Bits[];
}

/** An empty set for `size` variants. */
export function emptyBits(size: number): Bits {
  return new Uint32Array(Math.max(1, Math.ceil(size / 32)));
}

/** Adds one member. */
export function addBit(bits: Bits, at: number): void {
  bits[at >> 5] = (bits[at >> 5] ?? 0) | (1 << (at & 31));
}

/** @example hasBit(gatherVariants(40, [3]).bits, 3) // true */
export function hasBit(bits: Bits, at: number): boolean {
  return ((bits[at >> 5] ?? 0) & (1 << (at & 31))) !== 0;
}

/** Whether every member of `part` is in `whole`. */
export function holdsBits(whole: Bits, part: Bits): boolean {
  for (let word = 0; word < part.length; word += 1)
    if (((part[word] ?? 0) & ~(whole[word] ?? 0)) !== 0) return false;
  return true;
}

/** Narrows `bits` to those also in `other`. */
export function narrowBits(bits: Bits, other: Bits): void {
  for (let word = 0; word < bits.length; word += 1)
    bits[word] = (bits[word] ?? 0) & (other[word] ?? 0);
}

/** Adds all of `other`. */
export function widenBits(bits: Bits, other: Bits): void {
  for (let word = 0; word < bits.length; word += 1)
    bits[word] = (bits[word] ?? 0) | (other[word] ?? 0);
}

/** Whether the two have a member in common. */
export function meetsBits(one: Bits, other: Bits): boolean {
  for (let word = 0; word < one.length; word += 1)
    if (((one[word] ?? 0) & (other[word] ?? 0)) !== 0) return true;
  return false;
}

/** How many members there are. */
export function countBits(bits: Bits): number {
  let count = 0;
  for (let left of bits) for (; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Rows of one space when variant `v` has the value at place `finals[v]`. */
export function layRows(space: ValueSpace, finals: ArrayLike<number>): SpaceRows {
  const size = finals.length;
  const holders = space.values.map(() => emptyBits(size));
  const held = new Set<number>();
  for (let at = 0; at < size; at += 1) {
    const value = finals[at] ?? 0;
    held.add(value);
    const bits = holders[value];
    if (bits !== undefined) addBit(bits, at);
  }
  const gather = (isIn: (value: number) => boolean): Bits => {
    const all = emptyBits(size);
    for (const value of held) {
      const bits = holders[value];
      if (bits !== undefined && isIn(value)) widenBits(all, bits);
    }
    return all;
  };
  const none = emptyBits(0);
  return {
    finals,
    down: space.values.map((_, value) =>
      held.has(value) ? gather((other) => space.atLeast[value]?.[other] === true) : none,
    ),
    up: space.values.map((_, value) =>
      held.has(value) ? gather((other) => space.atLeast[other]?.[value] === true) : none,
    ),
  };
}

/** The product order of several spaces' rows. */
export function joinRows(size: number, spaces: readonly SpaceRows[]): Relation {
  const down: Bits[] = [];
  const up: Bits[] = [];
  for (let at = 0; at < size; at += 1) {
    const below = emptyBits(size).fill(0xffffffff);
    const above = emptyBits(size).fill(0xffffffff);
    for (const rows of spaces) {
      const value = rows.finals[at] ?? 0;
      const less = rows.down[value];
      const more = rows.up[value];
      if (less !== undefined) narrowBits(below, less);
      if (more !== undefined) narrowBits(above, more);
    }
    down.push(below);
    up.push(above);
  }
  return { size, down, up };
}

/** Relates variants given by their places in each space. */
export function relateVariants(
  spaces: readonly ValueSpace[],
  variants: readonly ArrayLike<number>[],
): Relation {
  return joinRows(
    variants.length,
    spaces.map((space, at) =>
      layRows(
        space,
        variants.map((places) => places[at] ?? 0),
      ),
    ),
  );
}

/** Some of the variants: as bits and as a list, in order. */
export interface VariantSet {
  readonly bits: Bits;
  readonly members: readonly number[];
}

/** @example gatherVariants(40, [3, 3, 1]).members // [1, 3] */
export function gatherVariants(size: number, variants: Iterable<number>): VariantSet {
  const members = [...new Set(variants)].toSorted((a, b) => a - b);
  const bits = emptyBits(size);
  for (const at of members) addBit(bits, at);
  return { bits, members };
}

/**
 * Answers that must be prepared for these variants: an answer is prepared to a version somebody asks, and meets every
 * weaker one. So each version that none of the others is stricter than needs its own, and these are enough.
 */
export function countAnswers(relation: Relation, { bits, members }: VariantSet): number {
  let answers = 0;
  for (const at of members) {
    const above = relation.up[at];
    const below = relation.down[at];
    if (above === undefined || below === undefined) continue;
    let isHighest = true;
    let isFirst = true;
    for (let word = 0; word < bits.length; word += 1) {
      const higher = (above[word] ?? 0) & (bits[word] ?? 0);
      if ((higher & ~(below[word] ?? 0)) !== 0) {
        isHighest = false;
        break;
      }
      // All that are left are equal to it: the first of them is counted.
      const before =
        word < at >> 5 ? higher : word === at >> 5 ? higher & ((1 << (at & 31)) - 1) : 0;
      if (before !== 0) isFirst = false;
    }
    if (isHighest && isFirst) answers += 1;
  }
  return answers;
}
