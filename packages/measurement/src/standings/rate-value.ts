import type { BandScheme, KpiBand, KpiDirection, Sentence } from "@throughline/domain";
import { sayKpi, sayValue } from "../texts/say.ts";

/** What is rated: a value, the target in the same unit, and which way is better. */
export interface ToRate {
  readonly value: number | null;
  readonly target: number | null;
  readonly better: KpiDirection;
  readonly unit: string;
}

/**
 * How far a value is on its way to the target: 1 and more reaches it. `null` where there is no way to tell: a target of zero
 * has no share, and a value on its other side no way.
 */
function wayTo(value: number, target: number, better: "up" | "down"): number | null {
  const [part, whole] = better === "up" ? [value, target] : [target, value];
  return whole > 0 && part >= 0 ? part / whole : null;
}

/**
 * The band of a value: the five ratings of regulation 39(5) of the Procurement Regulations 2024 (UK). The law leaves open
 * where they begin; that is the scheme's. Reaching the target is always good. What falls is rated the other way round
 * (target / value). `other`, with words, where there is no figure or no target.
 *
 * @example rateValue({ value: 85, target: 90, better: "up", unit: "%" }, defaultBandScheme).band // "approaching_target"
 */
export function rateValue(
  { value, target, better, unit }: ToRate,
  scheme: BandScheme,
): { readonly band: KpiBand; readonly says: Sentence } {
  if (better === "info") return { band: "other", says: sayKpi("rating.info") };
  if (target === null) return { band: "other", says: sayKpi("rating.no_target") };
  if (value === null) return { band: "other", says: sayKpi("rating.no_data") };
  const said = sayValue(target, unit);
  if (better === "up" ? value >= target : value <= target)
    return { band: "good", says: sayKpi("rating.good", { target: said }) };
  // Missed by how much cannot be told in shares of nothing: neither close to it nor far from it.
  if (target === 0)
    return { band: "requires_improvement", says: sayKpi("rating.zero_target", { target: said }) };
  const way = wayTo(value, target, better);
  if (way === null)
    return { band: "inadequate", says: sayKpi("rating.wrong_side", { target: said }) };
  const says = sayKpi("rating.short", { share: Math.floor(way * 100), target: said });
  if (way >= scheme.approachingFrom) return { band: "approaching_target", says };
  return { band: way >= scheme.improvementFrom ? "requires_improvement" : "inadequate", says };
}
