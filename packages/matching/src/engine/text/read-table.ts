/** Reads the word tables of `src/data`: lines `key: words | words`, a hyphen is a blank. */
export function readLines(table: string): string[] {
  return table
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** `words` of a line, hyphens made blanks. */
export function readWords(text: string): string[] {
  return text
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => word.replaceAll("-", " "));
}

/** `form=compared` or `form` alone. */
export function readPair(entry: string): readonly [form: string, compared: string | null] {
  const at = entry.indexOf("=");
  return at === -1 ? [entry, null] : [entry.slice(0, at), entry.slice(at + 1)];
}
