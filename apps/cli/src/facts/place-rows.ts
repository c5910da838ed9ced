/**
 * Sites of all disclosures of one line. The matching engine decides which places are one site, which may be, and what
 * a later list adds, as it does on a server; here it remembers the lists of this one contract and nothing else.
 */
import type { DisclosureRow, SiteFact } from "@throughline/domain";
import { hasLegalForm } from "@throughline/interchange";
import { createSitePlacer, type PlacedSite } from "@throughline/matching";

/** One list, in the order it came. */
export interface ListToPlace {
  readonly disclosureId: string;
  /** Its rows that name a place. */
  readonly rows: readonly DisclosureRow[];
}

/** The sites, and which of them each row became. */
export interface PlacedRows {
  readonly sites: readonly SiteFact[];
  readonly siteIdOf: ReadonlyMap<DisclosureRow, string>;
}

/** Places the rows of the lists one after the other. A site is called after the row that named it first. */
export function placeRows(lists: readonly ListToPlace[]): PlacedRows {
  let firstNamed = "";
  const placer = createSitePlacer({ makeId: () => firstNamed });
  const siteIdOf = new Map<DisclosureRow, string>();
  for (const { disclosureId, rows } of lists) {
    placer.startList();
    for (const row of rows) {
      firstNamed = `${disclosureId}/place-${row.row}`;
      const { siteId } = placer.place({ ...row, address: row.address === "" ? null : row.address });
      siteIdOf.set(row, siteId);
    }
  }
  const reviewWith = new Map<string, SiteFact["reviewWith"]>();
  for (const { one, other, probability } of placer.takeChanges().pairs)
    reviewWith.set(one.id, [...(reviewWith.get(one.id) ?? []), { siteId: other.id, probability }]);
  const sites = placer.sites().map((site) => toFact(site, reviewWith.get(site.id) ?? []));
  return { sites, siteIdOf };
}

function toFact(site: PlacedSite, reviewWith: SiteFact["reviewWith"]): SiteFact {
  const { id, name, address, country, latitude, longitude, precision, osId, flags } = site;
  return {
    id,
    name,
    legalName: hasLegalForm(name),
    address,
    country,
    latitude,
    longitude,
    precision,
    // What a label or list says, the declarer says: nothing more is known from files.
    verification: "self_declared",
    osId,
    flags: [...flags],
    reviewWith,
  };
}
