/** The rejected rows of a list as a spreadsheet that can be mended and sent again. */
import { writeRejects, type RejectedRow } from "@throughline/interchange";
import type { Work } from "../../platform/api.ts";
import { titlesOf } from "./confirm-columns.ts";
import { findCheckedRows } from "./intake-rows.store.ts";
import { withNotices } from "./intakes.policy.ts";
import type { StoredIntake } from "./intakes.store.ts";
import { requireIntake } from "./require-intake.ts";

export interface RejectsFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mediaType: string;
}

const rowsAtOnce = 1_000;
const mediaTypes = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const;

/** @throws AppError `not_found`. A list without rejected rows gives a file with its headings alone. */
export async function writeRejectsFile(
  work: Work,
  input: { readonly intakeId: string; readonly format: "xlsx" | "csv" },
): Promise<RejectsFile> {
  const intake = await requireIntake(work, input.intakeId, "read");
  const rows: RejectedRow[] = [];
  const isLabel = intake.format === "label_text";
  for (let after = 0; ;) {
    const part = await findCheckedRows(work, intake.id, {
      outcome: "rejected",
      check: undefined,
      search: undefined,
      after,
      limit: rowsAtOnce,
    });
    for (const { cells, reading, notices, decision } of part)
      rows.push({
        cells: isLabel ? [reading.name, reading.address, reading.country ?? ""] : cells,
        findings: withNotices(reading, notices, decision).findings,
      });
    const last = part.at(-1)?.row;
    if (last === undefined || part.length <= rowsAtOnce) break;
    after = last;
  }
  return {
    bytes: await writeRejects(rows, { ...layOut(intake), format: input.format }),
    fileName: `${nameOf(intake)}-rejected.${input.format}`,
    mediaType: mediaTypes[input.format],
  };
}

function layOut(
  intake: StoredIntake,
): Pick<Parameters<typeof writeRejects>[1], "titles" | "columns"> {
  if (intake.format === "label_text" || intake.mapping === null)
    return {
      titles: ["Name", "Address", "Country"],
      columns: [
        { index: 0, field: "name" },
        { index: 1, field: "address" },
        { index: 2, field: "country" },
      ],
    };
  const { sheet, headerRow, columns } = intake.mapping;
  return { titles: headerRow === null ? [] : titlesOf(intake, sheet), columns };
}

/** What the file is called when it is saved: letters, digits and hyphens of what was sent. */
function nameOf({ fileName, title }: StoredIntake): string {
  const stem = (fileName ?? title).replace(/\.[a-z0-9]{1,5}$/iu, "");
  return (
    stem
      .normalize("NFKD")
      .replace(/[^\w-]+/gu, "-")
      .replace(/^-+|-+$/gu, "")
      .slice(0, 80) || "list"
  );
}
