/** The house look of documents: ink on white, one deep teal for rules, generous margins. A4; lengths in points. */
export const documentLook = {
  page: { width: 595.28, height: 841.89, left: 68, right: 68, top: 60, bottom: 76, foot: 40 },
  ink: "16211F",
  teal: "0B6B63",
  muted: "4F5B58",
  wash: "EEF3F2",
  rule: "D3D8D5",
  body: { size: 10.5, line: 15, after: 7 },
  small: { size: 9, line: 12.5 },
  table: { size: 9.5, line: 13, padding: 5 },
  title: { size: 19, line: 24, after: 4 },
  subtitle: { size: 12, line: 16 },
  headings: {
    1: { size: 13.5, line: 18, before: 15, after: 5 },
    2: { size: 11.5, line: 16, before: 11, after: 3 },
    3: { size: 10.5, line: 15, before: 8, after: 2 },
  },
  list: { indent: 17, after: 3 },
  /** Share of the line that the names of facts take. */
  factNames: 0.27,
} as const;

/** The space above a heading: less where another stands directly over it. */
export function spaceBefore(
  level: 1 | 2 | 3,
  previous: { readonly kind: string } | undefined,
): number {
  const { before } = documentLook.headings[level];
  return previous?.kind === "heading" ? Math.min(before, 3) : before;
}
