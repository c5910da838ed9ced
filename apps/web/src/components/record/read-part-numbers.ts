/** Part numbers as they are pasted: one a line, or with commas, semicolons or tabs between them; none twice. */
export function readPartNumbers(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[\n,;\t]/u)
        .map((part) => part.trim())
        .filter((part) => part !== ""),
    ),
  ];
}
