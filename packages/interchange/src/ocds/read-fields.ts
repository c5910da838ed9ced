/** Fields that stand in many places of a release: values, classifications, parties and references to them. */
import { recogniseCountry } from "../country/recognise-country.ts";
import { currencyName } from "../notice/currency-name.ts";
import type { NoticeValue } from "../notice/empty-procurement.ts";
import type { JsonCursor } from "../notice/json-cursor.ts";
import { readCpv } from "../notice/read-cpv.ts";

/** An amount with its currency; one without either is left among the unread. */
export function readValue(place: JsonCursor | null, key: string): NoticeValue | null {
  const value = place?.object(key) ?? null;
  if (value === null) return null;
  const amount = value.number("amount");
  const currency = currencyName(value.text("currency"));
  if (amount !== null && currency !== null) return { amount, currency };
  value.leave("amount");
  value.leave("currency");
  return null;
}

function readClassification(place: JsonCursor | null): string[] {
  if (place === null) return [];
  const scheme = place.text("scheme");
  const code = readCpv(place.id("id"));
  if (code !== null && scheme !== null && /^cpv/iu.test(scheme)) return [code];
  place.leave("scheme");
  place.leave("id");
  return [];
}

/** CPV codes of an item, a tender or a lot: the classification and the further ones. */
export function readCpvs(place: JsonCursor): string[] {
  return [
    ...readClassification(place.object("classification")),
    ...place.list("additionalClassifications").flatMap(readClassification),
  ];
}

/** A party with what is read of it. */
export interface Party {
  readonly name: string;
  readonly id: string | null;
  readonly country: string | null;
  readonly roles: readonly string[];
}

/** The parties of a release; a country that cannot be told stays unread. */
export function readParties(release: JsonCursor): Party[] {
  return release.list("parties").map((party) => {
    const address = party.object("address");
    let country: string | null = null;
    for (const key of ["country", "countryName"]) {
      const named = address?.text(key) ?? null;
      if (named === null) continue;
      const code = recogniseCountry(named);
      if (code === null) address?.leave(key);
      else country ??= code;
    }
    return {
      name: party.text("name") ?? "",
      id: party.id("id"),
      country,
      roles: party.texts("roles"),
    };
  });
}

/** A reference to a party, completed from the list of parties. */
export function readReference(place: JsonCursor | null, parties: readonly Party[]): Party | null {
  if (place === null) return null;
  const id = place.id("id");
  const name = place.text("name");
  const known = parties.find((party) => party.id !== null && party.id === id);
  if (known === undefined && name === null) return null;
  return {
    name: name ?? known?.name ?? "",
    id,
    country: known?.country ?? null,
    roles: known?.roles ?? [],
  };
}
