/**
 * What a person calls a model family: brand and family, the brand once where the family begins with it.
 *
 * @example nameFamily({ brand: "Aster", family: "Aster 14" }) // "Aster 14"
 * @example nameFamily({ brand: "Lenovo", family: "IdeaPad 3" }) // "Lenovo IdeaPad 3"
 */
export function nameFamily({
  brand,
  family,
}: {
  readonly brand: string;
  readonly family: string;
}): string {
  const begins = family.toLowerCase().startsWith(brand.toLowerCase());
  // “Asterix 5” by Aster does not bear the brand's name: the word goes on.
  return begins && !/^[\p{L}\p{N}]/u.test(family.slice(brand.length))
    ? family
    : `${brand} ${family}`;
}
