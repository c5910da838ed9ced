/** Decides which products a disclosure speaks about and how sure each link to a site is. Pure: ids are made by the caller. */
import type { DisclosureRow, ReadDisclosure, Tier, TraceLinkKind } from "@throughline/domain";
import { foldText } from "@throughline/matching";

/** A product of the contract. */
export interface KnownProduct {
  readonly id: string;
  readonly brand: string;
  readonly family: string;
  readonly partNumber: string | null;
}

/** One row with the site it became; `siteId` is `null` when it names no place. */
export interface PlacedRow {
  readonly row: DisclosureRow;
  readonly siteId: string | null;
  /** The row only names the brand's own company. */
  readonly brandOnly: boolean;
}

export interface LinkQuestion {
  readonly read: ReadDisclosure;
  readonly rows: readonly PlacedRow[];
  readonly products: readonly KnownProduct[];
  /** What was said when the disclosure was taken. */
  readonly productIds: readonly string[];
  readonly brand: string | null;
  readonly tier: Tier;
  readonly kind: "one_of" | "confirmed" | undefined;
  /** Country of the buyer, to tell a foreign market from its own. */
  readonly buyerCountry: string | null;
  readonly countryName: (code: string) => string;
  readonly makeId: () => string;
}

export interface PlannedLink {
  readonly productId: string;
  readonly siteId: string | null;
  readonly tier: Tier;
  readonly component: string | null;
  readonly kind: TraceLinkKind;
  readonly alternativesId: string | null;
  readonly alternativesCount: number | null;
  readonly caveat: string | null;
}

export interface LinkPlan {
  readonly links: readonly PlannedLink[];
  /** What a person should know about what was linked and what was not, in sentences. */
  readonly notes: readonly string[];
}

/** True when one brand's name is the other, or begins it: "HP" and "HP Inc.". */
export function isBrand(one: string, other: string): boolean {
  const [a, b] = [`${foldText(one)} `, `${foldText(other)} `];
  return a !== " " && b !== " " && (a.startsWith(b) || b.startsWith(a));
}

/**
 * Plans the links of a disclosure.
 *
 * - Products: those said; else those that a row's product names; else those of the brand; else, without a brand, all.
 *   A row that names another product than the contract has is not linked, and a note says so.
 * - Kind: `one_of_n_possible` when the source names alternatives, whatever was asked, or when it was asked for;
 *   `confirmed` when asked for, or when the product was named by row or by hand; else `brand_level_only`: a list of a
 *   brand's sites does not say which of them makes this product.
 * - One set of alternatives for each product and tier; its number counts every place named, making things or not.
 */
export function planLinks(question: LinkQuestion): LinkPlan {
  const { chosen, byHand, note } = chooseProducts(question);
  const notes = note === null ? [] : [note];
  const named = question.rows.filter(({ row }) => row.product !== null);
  const found = new Map(
    [...new Set(named.map(({ row }) => row.product ?? ""))].map((text) => [
      text,
      matchProducts(text, chosen),
    ]),
  );
  const productsAreTold = [...found.values()].some((products) => products.length > 0);
  if (!productsAreTold && named.length > 0 && chosen.length > 0)
    notes.push(
      "None of the products named in the rows is a product of this contract; the rows were read as speaking about all products chosen.",
    );
  const unknown = new Set<string>();
  const links = new Map<string, PlannedLink>();
  for (const placed of question.rows) {
    if (placed.siteId === null && !placed.brandOnly) continue;
    const text = placed.row.product;
    const told = text === null || !productsAreTold ? undefined : (found.get(text) ?? []);
    if (told?.length === 0 && text !== null) unknown.add(text);
    for (const product of told ?? chosen) {
      const link = describeLink(question, placed, product, byHand || told !== undefined);
      const key = [link.productId, link.siteId, link.tier, link.component].join("|");
      if (!links.has(key)) links.set(key, link);
    }
  }
  if (unknown.size > 0) notes.push(sayUnknown([...unknown]));
  return { links: countAlternatives(dropBrandNames([...links.values()]), question.makeId), notes };
}

