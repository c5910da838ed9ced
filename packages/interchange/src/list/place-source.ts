/** A row as it stood in the source, sorted into fields, before anything was decided. */
import type { RowFlag } from "@throughline/domain";

/** Empty string or left out: the source says nothing. */
export interface PlaceSource {
  readonly row: number;
  readonly name: string;
  readonly address: string;
  readonly country: string;
  readonly region?: string | undefined;
  readonly postcode?: string | undefined;
  readonly latitude?: string | undefined;
  readonly longitude?: string | undefined;
  readonly osId?: string | undefined;
  readonly product?: string | undefined;
  readonly partNumber?: string | undefined;
  readonly component?: string | undefined;
  readonly tier?: string | undefined;
  /** What a column for the kind of place says. */
  readonly kind?: string | undefined;
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
  readonly workers?: string | undefined;
  readonly raw: string;
  /** The address was put together from several columns. */
  readonly addressParts?: number | undefined;
  /** Name and address come from columns (and may stand exchanged), not from running text. */
  readonly fromColumns?: boolean | undefined;
  /** What the reader itself noticed or changed before. */
  readonly flags?: readonly RowFlag[] | undefined;
  readonly changes?: readonly string[] | undefined;
  /** The source ends inside this item: kept although its address or country is missing. */
  readonly cutOff?: boolean | undefined;
  /** A country in the name is taken when nothing else names one (importers on labels). */
  readonly countryFromName?: boolean | undefined;
  /** The reader already knows that this row repeats the headings. */
  readonly repeatsHeadings?: boolean | undefined;
}
