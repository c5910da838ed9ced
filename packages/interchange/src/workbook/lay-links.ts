/** Lays out which product is made where: as a grid of sites by products, or as a list where products are too many. */
import {
  nameFamily,
  type RecordContent,
  type RecordLink,
  type RecordProduct,
} from "@throughline/domain";
import { writeDate, writeText } from "./cell-values.ts";
import { freeColumns, mostGridProducts, productCode, ticks } from "./workbook-layout.ts";
import type { WorkbookTexts } from "./workbook-texts.ts";

/** What a cell of a workbook is given. */
export type AnyCell = string | number | Date;

/** Rows below the headings, and the product columns of the grid (none for the list). */
export interface LaidLinks {
  readonly rows: readonly (readonly AnyCell[])[];
  readonly products: readonly { readonly code: string; readonly title: string }[];
}

/** One row of the grid: what one site does in one period, and the products it does it for. */
interface GridLine {
  readonly link: RecordLink;
  readonly kinds: Map<string, RecordLink["kind"]>;
}

function groupLinks(links: readonly RecordLink[]): GridLine[] {
  const lines = new Map<string, GridLine[]>();
  for (const link of links) {
    const key = JSON.stringify([link.tier, link.component, link.from, link.to]);
    const same = lines.get(key) ?? [];
    // Said twice of one product in two ways: the second stands in a row of its own.
    const free = same.find((line) => !line.kinds.has(link.productKey));
    if (free === undefined) same.push({ link, kinds: new Map([[link.productKey, link.kind]]) });
    else free.kinds.set(link.productKey, link.kind);
    lines.set(key, same);
  }
  return [...lines.values()].flat();
}

function aboutWork(link: RecordLink | null, texts: WorkbookTexts): AnyCell[] {
  return link === null
    ? ["", "", "", ""]
    : [texts.tiers[link.tier], writeText(link.component), writeDate(link.from), writeDate(link.to)];
}

/** Every link of the record, and a row for each site that has none yet. */
export function layLinks(
  content: RecordContent,
  products: readonly RecordProduct[],
  texts: WorkbookTexts,
): LaidLinks {
  const bySite = Map.groupBy(content.links, (link) => link.siteKey);
  if (products.length <= mostGridProducts) {
    const rows = content.sites.flatMap((site) => {
      const lines = groupLinks(bySite.get(site.key) ?? []);
      const about = [writeText(site.key), writeText(site.name)];
      return lines.length === 0
        ? [[...about, ...aboutWork(null, texts)]]
        : lines.map(({ link, kinds }) => [
            ...about,
            ...aboutWork(link, texts),
            ...products.map(({ key }): AnyCell => {
              const kind = kinds.get(key);
              return kind === undefined ? "" : ticks[kind];
            }),
          ]);
    });
    const free = Array.from({ length: freeColumns }, () => ({ code: productCode(""), title: "" }));
    const own = products.map(({ key, brand, family }) => ({
      code: productCode(key),
      title: nameFamily({ brand, family }),
    }));
    return { rows, products: [...own, ...free] };
  }
  const byKey = new Map(products.map((product) => [product.key, product]));
  const rows = content.sites.flatMap((site) =>
    (bySite.get(site.key) ?? []).map((link): AnyCell[] => {
      const product = byKey.get(link.productKey);
      return [
        writeText(site.key),
        writeText(site.name),
        writeText(link.productKey),
        product === undefined ? "" : writeText(nameFamily(product)),
        ticks[link.kind],
        ...aboutWork(link, texts),
      ];
    }),
  );
  return { rows, products: [] };
}
