import {
  compactName,
  editSimilarity,
  foldText,
  isPlaceWord,
  looksBroken,
  nameTokens,
  sharedWords,
  type WeightedWord,
  wordWeight,
} from "@throughline/matching";

/** A name in the form it is compared; read once per name. */
export interface NameToCompare {
  readonly words: readonly WeightedWord[];
  readonly compact: string;
  readonly places: readonly string[];
  readonly broken: boolean;
}

/** How well a site's name fits a listed one: 0..1, and the words that met. */
export interface NameFit {
  readonly probability: number;
  readonly words: readonly string[];
}

/** Reads a name for {@link compareListedName}. */
export function readNameToCompare(name: string): NameToCompare {
  const tokens = nameTokens(name);
  return {
    words: tokens.map((word) => ({ word, weight: wordWeight(word) })),
    compact: compactName(name),
    places: tokens.filter((word) => isPlaceWord(word)),
    broken: looksBroken(foldText(name).split(" ")),
  };
}

/**
 * Compares a name with a listed name. Only a name's own words count in full; trades and places ("Hefei", "Technology")
 * count little and never make a hit alone, so two makers of one trade in one city do not meet. A listed name whose own
 * words all stand in the site's name fits by at least 0.75, unless both names carry places and share none.
 *
 * @example compareListedName(readNameToCompare("Hefei Bitland Optoelectronic"), readNameToCompare("Hefei Bitland Information Technology Co., Ltd.")).probability >= 0.7 // → true
 */
export function compareListedName(ours: NameToCompare, listed: NameToCompare): NameFit {
  const { score, pairs } = sharedWords(ours.words, listed.words);
  const words = pairs.map(([word]) => word);
  const compact =
    Math.min(ours.compact.length, listed.compact.length) < 5
      ? 0
      : editSimilarity(ours.compact, listed.compact);
  const sameLetters = compact >= (ours.broken ? 0.9 : 0.93) ? compact : 0;
  const own = listed.words.filter(({ word, weight }) => weight === 1 && word.length >= 4);
  const met = new Set(
    pairs
      .filter(
        ([left, right]) =>
          left === right || (wordWeight(left) === 1 && editSimilarity(left, right) >= 0.8),
      )
      .map(([, word]) => word),
  );
  const ownMet = own.filter(({ word }) => met.has(word));
  if (ownMet.length === 0 && sameLetters === 0) return { probability: 0, words };
  const covered =
    ownMet.length === own.length &&
    own.some(({ word }) => word.length >= 6) &&
    !placesConflict(ours.places, listed.places);
  return {
    probability:
      Math.round(Math.min(0.99, Math.max(score, sameLetters, covered ? 0.75 : 0)) * 100) / 100,
    words,
  };
}

function placesConflict(ours: readonly string[], theirs: readonly string[]): boolean {
  return (
    ours.length > 0 &&
    theirs.length > 0 &&
    !ours.some((place) => theirs.some((other) => editSimilarity(place, other) >= 0.75))
  );
}
