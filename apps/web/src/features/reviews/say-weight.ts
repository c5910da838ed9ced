/** Says in words how much one comparison weighs. Weights are bits: logarithms of odds to base 2; 0 says nothing. */
import { formatNumber } from "../../texts/format.ts";
import { t, type TextKey } from "../../texts/t.ts";

const most = 1_000;

/** Odds of about 1.3, 4 and 10 to one part "slightly", plainly and "strongly". */
export function sayWeight(comparison: string, bits: number): TextKey {
  if (comparison === "rule") return "matches.weight.rule";
  const strength = Math.abs(bits);
  if (strength < 0.36) return "matches.weight.nothing";
  if (strength < 2) return bits > 0 ? "matches.weight.slightFor" : "matches.weight.slightAgainst";
  if (strength < 3.3) return bits > 0 ? "matches.weight.for" : "matches.weight.against";
  return bits > 0 ? "matches.weight.strongFor" : "matches.weight.strongAgainst";
}

/** The same as odds, for what tells plainly: "strongly for the same, 20 to 1". */
export function sayWeightWithOdds(comparison: string, bits: number): string {
  const said = t(sayWeight(comparison, bits));
  if (comparison === "rule" || Math.abs(bits) < 2) return said;
  const odds = 2 ** Math.abs(bits);
  return odds > most
    ? t("matches.oddsAbove", { said, odds: formatNumber(most) })
    : t("matches.odds", { said, odds: formatNumber(Number(odds.toPrecision(odds < 10 ? 1 : 2))) });
}

/** What was compared, as a table names it. */
export function sayComparison(comparison: string): string {
  if (comparison === "rule") return t("matches.byRule");
  if (comparison === "starting point") return t("matches.startingPoint");
  if (comparison === "rarity") return t("matches.rarity");
  if (comparison === "os id") return t("matches.osId");
  return capitalise(comparison);
}

/** With a capital first letter. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
