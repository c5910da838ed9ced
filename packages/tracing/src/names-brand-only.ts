import { readAddressPrecision, type DisclosureRow } from "@throughline/domain";
import { isSameBrand } from "./match-products.ts";

/**
 * True when a row names the brand and no place: "Manufacturer: HP Inc., USA". Without more of an address than a
 * country it is no site. `normaliseName` takes the legal form off a company's name (the matching engine's).
 *
 * @example namesBrandOnly(row, ["HP"], normaliseName) // true for "HP Inc." in US
 */
export function namesBrandOnly(
  row: Pick<DisclosureRow, "name" | "address" | "country" | "flags">,
  brands: readonly string[],
  normaliseName: (name: string) => string,
): boolean {
  const precision = readAddressPrecision(row.address, row.country, row.flags);
  if (precision !== "none" && precision !== "country") return false;
  const name = normaliseName(row.name);
  return brands.some((brand) => name === normaliseName(brand) && isSameBrand(row.name, brand));
}
