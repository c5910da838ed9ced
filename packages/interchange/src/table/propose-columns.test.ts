import type { GridRow, SheetAbout } from "@throughline/domain";
import { ColumnProposal } from "@throughline/domain";
import { describe, expect, it } from "vitest";
import { recogniseHeading } from "./recognise-heading.ts";
import { chooseSheet, mappingFingerprint, proposeColumns } from "./propose-columns.ts";

function toGrid(rows: readonly (readonly string[])[]): GridRow[] {
  return rows.flatMap((cells, index) =>
    cells.some((cell) => cell !== "") ? [{ row: index + 1, cells: [...cells] }] : [],
  );
}

function sheetOf(grid: readonly GridRow[], more: Partial<SheetAbout> = {}): SheetAbout {
  return {
    index: 0,
    name: "Sites",
    hidden: false,
    rows: grid.length,
    columns: Math.max(0, ...grid.map(({ cells }) => cells.length)),
    ...more,
  };
}

function propose(rows: readonly (readonly string[])[]): ColumnProposal {
  const grid = toGrid(rows);
  return ColumnProposal.parse(proposeColumns(sheetOf(grid), grid, null));
}

function fieldsOf(proposal: ColumnProposal): (string | null)[] {
  return proposal.columns.map(({ field }) => field);
}

const site = ["Foo Electronics Co., Ltd.", "No. 5 Long Road, Shenzhen, Guangdong", "China"];

