/**
 * Folds what people write of brands and products for comparison: width, case, accents and signs do not make another one.
 *
 * @example foldWords("HP 245-G7 (2D8C6PA)") // "hp 245 g7 2d8c6pa"
 */
export function foldWords(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
