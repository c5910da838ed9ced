/** A person confirms which column holds what; the rows are then checked by it. */
import { AppError, type ColumnMapping, type ErrorDetail } from "@throughline/domain";
import { mappingFingerprint } from "@throughline/interchange";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { actsOf, laneOf } from "./intakes.policy.ts";
import { changeIntake, remember, type StoredIntake } from "./intakes.store.ts";
import { notNow, requireIntake, requireVersion } from "./require-intake.ts";

/**
 * Another sheet than the one that was read is read first. Confirming again after the rows were checked checks them
 * anew; what was decided about rows of the same sheet stays.
 *
 * @throws AppError `not_found`, `conflict`, `input_invalid` (the mapping, with places).
 */
export async function confirmColumns(
  work: Work,
  input: {
    readonly intakeId: string;
    readonly version: number;
    readonly mapping: ColumnMapping;
    readonly remember: boolean;
  },
): Promise<{ version: number }> {
  const intake = await requireIntake(work, input.intakeId, "write");
  requireVersion(intake, input.version);
  if (!actsOf(intake).confirm || intake.format === "label_text") throw notNow(work, intake);
  refuseFaults(intake, input.mapping);
  const { mapping } = input;
  const reread = mapping.sheet !== intake.rowsSheet;
  await changeIntake(work, intake.id, intake.state, {
    mapping,
    mappingFrom: "person",
    counts: null,
    findings: {},
    rowsDone: 0,
    rowsDoneBefore: 0,
    stepStartedAt: work.now,
    ...(reread
      ? { state: "reading", phase: "store", afterRow: 0, rowsTotal: null }
      : { state: "checking", phase: "check", afterRow: mapping.headerRow ?? 0 }),
  });
  await work.enqueue(
    reread ? "read-intake" : "check-intake",
    { intakeId: intake.id },
    laneOf(intake),
  );
  const titles = titlesOf(intake, mapping.sheet);
  if (input.remember && titles.some((title) => title !== ""))
    await remember(work, intake.supplierKey, mappingFingerprint(titles), mapping);
  await recordAudit(work, {
    action: "confirm-columns",
    subjectKind: "intake",
    subjectId: intake.id,
    before: { mapping: intake.mapping, mappingFrom: intake.mappingFrom },
    after: { mapping, remembered: input.remember },
  });
  return { version: intake.version + 1 };
}

/** The headings of a sheet, as they stood. */
export function titlesOf(intake: StoredIntake, sheet: number): string[] {
  const proposal = intake.proposals.find((one) => one.mapping.sheet === sheet);
  const titles: string[] = [];
  for (const { index, title } of proposal?.columns ?? []) titles[index] = title;
  return Array.from(titles, (title) => title ?? "");
}

function refuseFaults(intake: StoredIntake, mapping: ColumnMapping): void {
  const faults: ErrorDetail[] = [];
  const sheet = intake.sheets.find(({ index }) => index === mapping.sheet);
  if (sheet === undefined || sheet.rows === 0)
    faults.push({ path: "/mapping/sheet", message: "There is no such sheet with rows." });
  const fields = new Set<string>();
  const columns = new Set<number>();
  mapping.columns.forEach(({ index, field }, at) => {
    if (sheet !== undefined && index >= sheet.columns)
      faults.push({ path: `/mapping/columns/${at}/index`, message: "There is no such column." });
    if (fields.has(field))
      faults.push({
        path: `/mapping/columns/${at}/field`,
        message: `Two columns cannot both hold '${field}'.`,
      });
    if (columns.has(index))
      faults.push({
        path: `/mapping/columns/${at}/index`,
        message: "One column cannot hold two things.",
      });
    fields.add(field);
    columns.add(index);
  });
  if (!fields.has("name"))
    faults.push({
      path: "/mapping/columns",
      message: "Say which column holds the names of the sites.",
    });
  if (faults.length > 0) throw new AppError("input_invalid", undefined, faults);
}
