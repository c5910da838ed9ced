/** A row of a disclosure as the readers hand it on: what {@link settlePlace} decides, without its findings. */
import type { DisclosureRow } from "@throughline/domain";
import { settlePlace } from "../list/settle-place.ts";
import type { PlaceSource } from "../list/place-source.ts";

/** A row as it stood in the source, before anything was decided. */
export type SourceRow = PlaceSource;

/**
 * Settles one row. Pure; the same source always gives the same outcome.
 *
 * @example settleRow({ row: 2, name: "A Ltd", address: "1 Main St, Leeds, UK", country: "", raw: "" }).country; // "GB"
 */
export function settleRow(source: SourceRow): DisclosureRow {
  const {
    findings: _findings,
    partNumber: _partNumber,
    validFrom: _validFrom,
    validTo: _validTo,
    workers: _workers,
    ...row
  } = settlePlace(source, null);
  return row;
}
