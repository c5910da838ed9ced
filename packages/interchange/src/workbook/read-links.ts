/** Reads which product is made where out of the grid or the list of a workbook. */
import {
  nameFamily,
  type RecordLink,
  type RecordProduct,
  type RecordSite,
} from "@throughline/domain";
import { textKey } from "../record/compare-records.ts";
import { readDate, readText, readTick, readTierCell } from "./cell-values.ts";
import type { FilledSheet } from "./load-workbook.ts";
import { RowReader } from "./row-reader.ts";
import type { WorkbookFindings } from "./row-reader.ts";

/** Two things or more are called so. */
const several: unique symbol = Symbol("several");

/** Finds a thing by its key or its name: a name chosen from a drop-down wins over a key that was left standing. */
class Finder {
  readonly #keys: ReadonlySet<string>;
  readonly #byName = new Map<string, string[]>();
  readonly #nameOf = new Map<string, string>();

  constructor(things: readonly { readonly key: string; readonly names: readonly string[] }[]) {
    this.#keys = new Set(things.map(({ key }) => key));
    for (const { key, names } of things) {
      this.#nameOf.set(key, textKey(names[0] ?? "") || (names[0] ?? ""));
      for (const name of names) {
        const said = textKey(name) || name;
        const known = this.#byName.get(said);
        if (known === undefined) this.#byName.set(said, [key]);
        else if (!known.includes(key)) known.push(key);
      }
    }
  }

  find(key: string | null, name: string | null): string | typeof several | null {
    const known = key !== null && this.#keys.has(key) ? key : null;
    if (name === null) return known;
    const said = textKey(name) || name;
    if (known !== null && this.#nameOf.get(known) === said) return known;
    const named = this.#byName.get(said) ?? [];
    if (named.length === 1) return named[0] ?? null;
    return known ?? (named.length > 1 ? several : null);
  }
}

function siteFinder(sites: readonly RecordSite[]): Finder {
  return new Finder(sites.map(({ key, name }) => ({ key, names: [name] })));
}

function productFinder(products: readonly RecordProduct[]): Finder {
  return new Finder(
    // As the workbook writes it first; then as people write it besides.
    products.map(({ key, brand, family }) => ({
      key,
      names: [nameFamily({ brand, family }), `${brand} ${family}`, family],
    })),
  );
}

interface Work {
  readonly tier: RecordLink["tier"] | null;
  readonly component: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

function readWork(reader: RowReader): Work {
  const day = (code: "from" | "to"): string | null =>
    reader.value<string | null>(code, null, (cell) =>
      readDate(cell, code === "from" ? "begin" : "end"),
    );
  return {
    tier: reader.value<RecordLink["tier"] | null>("tier", null, readTierCell),
    component: reader.text("component", null, 120),
    from: day("from"),
    to: day("to"),
  };
}

interface Ticked {
  readonly product: string | typeof several | null;
  readonly title: string;
  readonly kind: RecordLink["kind"];
}

function ticksOf(reader: RowReader, sheet: FilledSheet, products: Finder): Ticked[] {
  const ticked = (title: string, key: string | null, cell: string | undefined): Ticked[] => {
    const kind = readTick(cell);
    if (kind === undefined)
      reader.notice(
        "workbook_tick_not_taken",
        `'${(cell ?? "").slice(0, 40)}' below '${title}' is neither x nor ?; it was not taken.`,
      );
    return kind === null || kind === undefined
      ? []
      : [{ product: products.find(key, title === "" ? null : title), title, kind }];
  };
  if (sheet.kind === "made")
    return sheet.products.flatMap(({ index, key, title }) =>
      ticked(title, key === "" ? null : key, reader.at(index)),
    );
  const key = readText(reader.cell("productKey"));
  const title = readText(reader.cell("product"));
  if (key === null && title === null) return [];
  // In the list a product that is named is meant; the tick says how surely.
  const cell = readText(reader.cell("tick")) ?? "x";
  return ticked(title ?? "", key, cell);
}

/** The links of the workbook. Each tick that cannot be taken is a finding. */
export function readLinks(
  sheets: readonly FilledSheet[],
  sites: readonly RecordSite[],
  products: readonly RecordProduct[],
  findings: WorkbookFindings,
): RecordLink[] {
  const [findSite, findProduct] = [siteFinder(sites), productFinder(products)];
  const links = new Map<string, RecordLink>();
  for (const sheet of sheets) {
    for (const row of sheet.rows) {
      const reader = new RowReader(row, sheet, findings);
      const ticked = ticksOf(reader, sheet, findProduct);
      if (ticked.length === 0) continue;
      const name = readText(reader.cell("site"));
      const siteKey = findSite.find(readText(reader.cell("siteKey")), name);
      if (siteKey === null || siteKey === several) {
        reader.notice(
          "workbook_tick_not_taken",
          siteKey === null
            ? `the site '${name ?? ""}' does not stand in the sheet of sites; its ticks were not taken.`
            : `several sites are called '${name ?? ""}'; copy the key of the one that is meant.`,
        );
        continue;
      }
      const { tier, ...work } = readWork(reader);
      if (tier === null) {
        reader.notice(
          "workbook_tick_not_taken",
          `it is not said what '${name ?? siteKey}' does; its ticks were not taken.`,
        );
        continue;
      }
      for (const { product, title, kind } of ticked) {
        if (product === null || product === several) {
          reader.notice(
            "workbook_tick_not_taken",
            product === null
              ? `the product '${title}' does not stand in the sheet of products; the tick was not taken.`
              : `several products are called '${title}'; the tick was not taken.`,
          );
          continue;
        }
        const link: RecordLink = { productKey: product, siteKey, tier, kind, ...work };
        links.set(JSON.stringify(link), link);
      }
    }
  }
  return [...links.values()];
}
