import { AppError } from "@throughline/domain";
import { type BandThresholds, defaultBands } from "@throughline/matching";

/**
 * Thresholds of the bands from the options of a command.
 *
 * @throws AppError `input_invalid` for what is no probability, or when review is above same
 */
export function readBands(options: {
  readonly same?: string;
  readonly review?: string;
}): BandThresholds {
  const read = (name: string, text: string | undefined, otherwise: number): number => {
    if (text === undefined) return otherwise;
    const value = Number(text);
    if (!(value > 0 && value < 1))
      throw new AppError(
        "input_invalid",
        `--${name} takes a probability between 0 and 1, such as 0.95.`,
      );
    return value;
  };
  const same = read("same", options.same, defaultBands.same);
  const review = read("review", options.review, Math.min(defaultBands.review, same));
  if (review > same) throw new AppError("input_invalid", "--review must not be above --same.");
  return { same, review };
}
