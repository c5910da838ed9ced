import { simplify } from "../engine/text/latinise.ts";
import { foldLatin } from "../engine/text/fold-latin.ts";
import { readHan } from "../engine/text/romanise.ts";
import type { FoundWord } from "./find-words.ts";
import { pairMark, type WordReader } from "./read-words.ts";

/** A stretch of a text, in UTF-16 units: from, and where it ends. */
export type Stretch = readonly [from: number, to: number];

const wordsOfText = /[\p{L}\p{M}\p{N}'’]+/gu;
const hanRuns = /[\p{Script=Han}々]+/gu;
const unspaced =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}\p{Script=Katakana}\p{Script=Hiragana}]/u;
const longestTranslated = 4;
const mostSlices = 120;

/**
 * Where the words that were found stand in a text as it is written: of a beginning only as much as was typed; characters that are
 * read or translated so; letters that are spaced apart. Stretches are in order and do not overlap.
 *
 * @example markText(reader, "Compal Optics", [{ where: "name", word: "optics", typed: "opt", how: "begins" }]) // → [[7, 10]]
 */
export function markText(
  reader: WordReader,
  text: string,
  words: readonly FoundWord[],
): readonly Stretch[] {
  const marked: Stretch[] = [];
  const unmarked = new Map(words.map((found) => [found.word, found]));
  for (const token of text.matchAll(wordsOfText)) {
    const [raw] = token;
    if (unspaced.test(raw)) continue;
    const folded = foldLatin(raw);
    for (const piece of reader.readLatin(folded)) {
      const found = words.find(({ word }) => word === piece);
      if (found === undefined) continue;
      unmarked.delete(piece);
      const isPlain = folded.length === raw.length && folded === piece;
      const length = isPlain && piece.startsWith(found.typed) ? found.typed.length : raw.length;
      marked.push([token.index, token.index + length]);
    }
  }
  for (const found of unmarked.values())
    marked.push(
      ...(found.word.startsWith(pairMark)
        ? markPair(text, found.word)
        : [...markHan(reader, text, found.word), ...markSpaced(text, found.word)]),
    );
  return joinStretches(marked);
}

/** A pair of neighbouring characters, in whichever form it is written. */
function markPair(text: string, word: string): Stretch[] {
  const codes = word.slice(pairMark.length).match(/.{4}/g) ?? [];
  const pair = String.fromCharCode(...codes.map((code) => Number.parseInt(code, 16)));
  const simple = simplify(text);
  const searched = simple.length === text.length ? simple : text;
  const found: Stretch[] = [];
  for (let at = searched.indexOf(pair); at !== -1; at = searched.indexOf(pair, at + 1))
    found.push([at, at + pair.length]);
  return found;
}

/** Han characters that sound so, or are translated so. */
function markHan(reader: WordReader, text: string, word: string): Stretch[] {
  let slices = 0;
  for (const run of text.matchAll(hanRuns)) {
    const [characters] = run;
    const sounds = [...characters].map(soundOf);
    for (let from = 0; from < sounds.length; from += 1) {
      let rest = word;
      for (let to = from; to < sounds.length && rest !== ""; to += 1) {
        const sound = sounds[to] ?? "";
        if (sound === "" || !rest.startsWith(sound)) break;
        rest = rest.slice(sound.length);
        if (rest === "") return [[run.index + from, run.index + to + 1]];
      }
    }
    for (let length = 2; length <= longestTranslated; length += 1)
      for (let from = 0; from + length <= characters.length; from += 1) {
        slices += 1;
        if (slices > mostSlices) return [];
        const [reading] = reader.read(characters.slice(from, from + length), false);
        if (reading?.length === 1 && reading[0] === word)
          return [[run.index + from, run.index + from + length]];
      }
  }
  return [];
}

const sounds = new Map<string, string>();
function soundOf(character: string): string {
  const known = sounds.get(character);
  if (known !== undefined) return known;
  const sound = readHan(simplify(character));
  if (sounds.size < 20_000) sounds.set(character, sound);
  return sound;
}

/** A word whose letters are spaced apart, or that stands as two. */
function markSpaced(text: string, word: string): Stretch[] {
  let letters = "";
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const letter = (text[at] ?? "").toLowerCase();
    if (!/^[a-z0-9]$/.test(letter)) continue;
    letters += letter;
    places.push(at);
  }
  const at = letters.indexOf(word);
  if (at === -1 || word === "") return [];
  return [[places[at] ?? 0, (places[at + word.length - 1] ?? 0) + 1]];
}

function joinStretches(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const [from, to] of stretches.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1])
      joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}
