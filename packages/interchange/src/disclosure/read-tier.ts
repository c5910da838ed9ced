/** Reads a tier as lists write it. "Tier 2" alone counts from the brand and says no stage, so only tier 1 is read. */
import type { Tier } from "@throughline/domain";
import { tiers } from "@throughline/domain";

const patterns: readonly (readonly [RegExp, Tier])[] = [
  [/\bsub\s*-?\s*assembl|\bmodule\b|unterbaugruppe|sous-ensemble|模组/iu, "sub_assembly"],
  [
    /final\s*assembl|end\s*assembl|^assembl|finished\s*(?:goods|product)|cut\s*(?:and|&)\s*sew|endmontage|assemblage\s*final|montaje\s*final|eindassemblage|slutmontering|整机|组装|总装|^\s*tier\s*-?\s*1\s*$|^\s*t1\s*$|^1$/iu,
    "final_assembly",
  ],
  [/smelt|refiner|schmelz|fonderie|fundici|冶炼/iu, "smelter_or_refiner"],
  [
    /\bmin(?:e|es|ing)\b|extraction|raw\s*material|rohstoff|mati[eè]re\s*premi|materia\s*prima|grondstof|r[aå]vara|原材料|采矿/iu,
    "raw_material_extraction",
  ],
  [
    /component|part\s*suppl|bauteil|komponent|composant|componente|onderdeel|零部件|元件/iu,
    "component",
  ],
  [/material|werkstoff|mat[eé]riau|材料/iu, "material"],
  [/logisti|warehous|storage|distribution|物流|仓/iu, "logistics"],
  [/repair|refurb|re-?use|reparatur|r[eé]paration/iu, "repair_and_reuse"],
  [/recycl|end\s*of\s*life|disposal|e-?waste|回收/iu, "end_of_life"],
];

/**
 * The tier a cell names, or `null`.
 *
 * @example readTier("Final assembly"); // "final_assembly"
 */
export function readTier(text: string): Tier | null {
  const key = text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/gu, "_");
  const exact = tiers.find((tier) => tier === key);
  if (exact !== undefined) return exact;
  return patterns.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
