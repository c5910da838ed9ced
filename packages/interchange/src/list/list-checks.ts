/** The checks that compare rows or look at the columns and the file. See check-catalogue.ts for what the columns mean. */
import type { ListCheckEntry } from "./list-check-entry.ts";

type Severity = ListCheckEntry["severity"];

function list(
  severity: Severity,
  peer: string | null,
  title: string,
  whatToDo: string,
): ListCheckEntry {
  return { scope: "list", severity, peer, title, whatToDo, corrects: false };
}

/** Checks of lists and files by code. */
export const listChecks = {
  // Rows that repeat others. None is dropped: whether two rows are one site is a person's decision.
  identical_rows: list(
    "warning",
    "T0010",
    "repeats an earlier row",
    "Leave one of the two out, unless they speak about different things.",
  ),
  very_similar_rows: list(
    "warning",
    "T0011",
    "nearly the same as an earlier row",
    "Look whether both are one site, and leave one out if so.",
  ),
  possibly_similar_rows: list(
    "note",
    "T0012",
    "resembles an earlier row",
    "Look whether both are one site.",
  ),
  differs_in_factory_number: list(
    "note",
    "T0013",
    "same as an earlier row but for the number of the factory or unit",
    "Look whether these are two units or one that was typed twice.",
  ),
  differs_only_in_numbers: list(
    "note",
    "T0014",
    "same as an earlier row but for numbers",
    "Look whether these are two addresses or one that was typed twice.",
  ),
  trailing_group: list(
    "warning",
    null,
    "group at the end that begins the alphabet anew, perhaps head offices",
    "Look whether these are production sites; head offices do not count as such.",
  ),
  address_in_next_row: list(
    "warning",
    null,
    "address that perhaps goes on in the next row",
    "Look whether both rows are one site; type the full address and leave the other row out.",
  ),

  // Columns.
  country_column_missing: {
    ...list(
      "warning",
      "T0001",
      "no column for countries",
      "Add a column 'country'; until then countries are read from the addresses where these name one.",
    ),
    alsoPeer: ["C0002"],
  },
  address_column_missing: list(
    "warning",
    "T0003",
    "no column for addresses",
    "Add a column 'address', or ask for the address of each site.",
  ),
  product_column_missing: list(
    "note",
    "T0004",
    "no column for products or components",
    "Say which of our products each site makes: in a column 'product', or in the grid after the upload.",
  ),
  longitude_column_missing: list(
    "warning",
    "T0005",
    "latitude without longitude",
    "Add a column 'longitude'; until then no coordinates are taken.",
  ),
  latitude_column_missing: list(
    "warning",
    "T0006",
    "longitude without latitude",
    "Add a column 'latitude'; until then no coordinates are taken.",
  ),
  coordinates_given: list(
    "note",
    "T0007",
    "coordinates taken from the list",
    "Nothing needs to be done; the list's coordinates go before a place read from the address.",
  ),
  column_not_read: list(
    "note",
    "T0008",
    "column kept in the source but not read",
    "Nothing needs to be done; assign the column if it should be read.",
  ),
  other_template: list(
    "note",
    "T0015",
    "several sheets, one of which was read",
    "Any list is taken, no template is needed. Choose another sheet if the wrong one was read.",
  ),

  // Whole files.
  name_column_missing: {
    scope: "file",
    severity: "error",
    peer: "T0002",
    title: "no column for names",
    whatToDo: "Name the column that holds the sites' names, or assign it after the upload.",
    corrects: false,
    error: "columns_not_recognised",
  },
  no_rows: {
    scope: "file",
    severity: "error",
    peer: "T0009",
    title: "no rows",
    whatToDo: "Check that the list is on the first sheet and send it again.",
    corrects: false,
    error: "file_empty",
  },
} as const satisfies Record<string, ListCheckEntry>;

/** A code of a check of lists or files. */
export type ListCheckCode = keyof typeof listChecks;
