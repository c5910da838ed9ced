import { isNumber, isSingleCharacter, pairMark, type WordReader } from "./read-words.ts";

/** One word of what was typed. */
export interface TypedWord {
  readonly word: string;
  /** Words that begin so are found too. */
  readonly open: boolean;
  /** Words that begin with so few letters are looked for in names only, or at the very beginning of names. */
  readonly within: "everywhere" | "names" | "beginnings";
  /** Written as one with the next or the last word: "tech front" and "techfront". */
  readonly joined: readonly { readonly word: string; readonly open: boolean }[];
}

/** One way of reading what was typed: a site must have all its words. */
export type TypedReading = readonly TypedWord[];

const mostTyped = 8;

/** Reads what was typed; several readings where it is of another script. None when there is nothing to look for. */
export function readQuery(reader: WordReader, text: string): readonly TypedReading[] {
  // A blank at the end says nothing: the last word may still go on.
  const readings = reader.read(text.slice(0, 200), "perhaps");
  const seen = new Set<string>();
  const found: TypedReading[] = [];
  for (const reading of readings) {
    const own = readings.length === 1 ? reading : dropLegal(dropLast(reading));
    const words = [...new Set(own)];
    const key = words.join(" ");
    if (words.length === 0 || seen.has(key)) continue;
    seen.add(key);
    found.push(readTyped(words.slice(0, mostTyped)));
  }
  return found;
}

/** The last character of a run is part of the pair before it; alone it would ask for a beginning. */
function dropLast(words: readonly string[]): readonly string[] {
  return words.filter(
    (word, at) => !isSingleCharacter(word) || !(words[at - 1] ?? "").startsWith(pairMark),
  );
}

/** A legal form of another script stands for any: 有限公司 may be Inc. */
function dropLegal(words: readonly string[]): readonly string[] {
  const own = words.filter((word) => word !== "ltd");
  return own.length > 0 ? own : words;
}

function readTyped(words: readonly string[]): TypedReading {
  const last = words.length - 1;
  return words.map((word, at) => {
    const isLast = at === last;
    const joined: { word: string; open: boolean }[] = [];
    const join = (first: string | undefined, second: string | undefined, open: boolean): void => {
      if (first === undefined || second === undefined) return;
      if (first.startsWith(pairMark) || second.startsWith(pairMark)) return;
      if (isNumber(first) || isNumber(second)) return;
      joined.push({ word: first + second, open });
    };
    join(words[at - 1], word, isLast);
    join(word, words[at + 1], at + 1 === last);
    return { word, open: mayGoOn(word, isLast), within: whereLooked(word, words.length), joined };
  });
}

function mayGoOn(word: string, isLast: boolean): boolean {
  if (word.startsWith(pairMark)) return isSingleCharacter(word);
  if (isNumber(word)) return isLast && word.length >= 3;
  return isLast || word.length >= 3;
}

function whereLooked(word: string, words: number): TypedWord["within"] {
  if (word.length > 2 || isNumber(word)) return "everywhere";
  return words === 1 ? "beginnings" : "names";
}
