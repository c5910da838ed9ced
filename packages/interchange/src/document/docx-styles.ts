/** How a document looks in Word: styles by name, so that whoever edits it can change them in one place. */
import type { IStylesOptions } from "docx";
import { documentLook as look } from "./document-look.ts";

/** Points to twentieths of a point. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

const halfPoints = (points: number): number => Math.round(points * 2);

/** Where Source Sans 3 is not installed the font table below names what stands in for it. */
export const wordFont = {
  ascii: "Source Sans 3",
  hAnsi: "Source Sans 3",
  cs: "Source Sans 3",
  eastAsia: "Microsoft YaHei",
};

/** At least this line height: a fallback font may be taller. */
function leading(line: number, before: number, after: number) {
  return {
    line: twips(line),
    lineRule: "atLeast" as const,
    before: twips(before),
    after: twips(after),
  };
}

function heading(level: 1 | 2 | 3) {
  const { size, line, before, after } = look.headings[level];
  return {
    run: {
      size: halfPoints(size),
      bold: true,
      color: level === 1 ? look.teal : look.ink,
      font: wordFont,
    },
    paragraph: {
      spacing: leading(line, before, after),
      keepNext: true,
      keepLines: true,
      outlineLevel: level - 1,
    },
  };
}

function own(
  id: string,
  name: string,
  size: number,
  line: number,
  after: number,
  color: string = look.ink,
) {
  return {
    id,
    name,
    basedOn: "Normal",
    quickFormat: true,
    run: { size: halfPoints(size), color, font: wordFont },
    paragraph: { spacing: leading(line, 0, after) },
  };
}

/** The styles of a document in a language. */
export function docxStyles(language: string): IStylesOptions {
  const { body, small, table, title, subtitle } = look;
  return {
    default: {
      document: {
        run: {
          font: wordFont,
          size: halfPoints(body.size),
          color: look.ink,
          language: { value: language },
        },
        paragraph: { spacing: leading(body.line, 0, body.after) },
      },
      title: {
        run: { size: halfPoints(title.size), bold: true, color: look.ink, font: wordFont },
        paragraph: { spacing: leading(title.line, 6, title.after), keepNext: true },
      },
      heading1: heading(1),
      heading2: heading(2),
      heading3: heading(3),
      hyperlink: { run: { color: look.teal, underline: { type: "single" } } },
    },
    paragraphStyles: [
      own("Subtitle", "Subtitle", subtitle.size, subtitle.line, 10, look.muted),
      own("LetterHead", "Letter head", small.size, small.line, 0, look.muted),
      own("Addressee", "Addressee", body.size, body.line, 0),
      own("DateLine", "Date line", small.size, small.line, 0, look.muted),
      own("TableText", "Table text", table.size, table.line, 0),
      own("TableHead", "Table head", table.size, table.line, 0),
      own("FactName", "Fact name", body.size, body.line, 0, look.muted),
      own("FactValue", "Fact value", body.size, body.line, 0),
      own("NoteText", "Note text", body.size, body.line, 0),
      own("FootLine", "Foot line", small.size - 0.5, small.line, 0, look.muted),
    ],
  };
}

/** `word/fontTable.xml`: what Word, or another, may use where the typeface is missing. */
export const fontTableXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="Source Sans 3"><w:altName w:val="Calibri"/><w:panose1 w:val="020B0503030403020204"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font><w:font w:name="Calibri"><w:altName w:val="Arial"/><w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>`;
