/** The checks of one row, cell by cell. See check-catalogue.ts for what the columns mean. */
import type { ListCheckEntry } from "./list-check-entry.ts";

type Severity = ListCheckEntry["severity"];

interface RowCheck extends ListCheckEntry {
  readonly scope: "row";
}

function row(
  severity: Severity,
  peer: string | null,
  title: string,
  whatToDo: string,
  corrects: boolean = false,
): RowCheck {
  return { scope: "row", severity, peer, title, whatToDo, corrects };
}

const nothingToDo = "Nothing needs to be done; undo it if the cell was right as it stood.";

/** Checks of one row by code. */
export const rowChecks = {
  // What spreadsheets and PDFs do to cells: mended by itself.
  leading_blanks: row("note", "C0010", "blanks before the text removed", nothingToDo, true),
  trailing_blanks: row("note", "C0011", "blanks after the text removed", nothingToDo, true),
  double_blanks: row("note", "C0012", "several blanks made one", nothingToDo, true),
  tab_in_cell: row("note", "C0013", "tab made a blank", nothingToDo, true),
  carriage_return_in_cell: row("note", "C0014", "carriage return made a blank", nothingToDo, true),
  line_break_in_cell: row("note", "C0015", "line break made a blank", nothingToDo, true),
  special_blanks: row("note", null, "unusual blank made an ordinary one", nothingToDo, true),
  invisible_characters: row("note", null, "invisible characters removed", nothingToDo, true),
  control_characters: row(
    "note",
    null,
    "control characters removed",
    "Nothing needs to be done. They cannot be kept, because they cannot be stored or printed.",
  ),
  text_marker: row(
    "note",
    null,
    "apostrophe before a number or sign removed",
    "Nothing needs to be done; spreadsheets put the apostrophe there to keep a number as text. Undo it if it belongs to the name.",
    true,
  ),
  stray_quotes: row("note", "C0008", "stray quotation marks removed", nothingToDo, true),
  repeated_commas: row("note", "C0020", "repeated commas made one", nothingToDo, true),
  spreadsheet_error: row(
    "warning",
    "C0019",
    "error code of a spreadsheet read as empty",
    "Mend the formula in the spreadsheet, or type what belongs here.",
    true,
  ),
  placeholder: row(
    "note",
    null,
    "placeholder such as 'n/a' read as empty",
    "Nothing needs to be done; undo it if the word is really meant.",
    true,
  ),
  merged_cells: row(
    "note",
    null,
    "cell merged over several rows read into each of them",
    "Look whether the value belongs to every one of these rows.",
  ),
  read_differently: row(
    "note",
    null,
    "text taken apart or completed while reading",
    "Compare with the source, which is kept beside the row.",
  ),

  // Numbers and dates that a spreadsheet made of text, and text it made of numbers.
  scientific_notation: row(
    "warning",
    null,
    "number shortened by the spreadsheet (1.23E+15)",
    "The digits are lost: type the full number as text.",
  ),
  decimal_in_code: row(
    "note",
    null,
    "decimal point after a postal code removed",
    nothingToDo,
    true,
  ),
  leading_zero_lost: row(
    "warning",
    null,
    "postal code shorter than the country's codes",
    "A leading zero may be lost: compare with the address and type the code as text.",
  ),
  date_in_name: row(
    "warning",
    null,
    "date where a name or part number should stand",
    "Spreadsheets turn '3-6' into a date: type what stood there as text.",
  ),
  number_as_name: row(
    "warning",
    null,
    "number where a name should stand",
    "Look whether the columns are assigned rightly, and type the name of the site.",
  ),

  // Names and addresses.
  name_missing: row(
    "error",
    "C0026",
    "no name",
    "Give the name of the company that runs the site.",
  ),
  row_names_nothing: row(
    "error",
    null,
    "neither name nor address",
    "Give the name of the site and its address.",
  ),
  no_address_no_country: row(
    "error",
    null,
    "neither address nor country",
    "Add the address or at least the country, or ask for it.",
  ),
  address_missing: row("warning", null, "no address", "Add the address, or ask for it."),
  region_for_address: row(
    "warning",
    null,
    "only a region instead of an address",
    "Add the full address of each site, or ask for it.",
  ),
  short_name: row(
    "note",
    "C0017",
    "very short name",
    "Give the full registered name with its legal form; it helps to find the site again.",
  ),
  short_address: row(
    "note",
    "C0018",
    "very short address",
    "Give street, number, postal code and town; under 25 characters an address can seldom be placed.",
  ),
  cell_long: row(
    "warning",
    "C0016",
    "very long cell (over 200 characters)",
    "Look whether two cells or two sites were run together.",
  ),
  address_parts_long: row(
    "note",
    "C0024",
    "address parts longer than 200 characters together",
    "Look whether the columns of the address are assigned rightly.",
  ),
  cell_too_long: row(
    "error",
    null,
    "cell too long to be kept",
    "Shorten the name to 400 and the address to 1,000 characters; one row is one site.",
  ),
  unusual_characters: row(
    "warning",
    "C0007",
    "characters that look damaged",
    "Type the text again, or save the list as UTF-8. Names in any script are welcome as they are.",
  ),
  swapped_name_and_address: row(
    "warning",
    null,
    "name and address exchanged",
    "Look whether they now stand rightly; undo it if not.",
    true,
  ),
  repeated_words_in_address: row(
    "note",
    "C0027",
    "words repeated in the address",
    "Look whether the repetition is meant.",
  ),
  address_cut_off: row(
    "warning",
    null,
    "address that seems cut off",
    "Give the full address; the rest may stand in the next row or column.",
  ),
  po_box: row(
    "warning",
    "C0009",
    "post office box instead of a street",
    "Add the street address of the place where the work is done, or ask for it.",
  ),

  // What kind of place.
  head_office: row(
    "warning",
    null,
    "head office, not a production site",
    "Name the sites where the products are made, or ask for them; a head office does not count as one.",
  ),
  warehouse: row(
    "warning",
    null,
    "warehouse, not a production site",
    "Name the site where the goods are made, or ask for it; a warehouse does not count as a production site.",
  ),
  not_manufacturing: row(
    "warning",
    null,
    "place that makes nothing (sales, design, transport, import)",
    "Name the site where the goods are made, or ask for it.",
  ),
  packer: row("note", null, "packer", "Name who makes what is packed here, or ask for it."),

  // Countries and territories.
  country_missing: row(
    "warning",
    null,
    "no country",
    "Give the country's name or its two-letter code.",
  ),
  country_not_recognised: row(
    "warning",
    "C0001",
    "country not recognised",
    "Write the country's name or its two-letter code.",
  ),
  country_from_address: row(
    "note",
    null,
    "country read from the address",
    "Look whether it is right.",
    true,
  ),
  country_from_name: row(
    "note",
    null,
    "country read from the company's name",
    "Look whether it is right.",
    true,
  ),
  province_as_country: row(
    "note",
    null,
    "province of China in the column for countries",
    "Look whether China is right.",
    true,
  ),
  hong_kong_filed_under_china: row(
    "warning",
    "C0003",
    "Hong Kong filed under China",
    "Look whether the site lies in Hong Kong; undo it if it lies in mainland China.",
    true,
  ),
  macau_filed_under_china: row(
    "warning",
    "C0004",
    "Macau filed under China",
    "Look whether the site lies in Macau; undo it if it lies in mainland China.",
    true,
  ),
  taiwan_filed_under_china: row(
    "warning",
    "C0005",
    "Taiwan filed under China",
    "Look whether the site lies in Taiwan; undo it if it lies in mainland China.",
    true,
  ),
  country_contradicts_address: row(
    "warning",
    "C0006",
    "address names another country",
    "Find out which is right and correct the country or the address.",
  ),
  country_code_contradicts_address: row(
    "note",
    "C0025",
    "address ends with the code of another country",
    "Look whether the letters at the end of the address mean a country.",
  ),

  // Other columns.
  coordinate_not_read: row(
    "warning",
    null,
    "coordinate that is no number in range",
    "Give latitude and longitude in decimal degrees, such as 31.2304 and 121.4737.",
  ),
  coordinates_incomplete: row(
    "warning",
    null,
    "only one of latitude and longitude",
    "Give both, or neither.",
  ),
  coordinates_zero: row(
    "warning",
    null,
    "coordinates 0, 0",
    "Give the real coordinates, or leave both cells empty.",
  ),
  swapped_coordinates: row(
    "warning",
    null,
    "latitude and longitude exchanged",
    "Look whether the point now lies at the site; undo it if not.",
    true,
  ),
  os_id_not_valid: row(
    "warning",
    null,
    "OS ID that cannot be right",
    "Compare it with Open Supply Hub and correct it.",
  ),
  tier_not_recognised: row(
    "warning",
    null,
    "tier not recognised",
    "Write a stage: raw material, smelter, material, component, sub-assembly or final assembly. 'Tier 2' alone names none.",
  ),
  date_not_read: row(
    "warning",
    null,
    "date that cannot be read, or can be read two ways",
    "Write dates as year-month-day, such as 2026-03-31.",
  ),
  period_reversed: row(
    "warning",
    null,
    "period that ends before it begins",
    "Correct the two dates; until then none is taken.",
  ),
  workers_not_read: row(
    "warning",
    null,
    "number of workers that is no whole number",
    "Write one whole number.",
  ),
  values_separated_by_commas: row(
    "note",
    "C0022",
    "part numbers separated by commas read as several",
    "Nothing needs to be done; undo it if the comma belongs to one part number. Better: separate them by a vertical bar (|).",
    true,
  ),
  commas_beside_bars: row(
    "note",
    "C0023",
    "commas beside the vertical bars of a list removed",
    nothingToDo,
    true,
  ),
  perhaps_several_values: row(
    "note",
    "C0021",
    "commas where several values are separated by vertical bars",
    "If several products or components are meant, separate them by a vertical bar (|).",
  ),

  // Rows that are no place.
  repeated_heading: row("error", null, "headings repeated", "Nothing needs to be done."),
  totals_row: row(
    "error",
    null,
    "totals, not a place",
    "Leave totals out of the list; if it is a place, give its address and country.",
  ),

  // What a person did.
  typed_anew: row(
    "note",
    null,
    "cell typed anew by a person",
    "Nothing needs to be done; take the change back if it was wrong.",
  ),
  left_out: row(
    "error",
    null,
    "row left out by a person",
    "Nothing needs to be done; take it in again if it is a site.",
  ),
} as const satisfies Record<string, RowCheck>;

/** A code of a check of one row. */
export type RowCheckCode = keyof typeof rowChecks;
