/** English sentences about the table that no engine makes. */
import { sayIn } from "@throughline/requirements";

export const sayRow = sayIn({
  "row.when.always": "Whatever is bought.",
  "row.when":
    "[?prefixes:Category {prefixes:list}][!prefixes:Any category][?risks:, {risks:list} risk][?from:, from {from:amount:currency}][?to:, below {to:amount:currency}][?countries:, in {countries:list}][?procedures:, {procedures:list} procedure][?bidders:, where {bidders:list} may bid][?sizes:, of {sizes:list} firms].",
  "row.asks": "{values}",
  "row.warning.past":
    "It counts from {from:date}, which has passed: what was bought since was not asked for it.",
  "risk.because": "{label}: {explanation} ({dataset})",
});
