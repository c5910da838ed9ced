/**
 * Folds a component's or brand's name for comparison: width, case and spacing do not make it another one.
 *
 * @example foldName(" HP  ") === foldName("hp") // true
 */
export function foldName(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
