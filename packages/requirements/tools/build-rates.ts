/**
 * Re-expresses the reference rates of the European Central Bank in our own file: the last day of each month since 2014, one a
 * line. Run by hand when there are newer ones: `node packages/requirements/tools/build-rates.ts eurofxref-hist.csv`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** One line of the file: what one euro was worth on a day. */
export interface RatesOfDay {
  readonly on: string;
  readonly perEuro: Readonly<Record<string, number>>;
}

const first = "2014-12-31";

/** Reads the bank's table, newest day first, and keeps the last day of each month. */
export function buildRates(csv: string): RatesOfDay[] {
  const [header = "", ...lines] = csv.trim().split(/\r?\n/);
  const currencies = header.split(",").slice(1);
  const months = new Map<string, RatesOfDay>();
  for (const line of lines) {
    const [on = "", ...cells] = line.split(",");
    const month = on.slice(0, 7);
    if (on < first || months.has(month)) continue;
    const perEuro = Object.fromEntries(
      currencies.flatMap((currency, at) => {
        const rate = Number(cells[at]);
        return currency !== "" && rate > 0 ? [[currency, rate]] : [];
      }),
    );
    months.set(month, { on, perEuro });
  }
  return [...months.values()].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const rows = buildRates(readFileSync(process.argv[2] ?? "", "utf8"));
  const file = new URL("../data/ecb-rates.json", import.meta.url);
  writeFileSync(file, `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`);
  console.log(`${rows.length} days, ${rows[0]?.on} to ${rows.at(-1)?.on}`);
}
