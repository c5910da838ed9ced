/** Text on a sheet: runs become lines, lines find their place, a paragraph does not leave a line of it alone. */
import type { RichText } from "./document-content.ts";
import { documentLook as look } from "./document-look.ts";
import type { DocumentTexts } from "./document-texts.ts";
import type { FaceChooser } from "./choose-faces.ts";
import { layLines } from "./lay-lines.ts";
import type { LaidLine, Piece } from "./lay-lines.ts";
import type { LineSetting, Sheet, Structure } from "./pdf-sheet.ts";
import { tidyRuns } from "./tidy-runs.ts";
import type { FaceName } from "./typefaces.ts";

export interface PdfPress {
  readonly sheet: Sheet;
  readonly faces: FaceChooser;
  readonly texts: DocumentTexts;
  readonly language: string;
}

export interface TextSetting {
  readonly size: number;
  readonly line: number;
  readonly color?: string;
  readonly face?: FaceName;
}

function faceOf(bold: boolean, italic: boolean, base: FaceName): FaceName {
  if (base === "bold") return "bold";
  const heavy = bold || base === "semibold";
  if (heavy) return italic ? "semibold_italic" : "semibold";
  return italic ? "italic" : "regular";
}

/** The lines a text takes in a width. */
export function linesOf(
  press: PdfPress,
  text: RichText,
  width: number,
  setting: TextSetting,
): readonly LaidLine[] {
  const pieces = tidyRuns(text).flatMap((run): Piece[] => {
    const face = faceOf(run.bold === true, run.italic === true, setting.face ?? "regular");
    return press.faces.choose(run.text, face).map((stretch) => ({
      ...stretch,
      color: run.link === undefined ? (setting.color ?? look.ink) : look.teal,
      ...(run.link === undefined ? {} : { link: run.link }),
    }));
  });
  return layLines(pieces, width, press.sheet.measureAt(setting.size));
}

/**
 * Draws lines one under the other, over pages where they need to. Two at least stay together at each end.
 *
 * @param beside is drawn once, at the first line: the mark of a list
 */
export function drawLines(
  press: PdfPress,
  lines: readonly LaidLine[],
  under: Structure,
  tag: string,
  setting: LineSetting,
  beside?: () => void,
): void {
  const { sheet } = press;
  for (const [index, line] of lines.entries()) {
    const left = lines.length - index;
    const together = (index === 0 && left > 1) || left === 2 ? Math.min(2, left) : 1;
    sheet.ensure(left === 3 && index === 0 ? setting.line * 3 : setting.line * together);
    if (index === 0) beside?.();
    sheet.drawLine(line, under, tag, setting);
    sheet.y += setting.line;
  }
}

/** A text as a part of the structure of its own. */
export function drawText(
  press: PdfPress,
  kind: string,
  text: RichText,
  setting: TextSetting,
  under: Structure = press.sheet.root,
): void {
  const { sheet } = press;
  const part = sheet.open(kind, under);
  const lines = linesOf(press, text, sheet.width, setting);
  drawLines(press, lines, part, kind, { x: sheet.left, size: setting.size, line: setting.line });
  part.end();
}
