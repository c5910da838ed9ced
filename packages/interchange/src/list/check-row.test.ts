import { CheckedRow } from "@throughline/domain";
import type { ColumnMapping, ListField, RowDecision } from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCheck } from "./check-catalogue.ts";
import { checkRow } from "./check-row.ts";

const fields: readonly ListField[] = ["name", "address", "country", "latitude", "longitude"];

function mapping(...columns: readonly ListField[]): ColumnMapping {
  return { sheet: 0, headerRow: 1, columns: columns.map((field, index) => ({ index, field })) };
}

function check(
  cells: Readonly<Partial<Record<ListField, string>>>,
  decision: Partial<RowDecision> | null = null,
): CheckedRow {
  const names = Object.keys(cells) as ListField[]; // Object.keys forgets the key's type
  return checkRow(
    { row: 2, cells: names.map((field) => cells[field] ?? "") },
    mapping(...names),
    decision === null ? null : { undo: [], edits: {}, leaveOut: false, ...decision },
  );
}

const codes = (row: CheckedRow): string[] => row.findings.map((finding) => finding.check);
const good = {
  name: "Foo Electronics Co., Ltd.",
  address: "5 Main Road, Leeds LS1 4DY",
  country: "GB",
};

describe("checkRow", () => {
  it("is not held up by a cell made to be slow", () => {
    const began = performance.now();
    for (const filler of [" .", " ", ". ", " - "])
      expect(check({ ...good, name: `Total${filler.repeat(60_000)}x` }).name).toContain("Total");
    // Two runs of the same signs behind each other took the square of their length: half a minute here.
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it("accepts a good row and finds nothing", () => {
    expect(check(good)).toMatchObject({
      outcome: "accepted",
      reason: null,
      findings: [],
      country: "GB",
    });
  });

  it.each([
    [{ name: " Foo Electronics Co., Ltd." }, "leading_blanks"],
    [{ name: "Foo Electronics Co., Ltd. " }, "trailing_blanks"],
    [{ name: "Foo  Electronics Co., Ltd." }, "double_blanks"],
    [{ name: "Foo\tElectronics Co., Ltd." }, "tab_in_cell"],
    [{ name: "Foo\rElectronics Co., Ltd." }, "carriage_return_in_cell"],
    [{ name: "Foo\nElectronics Co., Ltd." }, "line_break_in_cell"],
    [{ name: "Foo\u00a0Electronics Co., Ltd." }, "special_blanks"],
    [{ name: "Foo\u200b Electronics Co., Ltd." }, "invisible_characters"],
    [{ name: '"Foo Electronics Co., Ltd."' }, "stray_quotes"],
    [{ address: "5 Main Road,, Leeds LS1 4DY" }, "repeated_commas"],
    [{ address: "'5 Main Road, Leeds LS1 4DY" }, "text_marker"],
    [{ product: "#N/A" }, "spreadsheet_error"],
    [{ product: "n/a" }, "placeholder"],
    [
      { country: "China", address: "12 Hung To Road, Kwun Tong, Hong Kong" },
      "hong_kong_filed_under_china",
    ],
    [{ country: "China", address: "Avenida 5, Taipa, Macau" }, "macau_filed_under_china"],
    [{ country: "CN", address: "No. 1 Road, Hsinchu 30078, Taiwan" }, "taiwan_filed_under_china"],
    [{ country: "Guangdong", address: "1 Bubugao Road, Changan Town" }, "province_as_country"],
    [{ country: "", address: "5 Main Road, Leeds, United Kingdom" }, "country_from_address"],
    [{ latitude: "121.4737", longitude: "31.2304" }, "swapped_coordinates"],
    [{ country: "BD", latitude: "90.38", longitude: "24.01" }, "swapped_coordinates"],
    [
      { name: "No. 5 Main Road, Suzhou Industrial Park", address: "Foo Electronics Co., Ltd." },
      "swapped_name_and_address",
    ],
    [{ partNumber: "82KU,82KT" }, "values_separated_by_commas"],
    [{ partNumber: "82KU,|82KT" }, "commas_beside_bars"],
    [{ postcode: "518000.0" }, "decimal_in_code"],
  ])("corrects %j: %s; undone, the cell stands as it stood", (cells, code) => {
    const corrected = check({ ...good, ...cells });
    const finding = corrected.findings.find((one) => one.check === code);
    expect(finding?.correction).not.toBeNull();
    expect(corrected.outcome).toBe("corrected");
    expect(corrected.reason).not.toBeNull();
    expect(findCheck(code)).toMatchObject({ corrects: true });
    const undone = check({ ...good, ...cells }, { undo: [code] });
    expect(undone.findings.find((one) => one.check === code)).toMatchObject({ correction: null });
  });

  it.each([
    [{ country: "Chinaa" }, "country_not_recognised", "corrected"],
    [{ country: "" }, "country_missing", "accepted"],
    [
      { country: "DE", address: "5 Main Road, Leeds, United Kingdom" },
      "country_contradicts_address",
      "accepted",
    ],
    [{ address: "PO Box 12, Leeds LS1 4DY, Yorkshire" }, "po_box", "accepted"],
    [{ address: "Leeds" }, "short_address", "accepted"],
    [{ name: "Foo" }, "short_name", "accepted"],
    [{ name: "2012-03-04" }, "date_in_name", "accepted"],
    [{ partNumber: "1.23E+15" }, "scientific_notation", "accepted"],
    [{ country: "US", postcode: "2138" }, "leading_zero_lost", "accepted"],
    [{ name: "Foo â€ž Ltd" }, "unusual_characters", "accepted"],
    [{ address: `5 Main Road${", Leeds".repeat(40)}` }, "cell_long", "accepted"],
    [{ address: "5 Salna Salna Road, Gazipur" }, "repeated_words_in_address", "accepted"],
    [{ latitude: "0", longitude: "0" }, "coordinates_zero", "corrected"],
    [{ latitude: "31.2", longitude: "" }, "coordinates_incomplete", "corrected"],
    [{ latitude: "north", longitude: "12" }, "coordinate_not_read", "corrected"],
    [{ osId: "CN2020000XXXXXX" }, "os_id_not_valid", "accepted"],
    [{ tier: "tier 7" }, "tier_not_recognised", "corrected"],
    [{ validFrom: "03/04/2025" }, "date_not_read", "corrected"],
    [{ validFrom: "2026-01-01", validTo: "2025-01-01" }, "period_reversed", "corrected"],
    [{ workers: "about 300" }, "workers_not_read", "corrected"],
    [{ product: "IdeaPad 3, IdeaPad 5" }, "perhaps_several_values", "accepted"],
    [{ name: "Wujiang Hichain warehousing LTD" }, "warehouse", "accepted"],
    [{ name: "Foo Electronics Ltd head office" }, "head_office", "accepted"],
    [{ name: "" }, "name_missing", "rejected"],
    [{ name: "", address: "" }, "row_names_nothing", "rejected"],
    [{ address: "", country: "" }, "no_address_no_country", "rejected"],
    [{ address: "" }, "address_missing", "accepted"],
    [{ name: "Total: 12 sites", address: "", country: "" }, "totals_row", "rejected"],
    [
      { name: "Factory name", address: "Address", country: "Country" },
      "repeated_heading",
      "rejected",
    ],
    [{ name: "x".repeat(401) }, "cell_too_long", "rejected"],
  ])("notices %j: %s (%s)", (cells, code, outcome) => {
    const row = check({ ...good, ...cells });
    expect(codes(row)).toContain(code);
    expect(row.outcome).toBe(outcome);
    expect(row.findings.some((finding) => finding.severity === "error")).toBe(
      outcome === "rejected",
    );
  });

  it("keeps names in any script as they are", () => {
    const row = check({
      name: "深圳市富士康电子有限公司",
      address: "广东省深圳市龙华区东环二路二号",
      country: "中国",
    });
    expect(row).toMatchObject({ outcome: "accepted", country: "CN", findings: [] });
  });

  it("undoes one correction and lets the others stand", () => {
    const cells = { name: "  Foo  Ltd", address: "Kwun Tong, Hong Kong", country: "China" };
    expect(check(cells)).toMatchObject({ name: "Foo Ltd", country: "HK" });
    expect(check(cells, { undo: ["double_blanks"] })).toMatchObject({
      name: "Foo  Ltd",
      country: "HK",
    });
    expect(check(cells, { undo: ["hong_kong_filed_under_china"] })).toMatchObject({
      name: "Foo Ltd",
      country: "CN",
    });
  });

  it("takes a cell typed anew through the same checks and says what stood there", () => {
    const row = check({ ...good, name: "" }, { edits: { name: "Bar  Ltd" } });
    expect(row).toMatchObject({ outcome: "corrected", name: "Bar Ltd" });
    expect(row.findings[0]).toMatchObject({
      check: "typed_anew",
      field: "name",
      correction: { before: "", after: "Bar  Ltd" },
    });
    expect(codes(row)).toContain("double_blanks");
    expect(check(good, { edits: { name: good.name } }).outcome).toBe("accepted");
  });

  it("lets an edited address stand in for all its columns", () => {
    const row = checkRow(
      { row: 3, cells: ["Foo Ltd", "Main Road", "Leeds", "GB"] },
      mapping("name", "street", "city", "country"),
      { undo: [], edits: { address: "7 High Street, York YO1 7HY" }, leaveOut: false },
    );
    expect(row.address).toBe("7 High Street, York YO1 7HY");
    expect(row.findings[0]?.correction?.before).toBe("Main Road, Leeds");
  });

  it("counts a row left out as rejected, and takes it in again", () => {
    expect(check(good, { leaveOut: true })).toMatchObject({ outcome: "rejected" });
    expect(check(good, { leaveOut: false }).outcome).toBe("accepted");
  });

  it("reads dates, workers and several part numbers", () => {
    expect(
      check({
        ...good,
        validFrom: "45292",
        validTo: "März 2026",
        workers: "1,200",
        partNumber: "A|B",
      }),
    ).toMatchObject({
      validFrom: "2024-01-01",
      validTo: "2026-03-31",
      workers: 1200,
      partNumber: "A|B",
    });
  });
});

const cell = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom(
    "China",
    "Hong Kong",
    " Foo  Ltd ",
    '""x""',
    "'0123",
    "=1+1",
    "n/a",
    "#N/A",
    "1.2E+15",
    ",,,",
    "121.4",
    "31.2",
    "\u0000",
    "\r\n",
    "No. 5 Main Road, Kwun Tong, Hong Kong",
    "Foo Electronics Co., Ltd.",
    "Total",
    "name",
    "address",
  ),
);

describe("properties of checkRow", () => {
  const cells = fc.array(cell, { minLength: fields.length, maxLength: fields.length });

  it("always gives a whole row, the same one every time, with a reason unless accepted", () => {
    fc.assert(
      fc.property(cells, (row) => {
        const once = checkRow({ row: 2, cells: row }, mapping(...fields), null);
        expect(CheckedRow.safeParse(once).success).toBe(true);
        expect(checkRow({ row: 2, cells: row }, mapping(...fields), null)).toEqual(once);
        expect(once.outcome === "accepted").toBe(once.reason === null);
        const rejects = once.findings.some((finding) => finding.severity === "error");
        expect(once.outcome === "rejected").toBe(rejects);
        for (const finding of once.findings) expect(findCheck(finding.check)).not.toBeNull();
      }),
      { numRuns: 1_500 },
    );
  });

  it("with everything undone, name and address stand as they stood", () => {
    fc.assert(
      fc.property(cells, (row) => {
        const undo = checkRow({ row: 2, cells: row }, mapping(...fields), null).findings;
        const decision = { undo: undo.map((one) => one.check), edits: {}, leaveOut: false };
        let left = checkRow({ row: 2, cells: row }, mapping(...fields), decision);
        // Undoing one correction may bring the next to light; in the end none is left.
        for (let round = 0; round < 20; round += 1) {
          const more = left.findings.filter((one) => one.correction !== null);
          if (more.length === 0) break;
          decision.undo.push(...more.map((one) => one.check));
          left = checkRow({ row: 2, cells: row }, mapping(...fields), decision);
        }
        // Control characters always go.
        const kept = (text: string): boolean => !/(?![\t\n\v\f\r\u0085])\p{Cc}/u.test(text);
        const [name = "", address = ""] = row;
        return (
          left.findings.some((one) => one.check === "repeated_heading") ||
          ((!kept(name) || left.name === name) &&
            (!kept(address) || address.trim() === "" || left.address === address))
        );
      }),
      { numRuns: 1_500 },
    );
  });
});
