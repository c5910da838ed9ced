/** Takes a checked list, or the filled-in workbook, into the organisation's own record: in one transaction, all or nothing. */
import { AppError, flagsOfPlace, type CheckedRow } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { takeContentIntoRecord, takeRowsIntoRecord, type RecordRow } from "../record/index.ts";
import { findRowsAfter, removeRows } from "./intake-rows.store.ts";
import { withNotices } from "./intakes.policy.ts";
import { findContent, removeSource, type StoredIntake } from "./intakes.store.ts";
import type { Step } from "./run-step.ts";

const rowsAtOnce = 1_000;
const rowsRemovedAtOnce = 20_000;

export async function takeIntoRecord(step: Step): Promise<void> {
  const { intake, intakeId } = step;
  await step.inBatch(async (work) => {
    const result =
      intake.aboutSource.workbook === true
        ? await takeWorkbook(work, intakeId)
        : await takeRows(work, intake, null, () => step.goOn(work));
    await removeSource(work, intakeId);
    while ((await removeRows(work, intakeId, rowsRemovedAtOnce, true)) > 0);
    await recordAudit(work, {
      action: "take-list-into-record",
      subjectKind: "intake",
      subjectId: intakeId,
      after: { ...result, counts: intake.counts },
    });
    return {
      result: undefined,
      change: {
        state: "taken",
        result,
        rowsDone: intake.rowsTotal ?? 0,
        finishedAt: work.now,
      },
    };
  });
}

async function takeWorkbook(work: Work, intakeId: string): Promise<Record<string, number>> {
  const content = await findContent(work, intakeId);
  if (content === undefined) throw new AppError("file_missing");
  return { ...(await takeContentIntoRecord(work, content)) };
}

/** Takes the rows, at most so many of them; `null`: all. */
export async function takeRows(
  work: Work,
  intake: Pick<StoredIntake, "id" | "aboutSource">,
  most: number | null,
  goOn: () => Promise<void>,
): Promise<Record<string, number>> {
  const total = { added: 0, changed: 0, unchanged: 0, products: 0, links: 0, rows: 0 };
  const kind = intake.aboutSource.alternatives === true ? "one_of_several" : "confirmed";
  for (let after = 0; most === null || total.rows < most;) {
    const read = await findRowsAfter(work, intake.id, after, rowsAtOnce);
    const last = read.at(-1)?.row;
    if (last === undefined) break;
    after = last;
    const rows = read.flatMap(({ reading, notices, decision }) =>
      reading === null || reading.outcome === "rejected"
        ? []
        : [toRecordRow(withNotices(reading, notices, decision), kind)],
    );
    const taken = await takeRowsIntoRecord(work, rows);
    total.added += taken.sitesAdded;
    total.changed += taken.sitesChanged;
    total.unchanged += taken.sitesUnchanged;
    total.products += taken.productsAdded;
    total.links += taken.links;
    total.rows += rows.length;
    await goOn();
  }
  return total;
}

function toRecordRow(row: CheckedRow, kind: RecordRow["kind"]): RecordRow {
  return {
    name: row.name,
    address: row.address === "" ? null : row.address,
    country: row.country,
    latitude: row.latitude,
    longitude: row.longitude,
    osId: row.osId,
    workers: row.workers,
    flags: flagsOfPlace(row.flags),
    product: row.product,
    partNumber: row.partNumber,
    component: row.component,
    tier: row.tier,
    kind,
    validFrom: row.validFrom,
    validTo: row.validTo,
  };
}
