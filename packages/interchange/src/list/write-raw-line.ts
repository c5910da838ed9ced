/** The cells of a row as one line of CSV, as they stood: what is kept beside every row. */

function quoteCell(cell: string): string {
  return /[",\n\r]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Cells as one line of CSV, trailing empty cells left off. */
export function writeRawLine(cells: readonly string[]): string {
  let end = cells.length;
  while (end > 0 && (cells[end - 1] ?? "") === "") end -= 1;
  return cells.slice(0, end).map(quoteCell).join(",");
}
