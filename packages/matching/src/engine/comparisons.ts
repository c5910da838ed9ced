/**
 * The comparisons of two records and their levels, in the order of the weights. `prior` is what the level weighs, in bits,
 * before anything was learned; learning moves it as far as the labelled pairs say.
 */
export interface Level {
  readonly words: string;
  readonly prior: number;
}

const level = (words: string, prior: number): Level => ({ words, prior });

export const comparisons = {
  name: [
    level("no name", 0),
    level("no word in common", -6),
    level("little in common", -4),
    level("some words in common", -1.5),
    level("much in common on both sides", 0),
    level("a small part is the other name", 0.5),
    level("one name is part of the other", 2),
    level("most words agree", 3),
    level("all but spelling agrees", 4.5),
    level("all words agree", 5),
  ],
  trade: [
    level("no trade on both sides", 0),
    level("same trade", 0.5),
    level("trades partly agree", 0),
    level("trade on one side only", -0.2),
    level("different trades", -1.5),
  ],
  "place in name": [
    level("no place on both sides", 0),
    level("same place", 0.7),
    level("place on one side, found in the other's address", 0.3),
    level("place on one side only", -0.5),
    level("different places", -4),
  ],
  "number in name": [
    level("no number on both sides", 0),
    level("same numbers", 1.5),
    level("number on one side only", -1),
    level("numbers partly agree", -0.5),
    level("different numbers", -5),
  ],
  address: [
    level("no address on a side", 0),
    level("no word in common", -4),
    level("little in common", -3),
    level("half in common", -0.5),
    level("a short address within a long one", 0.5),
    level("one address is part of the other", 1.5),
    level("most words agree", 2.5),
    level("all words agree", 3.5),
  ],
  "house number": [
    level("no number on both sides", 0),
    level("number on one side only", -0.3),
    level("all numbers agree", 2),
    level("first number agrees, one side says more", 1.5),
    level("first number agrees, others differ", 1),
    level("another number agrees", 0.3),
    level("first numbers differ, others agree", -1.5),
    level("numbers much alike", -0.5),
    level("different numbers", -4),
  ],
  unit: [
    level("no unit on both sides", 0),
    level("same unit", 0.7),
    level("unit on one side only", 0),
    level("different units", -1.5),
  ],
  direction: [
    level("no direction on both sides", 0),
    level("same direction", 0.3),
    level("direction on one side only", 0),
    level("different directions", -1.5),
  ],
  "place in address": [
    level("no place on a side", 0),
    level("all places agree", 0.5),
    level("places partly agree", 0),
    level("different places", -2),
  ],
  "postal code": [
    level("no code on a side", 0),
    level("same code", 1.2),
    level("codes much alike", 0.2),
    level("different codes", -0.8),
  ],
  phone: [
    level("no number on a side", 0),
    level("same number", 3.5),
    level("different numbers", -0.8),
  ],
  coordinates: [
    level("no coordinates on a side", 0),
    level("same point within what is known", 2),
    level("within one kilometre", 1),
    level("within ten kilometres", -0.5),
    level("within a hundred kilometres", -3),
    level("farther apart", -5),
  ],
  identifier: [
    level("no scheme on both sides", 0),
    level("same identifier", 9),
    level("different identifiers of one scheme", -3),
  ],
  country: [
    level("unknown on a side", 0),
    level("same country", 0),
    level("different countries", -9),
  ],
  "name and address together": [
    level("names differ, address unknown", 0),
    level("names differ, address differs", 0),
    level("names differ, address partly agrees", 0),
    level("names differ, same street, another number", 0),
    level("names differ, same street", 0),
    level("names differ, same street and number", 0),
    level("names partly agree, address unknown", 0),
    level("names partly agree, address differs", -0.5),
    level("names partly agree, address partly agrees", 0),
    level("names partly agree, same street, another number", 0),
    level("names partly agree, same street", 0),
    level("names partly agree, same street and number", 0.5),
    level("names agree in part, address unknown", 0),
    level("names agree in part, address differs", -0.5),
    level("names agree in part, address partly agrees", 0),
    level("names agree in part, same street, another number", 0),
    level("names agree in part, same street", 0),
    level("names agree in part, same street and number", 0.5),
    level("names agree, address unknown", 2),
    level("names agree, address differs", -0.5),
    level("names agree, address partly agrees", 0),
    level("names agree, same street, another number", 0),
    level("names agree, same street", 0.5),
    level("names agree, same street and number", 1),
  ],
} as const satisfies Record<string, readonly Level[]>;

export type ComparisonName = keyof typeof comparisons;
export const comparisonNames: readonly ComparisonName[] = Object.keys(
  comparisons,
) as ComparisonName[]; // the keys of the table above

/** Where a comparison's weights begin. */
export const offsets: Readonly<Record<ComparisonName, number>> = offsetsOf();

function offsetsOf(): Record<ComparisonName, number> {
  let next = 0;
  const found: Partial<Record<ComparisonName, number>> = {};
  for (const name of comparisonNames) {
    found[name] = next;
    next += comparisons[name].length;
  }
  return found as Record<ComparisonName, number>; // every name was set
}

/** Value-frequency adjustments: how telling is what agrees. Each is a number of about −1…1.5 with one weight. */
export const adjustments = [
  { comparison: "name", words: "how rare the agreeing words of the name are", prior: 2 },
  { comparison: "address", words: "how rare the agreeing words of the address are", prior: 1.5 },
  { comparison: "house number", words: "how long the agreeing number is", prior: 1 },
] as const;

export const levelCount: number = comparisonNames.reduce(
  (sum, name) => sum + comparisons[name].length,
  0,
);
export const weightCount: number = levelCount + adjustments.length;
/** Index of each comparison among the levels of a pair. */
export const comparisonIndex: Readonly<Record<ComparisonName, number>> = Object.fromEntries(
  comparisonNames.map((name, index) => [name, index]),
) as Record<ComparisonName, number>; // every name was set

/** What everything weighs before learning: bits. */
export function priorWeights(): Float64Array {
  const weights = new Float64Array(weightCount);
  for (const name of comparisonNames)
    comparisons[name].forEach(({ prior }, index) => {
      weights[offsets[name] + index] = prior;
    });
  adjustments.forEach(({ prior }, index) => {
    weights[levelCount + index] = prior;
  });
  return weights;
}
