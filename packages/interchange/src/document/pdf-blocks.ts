/** The blocks of a document on paper. */
import type { DocumentBlock, Neighbours, Signature } from "./document-content.ts";
import { documentLook as look, spaceBefore } from "./document-look.ts";
import { drawLines, drawText, linesOf } from "./pdf-press.ts";
import type { PdfPress, TextSetting } from "./pdf-press.ts";
import { drawTable, tableStart } from "./pdf-table.ts";
import { tidyLine } from "./tidy-runs.ts";

type BlockOf<Kind extends DocumentBlock["kind"]> = Extract<DocumentBlock, { kind: Kind }>;

/** What of a block has to stand with the heading above it. */
function startOf(block: DocumentBlock | undefined): number {
  switch (block?.kind) {
    case undefined:
    case "page_break":
      return 0;
    case "heading":
      return look.headings[block.level].line + look.headings[block.level].before;
    case "table":
      return tableStart();
    case "signatures":
      return signatureHeight(block.signatures);
    default:
      return look.body.line * 2;
  }
}

function drawList(press: PdfPress, block: BlockOf<"list">): void {
  const { sheet } = press;
  const list = sheet.open("L");
  const { indent, after } = look.list;
  const { size, line } = look.body;
  for (const [index, item] of block.items.entries()) {
    const part = sheet.open("LI", list);
    const label = sheet.open("Lbl", part);
    const body = sheet.open("LBody", part);
    const lines = linesOf(press, item, sheet.width - indent, look.body);
    const mark: TextSetting = { ...look.body, color: look.teal };
    const [laid] = linesOf(press, block.numbered ? `${index + 1}. ` : "• ", indent, mark);
    drawLines(press, lines, body, "LBody", { x: sheet.left + indent, size, line }, () => {
      if (laid !== undefined)
        sheet.drawLine(laid, label, "Lbl", {
          x: sheet.left + (block.numbered ? 0 : 3),
          size,
          line,
        });
    });
    sheet.y += index === block.items.length - 1 ? look.body.after : after;
  }
  list.end();
}

function drawFacts(press: PdfPress, block: BlockOf<"facts">): void {
  const { sheet } = press;
  const list = sheet.open("L");
  const { size, line } = look.body;
  const nameWidth = sheet.width * look.factNames;
  for (const fact of block.facts) {
    const part = sheet.open("LI", list);
    const label = sheet.open("Lbl", part);
    const body = sheet.open("LBody", part);
    const names = linesOf(press, `${tidyLine(fact.name)} `, nameWidth - 12, {
      ...look.body,
      color: look.muted,
    });
    const values = linesOf(press, fact.value, sheet.width - nameWidth, look.body);
    sheet.ensure(Math.min(Math.max(names.length, values.length), 3) * line);
    const top = sheet.y;
    for (const laid of names) {
      sheet.drawLine(laid, label, "Lbl", { x: sheet.left, size, line });
      sheet.y += line;
    }
    const afterNames = sheet.y;
    const pages = sheet.pageCount;
    sheet.y = top;
    drawLines(press, values, body, "LBody", { x: sheet.left + nameWidth, size, line });
    sheet.y = (sheet.pageCount === pages ? Math.max(afterNames, sheet.y) : sheet.y) + 3;
  }
  sheet.y += look.body.after;
  list.end();
}

function drawNote(press: PdfPress, block: BlockOf<"note">): void {
  const { sheet } = press;
  const inset = 11;
  const { size, line } = look.body;
  const title = tidyLine(block.title ?? "");
  const width = sheet.width - inset * 2;
  const titles =
    title === "" ? [] : linesOf(press, title, width, { ...look.body, face: "semibold" });
  const lines = linesOf(press, block.text, width, look.body);
  const part = sheet.open("Div");
  const set = { x: sheet.left + inset, size, line };
  let left = [
    ...titles.map((laid) => ({ laid, kind: "title" })),
    ...lines.map((laid) => ({ laid, kind: "text" })),
  ];
  const titlePart = titles.length === 0 ? undefined : sheet.open("P", part);
  const textPart = sheet.open("P", part);
  sheet.ensure(Math.min(left.length, 12) * line + 12);
  // The wash is laid for as many lines as stand on this page, then the rest on the next.
  while (left.length > 0) {
    if (sheet.room < line * 2 + 12) sheet.nextPage();
    const here = left.slice(0, Math.max(1, Math.floor((sheet.room - 12) / line)));
    const height = here.length * line + 12;
    sheet.fill(sheet.left, sheet.y, sheet.width, height, look.wash);
    sheet.fill(sheet.left, sheet.y, 2.5, height, look.teal);
    sheet.y += 6;
    for (const { laid, kind } of here) {
      sheet.drawLine(laid, kind === "title" ? (titlePart ?? textPart) : textPart, "P", set);
      sheet.y += line;
    }
    sheet.y += 6;
    left = left.slice(here.length);
  }
  part.end();
  sheet.y += look.body.after + 2;
}

