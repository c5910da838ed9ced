import { probabilityOf } from "../../packages/matching/src/engine/model.ts";
import { scoreOf } from "./collect-pairs.ts";
import { fitWithout, type TrainingSet } from "./training-run.ts";

/** A score in bits, whether the pair is one site, and what it counts. */
interface Outcome {
  readonly bits: number;
  readonly same: boolean;
  readonly weight: number;
}

/** `bits` become `slope` · bits + `shift`. */
interface Scaling {
  readonly slope: number;
  readonly shift: number;
}

export interface CalibrationOfSet {
  readonly set: string;
  readonly pairs: number;
  /** Mean distance of what was said from what was, over tenths of probability. */
  readonly error: number;
  /** The same, of the pairs said to be 0.2 to 0.8, above 0: one site more often than said. */
  readonly middle: number;
  readonly middlePairs: number;
  /** With a scaling learned on the other sets, each scored without itself. */
  readonly errorScaled: number;
  readonly middleScaled: number;
  readonly scaling: Scaling;
}

/**
 * How well each set's probabilities hold, scored with weights learned without it; and whether Platt's scaling (1999), learned on
 * the other sets only, would make them better.
 */
export function scoreCalibration(training: readonly TrainingSet[]): readonly CalibrationOfSet[] {
  const outcomes = (of: TrainingSet, without: readonly string[]): Outcome[] => {
    const { prior, weights } = fitWithout(training, without);
    return of.collected.pairs.map((pair) => ({
      bits: scoreOf(pair, prior, weights),
      same: pair.same,
      weight: of.weight,
    }));
  };
  return training
    .filter(({ collected: { set } }) => !/^(?:invented|changed)/u.test(set.name))
    .map((held) => {
      const name = held.collected.set.name;
      const scaling = scale(
        training
          .filter((other) => other !== held)
          .flatMap((other) => outcomes(other, [name, other.collected.set.name])),
      );
      const raw = outcomes(held, [name]);
      const scaled = raw.map((outcome) => ({
        ...outcome,
        bits: scaling.slope * outcome.bits + scaling.shift,
      }));
      return {
        set: name,
        pairs: raw.length,
        error: errorOf(raw),
        middle: middleOf(raw),
        middlePairs: inMiddle(raw).length,
        errorScaled: errorOf(scaled),
        middleScaled: middleOf(scaled),
        scaling,
      };
    });
}

function errorOf(outcomes: readonly Outcome[]): number {
  const sums = Array.from({ length: 10 }, () => 0);
  for (const { bits, same } of outcomes) {
    const said = probabilityOf(bits);
    const bin = Math.min(9, Math.floor(said * 10));
    sums[bin] = (sums[bin] ?? 0) + said - (same ? 1 : 0);
  }
  return sums.reduce((sum, distance) => sum + Math.abs(distance), 0) / outcomes.length;
}

const inMiddle = (outcomes: readonly Outcome[]): readonly Outcome[] =>
  outcomes.filter(({ bits }) => Math.abs(bits) < 2);

function middleOf(outcomes: readonly Outcome[]): number {
  const middle = inMiddle(outcomes);
  const sum = middle.reduce(
    (distance, { bits, same }) => distance + (same ? 1 : 0) - probabilityOf(bits),
    0,
  );
  return sum / Math.max(1, middle.length);
}

/** Logistic regression on the score, drawn weakly to no change; Newton's method. */
function scale(outcomes: readonly Outcome[]): Scaling {
  let slope = 1;
  let shift = 0;
  for (let round = 0; round < 40; round += 1) {
    let bySlope = (1 - slope) * 4;
    let byShift = -shift;
    let slopes = 4;
    let shifts = 1;
    let both = 0;
    for (const { bits, same, weight } of outcomes) {
      const nats = bits * Math.LN2;
      const said = 1 / (1 + Math.exp(-(slope * nats + shift)));
      const error = weight * ((same ? 1 : 0) - said);
      const curve = weight * said * (1 - said);
      bySlope += error * nats;
      byShift += error;
      slopes += curve * nats * nats;
      shifts += curve;
      both += curve * nats;
    }
    const determinant = slopes * shifts - both * both;
    const [a, b] = [
      (shifts * bySlope - both * byShift) / determinant,
      (slopes * byShift - both * bySlope) / determinant,
    ];
    slope += a;
    shift += b;
    if (Math.abs(a) + Math.abs(b) < 1e-6) break;
  }
  return { slope, shift: shift / Math.LN2 };
}
