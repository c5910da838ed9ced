/**
 * Which product each row of a disclosure is about, and how surely. "One of the following" is an OR; a list that says
 * for which product each site works confirms it; a list of a brand's sites alone says nothing about one product.
 */
import type {
  DisclosureFact,
  DisclosureRow,
  ProductLine,
  ReadDisclosure,
  Tier,
  TraceLinkFact,
} from "@throughline/domain";

/** How a disclosure was declared. */
export interface DeclaredScope {
  readonly fact: DisclosureFact;
  readonly read: ReadDisclosure;
  /** Part numbers or families it is about. */
  readonly products: readonly string[];
  /** What the declarer says of the places; `null`: as the source says. */
  readonly kind: "one_of" | "confirmed" | null;
  readonly tier: Tier | null;
  /** False for a file given on the command line, of which nobody said what it is about. */
  readonly scopeStated: boolean;
}

function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Finds products by what people write: part number, family, or both. */
export function findProducts(
  products: readonly ProductLine[],
  written: string,
): readonly ProductLine[] {
  const wanted = fold(written);
  if (wanted === "") return [];
  const exact = products.filter((product) => {
    const { brand, family, partNumber } = product;
    const names = [
      family,
      `${brand} ${family}`,
      ...(partNumber === null
        ? []
        : [partNumber, `${family} ${partNumber}`, `${brand} ${family} ${partNumber}`]),
    ];
    return names.some((name) => fold(name) === wanted);
  });
  if (exact.length > 0) return exact;
  const parts = written.split(/[;,/|\n]+/u).filter((part) => fold(part) !== "");
  return parts.length > 1 ? parts.flatMap((part) => findProducts(products, part)) : [];
}

/** The disclosure's products when its rows name none: those stated, else the brand's, else all. */
function productsInScope(
  products: readonly ProductLine[],
  scope: DeclaredScope,
): readonly ProductLine[] {
  if (scope.products.length > 0)
    return [...new Set(scope.products.flatMap((written) => findProducts(products, written)))];
  const { brand } = scope.fact;
  // A file of which nobody said what it is about, and that names no brand, is only about the one thing there is.
  if (brand === null) return scope.scopeStated || products.length === 1 ? products : [];
  return products.filter((product) => fold(product.brand) === fold(brand));
}

function isPacker(read: ReadDisclosure, row: DisclosureRow): boolean {
  return read.notes.some((note) => note.startsWith(`The text calls '${row.name}' the packer`));
}

/** An importer or head office on a label is no place where the product may have been made; a warehouse named among the makers is. */
function isNoCandidate(row: DisclosureRow): boolean {
  return row.flags.includes("not_manufacturing") && !row.flags.includes("warehouse");
}

/** Links the rows to products. `siteIdOf` gives the site a row became. */
export function linkRows(
  products: readonly ProductLine[],
  scope: DeclaredScope,
  siteIdOf: (row: DisclosureRow) => string,
): TraceLinkFact[] {
  const { fact, read } = scope;
  const rows = read.rows.filter(
    (row) =>
      row.outcome !== "rejected" &&
      row.name !== "" &&
      !(read.format === "label_text" && isNoCandidate(row)),
  );
  const makers = rows.filter((row) => !isPacker(read, row));
  const wide = productsInScope(products, scope);
  const caveat =
    [
      fact.truncated ? "The source text ends in the middle of the list." : null,
      fact.foreignMarket === null
        ? null
        : `The source was made for the market ${fact.foreignMarket}.`,
    ]
      .filter((part) => part !== null)
      .join(" ") || null;

  return rows.flatMap((row): TraceLinkFact[] => {
    const named = row.product === null ? [] : findProducts(products, row.product);
    // A row that names a product the contract does not have is about something else.
    if (row.product !== null && row.product.trim() !== "" && named.length === 0) return [];
    const targets = named.length > 0 ? named : wide;
    const packer = isPacker(read, row);
    const tier =
      row.tier ??
      scope.tier ??
      (packer ? "logistics" : row.component === null ? "final_assembly" : "component");
    const about =
      named.length > 0 ||
      scope.products.length > 0 ||
      (scope.scopeStated && read.format === "label_text") ||
      targets.length === 1;
    const one = scope.kind === "one_of" || (scope.kind === null && read.alternatives);
    // Several places for one product without saying which is an OR too, unless the rows or the declarer say more.
    const several = scope.kind === null && named.length === 0 && makers.length > 1;
    const kind: TraceLinkFact["kind"] = !about
      ? "brand_level_only"
      : !packer && (one || several)
        ? "one_of_n_possible"
        : "confirmed";
    const possible = kind === "one_of_n_possible";
    return targets.map((product) => {
      const alternativesId = possible
        ? `${fact.id}/${tier}${named.length > 0 ? `/${product.id}` : ""}`
        : null;
      return {
        id: `${fact.id}/row-${row.row}/${product.id}`,
        productId: product.id,
        siteId: siteIdOf(row),
        tier,
        component: row.component,
        kind,
        alternativesId,
        alternativesCount: possible ? makers.length : null,
        validFrom: null,
        validTo: null,
        disclosureId: fact.id,
        caveat,
      };
    });
  });
}
