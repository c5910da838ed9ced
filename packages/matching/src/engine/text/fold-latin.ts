import anyAscii from "any-ascii";

/**
 * Folds text of any spaced script to lower-case ASCII words with single blanks. Apostrophes close up; everything that is no
 * letter and no digit is a blank. Units that a text tool wrote out inside a word are put back ("Infocomillimeters").
 *
 * @example foldLatin("Công ty TNHH «Đức-Anh»") // → "cong ty tnhh duc anh"
 */
export function foldLatin(text: string): string {
  return anyAscii(
    text
      .normalize("NFKC")
      .replaceAll(/[ьЬъЪ]/gu, "")
      .replaceAll(/[хХ]/gu, "h"),
  )
    .toLowerCase()
    .replaceAll(/(?<=[a-z])(?:illimet(?:er|re)s?|entimet(?:er|re)s?)\b/g, "m")
    .replaceAll(/['`’´]/g, "")
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}
