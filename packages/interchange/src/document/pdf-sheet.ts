/**
 * The pages a document is printed on: where on the page one is, what is drawn, and the structure beside it (ISO 32000-1, 14.8)
 * by which it can be read aloud. What only decorates or repeats is an artifact and is not read.
 */
import PDFDocument from "pdfkit";
import { documentLook as look } from "./document-look.ts";
import type { LaidLine, LaidPiece, Measure } from "./lay-lines.ts";
import type { FaceName, Typefaces } from "./typefaces.ts";

export type Structure = ReturnType<PDFKit.PDFDocument["struct"]>;

/** How a line is set. */
export interface LineSetting {
  readonly x: number;
  readonly size: number;
  readonly line: number;
  /** The width within which `end` aligns. */
  readonly width?: number;
  readonly align?: "start" | "end";
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** The library writes the metadata packet unescaped and opens the bookmarks beside every letter; this one does not. */
class LetterPdf extends PDFDocument {
  declare readonly _root: { readonly data: { PageMode?: string } };

  _addInfo(): void {
    const { Title = "", Author = "", CreationDate } = this.info;
    const made = CreationDate?.toISOString().replace(".000", "") ?? "";
    this.appendXML(
      `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>${made}</xmp:CreateDate><xmp:CreatorTool>Throughline</xmp:CreatorTool></rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(Title)}</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>${escapeXml(Author)}</rdf:li></rdf:Seq></dc:creator></rdf:Description>`,
    );
  }
}

export interface SheetAbout {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly date: string;
}

const { page } = look;

/** The pages of one document, and the current place on them. */
export class Sheet {
  readonly root: Structure;
  readonly width: number = page.width - page.left - page.right;
  readonly left: number = page.left;
  /** Where the next line begins, from the top of the page. */
  y: number = page.top;
  readonly #doc: LetterPdf;
  readonly #chunks: Uint8Array[] = [];
  readonly #ended: Promise<void>;
  readonly #widths = new Map<string, number>();
  #pages = 0;

