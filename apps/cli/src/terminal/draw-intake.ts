/** A list on its way in, in words: its columns, what was found, what became of it. */
import type { IntakeDetail } from "@throughline/contract";
import { choosePaint, plainText, wrapText } from "./paint-text.ts";
import type { Terminal } from "./terminal.ts";

const words: Readonly<Record<string, string>> = {
  osId: "OS ID",
  partNumber: "part number",
  validFrom: "valid from",
  validTo: "valid to",
};

/** What each column is proposed to hold, with examples. */
export function drawProposal(intake: IntakeDetail, terminal: Terminal): string {
  const paint = choosePaint(terminal.colour);
  const [proposal] = intake.proposals;
  const lines = [plainText(intake.stateSentence.text)];
  for (const { index, title, field, from, examples } of proposal?.columns ?? []) {
    const holds = field === null ? paint.faint("not read") : paint.strong(words[field] ?? field);
    const why =
      from === "contents"
        ? " (by its contents; please check)"
        : from === "remembered"
          ? " (as confirmed before)"
          : "";
    lines.push(
      plainText(`${String(index + 1).padStart(3)}  ${title === "" ? "(no heading)" : title}  →  `) +
        holds +
        why,
      ...wrapText(plainText(examples.slice(0, 2).join(" | ")), terminal.width - 8)
        .filter((line) => line !== "")
        .map((line) => `        ${paint.faint(line)}`),
    );
  }
  lines.push(...intake.notes.map(plainText));
  return `${lines.join("\n")}\n`;
}

/** Counts, and one line for each check that found something, the gravest first. */
export function drawFindings(intake: IntakeDetail, terminal: Terminal): string {
  const paint = choosePaint(terminal.colour);
  const icons = { error: paint.bad("✕"), warning: paint.caution("!"), note: paint.faint("·") };
  const { counts } = intake;
  const lines: string[] = [];
  if (counts !== null)
    lines.push(
      `${counts.read} rows read: ${counts.accepted} accepted, ${counts.corrected} corrected, ${counts.rejected} rejected.`,
    );
  for (const { severity, rows, title, whatToDo } of intake.findings) {
    lines.push(`${icons[severity]} ${rows === 1 ? "1 row" : `${rows} rows`}: ${plainText(title)}`);
    if (severity === "error")
      lines.push(...wrapText(plainText(whatToDo), terminal.width - 4).map((line) => `    ${line}`));
  }
  return `${lines.join("\n")}\n`;
}

/** What became of it. */
export function drawResult(intake: IntakeDetail): string {
  const { result, counts } = intake;
  const lines = [plainText(intake.stateSentence.text)];
  const of = (name: string): number => result?.[name] ?? 0;
  if (counts !== null)
    lines.push(
      `${counts.read} rows: ${counts.accepted} accepted, ${counts.corrected} corrected, ${counts.rejected} rejected.`,
    );
  if (result !== null && intake.target === "contract")
    lines.push(
      `Sites: ${of("same")} rows known before, ${of("new")} new, ${of("review")} to be compared by a person. Links: ${of("links")}. Hits on official measures: ${of("hits")}.`,
    );
  if (result !== null && intake.target === "record")
    lines.push(
      `Sites: ${of("added")} added, ${of("changed")} changed${result["removed"] === undefined ? "" : `, ${of("removed")} taken out`}.`,
    );
  return `${lines.join("\n")}\n`;
}
