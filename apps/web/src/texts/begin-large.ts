/** Words written to stand in the middle of a sentence, where they begin one: "town" becomes "Town". */
export function beginLarge(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
