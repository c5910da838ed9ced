/** Reads places entered one by one. */
import { z } from "zod";
import type { ReadDisclosure } from "@throughline/domain";
import { AppError } from "@throughline/domain";
import { finishDisclosure } from "./finish-disclosure.ts";
import type { SourceRow } from "./settle-row.ts";

const text = z.string().max(5_000).nullish();
const coordinate = z.union([z.number(), z.string().max(40)]).nullish();

/** One place as a form sends it. Everything but the name may be left out. */
export const FormPlace = z.strictObject({
  name: text,
  address: text,
  country: text,
  region: text,
  latitude: coordinate,
  longitude: coordinate,
  osId: text,
  product: text,
  component: text,
  tier: text,
  /** What kind of place it is, in the sender's words. */
  kind: text,
});
export type FormPlace = z.infer<typeof FormPlace>;

function toSource(place: FormPlace, index: number): SourceRow {
  const said = (value: string | number | null | undefined): string =>
    value === null || value === undefined ? "" : String(value);
  return {
    row: index + 1,
    name: said(place.name),
    address: said(place.address),
    country: said(place.country),
    region: said(place.region),
    latitude: said(place.latitude),
    longitude: said(place.longitude),
    osId: said(place.osId),
    product: said(place.product),
    component: said(place.component),
    tier: said(place.tier),
    kind: said(place.kind),
    fromColumns: true,
    raw: JSON.stringify(place),
  };
}

/**
 * Reads the places of a form.
 *
 * @throws AppError `input_invalid` with places (`/0/name`), `file_empty` without a place.
 * @example readForm([{ name: "Foo Ltd", address: "1 Road, Leeds", country: "UK" }]).rows[0]?.country; // "GB"
 */
export function readForm(places: unknown): ReadDisclosure {
  const parsed = z.array(FormPlace).safeParse(places);
  if (!parsed.success) {
    throw new AppError(
      "input_invalid",
      undefined,
      parsed.error.issues.map((issue) => ({
        path: `/${issue.path.map(String).join("/")}`,
        message: issue.message,
      })),
    );
  }
  if (parsed.data.length === 0) throw new AppError("file_empty", "The form names no place.");
  return finishDisclosure(parsed.data.map(toSource), { format: "form" });
}
