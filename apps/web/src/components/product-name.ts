/** A product of any kind, as far as it has a name. */
export interface NamedProduct {
  readonly brand: string;
  readonly family: string;
  readonly partNumber: string | null;
}

/** Family and part number, as a person names the product. */
export function productName({ brand, family, partNumber }: NamedProduct): string {
  const named = family.toLowerCase().startsWith(brand.toLowerCase())
    ? family
    : `${brand} ${family}`;
  return partNumber === null || named.includes(partNumber) ? named : `${named} ${partNumber}`;
}
