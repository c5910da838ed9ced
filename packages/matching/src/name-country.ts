const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });
// Pairs are compared by the million; a name is looked up once.
const known = new Map<string, string>();

/** The English name of a country by its ISO 3166 alpha-2 code; a code nobody gave a name stays as it is. */
export function nameCountry(code: string): string {
  const found = known.get(code);
  if (found !== undefined) return found;
  const name = /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
  known.set(code, name);
  return name;
}
