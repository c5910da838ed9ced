/**
 * What each reseller faces, in groups. With as few answers as there can be, each *main* group is met by one version, its top, and
 * no version can be the top of two. What could be met by several tops *floats*: it is a group of its own whose top has
 * to be one of the main groups'.
 */
import { findApart, joinReach, type Reach } from "./bound-answers.ts";
import { keepNeeded, type CoreChoice, type Facing } from "./lay-core-problem.ts";
import {
  emptyBits,
  gatherVariants,
  hasBit,
  holdsBits,
  narrowBits,
  type Bits,
  type Relation,
} from "./relate-variants.ts";

/** Numbers of the open choices by space, cheapest first. */
export type Open = readonly (readonly number[])[];

/** The choices of all spaces in one list; a reach of numbers is quicker to walk. */
export interface Listing {
  readonly size: number;
  readonly choices: readonly CoreChoice[];
  readonly all: Open;
}

export interface Group {
  readonly words: number;
  /** For each choice in turn, the versions that meet all members of the group in its space. */
  readonly tops: Uint32Array;
  /** Versions that can be its top in any space. */
  readonly candidates: Bits;
  /** Places of the main groups one of whose tops meets a floating version; `null` for a main group. */
  readonly mains: readonly number[] | null;
}

export interface Groups {
  readonly groups: readonly Group[];
  /** What is faced, without what is always met by something else that is faced. */
  readonly facings: readonly { readonly facing: Facing; readonly mains: readonly number[] }[];
}

/** @example listChoices(30, spaces).all[0] // [0, 1, 2] */
export function listChoices(size: number, spaces: Reach): Listing {
  const choices: CoreChoice[] = [];
  const all = spaces.map((open) => open.map((choice) => choices.push(choice) - 1));
  return { size, choices, all };
}

/** For each version those it meets whichever choices are taken. */
function findMet({ size, choices }: Listing): Bits[] {
  const met = Array.from({ length: size }, () => emptyBits(size).fill(0xffffffff));
  for (const { rows } of choices)
    met.forEach((bits, at) => {
      const down = rows.down[rows.finals[at] ?? 0];
      if (down !== undefined) narrowBits(bits, down);
    });
  return met;
}

function layTops(
  { size, choices }: Listing,
  candidates: Bits,
  held: readonly number[],
): Uint32Array {
  const words = emptyBits(size).length;
  const tops = new Uint32Array(choices.length * words);
  choices.forEach(({ rows }, place) => {
    const left = tops.subarray(place * words, (place + 1) * words);
    left.set(candidates);
    for (const at of held) {
      const up = rows.up[rows.finals[at] ?? 0];
      if (up !== undefined) narrowBits(left, up);
    }
  });
  return tops;
}

function layFacing(
  listing: Listing,
  most: Relation,
  { bits, members }: Facing,
  before: number,
): Group[] {
  const { size } = listing;
  const words = emptyBits(size).length;
  const upOf = (at: number): Bits => {
    const up = (most.up[at] ?? emptyBits(size)).slice();
    narrowBits(up, bits);
    return up;
  };
  const apart = findApart(most, { bits, members });
  const mains = apart.map((first): { candidates: Bits; held: number[] } => {
    const candidates = apart.length === 1 ? bits : upOf(first);
    return { candidates, held: members.filter((at) => holdsBits(candidates, upOf(at))) };
  });
  const held = new Set(mains.flatMap((main) => main.held));
  const places = mains.map((_, at) => before + at);
  return [
    ...mains.map((main): Group => ({
      words,
      tops: layTops(listing, main.candidates, main.held),
      candidates: main.candidates,
      mains: null,
    })),
    ...members
      .filter((at) => !held.has(at))
      .map((at): Group => {
        const candidates = upOf(at);
        return { words, tops: layTops(listing, candidates, [at]), candidates, mains: places };
      }),
  ];
}

/** Lays out the groups of all that is faced. Resellers that face the same once it is cut down are looked at once. */
export function layGroups(listing: Listing, spaces: Reach, facings: readonly Facing[]): Groups {
  const most = joinReach(listing.size, spaces);
  const met = findMet(listing);
  const found = new Map<string, Facing>();
  for (const { members, count } of facings) {
    const needed = gatherVariants(listing.size, keepNeeded(met, members));
    found.set(needed.members.join(), { ...needed, count });
  }
  const groups: Group[] = [];
  const cut = [...found.values()].map((facing) => {
    const its = layFacing(listing, most, facing, groups.length);
    const mains = its.flatMap((group, at) => (group.mains === null ? [groups.length + at] : []));
    groups.push(...its);
    return { facing, mains };
  });
  return { groups, facings: cut };
}

/** Versions that can still be the group's top, into `left`; whether there is any. */
export function findTops({ words, tops }: Group, open: Open, left: Bits): boolean {
  let any = 0;
  for (let word = 0; word < words; word += 1) {
    let its = 0xffffffff;
    for (const choices of open) {
      let of = 0;
      for (const choice of choices) of |= tops[choice * words + word] ?? 0;
      its &= of;
    }
    left[word] = its;
    any |= its;
  }
  return any !== 0;
}

/** Whether a choice lets one of these versions be the group's top. */
export function allowsAny({ words, tops }: Group, choice: number, left: Bits): boolean {
  for (let word = 0; word < words; word += 1)
    if (((tops[choice * words + word] ?? 0) & (left[word] ?? 0)) !== 0) return true;
  return false;
}

/** Whether a choice lets this version be the group's top. */
export function allowsTop({ words, tops }: Group, choice: number, top: number): boolean {
  return ((tops[choice * words + (top >> 5)] ?? 0) & (1 << (top & 31))) !== 0;
}

/** @example listBits(bits, 40) // [1, 3] */
export function listBits(bits: Bits, size: number): number[] {
  const listed: number[] = [];
  for (let at = 0; at < size; at += 1) if (hasBit(bits, at)) listed.push(at);
  return listed;
}
