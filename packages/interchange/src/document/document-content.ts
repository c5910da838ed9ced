/**
 * A document before it is a file: what it says, in which order, and nothing of how it looks. `writeDocx` and `writePdf` lay
 * the same content out in the same house look, so that whoever opens one reads the words of the other.
 */

/** A stretch of text set in one way. `link` is an address (`https:`, `http:` or `mailto:`); another is set as plain text. */
export interface TextRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly link?: string;
}

/** Text with or without emphasis. A line break in it stays one. */
export type RichText = string | readonly TextRun[];

/** A column of a table. Widths are shares of the line: 2 is twice as wide as 1. */
export interface TableColumn {
  readonly heading: string;
  readonly share: number;
  /** `end` for figures, which stand under each other by their last digit. */
  readonly align?: "start" | "end";
}

/** Somebody who signs. */
export interface Signature {
  readonly organisation: string;
  /** A role rather than a name, where there is no need for one. */
  readonly role?: string;
  readonly name?: string;
  /** With a line to write on. */
  readonly toSign?: boolean;
}

export type DocumentBlock =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: RichText }
  | { readonly kind: "list"; readonly numbered: boolean; readonly items: readonly RichText[] }
  | {
      readonly kind: "table";
      /** What the table shows, for whoever hears it read out. */
      readonly about: string;
      readonly columns: readonly TableColumn[];
      readonly rows: readonly (readonly RichText[])[];
      /** Stands in place of the rows where there are none. */
      readonly whenEmpty: string;
    }
  | {
      readonly kind: "facts";
      readonly facts: readonly { readonly name: string; readonly value: RichText }[];
    }
  | { readonly kind: "note"; readonly title?: string; readonly text: RichText }
  | { readonly kind: "signatures"; readonly signatures: readonly Signature[] }
  | { readonly kind: "page_break" };

/**
 * The blocks on both sides of one: a heading must not be parted from what follows it and stands close to one above it;
 * signatures do not stand on a page of their own.
 */
export interface Neighbours {
  readonly previous?: DocumentBlock | undefined;
  readonly following?: DocumentBlock | undefined;
}

/** What somebody would be glad to send. */
export interface DocumentContent {
  readonly kind: "letter" | "agenda" | "confirmation" | "summary" | "publication";
  /** BCP 47, such as `en-GB`: what reads it aloud and what checks its spelling go by it. */
  readonly language: string;
  readonly title: string;
  /** A line under the title. */
  readonly subtitle?: string;
  /** Name first, then the address or the mailbox. */
  readonly sender?: readonly string[];
  readonly addressee?: readonly string[];
  readonly place?: string;
  /** The day it bears, `2026-11-20`; also the day of making in the file, which holds no other time. */
  readonly date: string;
  /** Our reference, such as a contract's. */
  readonly reference?: string;
  readonly blocks: readonly DocumentBlock[];
  /** Stands at the foot of each page: who drew it up, and from what. */
  readonly drawnUp: { readonly by: string; readonly from: string };
}