describe("headings", () => {
  it.each([
    [
      "en",
      [
        "Factory Name",
        "Address",
        "Country",
        "Part Number",
        "Valid from",
        "Valid until",
        "Number of workers",
      ],
    ],
    [
      "de",
      [
        "Werksname",
        "Anschrift",
        "Land",
        "Teilenummer",
        "Gültig ab",
        "Gültig bis",
        "Anzahl Beschäftigte",
      ],
    ],
    [
      "fr",
      [
        "Nom de l’usine",
        "Adresse complète",
        "Pays",
        "Numéro de pièce",
        "Depuis",
        "Date de fin",
        "Effectif",
      ],
    ],
    [
      "es",
      [
        "Nombre de la fábrica",
        "Dirección",
        "País",
        "Número de pieza",
        "Válido desde",
        "Válido hasta",
        "Número de trabajadores",
      ],
    ],
    [
      "nl",
      [
        "Naam fabriek",
        "Volledig adres",
        "Land",
        "Onderdeelnummer",
        "Geldig vanaf",
        "Geldig tot",
        "Aantal werknemers",
      ],
    ],
    [
      "sv",
      [
        "Fabrikens namn",
        "Adress",
        "Land",
        "Artikelnummer",
        "Giltig från",
        "Giltig till",
        "Antal anställda",
      ],
    ],
    ["zh", ["工厂名称", "工厂地址", "国家", "零件号", "开始日期", "结束日期", "员工人数"]],
  ] as const)("in %s", (language, titles) => {
    const proposal = propose([titles, [...site, "A-1", "2025-01-01", "2026-01-01", "250"]]);
    expect(fieldsOf(proposal)).toEqual([
      "name",
      "address",
      "country",
      "partNumber",
      "validFrom",
      "validTo",
      "workers",
    ]);
    expect(proposal.columns.map((column) => column.language)).toEqual(titles.map(() => language));
    expect(proposal.columns.map(({ from }) => from)).toEqual(titles.map(() => "heading"));
    expect(proposal.mapping.headerRow).toBe(1);
    expect(proposal.certain).toBe(true);
  });

  it.each([
    ["Part #", "partNumber"],
    ["P/N", "partNumber"],
    ["# workers", "workers"],
    ["No. of Workers (approx.)", "workers"],
    ["Name of the factory*", "name"],
    ["工厂名称 Factory name", "name"],
    ["Zip/Postal Code", "postcode"],
    ["State/Province", "region"],
    ["FacilityAddress", "address"],
    ["Land (Pflichtfeld)", "country"],
    ["#", null],
    ["Telephone", null],
    ["E-mail: someone@example.org", null],
  ])("%s", (title, field) => {
    expect(recogniseHeading(title)?.field ?? null).toBe(field);
  });

  it("of the Open Supply Hub template", () => {
    const proposal = propose([
      ["country", "name", "address", "sector_product_type", "lat", "lng", "number_of_workers"],
      ["China", site[0] ?? "", site[1] ?? "", "Electronics", "22.5", "114.1", "250"],
    ]);
    expect(new Set(proposal.columns.map(({ language }) => language))).toEqual(new Set(["oshub"]));
    expect(fieldsOf(proposal)).toEqual([
      "country",
      "name",
      "address",
      "component",
      "latitude",
      "longitude",
      "workers",
    ]);
    expect(proposal.certain).toBe(true);
  });

  it("below title rows, which are named", () => {
    const proposal = propose([
      ["Supplier disclosure 2026"],
      [],
      ["Contact: a.person@example.org"],
      ["Name", "Address", "Country"],
      site,
    ]);
    expect(proposal.mapping.headerRow).toBe(4);
    expect(proposal.notes[0]).toBe(
      "Above the headings stands: Supplier disclosure 2026 / Contact: a.person@example.org.",
    );
    expect(proposal.certain).toBe(true);
  });

  it("of two rows: the group tells whose name and address it is", () => {
    const proposal = propose([
      ["Head office", "", "", "Factory", "", "", "Product"],
      ["Name", "Address", "Country", "Name", "Address", "Country", ""],
      ["Foo Holding", "1 Bank Street, London", "UK", ...site, "Book 14"],
    ]);
    expect(fieldsOf(proposal)).toEqual([null, null, null, "name", "address", "country", "product"]);
    expect(proposal.mapping.headerRow).toBe(2);
    expect(proposal.columns[3]?.title).toBe("Factory Name");
    expect(proposal.notes.join(" ")).not.toContain("Above the headings");
  });

  it("of two rows: parts of the address below it, other headings beside", () => {
    const proposal = propose([
      ["Name", "Address", "", "", "Country"],
      ["", "Street", "City", "Postcode", ""],
      ["Foo Ltd", "5 Long Road", "Leeds", "LS1 2AB", "UK"],
    ]);
    expect(fieldsOf(proposal)).toEqual(["name", "street", "city", "postcode", "country"]);
    expect(proposal.mapping.headerRow).toBe(2);
  });

  it("two of one kind: the first is proposed and a person is asked", () => {
    const proposal = propose([
      ["Name", "Name", "Address", "Country"],
      ["Foo", ...site],
    ]);
    expect(fieldsOf(proposal)).toEqual(["name", null, "address", "country"]);
    expect(proposal.certain).toBe(false);
    expect(proposal.notes.join(" ")).toContain("Two columns are headed 'Name'");
  });
});

