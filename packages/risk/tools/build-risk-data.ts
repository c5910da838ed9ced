/**
 * Re-expresses the facts of the source tables in our own files. Run by hand when a source has a new edition:
 * `node packages/risk/tools/build-risk-data.ts SOURCE_FOLDER`. A test compares the files with the sources when they are there.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildCbpMeasures, buildUflpaMeasures } from "./build-measures.ts";
import { otherNames, shownNames } from "./country-names.ts";

type Row = Record<string, string>;

/** Minimal RFC 4180 reader; the sources are small and well-formed. */
function readCsv(path: string): Row[] {
  const text = readFileSync(path, "utf8").replace(/^\ufeff/, "");
  const table: string[][] = [];
  let cells: string[] = [];
  for (const [, quoted, plain = "", end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g,
  )) {
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ",") {
      if (cells.length > 1) table.push(cells);
      cells = [];
    }
  }
  const [header = [], ...rows] = table;
  return rows.map((row) =>
    Object.fromEntries(header.map((name, index) => [name, row[index] ?? ""])),
  );
}

const fold = (name: string): string =>
  name
    .normalize("NFC")
    .replaceAll("’", "'")
    .replace(/ \(the\)$/, "")
    .trim();

function instrumentYears(row: Row, pattern: RegExp): Record<string, number> {
  const years = Object.entries(row).filter(([key]) => /^[CP]\d{3}$/.test(key));
  return Object.fromEntries(
    years.flatMap(([key, text]) =>
      pattern.exec(text)?.[1] === undefined ? [] : [[key, Number(pattern.exec(text)?.[1])]],
    ),
  );
}

/** Everything that is written, by file name. */
export function buildRiskData(folder: string): Readonly<Record<string, readonly object[]>> {
  const read = (name: string): Row[] => readCsv(join(folder, name));
  const ilo = read("ilo_fundamental_ratifications_2026.csv");
  const codes = new Map<string, string>();
  for (const row of ilo) codes.set(fold(row["country"] ?? ""), row["country_iso"] ?? "");
  for (const [code, names] of Object.entries(otherNames))
    for (const name of names) codes.set(fold(name), code);
  const codeOf = (name: string): string => {
    const code = codes.get(fold(name));
    if (code === undefined)
      throw new Error(`No country code for "${name}": add it to country-names.ts.`);
    return code;
  };
  const names = new Map<string, string>();
  for (const [name, code] of codes) if (!names.has(code)) names.set(code, shownNames[code] ?? name);
  for (const [code, name] of Object.entries(shownNames)) names.set(code, name);

  const number = (text: string | undefined): number | null =>
    text === undefined || text === "" ? null : Math.round(Number(text) * 1000) / 1000;
  const count = (text: string | undefined): number | null =>
    text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
  const yes = (text: string | undefined): boolean => text === "Yes";
  const byCode = (a: { country: string }, b: { country: string }): number =>
    a.country < b.country ? -1 : 1;

  return {
    countries: [...names]
      .map(([code, name]) => ({ code, name }))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    goods: read("tvpra_goods_list.csv").map((row) => ({
      good: row["good"] ?? "",
      sector: (row["sector"] ?? "").toLowerCase(),
      country: codeOf(row["country"] ?? ""),
      labour: [
        ...(yes(row["child_labor"]) ? ["child"] : []),
        ...(yes(row["forced_labor"]) ? ["forced"] : []),
        ...(yes(row["forced_child_labor"]) ? ["forced_child"] : []),
      ],
      inputFrom: yes(row["derived_labor_exploitation"])
        ? codeOf(row["derived_country"] ?? "")
        : null,
    })),
    ratifications: ilo
      .map((row) => ({
        country: row["country_iso"] ?? "",
        years: instrumentYears(row, /^(\d{4})/),
        // A state can take a ratification back: "1958 (denounced 1990)".
        denounced: instrumentYears(row, /denounced (\d{4})/),
      }))
      .toSorted(byCode),
    governance: read("wgi_hdi_2021.csv")
      .map((row) => ({
        country: codeOf(row["cname"] ?? ""),
        corruption: number(row["wbgi_cce"]),
        effectiveness: number(row["wbgi_gee"]),
        stability: number(row["wbgi_pve"]),
        law: number(row["wbgi_rle"]),
        hdi: number(row["undp_hdi"]),
      }))
      .toSorted(byCode),
    enforcement: read("dol_country_enforcement_2022.csv")
      .map((row) => ({
        country: codeOf(row["country"] ?? ""),
        advancement:
          row["advancement_level"] === "" || row["advancement_level"] === "No Assessment"
            ? null
            : (row["advancement_level"] ?? null),
        inspectors: count(row["labor_inspectors"]),
        unannounced:
          row["labor_unannounced_inspections_conducted"] === "Yes"
            ? true
            : row["labor_unannounced_inspections_conducted"] === "No"
              ? false
              : null,
      }))
      .toSorted(byCode),
    measures: [
      ...buildCbpMeasures(read("cbp_wro_findings_active_2026-01.csv"), codeOf),
      ...buildUflpaMeasures(read("uflpa_entity_list_extract_23.csv"), read("uflpa_supplement.csv")),
    ],
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  for (const [name, rows] of Object.entries(
    buildRiskData(process.argv[2] ?? "../shared/data/risk"),
  )) {
    // One fact a line, so that a new edition is read as a diff.
    writeFileSync(
      join(import.meta.dirname, "../data", `${name}.json`),
      `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`,
    );
    console.log(`${name}: ${rows.length}`);
  }
}
