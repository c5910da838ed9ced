/** Reads the reasons kept with a pair, as they are written today and as they were written before there was an engine. */
import { MatchReason } from "@throughline/contract";
import { z } from "zod";

const BeforeTheEngine = z
  .object({ field: z.string(), weight: z.number(), words: z.string() })
  .transform(({ field, weight, words }): MatchReason => ({
    comparison: field.replaceAll("_", " "),
    level: words,
    // Weights were natural logarithms of odds.
    bits: weight / Math.LN2,
    agreed: [],
    differed: [],
  }));

const Reasons = z.array(z.union([MatchReason, BeforeTheEngine]));

/** @throws ZodError when it is neither */
export function readReasons(stored: unknown): MatchReason[] {
  return Reasons.parse(stored);
}