describe("contents", () => {
  const sites = [
    ["UK", "Foo Electronics Ltd", "5 Long Road, Leeds"],
    ["China", "Bar Metal Co., Ltd.", "No. 6 Short Road, Dongguan"],
    ["Vietnam", "Baz Company Limited", "Lot 7, Industrial Zone, Hai Phong"],
  ];

  it("tell where the headings say nothing, and a person is asked", () => {
    const proposal = propose([["A", "B", "C"], ...sites]);
    expect(fieldsOf(proposal)).toEqual(["country", "name", "address"]);
    expect(proposal.columns.map(({ from }) => from)).toEqual(["contents", "contents", "contents"]);
    expect(proposal.mapping.headerRow).toBe(1);
    expect(proposal.certain).toBe(false);
    expect(propose(sites).mapping.headerRow).toBe(null);
  });

  it("show that name and address stand exchanged", () => {
    const proposal = propose([
      ["Name", "Address", "Country"],
      ...sites.map(([country, name, address]) => [
        `${address ?? ""}, ${country ?? ""}`,
        name ?? "",
        country ?? "",
      ]),
    ]);
    expect(fieldsOf(proposal)).toEqual(["address", "name", "country"]);
    expect(proposal.certain).toBe(false);
    expect(proposal.notes.join(" ")).toContain("the other way round");
  });

  it("show that latitude and longitude stand exchanged", () => {
    const proposal = propose([
      ["Name", "Address", "Country", "Lat", "Lng"],
      [...site, "114.05", "22.54"],
      [...site, "113,75", "23,02"],
    ]);
    expect(fieldsOf(proposal).slice(3)).toEqual(["longitude", "latitude"]);
    expect(proposal.notes.join(" ")).toContain("no latitude reaches");
  });

  it("are shown as examples, five and short", () => {
    const proposal = propose([
      ["Name", "Address"],
      ...Array.from({ length: 9 }, (_, at) => [`Foo ${at % 7}`, "x".repeat(500)]),
    ]);
    expect(proposal.columns[0]?.examples).toEqual(["Foo 0", "Foo 1", "Foo 2", "Foo 3", "Foo 4"]);
    expect(proposal.columns[1]?.examples[0]).toHaveLength(120);
  });

  it("without a name: nothing is pretended", () => {
    const proposal = propose([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(proposal.mapping.columns).toEqual([]);
    expect(proposal.certain).toBe(false);
    expect(proposal.notes[0]).toContain("could be told to hold names");
  });
});

describe("memory", () => {
  it("is the same for the same headings, and goes before them", () => {
    expect(mappingFingerprint(["Naam", "ADRES:", ""])).toBe(mappingFingerprint([" naam", "Adres"]));
    expect(mappingFingerprint(["a", "b"])).not.toBe(mappingFingerprint(["b", "a"]));
    const grid = toGrid([["Title"], ["Name", "Other", "Address"], ["x", "Foo Ltd", "1 Road"]]);
    const remembered = {
      sheet: 3,
      headerRow: 1,
      columns: [
        { index: 1, field: "name" as const },
        { index: 2, field: "address" as const },
      ],
    };
    const proposal = proposeColumns(sheetOf(grid), grid, remembered);
    expect(proposal.mapping).toEqual({ sheet: 0, headerRow: 2, columns: remembered.columns });
    expect(proposal.columns.map(({ from }) => from)).toEqual(["none", "remembered", "remembered"]);
    expect(proposal.certain).toBe(true);
    const narrow = toGrid([
      ["Name", "Address"],
      ["Foo Ltd", "1 Road"],
    ]);
    expect(proposeColumns(sheetOf(narrow), narrow, remembered).columns[0]?.from).toBe("heading");
  });
});

describe("sheets", () => {
  it("the list goes before covers, the visible before the hidden; all others are named", () => {
    const list = toGrid([["Name", "Address", "Country"], site]);
    const notes = toGrid([["Terms"], ["1"], ["2"], ["3"]]);
    const entries = [
      { sheet: sheetOf(notes, { index: 0, name: "Read me" }), head: notes },
      { sheet: sheetOf(list, { index: 1, name: "Old", hidden: true, rows: 500 }), head: list },
      { sheet: sheetOf(list, { index: 2, name: "Sites" }), head: list },
      { sheet: sheetOf([], { index: 3, name: "Empty", rows: 0 }), head: [] },
    ].map(({ sheet, head }) => ({ sheet, proposal: proposeColumns(sheet, head, null) }));
    const choice = chooseSheet(entries);
    expect(choice?.chosen.sheet.index).toBe(2);
    expect(choice?.notes.join(" ")).toBe(
      "The sheet 'Sites' is read. Other sheets are not read: 'Read me' (4 rows), 'Old' (500 rows, hidden).",
    );
    expect(chooseSheet([])).toBeUndefined();
  });
});
