import {
  comparisonNames,
  levelCount,
  offsets,
  priorWeights,
  weightCount,
} from "../../packages/matching/src/engine/comparisons.ts";
import type { LabelledPair } from "./collect-pairs.ts";

/** Pairs that count with a weight of their set. */
export interface WeightedPairs {
  readonly pairs: readonly LabelledPair[];
  readonly weight: number;
}

export interface FittedModel {
  readonly prior: number;
  readonly weights: Float64Array;
}

/**
 * Maximum a posteriori fit of the bits of every level: logistic regression whose weights are drawn to the prior weights
 * (Gaussian, `spread` bits), by Newton's method. Deterministic.
 */
export function fitModel(sets: readonly WeightedPairs[], spread = 1.5): FittedModel {
  const size = weightCount + 1;
  const start = priorWeights();
  const weights = new Float64Array(size);
  weights.set(start);
  weights[weightCount] = -3;
  const base = weights.slice();
  const precision = 1 / (spread * Math.LN2) ** 2;
  // Weights are bits; the likelihood is in natural units.
  const inNats = weights.map((bits) => bits * Math.LN2);
  const baseNats = base.map((bits) => bits * Math.LN2);
  // Alike pairs count once with their number.
  const grouped = group(sets);
  for (let round = 0; round < 25; round += 1) {
    const gradient = new Float64Array(size);
    // Row after row in one array.
    const hessian = new Float64Array(size * size);
    for (let index = 0; index < size; index += 1) {
      // Nothing known is no evidence: those levels stay at nought.
      const pull = index === weightCount ? precision / 4 : pinned.has(index) ? 1e6 : precision;
      gradient[index] = -pull * ((inNats[index] ?? 0) - (baseNats[index] ?? 0));
      hessian[index * size + index] = pull;
    }
    for (const { at, values, same, weight } of grouped) {
      let score = inNats[weightCount] ?? 0;
      for (let k = 0; k < at.length; k += 1) score += (inNats[at[k] ?? 0] ?? 0) * (values[k] ?? 0);
      const probability = 1 / (1 + Math.exp(-score));
      const error = weight * ((same ? 1 : 0) - probability);
      const curve = Math.max(1e-9, weight * probability * (1 - probability));
      gradient[weightCount] = (gradient[weightCount] ?? 0) + error;
      addTo(hessian, weightCount * size + weightCount, curve);
      for (let k = 0; k < at.length; k += 1) {
        const i = at[k] ?? 0;
        const value = values[k] ?? 0;
        gradient[i] = (gradient[i] ?? 0) + error * value;
        addTo(hessian, weightCount * size + i, curve * value);
        addTo(hessian, i * size + weightCount, curve * value);
        for (let m = 0; m < at.length; m += 1)
          addTo(hessian, i * size + (at[m] ?? 0), curve * value * (values[m] ?? 0));
      }
    }
    const step = solve(hessian, gradient);
    let largest = 0;
    for (let index = 0; index < size; index += 1) {
      const move = Math.max(-1.5, Math.min(1.5, step[index] ?? 0));
      inNats[index] = (inNats[index] ?? 0) + move;
      largest = Math.max(largest, Math.abs(move));
    }
    if (largest < 1e-4) break;
  }
  const bits = inNats.map((nats) => nats / Math.LN2);
  return { prior: bits[weightCount] ?? 0, weights: bits.slice(0, weightCount) };
}

const pinned: ReadonlySet<number> = new Set(
  comparisonNames
    .filter((name) => name !== "name and address together")
    .map((name) => offsets[name]),
);

interface Grouped {
  readonly at: Int32Array;
  readonly values: Float64Array;
  readonly same: boolean;
  weight: number;
}

function group(sets: readonly WeightedPairs[]): Grouped[] {
  const found = new Map<string, Grouped>();
  for (const { pairs, weight } of sets)
    for (const pair of pairs) {
      const rounded = [...pair.adjustments].map((value) => Math.round(value * 10) / 10);
      const key = `${pair.same ? 1 : 0} ${pair.levels.join(",")} ${rounded.join(",")}`;
      const known = found.get(key);
      if (known !== undefined) {
        known.weight += weight;
        continue;
      }
      const at = [...pair.levels];
      const values = at.map(() => 1);
      rounded.forEach((value, index) => {
        if (value === 0) return;
        at.push(levelCount + index);
        values.push(value);
      });
      found.set(key, {
        at: Int32Array.from(at),
        values: Float64Array.from(values),
        same: pair.same,
        weight,
      });
    }
  return [...found.values()];
}

function addTo(array: Float64Array, place: number, value: number): void {
  array[place] = (array[place] ?? 0) + value;
}

/** Cholesky: the matrix is symmetric and, through the prior, positive definite. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column] ?? 0;
      for (let k = 0; k < column; k += 1)
        sum -= (lower[row * size + k] ?? 0) * (lower[column * size + k] ?? 0);
      lower[row * size + column] =
        row === column
          ? Math.sqrt(Math.max(sum, 1e-12))
          : sum / (lower[column * size + column] ?? 1);
    }
  const between = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    let sum = right[row] ?? 0;
    for (let k = 0; k < row; k += 1) sum -= (lower[row * size + k] ?? 0) * (between[k] ?? 0);
    between[row] = sum / (lower[row * size + row] ?? 1);
  }
  const solution = new Float64Array(size);
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = between[row] ?? 0;
    for (let k = row + 1; k < size; k += 1)
      sum -= (lower[k * size + row] ?? 0) * (solution[k] ?? 0);
    solution[row] = sum / (lower[row * size + row] ?? 1);
  }
  return solution;
}
