/** Finds the products of a contract that a text names: by part number, by family, or by the beginning of either. */
import { foldWords } from "./fold-words.ts";

/** A product of the contract, as far as it is told apart by its names. */
export interface NamedProduct {
  readonly id: string;
  readonly brand: string;
  readonly family: string;
  readonly partNumber: string | null;
}

/** What a text names. `surely` is false where it may as well name another model: "ProBook" for a ProBook 450. */
export interface ProductMatch {
  readonly products: readonly NamedProduct[];
  readonly surely: boolean;
}

const shortestPart = 3;
/** A part number this long is recognised inside other words. */
const longPart = 5;

/**
 * True when one brand's name is the other, or begins it.
 *
 * @example isSameBrand("HP", "HP Inc.") // true
 * @example isSameBrand("HP", "HPE") // false
 */
export function isSameBrand(one: string, other: string): boolean {
  const [a, b] = [`${foldWords(one)} `, `${foldWords(other)} `];
  return a !== " " && b !== " " && (a.startsWith(b) || b.startsWith(a));
}

/** A word that makes no other model of a family: a part number, or a bare number such as the inches of a screen. */
function isCode(word: string): boolean {
  return /\d/u.test(word) && (word.length >= longPart || /^\d+$/u.test(word));
}

function partOf({ partNumber }: NamedProduct): string {
  return foldWords(partNumber ?? "").replaceAll(" ", "");
}

function matchOne(text: string, products: readonly NamedProduct[]): ProductMatch {
  const folded = ` ${foldWords(text)} `;
  const compact = folded.replaceAll(" ", "");
  if (compact === "") return { products: [], surely: false };
  const byPart = products.filter((product) => {
    const part = partOf(product);
    return (
      part.length >= shortestPart &&
      (compact === part || (part.length >= longPart && compact.includes(part)))
    );
  });
  if (byPart.length > 0) return { products: byPart, surely: true };

  const families = products.map((product) => ({
    product,
    brand: foldWords(product.brand),
    family: ` ${foldWords(product.family)} `,
    whole: ` ${foldWords(`${product.brand} ${product.family}`)} `,
  }));
  const equal = families.filter(({ family, whole }) => family === folded || whole === folded);
  if (equal.length > 0) return { products: equal.map(({ product }) => product), surely: true };

  const inside = families.filter(({ family }) => family.trim() !== "" && folded.includes(family));
  const longest = Math.max(0, ...inside.map(({ family }) => family.length));
  if (longest > 0) {
    const found = inside.filter(({ family }) => family.length === longest);
    // "Book 3 Pro" may be another model than the "Book 3" it begins with.
    const surely = found.every(({ brand, family }) =>
      folded
        .replace(family, " ")
        .split(" ")
        .every((word) => word === "" || brand.split(" ").includes(word) || isCode(word)),
    );
    return { products: found.map(({ product }) => product), surely };
  }
  const begun = families.filter(
    ({ brand, whole }) =>
      whole.includes(folded) &&
      folded
        .trim()
        .split(" ")
        .some((word) => word.length >= shortestPart && !brand.split(" ").includes(word)),
  );
  return { products: begun.map(({ product }) => product), surely: false };
}

/**
 * Matches one cell of a product column. A cell that lists several products ("Book 3; Book 5") names each of them.
 *
 * @example matchProducts("HP 245 G7 (2D8C6PA)", products).surely // true
 */
export function matchProducts(text: string, products: readonly NamedProduct[]): ProductMatch {
  const parts = text.split(/[;,/|\n]+/u).filter((part) => foldWords(part) !== "");
  if (parts.length < 2) return matchOne(text, products);
  const whole = matchOne(text, products);
  const single = parts.map((part) => matchOne(part, products)).filter((one) => one.surely);
  const named = new Set(single.flatMap((one) => one.products));
  return named.size > whole.products.length || (named.size > 0 && !whole.surely)
    ? { products: products.filter((product) => named.has(product)), surely: true }
    : whole;
}
