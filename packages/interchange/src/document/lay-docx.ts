/** A document for Word and whatever else opens DOCX (ECMA-376), to be sent as it is or edited first. */
import {
  BorderStyle,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from "docx";
import type { Table } from "docx";
import type { DocumentContent } from "./document-content.ts";
import { documentLook as look } from "./document-look.ts";
import { documentTextsFor, fillText } from "./document-texts.ts";
import { layHead } from "./lay-head.ts";
import { docxBlock, docxNumbering } from "./docx-blocks.ts";
import { lineWidth } from "./docx-runs.ts";
import type { DocxPress } from "./docx-runs.ts";
import { docxStyles, fontTableXml, twips } from "./docx-styles.ts";
import { stampZip } from "./stamp-zip.ts";
import { tidyLine, tidyText } from "./tidy-runs.ts";

const hyperlinkRelationship =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** `docProps/core.xml` with the day the document bears: the library would write the time it runs at. */
function coreXml(content: DocumentContent): string {
  const day = `${content.date}T00:00:00Z`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(tidyLine(content.title))}</dc:title><dc:creator>${escapeXml(tidyLine(content.drawnUp.by))}</dc:creator><dc:language>${escapeXml(content.language)}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${day}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${day}</dcterms:modified></cp:coreProperties>`;
}

function headOf(content: DocumentContent, press: DocxPress): Paragraph[] {
  const head = layHead(content, press.texts);
  const rule = { style: BorderStyle.SINGLE, size: 12, color: look.teal, space: 6 };
  const lines = (texts: readonly string[], style: string, firstBold: boolean): Paragraph[] =>
    texts.map(
      (text, index) =>
        new Paragraph({
          style,
          ...(index === texts.length - 1 ? { spacing: { after: twips(16) } } : {}),
          children: [
            new TextRun({
              text,
              ...(firstBold && index === 0 ? { bold: true, color: look.ink } : {}),
            }),
          ],
        }),
    );
  return [
    ...head.sender.map(
      (text, index) =>
        new Paragraph({
          style: "LetterHead",
          ...(index === head.sender.length - 1
            ? { border: { bottom: rule }, spacing: { after: twips(20) } }
            : {}),
          children: [
            new TextRun({ text, ...(index === 0 ? { bold: true, color: look.teal } : {}) }),
          ],
        }),
    ),
    ...lines(head.addressee, "Addressee", true),
    ...lines(head.dateLines, "DateLine", false),
    new Paragraph({ heading: "Title", children: [new TextRun(head.title)] }),
    ...(head.subtitle === undefined
      ? []
      : [new Paragraph({ style: "Subtitle", children: [new TextRun(head.subtitle)] })]),
  ];
}

function footOf(content: DocumentContent, press: DocxPress): Footer {
  const [before = "", between = "", after = ""] = press.texts.page.split(/\{pages?\}/u);
  return new Footer({
    children: [
      new Paragraph({
        style: "FootLine",
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: look.rule, space: 6 } },
        tabStops: [{ type: TabStopType.RIGHT, position: twips(lineWidth) }],
        children: [
          new TextRun(
            fillText(press.texts.drawnUp, {
              by: tidyLine(content.drawnUp.by),
              from: tidyLine(content.drawnUp.from),
            }),
          ),
          new TextRun({
            children: ["\t", before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
          }),
        ],
      }),
    ],
  });
}

/** Lays a document out and packs it. */
export async function layDocx(content: DocumentContent): Promise<Uint8Array> {
  const press: DocxPress = { texts: documentTextsFor(content.language), links: new Map() };
  const body: (Paragraph | Table)[] = [
    ...headOf(content, press),
    ...content.blocks.flatMap((block, index) =>
      docxBlock(press, block, index + 1, {
        previous: content.blocks[index - 1],
        following: content.blocks[index + 1],
      }),
    ),
  ];
  const { page } = look;
  const document = new Document({
    title: tidyText(content.title),
    creator: tidyText(content.drawnUp.by),
    styles: docxStyles(content.language),
    numbering: docxNumbering,
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(page.width), height: twips(page.height) },
            margin: {
              top: twips(page.top),
              bottom: twips(page.bottom),
              left: twips(page.left),
              right: twips(page.right),
              footer: twips(page.foot),
            },
          },
        },
        footers: { default: footOf(content, press) },
        children: body,
      },
    ],
  });
  for (const [address, id] of press.links)
    document.Document.Relationships.addRelationship(id, hyperlinkRelationship, address, "External");
  const packed = await Packer.toBuffer(document, undefined, [
    { path: "docProps/core.xml", data: coreXml(content) },
    { path: "word/fontTable.xml", data: fontTableXml },
  ]);
  return stampZip(new Uint8Array(packed), content.date);
}
