/**
 * Runs as a process of its own with a capped heap: reads a spreadsheet from standard input and writes one JSON
 * array per row, `[sheet, row, cells]`, to standard output. What it is asked arrives in argv: the most rows.
 */
import { WorkbookReader } from "@cj-tech-master/excelts";

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

const reader = new WorkbookReader(process.stdin, {
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
  let pending = "";
  for await (const row of sheet) {
    const values: unknown = row.values;
    const cells = (Array.isArray(values) ? values : [])
      .slice(1, maxColumns + 1)
      .map((value) => toText(value).slice(0, maxCellLength));
    if (!cells.some((cell) => cell.trim() !== "")) continue;
    rows += 1;
    if (rows > maxRows) {
      await write(`${pending}${JSON.stringify({ tooManyRows: true })}\n`);
      process.exit(0);
    }
    pending += `${JSON.stringify([row.number, ...Array.from(cells, (cell) => cell ?? "")])}\n`;
    if (pending.length > 60_000) {
      await write(pending);
      pending = "";
    }
  }
  await write(pending);
}
await write(`${JSON.stringify({ done: sheets })}\n`);
