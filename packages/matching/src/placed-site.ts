/** What placing works on: the place that is named, and the site it may be. */
import type { AddressPrecision, RowFlag } from "@throughline/domain";
import type { KnownSite } from "./decide-placement.ts";

/** A place as a disclosure names it. Empty text and unknown are `null`. */
export interface NamedPlace {
  readonly name: string;
  readonly address: string | null;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly osId: string | null;
  readonly flags: readonly RowFlag[];
}

/** A site with the values that later places may complete. */
export interface PlacedSite extends KnownSite {
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: AddressPrecision;
  readonly flags: readonly string[];
}