  constructor(about: SheetAbout, faces: Typefaces) {
    const options = {
      size: [page.width, page.height],
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: "1.7" as const,
      tagged: true,
      lang: about.language,
      displayTitle: true,
      info: {
        Title: about.title,
        Author: about.author,
        Creator: "Throughline",
        Producer: "Throughline, PDFKit",
        CreationDate: new Date(`${about.date}T00:00:00Z`),
      },
    };
    this.#doc = new LetterPdf(options);
    for (const face of Object.values(faces))
      // A Buffer over the same bytes, which is what the types ask for.
      this.#doc.registerFont(
        face.name,
        Buffer.from(face.bytes.buffer, face.bytes.byteOffset, face.bytes.byteLength),
      );
    this.#doc.on("data", (chunk: Uint8Array) => this.#chunks.push(chunk));
    this.#ended = new Promise((resolve, reject) => {
      this.#doc.on("end", resolve);
      this.#doc.on("error", reject);
    });
    this.root = this.#doc.struct("Document");
    this.#doc.addStructure(this.root);
    this.nextPage();
  }

  get bottom(): number {
    return page.height - page.bottom;
  }

  get room(): number {
    return this.bottom - this.y;
  }

  get pageCount(): number {
    return this.#pages;
  }

  get atTop(): boolean {
    return this.y === page.top;
  }

  nextPage(): void {
    this.#doc.addPage();
    // Reading order by structure, as PDF/UA asks of pages with annotations.
    Object.assign(this.#doc.page.dictionary.data, { Tabs: "S" });
    this.#pages += 1;
    this.y = page.top;
  }

  /** Room for so much, or else a new page. What is taller than a page begins on a new one. */
  ensure(height: number): void {
    if (this.room < height && !this.atTop) this.nextPage();
  }

  measureAt(size: number): Measure {
    return (text: string, face: FaceName): number => {
      const key = `${face} ${size} ${text}`;
      const known = this.#widths.get(key);
      if (known !== undefined) return known;
      const width = this.#doc.font(face).fontSize(size).widthOfString(text);
      this.#widths.set(key, width);
      return width;
    };
  }

  /** A part of the structure under another. */
  open(
    kind: string,
    under: Structure = this.root,
    options: { title?: string; lang?: string; scope?: string } = {},
  ): Structure {
    const part = this.#doc.struct(kind, options);
    under.add(part);
    return part;
  }

  #letters(piece: LaidPiece, x: number, baseline: number, size: number): void {
    this.#doc
      .font(piece.face)
      .fontSize(size)
      .fillColor(`#${piece.color}`)
      .text(piece.text, x, baseline, { lineBreak: false, baseline: "alphabetic" });
  }

  #pieces(pieces: readonly LaidPiece[], x: number, baseline: number, size: number): number {
    let at = x;
    for (const piece of pieces) {
      if (piece.actual !== undefined) this.#doc.markContent("Span", { actual: piece.actual });
      this.#letters(piece, at, baseline, size);
      if (piece.actual !== undefined) this.#doc.endMarkedContent();
      at += piece.width;
    }
    return at;
  }

  /** One line at the current height, read as part of `under`. The current height does not move. */
  drawLine(line: LaidLine, under: Structure, tag: string, setting: LineSetting): void {
    const { size, line: leading } = setting;
    const spare = (setting.width ?? this.width) - line.width;
    let x = setting.x + (setting.align === "end" ? Math.max(spare, 0) : 0);
    // The middle of the capitals stands in the middle of the line.
    const baseline = this.y + (leading + size * 0.66) / 2;
    let index = 0;
    while (index < line.pieces.length) {
      const link = line.pieces[index]?.link;
      let end = index;
      while (end < line.pieces.length && line.pieces[end]?.link === link) end += 1;
      const group = line.pieces.slice(index, end);
      const parent = link === undefined ? under : this.#doc.struct("Link");
      const content = this.#doc.markStructureContent(link === undefined ? tag : "Link");
      const to = this.#pieces(group, x, baseline, size);
      this.#doc.endMarkedContent();
      parent.add(content);
      if (link !== undefined) {
        const last = group.at(-1);
        const space =
          last === undefined
            ? 0
            : last.width - this.measureAt(size)(last.text.trimEnd(), last.face);
        this.#link(group, parent, under, { x, to: to - space, baseline, size, link });
      }
      x = to;
      index = end;
    }
  }

  #link(
    group: readonly LaidPiece[],
    element: Structure,
    under: Structure,
    at: { x: number; to: number; baseline: number; size: number; link: string },
  ): void {
    const text = group.map((piece) => piece.text).join("");
    // The types ask for a string, which the library would write as a name; an object is written as text.
    const contents = new String(text) as string;
    const annotation = { structParent: element, Contents: contents };
    this.artifact(() =>
      this.#doc
        .moveTo(at.x, at.baseline + 1.8)
        .lineTo(at.to, at.baseline + 1.8)
        .lineWidth(0.5)
        .stroke(`#${look.teal}`),
    );
    this.#doc.link(
      at.x,
      at.baseline - at.size * 0.8,
      at.to - at.x,
      at.size * 1.1,
      at.link,
      annotation,
    );
    // Ended and added on the page it stands on: the library notes the current page with it.
    element.end();
    under.add(element);
  }

  /** What is drawn here is not read out. */
  artifact(draw: () => void, type: "Layout" | "Pagination" = "Layout"): void {
    this.#doc.markContent("Artifact", { type });
    draw();
    this.#doc.endMarkedContent();
  }

  /** Letters that are not read out, such as the headings of a table repeated on its next page. */
  drawUnread(line: LaidLine, setting: LineSetting): void {
    const spare = (setting.width ?? this.width) - line.width;
    const x = setting.x + (setting.align === "end" ? Math.max(spare, 0) : 0);
    const baseline = this.y + (setting.line + setting.size * 0.66) / 2;
    this.artifact(() => this.#pieces(line.pieces, x, baseline, setting.size), "Pagination");
  }

  rule(x: number, y: number, width: number, thickness: number, color: string): void {
    this.artifact(() =>
      this.#doc
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(thickness)
        .stroke(`#${color}`),
    );
  }

  fill(x: number, y: number, width: number, height: number, color: string): void {
    this.artifact(() => this.#doc.rect(x, y, width, height).fill(`#${color}`));
  }

  /** A bookmark that leads to the current height. */
  bookmark(title: string, under?: PDFKit.PDFOutline): PDFKit.PDFOutline {
    const options = { fit: false, top: this.y, left: page.width, zoom: 0, expanded: true };
    return (under ?? this.#doc.outline).addItem(title, options);
  }

  /** Goes over all pages once more, for what needs to know how many there are. */
  eachPage(draw: (number: number) => void): void {
    for (let index = 0; index < this.#pages; index += 1) {
      this.#doc.switchToPage(index);
      draw(index + 1);
    }
  }

  /** The finished file. Nothing can be drawn after. */
  async end(): Promise<Uint8Array> {
    this.root.end();
    // Beside a long document its bookmarks are a help, beside a letter of two pages they are in the way.
    if (this.#pages < 4) this.#doc._root.data.PageMode = "UseNone";
    this.#doc.end();
    await this.#ended;
    return new Uint8Array(Buffer.concat(this.#chunks));
  }
}
