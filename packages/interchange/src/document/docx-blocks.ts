/** The blocks of a document as parts of a Word document. */
import {
  AlignmentType,
  BorderStyle,
  ConcreteHyperlink,
  HeadingLevel,
  PageBreak,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { IParagraphOptions, ParagraphChild } from "docx";
import type {
  DocumentBlock,
  Neighbours,
  RichText,
  Signature,
  TableColumn,
} from "./document-content.ts";
import { documentLook as look, spaceBefore } from "./document-look.ts";
import type { DocumentTexts } from "./document-texts.ts";
import { twips } from "./docx-styles.ts";
import { tidyLine, tidyRuns } from "./tidy-runs.ts";

/** What the blocks share: the words, and the addresses met, each with the id of its relationship. */
export interface DocxPress {
  readonly texts: DocumentTexts;
  readonly links: Map<string, string>;
}

export const lineWidth: number = look.page.width - look.page.left - look.page.right;
const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const noBorders = { top: none, bottom: none, left: none, right: none };
const noTableBorders = { ...noBorders, insideHorizontal: none, insideVertical: none };
const numberings = { bullets: "bullets", numbers: "numbers" } as const;

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
function runsOf(press: DocxPress, text: RichText, bold = false): ParagraphChild[] {
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

function paragraph(
  press: DocxPress,
  text: RichText,
  options: Omit<IParagraphOptions, "children"> = {},
): Paragraph {
  return new Paragraph({ ...options, children: runsOf(press, text) });
}

/** Word joins tables that touch, and wants a paragraph after the last. */
function gap(points: number): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: twips(points), lineRule: "exact" },
    children: [],
  });
}

function columnWidths(columns: readonly TableColumn[]): number[] {
  const all = columns.reduce((sum, column) => sum + column.share, 0);
  return columns.map((column) => twips((lineWidth * column.share) / all));
}

function tableOf(press: DocxPress, block: Extract<DocumentBlock, { kind: "table" }>): Table {
  const widths = columnWidths(block.columns);
  const padding = twips(look.table.padding);
  const margins = { top: padding * 0.7, bottom: padding * 0.7, left: padding, right: padding };
  const cell = (text: RichText, index: number, head: boolean, span?: number): TableCell =>
    new TableCell({
      children: [
        new Paragraph({
          style: head ? "TableHead" : "TableText",
          alignment:
            block.columns[index]?.align === "end" && span === undefined
              ? AlignmentType.END
              : AlignmentType.START,
          ...(head ? { keepNext: true } : {}),
          children: runsOf(press, text, head),
        }),
      ],
      margins,
      width: {
        size: span === undefined ? (widths[index] ?? 0) : widths.reduce((a, b) => a + b, 0),
        type: WidthType.DXA,
      },
      ...(span === undefined ? {} : { columnSpan: span }),
      ...(head ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: look.wash } } : {}),
      borders: {
        ...noBorders,
        bottom: head
          ? { style: BorderStyle.SINGLE, size: 8, color: look.teal }
          : { style: BorderStyle.SINGLE, size: 4, color: look.rule },
      },
    });
  const rows =
    block.rows.length === 0
      ? [
          new TableRow({
            cantSplit: true,
            children: [cell(block.whenEmpty, 0, false, block.columns.length)],
          }),
        ]
      : block.rows.map(
          (row) =>
            new TableRow({
              cantSplit: true,
              children: block.columns.map((_, index) => cell(row[index] ?? "", index, false)),
            }),
        );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: noTableBorders,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.columns.map((column, index) => cell(column.heading, index, true)),
      }),
      ...rows,
    ],
  });
}

/** A table without lines: two columns side by side. */
function plainTable(widths: readonly number[], rows: readonly (readonly Paragraph[][])[]): Table {
  const points = widths.map(twips);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: points.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: points,
    borders: noTableBorders,
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map(
            (children, index) =>
              new TableCell({
                children,
                borders: noBorders,
                margins: { top: 30, bottom: 30, left: 0, right: twips(12) },
                width: { size: points[index] ?? 0, type: WidthType.DXA },
              }),
          ),
        }),
    ),
  });
}

