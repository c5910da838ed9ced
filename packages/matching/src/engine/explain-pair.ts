import { nameCountry } from "../name-country.ts";
import { bandOf } from "./band-of.ts";
import type { WordAligner } from "./align-words.ts";
import {
  adjustments,
  comparisonIndex,
  type ComparisonName,
  comparisonNames,
  comparisons,
  levelCount,
  offsets,
} from "./comparisons.ts";
import { probabilityOf } from "./model.ts";
import { addressClass, at, classShift, nameClass, wordMask } from "./read-features.ts";
import type { SiteIndex } from "./site-index.ts";
import type {
  BandThresholds,
  ComparisonInWords,
  PairExplanation,
  SiteToMatch,
} from "./site-to-match.ts";

/** Says in words how two records compare: every comparison that weighs, its level, its bits, what agreed and differed. */
export function explainPair(
  index: SiteIndex,
  a: SiteToMatch,
  b: SiteToMatch,
  thresholds: BandThresholds,
): PairExplanation {
  index.readProbe(a);
  const first = index.probe.slice(0, index.probe[at.length]);
  index.readProbe(b);
  const second = index.probe.slice(0, index.probe[at.length]);
  return explainFeatures(index, first, 0, second, 0, thresholds);
}

/** The same for records already read into features. */
export function explainFeatures(
  index: SiteIndex,
  dataA: Int32Array,
  a: number,
  dataB: Int32Array,
  b: number,
  thresholds: BandThresholds,
): PairExplanation {
  const { comparer } = index;
  const { prior, weights } = index.settings.model;
  comparer.compare(dataA, a, dataB, b);
  const swapped = comparer.swapped;
  const [A, startA, B, startB] = swapped ? [dataB, b, dataA, a] : [dataA, a, dataB, b];
  const said: ComparisonInWords[] = [];
  let score = prior;
  const put = (name: string, level: string, bits: number, words: Words = noWords): void => {
    score += bits;
    if (bits !== 0) said.push({ comparison: name, level, bits, ...words });
  };
  for (const name of comparisonNames) {
    const level = comparer.levels[comparisonIndex[name]] ?? 0;
    const words = comparisons[name][level]?.words ?? "";
    put(
      name,
      words,
      weights[offsets[name] + level] ?? 0,
      wordsOf(name, index, A, startA, B, startB),
    );
  }
  adjustments.forEach(({ words }, place) => {
    const value = comparer.adjustments[place] ?? 0;
    put("rarity", words, value * (weights[levelCount + place] ?? 0));
  });
  const probability = probabilityOf(score);
  return {
    probability,
    band: bandOf(probability, thresholds),
    score,
    priorBits: prior,
    comparisons: said,
  };
}

interface Words {
  readonly agreed: readonly string[];
  readonly differed: readonly string[];
}
const noWords: Words = { agreed: [], differed: [] };

function wordsOf(
  name: ComparisonName,
  index: SiteIndex,
  A: Int32Array,
  a: number,
  B: Int32Array,
  b: number,
): Words {
  const { comparer } = index;
  switch (name) {
    case "name":
      return alignedWords(index, comparer.names.words);
    case "address":
      return alignedWords(index, comparer.addresses.words);
    case "trade":
      return classWords(
        index,
        nameWords(A, comparer.names.nameA),
        nameWords(B, comparer.names.nameB),
        nameClass.trade,
      );
    case "place in name":
      return classWords(
        index,
        nameWords(A, comparer.names.nameA),
        nameWords(B, comparer.names.nameB),
        nameClass.place,
      );
    case "number in name":
      return classWords(
        index,
        nameWords(A, comparer.names.nameA),
        nameWords(B, comparer.names.nameB),
        nameClass.number,
      );
    case "house number":
      return classWords(index, addressWords(A, a), addressWords(B, b), addressClass.number);
    case "unit":
      return classWords(index, addressWords(A, a), addressWords(B, b), addressClass.unit);
    case "direction":
      return classWords(index, addressWords(A, a), addressWords(B, b), addressClass.direction);
    case "place in address":
      return classWords(index, addressWords(A, a), addressWords(B, b), addressClass.place);
    case "postal code":
      return classWords(index, addressWords(A, a), addressWords(B, b), addressClass.postal);
    case "country": {
      const codes = [A[a + at.country] ?? 0, B[b + at.country] ?? 0].map((code) =>
        code === 0 ? "" : nameCountry(String.fromCharCode(code >> 8, code & 255)),
      );
      return codes[0] === codes[1]
        ? { agreed: codes.slice(0, 1), differed: [] }
        : { agreed: [], differed: codes };
    }
    default:
      return noWords;
  }
}

function alignedWords(index: SiteIndex, aligner: WordAligner): Words {
  const agreed: string[] = [];
  const differed: string[] = [];
  for (let i = 0; i < aligner.countA; i += 1)
    ((aligner.metA[i] ?? 0) > 0 ? agreed : differed).push(index.lexicon.text(aligner.a[i] ?? 0));
  for (let j = 0; j < aligner.countB; j += 1)
    if ((aligner.metB[j] ?? 0) === 0) differed.push(index.lexicon.text(aligner.b[j] ?? 0));
  return { agreed, differed };
}

function nameWords(data: Int32Array, start: number): Int32Array {
  return data.subarray(start + 1, start + 1 + (data[start] ?? 0));
}

function addressWords(data: Int32Array, start: number): Int32Array {
  const from = start + at.header + 2 * (data[start + at.ids] ?? 0);
  return data.subarray(from, from + (data[start + at.addressWords] ?? 0));
}

function classWords(index: SiteIndex, A: Int32Array, B: Int32Array, group: number): Words {
  const texts = (words: Int32Array): Set<string> =>
    new Set(
      [...words]
        .filter((word) => word >>> classShift === group)
        .map((word) => index.lexicon.text(word & wordMask)),
    );
  const ofA = texts(A);
  const ofB = texts(B);
  return {
    agreed: [...ofA].filter((word) => ofB.has(word)),
    differed: [...ofA, ...ofB].filter((word) => !ofA.has(word) || !ofB.has(word)),
  };
}
