/** Languages letters are written in, by name. */

// The official languages of the Union, and those of the makers and sites most letters go to.
const codes =
  "en de fr es nl sv nb da fi pl it pt cs hu ro el bg hr sk sl et lv lt ga mt uk tr zh vi ko ja th id".split(
    " ",
  );

/** Pairs of two-letter code and name, the language of the catalogue first, then by name. */
export function languageNames(): readonly (readonly [string, string])[] {
  const names = new Intl.DisplayNames(["en-GB"], { type: "language" });
  const [first, ...rest] = codes.map((code) => [code, names.of(code) ?? code] as const);
  return [
    ...(first === undefined ? [] : [first]),
    ...rest.sort((a, b) => a[1].localeCompare(b[1], "en")),
  ];
}
