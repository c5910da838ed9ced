/** Tables on paper: a row stays whole, the headings stand on each page, and what reads aloud knows rows from columns. */
import type { DocumentBlock } from "./document-content.ts";
import { documentLook as look } from "./document-look.ts";
import type { LaidLine } from "./lay-lines.ts";
import type { Structure } from "./pdf-sheet.ts";
import { linesOf } from "./pdf-press.ts";
import type { PdfPress } from "./pdf-press.ts";

type TableBlock = Extract<DocumentBlock, { kind: "table" }>;

interface Column {
  readonly x: number;
  readonly width: number;
  readonly align: "start" | "end";
}

const { size, line, padding } = look.table;
const above = padding * 0.7;

function columnsOf(press: PdfPress, block: TableBlock): readonly Column[] {
  const all = block.columns.reduce((sum, column) => sum + column.share, 0);
  let x = press.sheet.left;
  return block.columns.map((column) => {
    const width = (press.sheet.width * column.share) / all;
    x += width;
    return { x: x - width, width, align: column.align ?? "start" };
  });
}

type Cells = readonly (readonly LaidLine[])[];

function heightOf(cells: Cells): number {
  return Math.max(1, ...cells.map((cell) => cell.length)) * line + above * 2;
}

function settingOf(column: Column) {
  return {
    x: column.x + padding,
    width: column.width - padding * 2,
    size,
    line,
    align: column.align,
  };
}

/** Draws lines `from` to `to` of each cell and moves on. */
function drawCells(
  press: PdfPress,
  columns: readonly Column[],
  cells: Cells,
  range: { readonly from: number; readonly to: number },
  draw: (line: LaidLine, index: number) => void,
): void {
  const { sheet } = press;
  const top = sheet.y + above;
  for (const index of columns.keys())
    for (const [number, laid] of (cells[index] ?? []).slice(range.from, range.to).entries()) {
      sheet.y = top + number * line;
      draw(laid, index);
    }
  sheet.y = top + (range.to - range.from) * line + above;
}

function drawHead(
  press: PdfPress,
  block: TableBlock,
  columns: readonly Column[],
  cells: Cells,
  under: Structure | undefined,
): void {
  const { sheet } = press;
  sheet.fill(sheet.left, sheet.y, sheet.width, heightOf(cells), look.wash);
  const range = { from: 0, to: Math.max(1, ...cells.map((cell) => cell.length)) };
  if (under === undefined)
    drawCells(press, columns, cells, range, (laid, index) => {
      const column = columns[index];
      if (column !== undefined) sheet.drawUnread(laid, settingOf(column));
    });
  else {
    const row = sheet.open("TR", sheet.open("THead", under));
    const parts = block.columns.map(() =>
      sheet.open("TH", row, { lang: press.language, scope: "Column" }),
    );
    drawCells(press, columns, cells, range, (laid, index) => {
      const [column, part] = [columns[index], parts[index]];
      if (column !== undefined && part !== undefined)
        sheet.drawLine(laid, part, "TH", settingOf(column));
    });
  }
  sheet.rule(sheet.left, sheet.y, sheet.width, 1, look.teal);
}

/** What a table needs at least to begin: its headings and a row. */
export function tableStart(): number {
  return (line + above * 2) * 2;
}

/** Draws a table at the current height. */
export function drawTable(press: PdfPress, block: TableBlock): void {
  const { sheet } = press;
  const columns = columnsOf(press, block);
  const lay = (text: TableBlock["rows"][number][number], index: number, bold: boolean) =>
    linesOf(press, text, Math.max(1, (columns[index]?.width ?? 0) - padding * 2), {
      size,
      line,
      face: bold ? "semibold" : "regular",
    });
  const head = block.columns.map((column, index) => lay(column.heading, index, true));
  const table = sheet.open("Table", sheet.root, { title: block.about });
  const empty = block.rows.length === 0;
  const bodyColumns: readonly Column[] = empty
    ? [{ x: sheet.left, width: sheet.width, align: "start" }]
    : columns;
  const rows: readonly Cells[] = empty
    ? [[linesOf(press, block.whenEmpty, sheet.width - padding * 2, { size, line })]]
    : block.rows.map((row) => columns.map((_, index) => lay(row[index] ?? "", index, false)));
  sheet.ensure(heightOf(head) + heightOf(rows[0] ?? []));
  drawHead(press, block, columns, head, table);
  const body = sheet.open("TBody", table);
  for (const cells of rows) {
    const row = sheet.open("TR", body);
    const parts = bodyColumns.map(() => sheet.open("TD", row));
    const most = Math.max(1, ...cells.map((cell) => cell.length));
    const wholePage = sheet.bottom - look.page.top - heightOf(head);
    const turn = (): void => {
      sheet.nextPage();
      drawHead(press, block, columns, head, undefined);
    };
    if (sheet.room < heightOf(cells) && heightOf(cells) <= wholePage) turn();
    let from = 0;
    while (from < most) {
      // Only a row taller than a page is ever broken: it could not be shown otherwise.
      if (sheet.room < line + above * 2) turn();
      const fits = Math.max(1, Math.floor((sheet.room - above * 2) / line));
      const to = Math.min(most, from + fits);
      drawCells(press, bodyColumns, cells, { from, to }, (laid, index) => {
        const [column, part] = [bodyColumns[index], parts[index]];
        if (column !== undefined && part !== undefined)
          sheet.drawLine(laid, part, "TD", settingOf(column));
      });
      from = to;
    }
    sheet.rule(sheet.left, sheet.y, sheet.width, 0.5, look.rule);
  }
  table.end();
  sheet.y += look.body.after + 6;
}
