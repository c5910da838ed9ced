/** The two columns of a file of rejects that are for people: reading passes them over when the file is sent again. */

/** Their headings, in this order, after the list's own columns. */
export const rejectTitles = ["What is wrong", "What to do"] as const;

const known: ReadonlySet<string> = new Set(rejectTitles.map((title) => title.toLowerCase()));

/** True for a heading of ours, however its blanks and case came back. */
export function isRejectTitle(title: string | undefined): boolean {
  return title !== undefined && known.has(title.replace(/\s+/gu, " ").trim().toLowerCase());
}
