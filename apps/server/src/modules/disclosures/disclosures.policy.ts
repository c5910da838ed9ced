/** Decisions about disclosures that need no database. */
import type { DisclosureAbout } from "@throughline/contract";
import { AppError, type DisclosureRow, type ReadDisclosure } from "@throughline/domain";
import type { NamedPlace } from "@throughline/matching";
import type { LinkPlan, NamedProduct } from "@throughline/tracing";

/** More links than this come from a list that nobody meant for every product. */
export const mostLinks = 250_000;

/** Longer lists are taken by an intake: it can be watched, stopped and gone on with, and holds nobody up. */
export const mostRowsAtOnce = 2_000;

/** @throws AppError `file_too_large`, saying where a long list is sent. */
export function refuseLongList(read: Pick<ReadDisclosure, "rows">): void {
  if (read.rows.length > mostRowsAtOnce)
    throw new AppError(
      "file_too_large",
      `The list has ${read.rows.length} rows. More than ${mostRowsAtOnce} are not taken while you wait: send it to POST /contracts/{id}/intakes, where it is worked off with progress and can be stopped.`,
    );
}

/** @throws AppError `date_in_future`. */
export function refuseFutureDates(
  about: Pick<DisclosureAbout, "receivedOn" | "asOf">,
  today: string,
): void {
  for (const [path, date] of [
    ["/receivedOn", about.receivedOn],
    ["/asOf", about.asOf],
  ] as const) {
    if (date !== null && date > today)
      throw new AppError("date_in_future", undefined, [
        { path, message: `${date} lies in the future.` },
      ]);
  }
}

/** @throws AppError `reference_unknown` for a product that is not the contract's. */
export function refuseUnknownProducts(
  about: Pick<DisclosureAbout, "productIds">,
  products: readonly NamedProduct[],
): void {
  const known = new Set(products.map(({ id }) => id));
  const unknown = about.productIds.findIndex((id) => !known.has(id));
  if (unknown >= 0)
    throw new AppError("reference_unknown", undefined, [
      { path: `/productIds/${unknown}`, message: "This is not a product of the contract." },
    ]);
}

/** What to say of a list that would make too many links. */
export function sayTooManyLinks(): string {
  return `Linking every place to every product would make more than ${mostLinks} links. Choose the products this list speaks about.`;
}

/** @throws AppError `input_invalid`. */
export function refuseTooManyLinks({ tooMany }: LinkPlan): void {
  if (!tooMany) return;
  const message = sayTooManyLinks();
  throw new AppError("input_invalid", message, [{ path: "/productIds", message }]);
}

/** Brands the disclosure may speak for. */
export function brandsOf(
  said: string | null,
  read: Pick<ReadDisclosure, "brand">,
  products: readonly Pick<NamedProduct, "brand">[],
): string[] {
  const brand = said ?? read.brand;
  return brand === null ? [...new Set(products.map((product) => product.brand))] : [brand];
}

/** The place a row names. */
export function toPlace(
  row: Pick<
    DisclosureRow,
    "name" | "address" | "country" | "latitude" | "longitude" | "osId" | "flags"
  >,
): NamedPlace {
  return {
    name: row.name,
    address: row.address === "" ? null : row.address,
    country: row.country,
    latitude: row.latitude,
    longitude: row.longitude,
    osId: row.osId,
    flags: row.flags,
  };
}
