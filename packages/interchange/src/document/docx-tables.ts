/** Tables as Word has them: the heading row repeats, rows stay whole. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from "docx";
import type { DocumentBlock, RichText, TableColumn } from "./document-content.ts";
import { documentLook as look } from "./document-look.ts";
import { lineWidth, runsOf } from "./docx-runs.ts";
import type { DocxPress } from "./docx-runs.ts";
import { twips } from "./docx-styles.ts";

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const noBorders = { top: none, bottom: none, left: none, right: none };
const noTableBorders = { ...noBorders, insideHorizontal: none, insideVertical: none };
function columnWidths(columns: readonly TableColumn[]): number[] {
  const all = columns.reduce((sum, column) => sum + column.share, 0);
  return columns.map((column) => twips((lineWidth * column.share) / all));
}

/** A table with its headings. */
export function tableOf(press: DocxPress, block: Extract<DocumentBlock, { kind: "table" }>): Table {
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
export function plainTable(
  widths: readonly number[],
  rows: readonly (readonly Paragraph[][])[],
): Table {
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
