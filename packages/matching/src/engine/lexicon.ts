import type { WordTables } from "./text/word-facts.ts";

/**
 * Every word that was met, as a number. Words are ASCII; their bytes lie in one array, found through an open-addressing
 * hash table, so that the whole can be copied to another thread or written down as it is.
 */
export interface LexiconArrays {
  readonly size: number;
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly table: Int32Array;
  readonly hashes: Uint32Array;
  readonly kind: Uint16Array;
  readonly inName: Int32Array;
  readonly inAddress: Int32Array;
  readonly letters: Uint32Array;
}

/** A growing dictionary; ids are its own, so nothing that is answered may depend on their order. */
export class Lexicon {
  bytes: Uint8Array;
  starts: Uint32Array;
  hashes: Uint32Array;
  kind: Uint16Array;
  inName: Int32Array;
  inAddress: Int32Array;
  /** Which letters a word has, one bit each (digits share the upper six): a quick look at whether two words can be alike. */
  letters: Uint32Array;
  size = 0;
  #table: Int32Array;
  readonly tables: WordTables;

  constructor(tables: WordTables, from?: LexiconArrays) {
    this.tables = tables;
    // Its own copies: a word that is met is added, and what is given may be shared with other threads.
    this.bytes = from?.bytes.slice() ?? new Uint8Array(1 << 16);
    this.starts = from?.starts.slice() ?? new Uint32Array(1 << 12);
    this.hashes = from?.hashes.slice() ?? new Uint32Array(1 << 12);
    this.kind = from?.kind.slice() ?? new Uint16Array(1 << 12);
    this.inName = from?.inName.slice() ?? new Int32Array(1 << 12);
    this.inAddress = from?.inAddress.slice() ?? new Int32Array(1 << 12);
    this.letters = from?.letters.slice() ?? new Uint32Array(1 << 12);
    this.#table = from?.table.slice() ?? new Int32Array(1 << 13).fill(-1);
    this.size = from?.size ?? 0;
  }

  /** Its arrays, cut to size, for another thread or a file. */
  arrays(): LexiconArrays {
    const { size } = this;
    return {
      size,
      bytes: this.bytes.slice(0, this.starts[size]),
      starts: this.starts.slice(0, size + 2),
      table: this.#table.slice(),
      hashes: this.hashes.slice(0, size + 1),
      kind: this.kind.slice(0, size + 1),
      inName: this.inName.slice(0, size + 1),
      inAddress: this.inAddress.slice(0, size + 1),
      letters: this.letters.slice(0, size + 1),
    };
  }

  /** The number of the word `buffer[from..to)`; a new word gets the next one. */
  intern(buffer: Uint8Array, from: number, to: number): number {
    const hash = hashBytes(buffer, from, to);
    const mask = this.#table.length - 1;
    let slot = hash & mask;
    for (;;) {
      const id = this.#table[slot] ?? -1;
      if (id === -1) break;
      if (this.hashes[id] === hash && this.#same(id, buffer, from, to)) return id;
      slot = (slot + 1) & mask;
    }
    return this.#add(hash, slot, buffer, from, to);
  }

  internText(word: string): number {
    const buffer = new Uint8Array(word.length);
    for (let at = 0; at < word.length; at += 1) buffer[at] = word.charCodeAt(at);
    return this.intern(buffer, 0, word.length);
  }

  text(id: number): string {
    let text = "";
    for (let at = this.starts[id] ?? 0; at < (this.starts[id + 1] ?? 0); at += 1)
      text += String.fromCharCode(this.bytes[at] ?? 0);
    return text;
  }

  length(id: number): number {
    return (this.starts[id + 1] ?? 0) - (this.starts[id] ?? 0);
  }

  /** How the last word or words given to `readSound` sound, one code a sound. */
  readonly sounds: Uint8Array = new Uint8Array(64);
  soundCount = 0;

  /**
   * Reads how words written as one sound to somebody of another script: vowels left out, letters that scripts confuse made one,
   * repeats closed up ("display" and "disupurei" are both "tspr").
   */
  readSound(id: number, goOn = false): void {
    const { sounds } = this;
    let count = goOn ? this.soundCount : 0;
    let last = goOn && count > 0 ? (sounds[count - 1] ?? 0) : 0;
    for (let at = this.starts[id] ?? 0; at < (this.starts[id + 1] ?? 0) && count < 60; at += 1) {
      const byte = this.bytes[at] ?? 0;
      const code = byte >= 97 ? (soundOf[byte - 97] ?? 0) : byte;
      if (code === 0) {
        if (byte !== 104) last = 0;
        continue;
      }
      // x sounds as k and s, but at the beginning of a word: "xylon", "xinda".
      if (byte === 120 && last !== 107 && at > (this.starts[id] ?? 0)) sounds[count++] = 107;
      if (code !== last) sounds[count++] = code;
      last = code;
    }
    this.soundCount = count;
  }

  /** The sound of a word as a number, 0 where less than two sounds are left. */
  sound(id: number): number {
    this.readSound(id);
    return this.soundCount < 2 ? 0 : this.hashSound(-1);
  }

  /** A number for the sounds read last, one of them left out (−1: none). */
  hashSound(without: number): number {
    let hash = 0x811c9dc5;
    for (let at = 0; at < this.soundCount; at += 1)
      if (at !== without) hash = Math.imul(hash ^ (this.sounds[at] ?? 0), 0x01000193);
    return mixHash(hash) | 0;
  }

  /** Goes on with an unmixed hash over the letters of a word, so that words can be hashed as if written as one. */
  hashOn(hash: number, id: number): number {
    let next = hash;
    for (let at = this.starts[id] ?? 0; at < (this.starts[id + 1] ?? 0); at += 1)
      next = Math.imul(next ^ (this.bytes[at] ?? 0), 0x01000193);
    return next;
  }

  /** The hash of a word's first letters. */
  hashOf(id: number, letters: number): number {
    const from = this.starts[id] ?? 0;
    return hashBytes(this.bytes, from, Math.min(from + letters, this.starts[id + 1] ?? 0));
  }

  soundsLike(a: number, b: number): boolean {
    const sound = this.sound(a);
    return sound !== 0 && sound === this.sound(b);
  }

  #same(id: number, buffer: Uint8Array, from: number, to: number): boolean {
    const start = this.starts[id] ?? 0;
    if ((this.starts[id + 1] ?? 0) - start !== to - from) return false;
    for (let at = 0; at < to - from; at += 1)
      if (this.bytes[start + at] !== buffer[from + at]) return false;
    return true;
  }

