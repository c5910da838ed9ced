/** Figures of a comparison of what was answered with what is true. */
export interface Agreement {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function agreement(truePositives: number, falsePositives: number, truth: number): Agreement {
  const answered = truePositives + falsePositives;
  return {
    truePositives,
    falsePositives,
    falseNegatives: truth - truePositives,
    precision: answered === 0 ? 1 : truePositives / answered,
    recall: truth === 0 ? 1 : truePositives / truth,
    f1: answered + truth === 0 ? 1 : (2 * truePositives) / (answered + truth),
  };
}

/** Agreement of a set of answered pairs with the true ones. */
export function agreementOf(answered: Iterable<string>, truth: ReadonlySet<string>): Agreement {
  let right = 0;
  let wrong = 0;
  for (const key of answered) {
    if (truth.has(key)) right += 1;
    else wrong += 1;
  }
  return agreement(right, wrong, truth.size);
}

/** Wilson score interval of a share, 95 %. */
export function wilson(right: number, of: number): readonly [low: number, high: number] {
  if (of === 0) return [0, 1];
  const z = 1.959964;
  const share = right / of;
  const centre = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const below = 1 + (z * z) / of;
  return [(centre - half) / below, Math.min(1, (centre + half) / below)];
}
