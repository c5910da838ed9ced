import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { findRealInput } from "../real-input.fixture.ts";
import { readDisclosure, readDisclosureFile, readDisclosureText } from "./read-disclosure.ts";
import { defaultLimits } from "./limits.ts";

const german =
  "Lieferant;Adresse;Land\r\nMüller GmbH;Hauptstraße 5, 80331 München;Deutschland\r\nFábrica Ñandú S.A.;Postfach 12, Zürich;Schweiz\r\nTotal;;\r\n";

describe("tables", () => {
  it.each([
    ["windows-1252", false],
    ["utf8", false],
    ["utf8", true],
    ["utf-16le", true],
    ["utf-16le", false],
    ["utf-16be", true],
  ])("reads %s (mark of order: %s)", async (encoding, addBOM) => {
    const read = await readDisclosure({
      kind: "file",
      bytes: iconv.encode(german, encoding, { addBOM }),
    });
    expect(read.rows.map((row) => [row.row, row.outcome, row.name, row.country])).toEqual([
      [2, "accepted", "Müller GmbH", "DE"],
      [3, "accepted", "Fábrica Ñandú S.A.", "CH"],
      [4, "rejected", "Total", null],
    ]);
    expect(read.rows[1]?.flags).toContain("po_box");
  });

  it("reads GB18030 and files Hong Kong under HK", async () => {
    const text =
      "工厂名称;地址;国家\r\n深圳市富士康电子有限公司;广东省深圳市龙华区5号;中国\r\n香港精密有限公司;中国香港九龙观塘道8号;中国\r\n";
    const read = await readDisclosure({ kind: "file", bytes: iconv.encode(text, "gb18030") });
    expect(read.rows.map((row) => [row.name, row.country])).toEqual([
      ["深圳市富士康电子有限公司", "CN"],
      ["香港精密有限公司", "HK"],
    ]);
    expect(read.rows[1]).toMatchObject({ outcome: "corrected" });
    expect(read.rows[1]?.flags).toContain("territory_filed_under_china");
  });

  it("passes title rows, blank rows and quoted line breaks, and keeps the row numbers of the sheet", () => {
    const read = readDisclosureText(
      'Supplier list 2025;;\n;;\nSite name;Street;City;Zip;Country;Latitude;Longitude;Tier\nAlpha Ltd;"12 High\nStreet";Leeds;LS1 2AB;UK;53,8;-1,5;Final assembly\n;;;;;;;\n;5 Road;X;;UK\n',
    );
    expect(read.rows.map((row) => row.row)).toEqual([4, 6]);
    expect(read.rows[0]).toMatchObject({
      outcome: "corrected",
      address: "12 High Street, Leeds, LS1 2AB",
      country: "GB",
      latitude: 53.8,
      longitude: -1.5,
      tier: "final_assembly",
    });
    expect(read.rows[1]?.reason).toContain("no name");
  });

  it.each([
    ['Usine,Adresse,Pays\nLacroix SA,"5 Rue de la Paix, Beaupréau",Allemagne', "DE"],
    ["Fábrica\tDirección\tPaís\nFoo S.A.\t5 Calle Mayor, Juárez\tMéxico", "MX"],
    ["Fabriek|Adres|Land\nFoo BV|Hoofdstraat 5, Tilburg|Nederland", "NL"],
    ["Fabrik;Adress;Land\nFoo AB;Storgatan 5, Kista;Sverige", "SE"],
    [
      'country,name,address,sector_product_type,lat,lng\nBD,Foo Ltd,"222 South Salna, Gazipur",Apparel,24.0,90.3',
      "BD",
    ],
    [
      "Vendor plant\tWhere\tNat\nFoo Co., Ltd.\tNo. 5 Long Road, Shenzhen\tChina\nBar Ltd\t12 High Street, Leeds\tChina",
      "CN",
    ],
    ["sep=;\nName;Anschrift;Herstellungsland\nFoo GmbH;Weg 5, Ulm;DEU", "DE"],
  ])("recognises the columns of %s", (text, country) => {
    const read = readDisclosureText(text);
    expect(read.format).toBe("csv");
    expect(read.rows[0]).toMatchObject({ country, outcome: "accepted" });
    expect(read.rows[0]?.address).toMatch(/\d/);
  });

  it("flags repeats and near repeats, and drops none", () => {
    const read = readDisclosureText(
      'name,address,country\nFoo Garment Co Ltd,"12 Long Road, Dhaka",BD\nFOO GARMENT CO LTD,"12 Long Road,  Dhaka",BD\nFoo Ga rment Co. Limited,"12 Long Rd, Dhaka",BD\nFoo Garment Co Ltd,"14 Long Road, Dhaka",BD\n',
    );
    expect(read.rows.map((row) => row.flags.filter((flag) => flag.includes("duplicate")))).toEqual([
      [],
      ["duplicate_in_list"],
      ["near_duplicate_in_list"],
      [],
    ]);
    expect(read.counts.read).toBe(4);
  });

  it("flags head offices, warehouses and a country that the address contradicts", () => {
    const read = readDisclosureText(
      'Name,Address,Country,Type\nFoo Ltd,"1 Main Street, Leeds, UK",UK,Head office\nFoo Logistics Warehouse,"2 Main Street, Leeds, UK",UK,\nFoo HK,"7/F Park Fook Building, Kowloon, Hong Kong",India,\nWestern Data Storage Technologies Ltd,"2 Main Street, Bayan Lepas, Penang",Malaysia,\n',
    );
    expect(read.rows[0]?.flags).toContain("head_office");
    expect(read.rows[1]?.flags).toEqual(expect.arrayContaining(["warehouse", "not_manufacturing"]));
    expect(read.rows[2]).toMatchObject({ country: "IN" });
    expect(read.rows[2]?.flags).toContain("country_contradicts_address");
    expect(read.rows[3]?.flags).toEqual([]);
  });

  it("survives a quotation mark that is never closed, and says so", () => {
    const read = readDisclosureText(
      'name,address,country\n"Foo Ltd,1 Road Leeds,UK\nBar Ltd,2 Road York,UK\n',
    );
    expect(read.counts.read).toBe(2);
    expect(read.notes.join(" ")).toContain("never closed");
  });

  it("reads 200,000 rows in seconds", () => {
    let text = "name,address,country\n";
    for (let at = 0; at < 200_000; at += 1)
      text += `Factory ${at % 500} Electronics Co. Ltd.,"Industrial Road ${at}, Shenzhen, Guangdong, China",CN\n`;
    const started = performance.now();
    const read = readDisclosureText(text);
    expect(read.counts.read).toBe(200_000);
    expect(performance.now() - started).toBeLessThan(30_000);
  }, 60_000);
});