  #add(hash: number, slot: number, buffer: Uint8Array, from: number, to: number): number {
    const id = this.size;
    const start = this.starts[id] ?? 0;
    const end = start + to - from;
    if (end > this.bytes.length) this.bytes = grown(this.bytes, end);
    if (id + 2 > this.starts.length) this.starts = grown(this.starts, id + 2);
    if (id + 1 > this.hashes.length) {
      this.hashes = grown(this.hashes, id + 1);
      this.kind = grown(this.kind, id + 1);
      this.inName = grown(this.inName, id + 1);
      this.inAddress = grown(this.inAddress, id + 1);
      this.letters = grown(this.letters, id + 1);
    }
    let letters = 0;
    for (let at = from; at < to; at += 1) {
      const byte = buffer[at] ?? 0;
      this.bytes[start + at - from] = byte;
      letters |= byte >= 97 ? 1 << (byte - 97) : 1 << (26 + ((byte - 48) % 6));
    }
    this.letters[id] = letters >>> 0;
    this.starts[id + 1] = end;
    this.hashes[id] = hash;
    this.#table[slot] = id;
    this.size = id + 1;
    if (this.size * 2 > this.#table.length) this.#rehash();
    const word = this.text(id);
    const facts = this.tables.word(word);
    this.kind[id] = facts.kind;
    this.inName[id] =
      facts.inName === word ? id : this.internText(facts.inName.replaceAll(" ", ""));
    this.inAddress[id] =
      facts.inAddress === word ? id : this.internText(facts.inAddress.replaceAll(" ", ""));
    return id;
  }

  #rehash(): void {
    const table = new Int32Array(this.#table.length * 2).fill(-1);
    const mask = table.length - 1;
    for (let id = 0; id < this.size; id += 1) {
      let slot = (this.hashes[id] ?? 0) & mask;
      while (table[slot] !== -1) slot = (slot + 1) & mask;
      table[slot] = id;
    }
    this.#table = table;
  }
}

/** a…z: b f p v sound one, c g k q, d t, j s x z, l r, m n; vowels and h w y are left out. */
const soundOf = [..."-pkt-pk--skrmn-pkrst-p-s-s"].map((letter) =>
  letter === "-" ? 0 : letter.charCodeAt(0),
);

/** FNV-1a over bytes, 32 bits, with a last mixing. */
export function hashBytes(buffer: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (buffer[at] ?? 0), 0x01000193);
  return mixHash(hash);
}

/** Spreads the bits of a number over 32 bits (the end of MurmurHash3). */
export function mixHash(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function grown<Arrays extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(
  array: Arrays,
  least: number,
): Arrays {
  const Maker = array.constructor as new (length: number) => Arrays; // an array of the same kind
  const larger = new Maker(Math.max(least, array.length * 2));
  larger.set(array);
  return larger;
}
