/** Reads the record's own workbook that came back filled in: it has no columns to confirm, and is compared with the record. */
import { readRecordWorkbook } from "@throughline/interchange";
import { readRecordContent } from "../record/index.ts";
import type { FindingCounts } from "./intakes.policy.ts";
import { saveContent } from "./intakes.store.ts";
import type { Step } from "./run-step.ts";

const mostNotes = 200;

export async function readWorkbook(step: Step, path: string): Promise<void> {
  const before = await step.job.inBatch(readRecordContent);
  const { content, findings } = await readRecordWorkbook(path, before.content);
  const counts: FindingCounts = {};
  for (const { check, correction } of findings) {
    const { rows, corrected } = counts[check] ?? { rows: 0, corrected: 0 };
    counts[check] = { rows: rows + 1, corrected: corrected + (correction === null ? 0 : 1) };
  }
  const messages = [...new Set(findings.map(({ message }) => message))];
  const notes = messages.slice(0, mostNotes);
  if (messages.length > mostNotes) notes.push(`${messages.length - mostNotes} more were found.`);
  const read = content.sites.length;
  await step.inBatch(async (work) => {
    await saveContent(work, step.intakeId, content);
    return {
      result: undefined,
      change: {
        state: "to_review",
        format: "xlsx",
        aboutSource: { workbook: true },
        notes,
        findings: counts,
        counts: { read, accepted: read, corrected: 0, rejected: 0 },
        rowsDone: read,
        rowsTotal: read,
      },
    };
  });
}
