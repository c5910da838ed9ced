/** Text as Word has it: runs, links and paragraphs. */
import { ConcreteHyperlink, Paragraph, TextRun } from "docx";
import type { IParagraphOptions, ParagraphChild } from "docx";
import type { RichText } from "./document-content.ts";
import { documentLook as look } from "./document-look.ts";
import type { DocumentTexts } from "./document-texts.ts";
import { twips } from "./docx-styles.ts";
import { tidyRuns } from "./tidy-runs.ts";

/** What the blocks share: the words, and the addresses met, each with the id of its relationship. */
export interface DocxPress {
  readonly texts: DocumentTexts;
  readonly links: Map<string, string>;
}

/** Points between the margins. */
export const lineWidth: number = look.page.width - look.page.left - look.page.right;
function lettersOf(
  text: string,
  style: { bold?: boolean; italics?: boolean; style?: string },
): TextRun[] {
  return text
    .split("\n")
    .map(
      (line, index) => new TextRun({ text: line, ...style, ...(index > 0 ? { break: 1 } : {}) }),
    );
}

/** Runs as Word has them. The ids of links are counted, not drawn by lot, so that a file can be made twice. */
export function runsOf(press: DocxPress, text: RichText, bold = false): ParagraphChild[] {
  return tidyRuns(text).flatMap((run): ParagraphChild[] => {
    const style = {
      ...(bold || run.bold === true ? { bold: true } : {}),
      ...(run.italic === true ? { italics: true } : {}),
    };
    if (run.link === undefined) return lettersOf(run.text, style);
    const id = press.links.get(run.link) ?? `Link${press.links.size + 1}`;
    press.links.set(run.link, id);
    return [new ConcreteHyperlink(lettersOf(run.text, { ...style, style: "Hyperlink" }), id)];
  });
}

/** A paragraph of a text. */
export function paragraph(
  press: DocxPress,
  text: RichText,
  options: Omit<IParagraphOptions, "children"> = {},
): Paragraph {
  return new Paragraph({ ...options, children: runsOf(press, text) });
}

/** Word joins tables that touch, and wants a paragraph after the last. */
export function gap(points: number): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: twips(points), lineRule: "exact" },
    children: [],
  });
}
