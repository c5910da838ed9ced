/** Text from outside, made fit to be printed: what no file may hold goes, and nothing else does. */
import type { RichText, TextRun } from "./document-content.ts";

/**
 * Characters that are no text: controls (XML forbids them), halves of surrogate pairs, non-characters, soft hyphens, and the
 * signs that turn the direction of writing, by which a text can be made to show other words than it holds.
 */
const noText =
  // oxlint-disable-next-line no-control-regex -- controls are what it is about
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|\p{Noncharacter_Code_Point}/gu;

/**
 * A text without what no document may hold, composed (NFC), its line ends one kind.
 *
 * @example
 * tidyText("a\u0000b\r\nc"); // "ab\nc"
 */
export function tidyText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/gu, "\n")
    .replaceAll("\t", " ")
    .replaceAll(noText, "")
    .normalize("NFC");
}

/** The address if a document may point there, else nothing. */
function tidyLink(link: string): string | undefined {
  const url = URL.parse(link.trim());
  return url !== null && ["https:", "http:", "mailto:"].includes(url.protocol)
    ? url.href
    : undefined;
}

/**
 * Rich text as runs with words in them. An address that may not be linked leaves its text.
 *
 * @example
 * tidyRuns("plain"); // [{ text: "plain" }]
 */
export function tidyRuns(text: RichText): readonly TextRun[] {
  const runs = typeof text === "string" ? [{ text }] : text;
  return runs.flatMap((run) => {
    const tidied = tidyText(run.text);
    if (tidied === "") return [];
    const { link: address, ...rest } = run;
    const link = address === undefined ? undefined : tidyLink(address);
    return [{ ...rest, text: tidied, ...(link === undefined ? {} : { link }) }];
  });
}

/** Lines that hold something, tidied; a line break within one becomes a space. */
export function tidyLines(lines: readonly string[]): readonly string[] {
  return lines
    .map((line) => tidyText(line).replaceAll(/\s+/gu, " ").trim())
    .filter((line) => line !== "");
}

/** One line of text. */
export function tidyLine(line: string): string {
  return tidyLines([line])[0] ?? "";
}