function signatureLines(signature: Signature): readonly string[] {
  return [signature.organisation, signature.name ?? "", signature.role ?? ""]
    .map(tidyLine)
    .filter((line) => line !== "");
}

const signingSpace = 34;

function signatureHeight(signatures: readonly Signature[]): number {
  const [first, second] = signatures;
  const lines = [first, second].map((one) => (one === undefined ? 0 : signatureLines(one).length));
  return Math.max(...lines) * look.body.line + signingSpace + look.small.line * 2 + 8;
}

/** Two beside each other, read one after the other. */
function drawSignatures(press: PdfPress, block: BlockOf<"signatures">): void {
  const { sheet } = press;
  const width = sheet.width / 2 - 12;
  const { size, line } = look.body;
  for (let index = 0; index < block.signatures.length; index += 2) {
    const pair = block.signatures.slice(index, index + 2);
    const laid = pair.map((signature) =>
      signatureLines(signature).flatMap((text, number) =>
        linesOf(press, text, width, { ...look.body, face: number === 0 ? "semibold" : "regular" }),
      ),
    );
    const most = Math.max(...laid.map((lines) => lines.length)) * line;
    const signs = pair.some((one) => one.toSign === true);
    sheet.ensure(most + 8 + (signs ? signingSpace + look.small.line : 0));
    const top = sheet.y + 8;
    for (const [column, signature] of pair.entries()) {
      const x = sheet.left + column * (width + 24);
      const part = sheet.open("P");
      sheet.y = top;
      for (const one of laid[column] ?? []) {
        sheet.drawLine(one, part, "P", { x, size, line });
        sheet.y += line;
      }
      if (signature.toSign === true) {
        sheet.y = top + most + signingSpace;
        sheet.rule(x, sheet.y, width, 0.6, look.muted);
        sheet.y += 2;
        const small = { ...look.small, color: look.muted };
        for (const one of linesOf(press, press.texts.signHere, width, small))
          sheet.drawLine(one, part, "P", { x, ...look.small });
      }
      part.end();
    }
    sheet.y = top + most + (signs ? signingSpace + look.small.line + 6 : 6);
  }
  sheet.y += look.body.after;
}

/** Keeps the bookmarks of a document: a heading stands under the last one above its level. */
export interface Bookmarks {
  readonly under: (PDFKit.PDFOutline | undefined)[];
}

function drawHeading(
  press: PdfPress,
  block: BlockOf<"heading">,
  around: Neighbours,
  bookmarks: Bookmarks,
): void {
  const { sheet } = press;
  const { size, line, after } = look.headings[block.level];
  const before = spaceBefore(block.level, around.previous);
  const text = tidyLine(block.text);
  const set: TextSetting = {
    size,
    line,
    face: "semibold",
    color: block.level === 1 ? look.teal : look.ink,
  };
  const height = linesOf(press, text, sheet.width, set).length * line;
  sheet.ensure(before + height + after + startOf(around.following));
  if (!sheet.atTop) sheet.y += before;
  const parent = bookmarks.under.slice(0, block.level).findLast((item) => item !== undefined);
  bookmarks.under.length = block.level;
  bookmarks.under[block.level] = sheet.bookmark(text, parent);
  drawText(press, `H${block.level + 1}`, text, set);
  sheet.y += after;
}

/** Draws one block. */
export function drawBlock(
  press: PdfPress,
  block: DocumentBlock,
  around: Neighbours,
  bookmarks: Bookmarks,
): void {
  switch (block.kind) {
    case "heading":
      drawHeading(press, block, around, bookmarks);
      break;
    case "paragraph":
      if (around.following?.kind === "signatures") {
        const lines = linesOf(press, block.text, press.sheet.width, look.body).length;
        press.sheet.ensure(Math.min(lines, 4) * look.body.line + startOf(around.following));
      }
      drawText(press, "P", block.text, look.body);
      press.sheet.y += look.body.after;
      break;
    case "list":
      drawList(press, block);
      break;
    case "table":
      drawTable(press, block);
      break;
    case "facts":
      drawFacts(press, block);
      break;
    case "note":
      drawNote(press, block);
      break;
    case "signatures":
      drawSignatures(press, block);
      break;
    case "page_break":
      if (!press.sheet.atTop) press.sheet.nextPage();
      break;
    default:
      block satisfies never;
  }
}
