import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { collectRows } from "./collect-rows.fixture.ts";
import { openTableBytes } from "./open-table.ts";

const rows = [
  ["Factory name", "Address", "Country"],
  ["Müller Söhne GmbH", "Straße 5, Köln", "Deutschland"],
  ["Société Générale d’Électricité", "5, rue des Écoles, Besançon", "France"],
  ["Fabricación Peñón S.A.", "Calle Niño 3, León", "España"],
];
const asCsv = (delimiter: string): string =>
  rows
    .map((cells) =>
      cells
        .map((cell) => (cell.includes(delimiter) || cell.includes("\n") ? `"${cell}"` : cell))
        .join(delimiter),
    )
    .join("\r\n");

describe("CSV", () => {
  it.each([
    ["utf-8", ",", false, false],
    ["utf-8", ";", true, false],
    ["utf-16le", "\t", true, false],
    ["utf-16le", ";", false, true],
    ["utf-16be", ",", true, false],
    ["windows-1252", ";", false, true],
    ["macintosh", ";", false, true],
    ["cp850", ";", false, true],
  ])("in %s, divided by %j, mark of order %s", async (encoding, delimiter, addBOM, guessed) => {
    const read = await collectRows(iconv.encode(asCsv(delimiter), encoding, { addBOM }));
    expect(read).toMatchObject({
      format: "csv",
      encoding,
      delimiter,
      encodingGuessed: guessed,
      sheets: [{ index: 0, rows: 4, columns: 3, hidden: false }],
    });
    const expected = iconv.decode(iconv.encode(asCsv(delimiter), encoding), encoding).includes("’")
      ? rows
      : rows.map((cells) => cells.map((cell) => cell.replace("’", "?")));
    expect(read.rows[0]?.map(({ cells }) => cells)).toEqual(expected);
    expect(read.notes.join(" ").includes("encoding")).toBe(guessed);
  });

  const asian = {
    gb18030: [
      "名称,地址,国家",
      "深圳市富泰电子有限公司,广东省深圳市龙华区东环二路二号,中国",
      "苏州精密制造有限公司,江苏省苏州市工业园区星湖街三百二十八号,中国",
    ],
    big5: [
      "公司名稱,地址,國家",
      "臺灣精密電子股份有限公司,臺北市信義區忠孝東路五段六十八號,臺灣",
      "鴻海精密工業股份有限公司,新北市土城區自由街二號,臺灣",
    ],
    shift_jis: [
      "工場名,住所,国",
      "日本電子工業株式会社,東京都千代田区丸の内一丁目九番地のビル,日本",
      "ソニーセミコンダクタ株式会社,熊本県菊池郡菊陽町大字原水,日本",
    ],
  };
  it.each(Object.entries(asian))("in %s", async (encoding, lines) => {
    const text = [...lines, ...Array.from({ length: 20 }, () => lines.slice(1)).flat()].join("\n");
    const read = await collectRows(iconv.encode(text, encoding));
    expect(read.encoding?.toLowerCase().replaceAll("-", "_")).toBe(encoding.replaceAll("-", "_"));
    expect(read.rows[0]?.[1]?.cells).toEqual(lines[1]?.split(","));
  });

  it("reads Polish and Turkish letters by what makes words", async () => {
    const polish = "nazwa;adres\nFabryka Łódź Spółka;ul. Żółkiewskiego 5, Gdańsk\n".repeat(5);
    const read = await collectRows(iconv.encode(polish, "windows-1250"));
    expect(read.rows[0]?.[1]?.cells[0]).toBe("Fabryka Łódź Spółka");
    const turkish = "ad;adres\nİğdır Çorap Fabrikası;Atatürk Caddesi, Şişli, İstanbul\n".repeat(5);
    const other = await collectRows(iconv.encode(turkish, "windows-1254"));
    expect(other.rows[0]?.[1]?.cells[0]).toBe("İğdır Çorap Fabrikası");
  });

  it("sees an encoding that shows only behind the first 256 kB", async () => {
    const plain = "Foo Ltd;1 Long Road\n".repeat(20_000);
    const read = await collectRows(iconv.encode(`${plain}Müller;Köln\n`, "windows-1252"));
    expect(read.encoding).toBe("windows-1252");
    expect(read.rows[0]?.at(-1)).toEqual({ row: 20_001, cells: ["Müller", "Köln"] });
  });

  it("passes over sep=, keeps quoted line breaks and row numbers, goes on from a row", async () => {
    const text = 'sep=;\r\nname;address\r\n\r\nFoo;"1 Road\nLeeds"\r\nBar;2 Road\r\n';
    const source = await openTableBytes(new TextEncoder().encode(text), {
      fileName: "C:/lists/Sites 2026.csv",
    });
    expect(source.sheets[0]).toEqual({
      index: 0,
      name: "Sites 2026",
      hidden: false,
      rows: 3,
      columns: 2,
    });
    const from = async (row: number): Promise<number[]> => {
      const seen: number[] = [];
      for await (const batch of source.rows(0, row)) seen.push(...batch.map((one) => one.row));
      return seen;
    };
    expect(await from(1)).toEqual([2, 4, 5]);
    expect(await from(4)).toEqual([4, 5]);
    expect(await from(6)).toEqual([]);
    await source.close();
  });

  it("names the rows with quotation marks that were never closed", async () => {
    const read = await collectRows('name,address\n"Foo,1 Road\nBar,2 Road\n');
    expect(read.sheets[0]?.rows).toBe(3);
    expect(read.rows[0]?.[1]).toMatchObject({ row: 2, cells: ['"Foo', "1 Road"] });
    expect(read.rows[0]?.[1]?.changes?.[0]).toContain("never closed");
    expect(read.notes[0]).toContain("row 2");
  });

  it("says which columns it does not read, and cuts no more than a cell can hold", async () => {
    const wide = Array.from({ length: 300 }, (_, at) => `c${at}`).join(",");
    const read = await collectRows(`${wide}\na,${"x".repeat(40_000)}\n`);
    expect(read.sheets[0]?.columns).toBe(200);
    expect(read.notes.join(" ")).toContain("first 200 are read");
    expect(read.rows[0]?.[1]?.cells[1]).toHaveLength(32_767);
    expect(read.rows[0]?.[1]?.changes?.[0]).toContain("32,767");
  });

  it("may be read several times at once", async () => {
    const text = Array.from({ length: 30_000 }, (_, at) => `Foo ${at},${at} Long Road`).join("\n");
    const source = await openTableBytes(new TextEncoder().encode(text));
    const first = async (from: number): Promise<string | undefined> => {
      let last: string | undefined;
      for await (const batch of source.rows(0, from)) last = batch.at(-1)?.cells[0];
      return last;
    };
    expect(await Promise.all([first(1), first(15_000), first(29_999)])).toEqual(
      Array.from({ length: 3 }, () => "Foo 29999"),
    );
    await source.close();
  });

  it("refuses at once what never ends a row", async () => {
    const started = performance.now();
    for (const text of ["x".repeat(20_000_000), 'a,"b",'.repeat(3_000_000)])
      await expect(collectRows(text)).rejects.toMatchObject({ code: "file_not_a_list" });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it("hands on at most 1,000 rows at once", async () => {
    const source = await openTableBytes(new TextEncoder().encode("a,b\n".repeat(2_500)));
    const sizes: number[] = [];
    for await (const batch of source.rows(0)) sizes.push(batch.length);
    expect(sizes).toEqual([1_000, 1_000, 500]);
    await source.close();
  });
});
