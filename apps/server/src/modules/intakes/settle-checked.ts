/** The end of checking: what was found is counted, and the list waits for a person or goes on by itself. */
import type { Work } from "../../platform/api.ts";
import { countFindings, countOutcomes } from "./intake-rows.store.ts";
import type { IntakeChange, StoredIntake } from "./intakes.store.ts";
import { beginTaking } from "./take-intake.ts";

/** What an intake becomes when its rows were checked. */
export async function settleChecked(work: Work, intake: StoredIntake): Promise<IntakeChange> {
  const counts = await countOutcomes(work, intake.id);
  const counted = { counts, findings: await countFindings(work, intake.id) };
  // Rejected rows hold nothing up: they can be fetched, mended and sent again.
  if (intake.unattended && counts.accepted + counts.corrected > 0)
    return { ...counted, ...(await beginTaking(work, { ...intake, counts }, intake.createdBy)) };
  return { ...counted, state: "to_review", rowsDone: counts.read, rowsTotal: counts.read };
}
