/**
 * Runs as a process of its own with a capped heap: reads a spreadsheet from standard input and writes one JSON
 * array per row, `[row, ...cells]`, to standard output (a negative row number: merged cells were filled in it). What it is asked arrives in argv: the most rows.
 */
import { WorkbookReader } from "@cj-tech-master/excelts";
import type { MergedCell } from "./read-merged-cells.ts";
import { readMergedCells } from "./read-merged-cells.ts";

const maxRows = Number(process.argv[2] ?? "250000");
const maxCellLength = 32_767;
const maxColumns = 200;

function toText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint")
    return String(value);
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? ""
      : value.toISOString().replace(/T00:00:00\.000Z$/u, "");
  if (typeof value !== "object") return "";
  if ("richText" in value && Array.isArray(value.richText)) {
    return value.richText
      .map((run: unknown) =>
        typeof run === "object" && run !== null && "text" in run ? toText(run.text) : "",
      )
      .join("");
  }
  if ("text" in value) return toText(value.text);
  if ("result" in value) return toText(value.result);
  if ("error" in value) return toText(value.error);
  return "";
}

async function write(line: string): Promise<void> {
  if (!process.stdout.write(line))
    await new Promise<void>((resolve) => process.stdout.once("drain", () => resolve()));
}

const chunks: Uint8Array[] = [];
for await (const chunk of process.stdin) {
  const part: unknown = chunk;
  if (part instanceof Uint8Array) chunks.push(part);
}
const bytes = new Uint8Array(Buffer.concat(chunks));
const merged = await readMergedCells(bytes);

/** Writes the value of a merged cell into the rows it stands for; gives back how many cells were filled. */
function fillMerged(
  cells: string[],
  row: number,
  merges: readonly MergedCell[],
  values: Map<MergedCell, string>,
): number {
  let filled = 0;
  for (const merge of merges) {
    if (row === merge.fromRow) values.set(merge, cells[merge.column] ?? "");
    else if (row > merge.fromRow && row <= merge.toRow && (cells[merge.column] ?? "") === "") {
      const value = values.get(merge) ?? "";
      if (value === "") continue;
      while (cells.length < merge.column) cells.push("");
      cells[merge.column] = value;
      filled += 1;
    }
  }
  return filled;
}

const reader = new WorkbookReader(bytes, {
  worksheets: "emit",
  sharedStrings: "cache",
  styles: "cache",
  hyperlinks: "ignore",
  entries: "ignore",
});
let rows = 0;
let sheets = 0;
for await (const sheet of reader) {
  const name =
    "name" in sheet && typeof sheet.name === "string" ? sheet.name : `Sheet ${sheets + 1}`;
  const hidden = "state" in sheet && (sheet.state === "hidden" || sheet.state === "veryHidden");
  sheets += 1;
  await write(`${JSON.stringify({ sheet: name, hidden })}\n`);
  // The merges that are open or still to come, so that each row looks at few.
  const waiting = [
    ...((typeof sheet.id === "number" ? merged.get(sheet.id) : undefined) ?? []),
  ].sort((a, b) => a.fromRow - b.fromRow);
  let open: MergedCell[] = [];
  let next = 0;
  const values = new Map<MergedCell, string>();
  let pending = "";
  for await (const row of sheet) {
    const raw: unknown = row.values;
    const cells: string[] = Array.from(
      (Array.isArray(raw) ? raw : []).slice(1, maxColumns + 1),
      (value: unknown) => toText(value).slice(0, maxCellLength),
    );
    if (!cells.some((cell) => cell.trim() !== "")) continue;
    while (next < waiting.length && (waiting[next]?.fromRow ?? 0) <= row.number) {
      const merge = waiting[next];
      if (merge !== undefined) open.push(merge);
      next += 1;
    }
    open = open.filter((merge) => merge.toRow >= row.number);
    const filled = fillMerged(cells, row.number, open, values);
    rows += 1;
    if (rows > maxRows) {
      await write(`${pending}${JSON.stringify({ tooManyRows: true })}\n`);
      process.exit(0);
    }
    pending += `${JSON.stringify([filled === 0 ? row.number : -row.number, ...cells])}
`;
    if (pending.length > 60_000) {
      await write(pending);
      pending = "";
    }
  }
  await write(pending);
}
await write(`${JSON.stringify({ done: sheets })}\n`);
