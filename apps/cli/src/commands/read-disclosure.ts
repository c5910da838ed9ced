import type { ReadDisclosure } from "@throughline/domain";
import type { CommandAdder } from "../command-adder.ts";
import { readListFile } from "../facts/read-list-file.ts";
import { choosePaint, plainText, wrapText } from "../terminal/paint-text.ts";
import { reportProgress } from "../terminal/report-progress.ts";
import type { Terminal } from "../terminal/terminal.ts";

function drawRows(read: ReadDisclosure, terminal: Terminal): string {
  const paint = choosePaint(terminal.colour);
  const icons = {
    accepted: paint.good("✓ accepted"),
    corrected: paint.caution("~ corrected"),
    rejected: paint.bad("✕ rejected"),
  };
  const lines: string[] = [];
  for (const row of read.rows) {
    const where = [row.address, row.country]
      .filter((part) => part !== null && part !== "")
      .join(" · ");
    lines.push(
      `${String(row.row).padStart(4)}  ${icons[row.outcome]}  ${paint.strong(row.name === "" ? "(no name)" : plainText(row.name))}`,
    );
    if (where !== "")
      lines.push(...wrapText(plainText(where), terminal.width - 6).map((line) => `      ${line}`));
    if (row.flags.length > 0)
      lines.push(`      ${paint.caution(`! ${row.flags.join(", ").replaceAll("_", " ")}`)}`);
    if (row.reason !== null)
      lines.push(
        ...wrapText(plainText(row.reason), terminal.width - 6).map(
          (line) => `      ${paint.faint(line)}`,
        ),
      );
  }
  const { counts } = read;
  lines.push(
    "",
    `${counts.read} rows read: ${counts.accepted} accepted, ${counts.corrected} corrected, ${counts.rejected} rejected.`,
  );
  if (read.alternatives)
    lines.push("The places are alternatives: each is one of those named, none is confirmed.");
  lines.push(...read.notes.map(plainText));
  return `${lines.join("\n")}\n`;
}

/** `throughline read-disclosure FILE [--json]`: every row ends accepted, corrected or rejected. */
export const readDisclosureCommand: CommandAdder = (program, terminal, finish) => {
  program
    .command("read-disclosure")
    .description("Read a list of sites (CSV, XLSX, label text) and say what became of every row.")
    .argument(
      "<file>",
      "the list: CSV, XLSX, or a text such as “manufactured by one of the following: …”",
    )
    .option("--json", "print JSON: rows, counts and what was noticed about the source")
    .action(async (file: string, options: { json?: true }) => {
      const progress = reportProgress(terminal);
      progress.say(`Reading ${file}`);
      const read = await readListFile(file).finally(() => progress.done());
      terminal.out(
        options.json === true ? `${JSON.stringify(read, null, 2)}\n` : drawRows(read, terminal),
      );
      finish(0);
    });
};
