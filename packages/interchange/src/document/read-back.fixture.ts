/** Reads finished documents back with programs that had no part in making them: mammoth for Word, PDF.js for PDF. */
import mammoth from "mammoth";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { SaxesParser } from "saxes";
import { fromBufferPromise } from "yauzl";

/** Text as a row of words, so that where lines end makes no difference. */
export function wordsOf(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

/** Letters and figures alone: a long word may have been broken, a list be numbered by the reader. */
export function lettersOf(text: string): string {
  return text.normalize("NFC").replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** All words of a Word document, without its foot. */
export async function readDocxText(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return wordsOf(value);
}

/** A Word document as a web page: its headings, lists and links. */
export async function readDocxHtml(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  return value;
}

/** The parts of a package by name; throws where one is no well-formed XML. */
export async function readDocxParts(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>();
  const zip = await fromBufferPromise(Buffer.from(bytes));
  for await (const entry of zip.eachEntry()) {
    const chunks: Uint8Array[] = [];
    const stream: AsyncIterable<Uint8Array> = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString("utf8");
    const parser = new SaxesParser({ xmlns: true });
    parser.on("error", (error) => {
      throw new Error(`${entry.fileName}: ${error.message}`);
    });
    parser.write(text).close();
    parts.set(entry.fileName, text);
  }
  return parts;
}

/** One part of the structure of a PDF, with the tags below it. */
export interface StructureNode {
  readonly role: string;
  readonly children: readonly StructureNode[];
}

export interface ReadPdf {
  readonly pages: number;
  /** What is read out, in order. */
  readonly text: string;
  /** What stands on the pages and is not read out: feet, headings repeated. */
  readonly unread: readonly string[];
  readonly title: string;
  readonly language: string;
  readonly tagged: boolean;
  readonly created: string;
  readonly bookmarks: readonly { readonly title: string; readonly below: readonly string[] }[];
  readonly structure: readonly StructureNode[];
  readonly links: readonly string[];
}

interface RawNode {
  readonly type?: string;
  readonly role?: string;
  readonly children?: readonly RawNode[];
}

/** A page's tree names neighbours from other pages too, without anything in them. */
function holdsSomething(raw: RawNode): boolean {
  return raw.type !== undefined || (raw.children ?? []).some(holdsSomething);
}

function nodeOf(raw: RawNode): StructureNode[] {
  if (raw.role === undefined || !holdsSomething(raw)) return [];
  return [{ role: raw.role, children: (raw.children ?? []).flatMap(nodeOf) }];
}

interface Met {
  readonly text: string[];
  readonly unread: string[];
}

/** Tells what is read out from what is not, by the marks around it. */
function sortItems(items: readonly unknown[], met: Met): void {
  const open: string[] = [];
  for (const item of items) {
    if (typeof item !== "object" || item === null) continue;
    if ("type" in item) {
      if (item.type === "endMarkedContent") open.pop();
      else if ("tag" in item) open.push(String(item.tag));
    } else if ("str" in item && typeof item.str === "string") {
      const to = open.includes("Artifact") ? met.unread : met.text;
      to.push("hasEOL" in item && item.hasEOL === true ? `${item.str} ` : item.str);
    }
  }
}

interface RawBookmark {
  readonly title: string;
  readonly items: readonly RawBookmark[];
}

/** What a PDF says, and what it says of itself. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await task.promise;
  const met: Met = { text: [], unread: [] };
  const structure: StructureNode[] = [];
  const links: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    sortItems((await page.getTextContent({ includeMarkedContent: true })).items, met);
    // The types describe what is drawn, not the tree as it is handed over.
    const tree = (await page.getStructTree()) as RawNode | null;
    if (tree !== null) structure.push(...nodeOf(tree));
    const annotations: readonly { readonly url?: string }[] = await page.getAnnotations();
    for (const { url } of annotations) if (url !== undefined) links.push(url);
  }
  const info = new Map<string, unknown>(Object.entries((await document.getMetadata()).info));
  const outline: readonly RawBookmark[] = (await document.getOutline()) ?? [];
  const mark = await document.getMarkInfo();
  await task.destroy();
  return {
    pages: document.numPages,
    text: wordsOf(met.text.join("")),
    unread: met.unread,
    title: String(info.get("Title")),
    language: String(info.get("Language")),
    tagged: mark?.Marked === true,
    created: String(info.get("CreationDate")),
    bookmarks: outline.map((item) => ({
      title: item.title,
      below: item.items.map((below) => below.title),
    })),
    structure,
    links,
  };
}
