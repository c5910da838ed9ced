/** The organisations of a notice: everything else refers to them by ids such as `ORG-0001`. */
import { alpha2Codes, alpha3Codes } from "../country/country-names.ts";
import { extension, takeWords } from "./read-values.ts";
import { findAll, findFirst, takeAt, type XmlNode } from "./xml-tree.ts";

/** An organisation or one of its touch points. */
export interface Organisation {
  readonly name: string;
  /** Registration number (BT-501); where it gives none, its id within the notice. */
  readonly id: string;
  readonly country: string | null;
}

function readCountry(place: XmlNode): string | null {
  const node = findFirst(place, "cac:PostalAddress/cac:Country/cbc:IdentificationCode");
  const code = node?.text.trim() ?? "";
  const country = alpha3Codes.get(code) ?? (alpha2Codes.has(code) ? code : null);
  if (node !== null && country !== null) node.read = true;
  return country;
}

/** Organisations by their id within the notice. */
export function readOrganisations(
  notice: XmlNode,
  language: string | null,
): ReadonlyMap<string, Organisation> {
  const organisations = new Map<string, Organisation>();
  for (const organisation of findAll(notice, `${extension}/efac:Organizations/efac:Organization`))
    for (const kind of ["efac:Company", "efac:TouchPoint"])
      for (const place of findAll(organisation, kind)) {
        const local = takeAt(place, "cac:PartyIdentification/cbc:ID");
        if (local === null) continue;
        organisations.set(local, {
          name: takeWords(place, "cac:PartyName/cbc:Name", language) ?? "",
          id: takeAt(place, "cac:PartyLegalEntity/cbc:CompanyID") ?? local,
          country: readCountry(place),
        });
      }
  return organisations;
}