describe("what cannot be read", () => {
  it.each([
    ["an empty file", "", "file_empty"],
    ["a heading without rows", "name,address,country\n", "file_empty"],
    ["a PDF", "%PDF-1.7 …", "file_not_a_list"],
    ["a damaged spreadsheet", "PK\u0003\u0004rubbish", "file_damaged"],
    ["binary rubbish", "\u0001\u0002\u0000\u0003abc", "file_not_readable"],
    ["numbers only", `${"1,2,3\n".repeat(50_000)}`, "columns_not_recognised"],
  ])("%s", async (_what, text, code) => {
    await expect(
      readDisclosure({ kind: "file", bytes: new TextEncoder().encode(text) }),
    ).rejects.toMatchObject({ name: "AppError", code });
  });

  it("a table of something else, by its name or because every line divides alike", async () => {
    const bytesOf = (text: string) => new TextEncoder().encode(text);
    const other = "colour,size\nred,large\nblue,small\n";
    for (const text of [other, other.replaceAll(",", ";"), other.replaceAll(",", "\t")])
      expect(() => readDisclosureText(text)).toThrow(
        expect.objectContaining({ code: "columns_not_recognised" }),
      );
    for (const [fileName, text] of [
      ["goods.CSV", "colour\nred\n"],
      ["goods.tsv", "colour\tsize\nred\n"],
      ["goods.csv", "Foo Ltd, somewhere\n"],
    ] as const)
      await expect(
        readDisclosure({ kind: "file", bytes: bytesOf(text), fileName }),
      ).rejects.toMatchObject({ code: "columns_not_recognised" });
    // Places are places, and a label is a label whatever its file is called.
    expect(readDisclosureText("Foo Works, Leeds\nBar Works, York").format).toBe("label_text");
    const label =
      "Made by one of the following: 1. Foo Ltd, 1 Road, Leeds, UK 2. Bar Ltd, York, UK";
    expect(
      await readDisclosure({ kind: "file", bytes: bytesOf(label), fileName: "label.csv" }),
    ).toMatchObject({ format: "label_text", alternatives: true });
    // Two places without headings are too few to tell, but for the file's name.
    const two = 'Foo Ltd,"1 Mill Road, Leeds",UK\nBar Ltd,"2 Mill Road, York",UK\n';
    expect(
      await readDisclosure({ kind: "file", bytes: bytesOf(two), fileName: "two.csv" }),
    ).toMatchObject({ format: "csv", counts: { read: 2, rejected: 0 } });
  });

  it("a file above the limit, a list above the limit, a file that is not there", async () => {
    const bytes = new TextEncoder().encode("name,address\nA Ltd,1 Road\nB Ltd,2 Road\n");
    await expect(
      readDisclosure({ kind: "file", bytes }, { ...defaultLimits, maxBytes: 5 }),
    ).rejects.toMatchObject({ code: "file_too_large" });
    await expect(
      readDisclosure({ kind: "file", bytes }, { ...defaultLimits, maxRows: 2 }),
    ).rejects.toMatchObject({ code: "file_too_large" });
    await expect(readDisclosureFile("no-such-file.csv")).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("forms", () => {
  it("settles places entered one by one", async () => {
    const read = await readDisclosure({
      kind: "form",
      places: [
        { name: "Foo Ltd", address: "1 Long Road, Leeds LS1 2AB", country: "UK" },
        { name: "Bar" },
      ],
    });
    expect(read.rows.map((row) => row.outcome)).toEqual(["accepted", "rejected"]);
    await expect(readDisclosure({ kind: "form", places: [{ nam: "x" }] })).rejects.toMatchObject({
      code: "input_invalid",
    });
  });
});

describe("real lists", () => {
  it("reads the 2018 list: country from the address, the last eight rows flagged as head offices", async () => {
    const file = findRealInput("data/suppliers/apple_supplier_list_2018_facilities.csv");
    if (file === null) return;
    const read = await readDisclosureFile(file);
    expect(read.counts).toMatchObject({ read: 780, rejected: 0 });
    expect(
      read.rows.filter((row) => row.flags.includes("head_office")).map((row) => row.row),
    ).toEqual([774, 775, 776, 777, 778, 779, 780, 781]);
    expect(read.rows.filter((row) => row.country === null)).toHaveLength(3);
    expect(read.rows.filter((row) => row.flags.includes("address_cut_off"))).toHaveLength(3);
  });

  it("reads the 2023 excerpt: country known, street address missing", async () => {
    const file = findRealInput("data/suppliers/apple_supplier_list_fy2023_excerpt.csv");
    if (file === null) return;
    const read = await readDisclosureFile(file);
    expect(read.counts).toEqual({ read: 63, accepted: 0, corrected: 63, rejected: 0 });
    expect(
      read.rows.every((row) => row.country !== null && row.flags.includes("address_missing")),
    ).toBe(true);
    expect(read.rows[0]?.reason).toContain("3 regions");
  });

  it("rejects rows that name neither address nor country, and keeps their component", async () => {
    const file = findRealInput("data/suppliers/fairphone2_suppliers_2015.csv");
    if (file === null) return;
    const read = await readDisclosureFile(file);
    expect(read.counts).toEqual({ read: 34, accepted: 0, corrected: 0, rejected: 34 });
    expect(read.rows[0]).toMatchObject({ name: "ST Microelectronics", component: "Accelerometer" });
    expect(read.rows[0]?.reason).toContain("neither address nor country");
  });

  it("reads 640 real sites, each with its country", async () => {
    const file = findRealInput("matching/site_lists.csv");
    if (file === null) return;
    const read = await readDisclosureFile(file);
    expect(read.counts).toMatchObject({ read: 640, rejected: 0 });
    expect(read.rows.every((row) => row.country !== null && row.latitude !== null)).toBe(true);
    expect(read.rows.find((row) => row.row === 600)?.flags).toContain(
      "country_contradicts_address",
    );
    expect(read.rows.find((row) => row.row === 578)?.flags).toContain("duplicate_in_list");
  });
});