function chooseProducts({ products, productIds, brand, read }: LinkQuestion): {
  chosen: readonly KnownProduct[];
  byHand: boolean;
  note: string | null;
} {
  if (productIds.length > 0) {
    const wanted = new Set(productIds);
    return { chosen: products.filter(({ id }) => wanted.has(id)), byHand: true, note: null };
  }
  const said = brand ?? read.brand;
  if (said === null || products.length === 0)
    return { chosen: products, byHand: false, note: null };
  const chosen = products.filter((product) => isBrand(product.brand, said));
  const note =
    chosen.length > 0
      ? null
      : `No product of this contract carries the brand ${said}, so no product was linked. Choose the products it speaks about.`;
  return { chosen, byHand: false, note };
}

/** Products that a text in a product column names: by part number, else by family; the longest family wins. */
export function matchProducts(text: string, products: readonly KnownProduct[]): KnownProduct[] {
  const folded = ` ${foldText(text)} `;
  const compact = folded.replaceAll(" ", "");
  if (compact === "") return [];
  const byPart = products.filter(({ partNumber }) => {
    const part = foldText(partNumber ?? "").replaceAll(" ", "");
    return part.length >= 3 && (compact === part || (part.length >= 5 && compact.includes(part)));
  });
  if (byPart.length > 0) return byPart;
  const families = products.map((product) => ({
    product,
    family: ` ${foldText(product.family)} `,
    whole: ` ${foldText(`${product.brand} ${product.family}`)} `,
  }));
  const equal = families.filter(({ family, whole }) => family === folded || whole === folded);
  if (equal.length > 0) return equal.map(({ product }) => product);
  const inside = families.filter(({ family }) => family.trim() !== "" && folded.includes(family));
  const longest = Math.max(0, ...inside.map(({ family }) => family.length));
  if (longest > 0)
    return inside.filter(({ family }) => family.length === longest).map(({ product }) => product);
  return families.filter(({ whole }) => whole.includes(folded)).map(({ product }) => product);
}

function describeLink(
  question: LinkQuestion,
  placed: PlacedRow,
  product: KnownProduct,
  productIsTold: boolean,
): PlannedLink {
  const { read, kind: asked } = question;
  const kind: TraceLinkKind =
    placed.siteId === null
      ? "brand_level_only"
      : read.alternatives || asked === "one_of"
        ? "one_of_n_possible"
        : asked === "confirmed" || productIsTold
          ? "confirmed"
          : "brand_level_only";
  return {
    productId: product.id,
    siteId: placed.siteId,
    tier: placed.row.tier ?? question.tier,
    component: placed.row.component,
    kind,
    alternativesId: null,
    alternativesCount: null,
    caveat: sayCaveat(question),
  };
}

function sayCaveat({ read, buyerCountry, countryName }: LinkQuestion): string | null {
  const sentences: string[] = [];
  if (read.truncated)
    sentences.push("The source text ends in the middle of the list, so there may be more places.");
  if (read.foreignMarket !== null && read.foreignMarket !== buyerCountry)
    sentences.push(
      `The source was made for another market (${countryName(read.foreignMarket)}); goods sold here may come from elsewhere.`,
    );
  return sentences.length === 0 ? null : sentences.join(" ");
}

/** A brand's name without a place counts only where the source names no place for that product and tier. */
function dropBrandNames(links: readonly PlannedLink[]): PlannedLink[] {
  const placed = new Set(
    links.filter(({ siteId }) => siteId !== null).map((link) => `${link.productId}|${link.tier}`),
  );
  return links.filter(
    (link) => link.siteId !== null || !placed.has(`${link.productId}|${link.tier}`),
  );
}

function countAlternatives(links: readonly PlannedLink[], makeId: () => string): PlannedLink[] {
  const sets = new Map<string, { id: string; sites: Set<string | null> }>();
  const keyOf = (link: PlannedLink): string =>
    [link.productId, link.tier, link.component].join("|");
  for (const link of links) {
    if (link.kind !== "one_of_n_possible") continue;
    const set = sets.get(keyOf(link)) ?? { id: makeId(), sites: new Set() };
    set.sites.add(link.siteId);
    sets.set(keyOf(link), set);
  }
  return links.map((link) => {
    const set = link.kind === "one_of_n_possible" ? sets.get(keyOf(link)) : undefined;
    return set === undefined
      ? link
      : { ...link, alternativesId: set.id, alternativesCount: set.sites.size };
  });
}

function sayUnknown(texts: readonly string[]): string {
  const shown = texts.slice(0, 5).map((text) => `'${text}'`);
  const more = texts.length > 5 ? ` and ${texts.length - 5} more` : "";
  return `Rows about ${shown.join(", ")}${more} were not linked: this contract has no such product.`;
}
