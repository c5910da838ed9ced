import { type Lexicon, mixHash } from "./lexicon.ts";
import {
  addressClass,
  at,
  classShift,
  nameClass,
  namesStart,
  packCountry,
  wordMask,
} from "./read-features.ts";

const most = 96;
/** What a key was made of; keeps keys of different kinds apart. */
const salts = {
  nameWord: 0x11,
  sound: 0x22,
  beginning: 0x33,
  nameWithKind: 0x44,
  kinds: 0x55,
  numberWithWord: 0x66,
  wordPair: 0x77,
  addressWord: 0x88,
  postal: 0x99,
  identifier: 0xaa,
  phone: 0xbb,
  soundWithKind: 0xcc,
  numberWithKind: 0xdd,
} as const;

/** Where makers have a name in Latin letters and one that is not: a word may be met by its sound alone. */
const ownScripts: ReadonlySet<number> = new Set(
  "CN HK MO TW JP KR TH RU UA BY BG RS MK KZ AM GE GR EG SA AE JO LB SY IQ IR MA TN DZ"
    .split(" ")
    .map(packCountry),
);

/**
 * Keys under which a record is found: rare words of the name (also two written as one, by sound, by their beginning), a name's
 * word with its trade or place, house number with a street's word, pairs of address words, identifiers, phone. Content alone
 * decides, so that every thread and every order gives the same keys.
 */
export class KeyReader {
  readonly keys: Uint32Array = new Uint32Array(most);
  count = 0;
  readonly #lexicon: Lexicon;
  readonly #brands = new Int32Array(16);
  readonly #kinds = new Int32Array(16);
  readonly #words = new Int32Array(16);
  readonly #numbers = new Int32Array(16);

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  read(data: Int32Array, start: number): void {
    this.count = 0;
    let from = start + at.header;
    for (let index = 0; index < (data[start + at.ids] ?? 0); index += 1) {
      this.#add((data[from] ?? 0) ^ Math.imul(data[from + 1] ?? 0, 31), salts.identifier);
      from += 2;
    }
    const phone = data[start + at.phone] ?? 0;
    if (phone !== 0) this.#add(phone, salts.phone);
    this.#readAddress(data, start);
    const inOwnScript = ownScripts.has(data[start + at.country] ?? 0);
    let name = namesStart(data, start);
    for (let index = 0; index < (data[start + at.names] ?? 0); index += 1) {
      this.#readName(data, name, inOwnScript);
      name += 1 + (data[name] ?? 0);
    }
  }

