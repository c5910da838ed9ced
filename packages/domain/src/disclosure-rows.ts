/** What reading a disclosure yields: every row ends accepted, corrected or rejected; nothing is dropped. */
import { z } from "zod";
import { RowOutcome, Tier } from "./vocabulary.ts";
import { CountryCode } from "./values.ts";

/** Things noticed about a row that a person should see. None of them drops a row. */
export const rowFlags = [
  "head_office",
  "warehouse",
  "not_manufacturing",
  "packer",
  "po_box",
  "country_from_address",
  "country_contradicts_address",
  "territory_filed_under_china",
  "duplicate_in_list",
  "near_duplicate_in_list",
  "short_address",
  "short_name",
  "name_missing",
  "address_missing",
  "country_missing",
  "address_cut_off",
  "whitespace_repaired",
  "unusual_characters",
  "identity_masked",
] as const;
export const RowFlag = z.enum(rowFlags);
export type RowFlag = z.infer<typeof RowFlag>;

/** One row of a disclosure as read. `row` counts from 1 in the source (the header row counts; list items count from 1). */
export const DisclosureRow = z.strictObject({
  row: z.int().positive(),
  outcome: RowOutcome,
  name: z.string(),
  address: z.string(),
  country: CountryCode.nullable(),
  flags: z.array(RowFlag),
  /** Corrected: what was changed and why. Rejected: why, and what to do. `null` when accepted. */
  reason: z.string().nullable(),
  /** Other columns the reader knows. */
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  osId: z.string().nullable(),
  product: z.string().nullable(),
  component: z.string().nullable(),
  tier: Tier.nullable(),
  /** The cells or text as they stood in the source. */
  raw: z.string(),
});
export type DisclosureRow = z.infer<typeof DisclosureRow>;

/** How a disclosure came. `release`: a supplier's release, taken as it stands. */
export const DisclosureFormat = z.enum(["csv", "xlsx", "ods", "label_text", "form", "release"]);
export type DisclosureFormat = z.infer<typeof DisclosureFormat>;

/** A disclosure as read from a file, a pasted label or a form. `counts` always add up to `rows.length`. */
export const ReadDisclosure = z.strictObject({
  format: DisclosureFormat,
  rows: z.array(DisclosureRow),
  counts: z.strictObject({
    read: z.int(),
    accepted: z.int(),
    corrected: z.int(),
    rejected: z.int(),
  }),
  /** True when the source says the places are alternatives ("one of the following"). */
  alternatives: z.boolean(),
  /** True when the text ends in the middle of an item. */
  truncated: z.boolean(),
  /** Country of the market the label was made for, when the text says so. */
  foreignMarket: CountryCode.nullable(),
  /** Brand named at the head of the label. */
  brand: z.string().nullable(),
  /** Notes on the whole source, in sentences. */
  notes: z.array(z.string()),
});
export type ReadDisclosure = z.infer<typeof ReadDisclosure>;