function signatureOf(press: DocxPress, signature: Signature): Paragraph[] {
  const lines = [signature.name ?? "", signature.role ?? ""].map(tidyLine).filter((l) => l !== "");
  return [
    new Paragraph({
      style: "FactValue",
      keepNext: true,
      spacing: { before: twips(8), after: 0 },
      children: runsOf(press, tidyLine(signature.organisation), true),
    }),
    ...lines.map((line) => paragraph(press, line, { style: "FactValue", keepNext: true })),
    ...(signature.toSign === true
      ? [
          new Paragraph({
            style: "DateLine",
            spacing: { before: twips(34), after: twips(6) },
            border: {
              top: { style: BorderStyle.SINGLE, size: 4, color: look.muted, space: 3 },
            },
            children: runsOf(press, press.texts.signHere),
          }),
        ]
      : []),
  ];
}

function pairs<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return items.flatMap((_, index) => (index % 2 === 0 ? [items.slice(index, index + 2)] : []));
}

const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;

/**
 * One block as parts of Word.
 *
 * @param instance counts the lists of the document: each numbered list begins at one
 */
export function docxBlock(
  press: DocxPress,
  block: DocumentBlock,
  instance: number,
  { previous, following }: Neighbours,
): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          heading: headingLevels[block.level],
          ...(previous?.kind === "heading"
            ? { spacing: { before: twips(spaceBefore(block.level, previous)) } }
            : {}),
          children: runsOf(press, tidyLine(block.text)),
        }),
      ];
    case "paragraph":
      return [
        paragraph(press, block.text, following?.kind === "signatures" ? { keepNext: true } : {}),
      ];
    case "list":
      return block.items.map((item, index) =>
        paragraph(press, item, {
          numbering: {
            reference: block.numbered ? numberings.numbers : numberings.bullets,
            level: 0,
            instance,
          },
          spacing: {
            after: twips(index === block.items.length - 1 ? look.body.after : look.list.after),
          },
        }),
      );
    case "table":
      return [tableOf(press, block), gap(look.body.after + 4)];
    case "facts":
      return [
        plainTable(
          [lineWidth * look.factNames, lineWidth * (1 - look.factNames)],
          block.facts.map((fact) => [
            [paragraph(press, tidyLine(fact.name), { style: "FactName" })],
            [paragraph(press, fact.value, { style: "FactValue" })],
          ]),
        ),
        gap(look.body.after + 2),
      ];
    case "note": {
      const side = { style: BorderStyle.SINGLE, size: 24, color: look.teal, space: 8 };
      const options = {
        style: "NoteText",
        border: { left: side },
        shading: { type: ShadingType.CLEAR, color: "auto", fill: look.wash },
        indent: { left: twips(11) },
        keepLines: true,
      };
      return [
        ...(block.title === undefined
          ? []
          : [
              new Paragraph({
                ...options,
                keepNext: true,
                children: runsOf(press, tidyLine(block.title), true),
              }),
            ]),
        paragraph(press, block.text, options),
        gap(look.body.after + 2),
      ];
    }
    case "signatures":
      return [
        plainTable(
          [lineWidth / 2, lineWidth / 2],
          pairs(block.signatures).map((pair) => pair.map((one) => signatureOf(press, one))),
        ),
        gap(look.body.after),
      ];
    case "page_break":
      return [new Paragraph({ children: [new PageBreak()] })];
    default:
      return block satisfies never;
  }
}

/** How lists are marked. */
export const docxNumbering = {
  config: [
    {
      reference: numberings.bullets,
      levels: [
        {
          level: 0,
          format: "bullet" as const,
          text: "•",
          alignment: AlignmentType.START,
          style: {
            paragraph: {
              indent: { left: twips(look.list.indent), hanging: twips(look.list.indent - 3) },
            },
            run: { color: look.teal },
          },
        },
      ],
    },
    {
      reference: numberings.numbers,
      levels: [
        {
          level: 0,
          format: "decimal" as const,
          text: "%1.",
          alignment: AlignmentType.START,
          style: {
            paragraph: {
              indent: { left: twips(look.list.indent), hanging: twips(look.list.indent) },
            },
            run: { color: look.teal },
          },
        },
      ],
    },
  ],
};
