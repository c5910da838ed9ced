/** Records that a disclosure was withdrawn. Its rows, sites and links stay: the line reads them as withdrawn from that date on. */
import { AppError } from "@throughline/domain";
import { subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { findDisclosure, markWithdrawn } from "./disclosures.store.ts";

/** @throws AppError `not_found`, `date_in_future`, `input_invalid` (before it was received), `conflict` (withdrawn already). */
export async function withdrawDisclosure(
  work: Work,
  input: {
    readonly disclosureId: string;
    readonly withdrawnOn: string;
    readonly reason: string;
  },
): Promise<void> {
  const disclosure = await findDisclosure(work, input.disclosureId);
  if (disclosure === undefined) throw new AppError("not_found");
  if (input.withdrawnOn > work.today) throw new AppError("date_in_future");
  if (input.withdrawnOn < disclosure.received_on) {
    const message = `It was received on ${disclosure.received_on}; it cannot have been withdrawn before.`;
    throw new AppError("input_invalid", message, [{ path: "/withdrawnOn", message }]);
  }
  if (!(await markWithdrawn(work, input.disclosureId, input.withdrawnOn, input.reason)))
    throw new AppError("conflict", "It has been withdrawn already.");
  await recordAudit(work, {
    action: "withdraw-disclosure",
    subjectKind: "disclosure",
    subjectId: input.disclosureId,
    before: { withdrawnOn: null },
    after: {
      withdrawnOn: input.withdrawnOn,
      // Free text may name people.
      reason: await sealPersonal(work, subjectOf(work.actor), input.reason),
    },
  });
}
