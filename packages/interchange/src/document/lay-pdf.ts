/** A document as PDF 1.7, tagged so that it can be read aloud: structure, language, title, bookmarks, links with their words. */
import { createFaceChooser } from "./choose-faces.ts";
import type { DocumentContent } from "./document-content.ts";
import { documentLook as look } from "./document-look.ts";
import { documentTextsFor, fillText } from "./document-texts.ts";
import { layHead } from "./lay-head.ts";
import { drawBlock } from "./pdf-blocks.ts";
import type { Bookmarks } from "./pdf-blocks.ts";
import { drawText, linesOf } from "./pdf-press.ts";
import type { PdfPress, TextSetting } from "./pdf-press.ts";
import { Sheet } from "./pdf-sheet.ts";
import { tidyLine } from "./tidy-runs.ts";
import { readTypefaces } from "./typefaces.ts";

function drawHead(press: PdfPress, content: DocumentContent, bookmarks: Bookmarks): void {
  const { sheet } = press;
  const head = layHead(content, press.texts);
  const small: TextSetting = { ...look.small, color: look.muted };
  for (const [index, line] of head.sender.entries())
    drawText(
      press,
      "P",
      line,
      index === 0 ? { ...look.small, color: look.teal, face: "semibold" } : small,
    );
  if (head.sender.length > 0) {
    sheet.y += 6;
    sheet.rule(sheet.left, sheet.y, sheet.width, 1.5, look.teal);
    sheet.y += 20;
  }
  for (const [index, line] of head.addressee.entries())
    drawText(press, "P", line, { ...look.body, face: index === 0 ? "semibold" : "regular" });
  if (head.addressee.length > 0) sheet.y += 16;
  for (const line of head.dateLines) drawText(press, "P", line, small);
  sheet.y += 16;
  bookmarks.under[0] = sheet.bookmark(head.title);
  drawText(press, "H1", head.title, { ...look.title, face: "bold" });
  sheet.y += look.title.after;
  if (head.subtitle !== undefined) {
    drawText(press, "P", head.subtitle, { ...look.subtitle, color: look.muted });
    sheet.y += 4;
  }
  sheet.y += 6;
}

function drawFeet(press: PdfPress, content: DocumentContent): void {
  const { sheet } = press;
  const small: TextSetting = {
    size: look.small.size - 0.5,
    line: look.small.line,
    color: look.muted,
  };
  const drawnUp = fillText(press.texts.drawnUp, {
    by: tidyLine(content.drawnUp.by),
    from: tidyLine(content.drawnUp.from),
  });
  const [left] = linesOf(press, drawnUp, sheet.width - 80, small);
  sheet.eachPage((number) => {
    const text = fillText(press.texts.page, {
      page: String(number),
      pages: String(sheet.pageCount),
    });
    const [right] = linesOf(press, text, 80, small);
    sheet.y = look.page.height - look.page.foot - small.line;
    sheet.rule(sheet.left, sheet.y - 6, sheet.width, 0.5, look.rule);
    if (left !== undefined) sheet.drawUnread(left, { x: sheet.left, ...small });
    if (right !== undefined)
      sheet.drawUnread(right, { x: sheet.left, width: sheet.width, align: "end", ...small });
  });
}

/** Says at the end what could not be printed, rather than leaving boxes. */
function drawUnprinted(press: PdfPress, bookmarks: Bookmarks): void {
  const { unprinted } = press.texts;
  const passages = press.faces.unprinted.map((one) => `${one.number} ${one.script}`).join("; ");
  if (passages === "") return;
  drawBlock(
    press,
    { kind: "note", title: unprinted.title, text: fillText(unprinted.text, { passages }) },
    {},
    bookmarks,
  );
}

/** Lays a document out on pages. */
export async function layPdf(content: DocumentContent): Promise<Uint8Array> {
  const typefaces = await readTypefaces(JSON.stringify(content));
  const texts = documentTextsFor(content.language);
  const sheet = new Sheet(
    {
      title: tidyLine(content.title),
      author: tidyLine(content.drawnUp.by),
      language: content.language,
      date: content.date,
    },
    typefaces,
  );
  const faces = createFaceChooser(typefaces, texts);
  const press: PdfPress = { sheet, faces, texts, language: content.language };
  const bookmarks: Bookmarks = { under: [] };
  drawHead(press, content, bookmarks);
  for (const [index, block] of content.blocks.entries())
    drawBlock(
      press,
      block,
      { previous: content.blocks[index - 1], following: content.blocks[index + 1] },
      bookmarks,
    );
  drawUnprinted(press, bookmarks);
  drawFeet(press, content);
  return sheet.end();
}
