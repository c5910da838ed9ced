import { AppError } from "@throughline/domain";
import type { ContractFile } from "./contract-file.ts";

function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * Positions of the products that a request, answer or disclosure of a contract file is about, by part number, family,
 * or brand with either, whatever the case. `path` is the JSON pointer of the list of names.
 *
 * @throws AppError `contract_file_invalid` for a name that no product of the file has: an empty list would mean all.
 * @example findNamedProducts([{ brand: "HP", family: "245 G7" }], ["HP 245 G7"], "/requests/0/products") // → [0]
 */
export function findNamedProducts(
  products: readonly Pick<ContractFile["products"][number], "brand" | "family" | "partNumber">[],
  names: readonly string[],
  path: string,
): number[] {
  const found = new Set<number>();
  for (const [index, name] of names.entries()) {
    const wanted = fold(name);
    const at = products.flatMap(({ brand, family, partNumber: part }, position) => {
      const written = [family, `${brand} ${family}`];
      if (part !== undefined)
        written.push(part, `${brand} ${part}`, `${family} ${part}`, `${brand} ${family} ${part}`);
      return written.some((one) => fold(one) === wanted) ? [position] : [];
    });
    if (wanted === "" || at.length === 0) {
      const message = `No product of the file has '${name}' as family or part number.`;
      const place = `${path}/${index}`;
      throw new AppError("contract_file_invalid", `${place}: ${message}`, [
        { path: place, message },
      ]);
    }
    for (const position of at) found.add(position);
  }
  return [...found];
}
