/** What the columns alone tell, before any row is looked at. */
import type { ColumnMapping, Finding, ListField } from "@throughline/domain";
import { repairWhitespace } from "../disclosure/repair-cell.ts";
import { makeListFinding } from "./make-finding.ts";
import { isRejectTitle } from "./reject-titles.ts";

/**
 * Findings about the columns of a list. `titles` are the cells of the heading row; `otherSheets` the names of sheets
 * that are not read. A missing column for names is an error: the list cannot be taken until one is assigned.
 *
 * @example checkColumns(mapping, ["name", "lat"], []).map((finding) => finding.check)
 */
export function checkColumns(
  mapping: ColumnMapping,
  titles: readonly string[],
  otherSheets: readonly string[],
): Finding[] {
  const fields = new Set<ListField>(mapping.columns.map(({ field }) => field));
  const used = new Set(mapping.columns.map(({ index }) => index));
  const findings: Finding[] = [];
  const find = (...args: Parameters<typeof makeListFinding>): void => {
    findings.push(makeListFinding(...args));
  };
  if (!fields.has("name"))
    find("name_column_missing", "No column holds the names of the sites.", { field: "name" });
  if (!(["address", "street", "city", "postcode"] as const).some((field) => fields.has(field)))
    find("address_column_missing", "The list has no column for addresses.", { field: "address" });
  if (!fields.has("country"))
    find("country_column_missing", "The list has no column for countries.", { field: "country" });
  if (!(["product", "partNumber", "component"] as const).some((field) => fields.has(field)))
    find("product_column_missing", "The list does not say what each site makes.");
  if (fields.has("latitude") && !fields.has("longitude"))
    find("longitude_column_missing", "There is a column for latitude and none for longitude.", {
      field: "longitude",
    });
  else if (fields.has("longitude") && !fields.has("latitude"))
    find("latitude_column_missing", "There is a column for longitude and none for latitude.", {
      field: "latitude",
    });
  else if (fields.has("latitude"))
    find("coordinates_given", "Latitude and longitude are taken from the list.", {
      field: "latitude",
    });
  for (const [index, title] of titles.entries()) {
    const text = repairWhitespace(title);
    if (text !== "" && !used.has(index) && !isRejectTitle(text))
      find("column_not_read", `The column '${text}' is kept in the source but not read.`);
  }
  if (otherSheets.length > 0)
    find("other_template", `Not read: ${otherSheets.map((name) => `'${name}'`).join(", ")}.`);
  return findings;
}
