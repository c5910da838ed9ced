/** Reads our reference files, parsed once when the package is loaded. */
import { z } from "zod";
import countryRows from "../data/countries.json" with { type: "json" };
import enforcementRows from "../data/enforcement.json" with { type: "json" };
import goodsRows from "../data/goods.json" with { type: "json" };
import governanceRows from "../data/governance.json" with { type: "json" };
import measureRows from "../data/measures.json" with { type: "json" };
import ratificationRows from "../data/ratifications.json" with { type: "json" };

const Labour = z.enum(["child", "forced", "forced_child"]);
const ListedGoodRow = z.strictObject({
  good: z.string(),
  sector: z.enum(["agriculture", "manufacturing", "mining", "other"]),
  country: z.string().length(2),
  labour: z.array(Labour),
  inputFrom: z.string().length(2).nullable(),
});
const GovernanceRow = z.strictObject({
  country: z.string().length(2),
  corruption: z.number().nullable(),
  effectiveness: z.number().nullable(),
  stability: z.number().nullable(),
  law: z.number().nullable(),
  hdi: z.number().nullable(),
});
const EnforcementRow = z.strictObject({
  country: z.string().length(2),
  advancement: z.string().nullable(),
  inspectors: z.number().nullable(),
  unannounced: z.boolean().nullable(),
});
const TradeMeasureRow = z.strictObject({
  id: z.string(),
  list: z.enum(["cbp_wro_findings", "uflpa_entities"]),
  kind: z.enum(["withhold_release_order", "finding", "uflpa_listing"]),
  scope: z.enum(["entity", "place", "vessel", "goods"]),
  name: z.string(),
  aliases: z.array(z.string()),
  country: z.string().length(2),
  industry: z.string(),
  effectiveOn: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  listedAs: z.string(),
  doubt: z.string().nullable(),
});

/** One line of the goods list: `labour` is empty when only an input is listed, made in `inputFrom`. */
export type ListedGood = Readonly<z.infer<typeof ListedGoodRow>>;
/** Governance estimates, −2.5 (weak) to 2.5 (strong), and the HDI, 0 to 1. */
export type Governance = Readonly<z.infer<typeof GovernanceRow>>;
/** What the US Department of Labor found about enforcement in 2022; `null` is unknown. */
export type Enforcement = Readonly<z.infer<typeof EnforcementRow>>;
/** One official trade measure against one entity, place, vessel or kind of goods. `effectiveOn` may be only a year or month. */
export type TradeMeasure = Readonly<z.infer<typeof TradeMeasureRow>>;

export const listedGoods: readonly ListedGood[] = z.array(ListedGoodRow).parse(goodsRows);
export const tradeMeasures: readonly TradeMeasure[] = z.array(TradeMeasureRow).parse(measureRows);

const RatificationRow = z.strictObject({
  country: z.string().length(2),
  years: z.record(z.string(), z.int()),
  denounced: z.record(z.string(), z.int()),
});
/** Years of ratification by instrument, and of taking it back. */
export type Ratifications = Readonly<z.infer<typeof RatificationRow>>;

/** By country. A country without an entry is no member of the ILO in our table. */
export const ratifications: ReadonlyMap<string, Ratifications> = new Map(
  z
    .array(RatificationRow)
    .parse(ratificationRows)
    .map((row) => [row.country, row]),
);
export const governance: ReadonlyMap<string, Governance> = new Map(
  z
    .array(GovernanceRow)
    .parse(governanceRows)
    .map((row) => [row.country, row]),
);
export const enforcement: ReadonlyMap<string, Enforcement> = new Map(
  z
    .array(EnforcementRow)
    .parse(enforcementRows)
    .map((row) => [row.country, row]),
);

const names: ReadonlyMap<string, string> = new Map(
  z
    .array(z.strictObject({ code: z.string(), name: z.string() }))
    .parse(countryRows)
    .map(({ code, name }) => [code, name]),
);

/**
 * English name of a country as a sentence needs it; the code itself when it is not in our table.
 *
 * @example countryName("CD") // → "the Democratic Republic of the Congo"
 */
export function countryName(code: string): string {
  return names.get(code) ?? code;
}

/** "a", "a and b", "a, b and c". */
export function listInWords(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
}
