/** What taking a list would change in the record, cell by cell. */
import type { RecordChange } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { requireIntake } from "./require-intake.ts";

export async function showChanges(
  work: Work,
  { intakeId }: { readonly intakeId: string },
): Promise<{ changes: RecordChange[] }> {
  await requireIntake(work, intakeId, "read");
  return { changes: [] };
}