  #add(hash: number, salt: number): void {
    const key = mixHash(hash ^ Math.imul(salt, 0x9e3779b1));
    const { keys, count } = this;
    if (count >= most) return;
    for (let index = 0; index < count; index += 1) if (keys[index] === key) return;
    keys[count] = key;
    this.count = count + 1;
  }

  /** The sounds as they are and, for long words, each time with one left out: a slip in one sound is no matter. */
  #addSounds(withSlips: boolean): void {
    const lexicon = this.#lexicon;
    if (lexicon.soundCount < 2) return;
    this.#add(lexicon.hashSound(-1), salts.sound);
    if (!withSlips || lexicon.soundCount < 4) return;
    for (let at = 0; at < Math.min(7, lexicon.soundCount); at += 1)
      this.#add(lexicon.hashSound(at), salts.sound);
  }

  #readName(data: Int32Array, start: number, inOwnScript: boolean): void {
    const lexicon = this.#lexicon;
    const { hashes } = lexicon;
    const brands = this.#brands;
    const kindWords = this.#kinds;
    let brandCount = 0;
    let kindCount = 0;
    let joined = 0x811c9dc5;
    let before = -1;
    let number = -1;
    let beforeIsOwn = false;
    for (let index = start + 1; index <= start + (data[start] ?? 0); index += 1) {
      const packed = data[index] ?? 0;
      const word = packed & wordMask;
      const group = packed >>> classShift;
      const isOwn = group === nameClass.brand || group === nameClass.ofAddress;
      // "mbk tex" and "mbktex", "hangzhou huaheng" and "hangzhouhuaheng".
      if (before !== -1 && (isOwn || beforeIsOwn) && group !== nameClass.number)
        this.#add(
          mixHash(lexicon.hashOn(lexicon.hashOn(0x811c9dc5, before), word)),
          salts.nameWord,
        );
      if (isOwn) {
        if (brandCount < 12) brands[brandCount++] = word;
        this.#add(hashes[word] ?? 0, salts.nameWord);
        const size = lexicon.length(word);
        if (size >= 4) {
          lexicon.readSound(word);
          this.#addSounds(size >= 6);
        }
        if (size >= 7) this.#add(lexicon.hashOf(word, 5), salts.beginning);
        if (before !== -1 && beforeIsOwn) {
          lexicon.readSound(before);
          lexicon.readSound(word, true);
          this.#addSounds(false);
        }
        joined = lexicon.hashOn(joined, word);
      } else if (group === nameClass.number) number = word;
      else if (kindCount < 8) kindWords[kindCount++] = word;
      before = group === nameClass.number ? -1 : word;
      beforeIsOwn = isOwn;
    }
    if (brandCount > 2) this.#add(mixHash(joined), salts.nameWord);
    // "Daewon Kang Up": scripts without blanks write it as one.
    if (inOwnScript && brandCount === 3) {
      for (let i = 0; i < 3; i += 1) lexicon.readSound(brands[i] ?? 0, i > 0);
      this.#addSounds(false);
    }
    for (let i = 0; i < Math.min(brandCount, 4); i += 1)
      for (let j = 0; j < Math.min(kindCount, 4); j += 1)
        this.#add(
          (hashes[brands[i] ?? 0] ?? 0) + (hashes[kindWords[j] ?? 0] ?? 0),
          salts.nameWithKind,
        );
    // A short sound is that of many words; with the trade or place it is not: "lansi technology", "lens technology".
    const first = brands[0] ?? 0;
    if (inOwnScript && brandCount > 0 && lexicon.length(first) >= 4) {
      const sound = lexicon.sound(first);
      if (sound !== 0 && lexicon.soundCount <= 3)
        for (let j = 0; j < Math.min(kindCount, 2); j += 1)
          this.#add(sound + (hashes[kindWords[j] ?? 0] ?? 0), salts.soundWithKind);
    }
    // "Garment 10", "No. 2 Cotton Mill": the number is the name.
    if (brandCount === 0 && number !== -1)
      for (let j = 0; j < Math.min(kindCount, 3); j += 1)
        this.#add(
          (hashes[kindWords[j] ?? 0] ?? 0) + Math.imul(hashes[number] ?? 0, 3),
          salts.numberWithKind,
        );
    // Where a name has no word of its own, or one that another script hides, its trades and places have to do.
    for (let i = 0; i < Math.min(kindCount, 5); i += 1)
      for (let j = i + 1; j < Math.min(kindCount, 5); j += 1)
        this.#add((hashes[kindWords[i] ?? 0] ?? 0) + (hashes[kindWords[j] ?? 0] ?? 0), salts.kinds);
  }

  #readAddress(data: Int32Array, start: number): void {
    const { hashes } = this.#lexicon;
    const words = this.#words;
    const numbers = this.#numbers;
    let wordCount = 0;
    let numberCount = 0;
    let postal = -1;
    const from = start + at.header + 2 * (data[start + at.ids] ?? 0);
    const to = from + (data[start + at.addressWords] ?? 0);
    for (let index = from; index < to; index += 1) {
      const packed = data[index] ?? 0;
      const word = packed & wordMask;
      const group = packed >>> classShift;
      if (group === addressClass.word || group === addressClass.place) {
        if (this.#lexicon.length(word) >= 3 && wordCount < 10) words[wordCount++] = word;
      } else if (group === addressClass.number && numberCount < 3) numbers[numberCount++] = word;
      else if (group === addressClass.postal) postal = word;
    }
    for (let i = 0; i < wordCount; i += 1) {
      const word = hashes[words[i] ?? 0] ?? 0;
      this.#add(word, salts.addressWord);
      if (i + 1 < wordCount) this.#add(word + (hashes[words[i + 1] ?? 0] ?? 0), salts.wordPair);
      if (i < 6)
        for (let j = 0; j < numberCount; j += 1)
          this.#add(word + Math.imul(hashes[numbers[j] ?? 0] ?? 0, 3), salts.numberWithWord);
    }
    if (postal !== -1 && numberCount > 0)
      this.#add((hashes[postal] ?? 0) + (hashes[numbers[0] ?? 0] ?? 0), salts.postal);
  }
}
