/** Begins an intake: keeps what was sent, byte for byte, and queues its reading. */
import { createHash, randomUUID } from "node:crypto";
import type { DisclosureAbout } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { refuseImpossible } from "../disclosures/index.ts";
import { refuseTooManyOfGuest } from "./limit-guest-lists.ts";
import { laneOf } from "./intakes.policy.ts";
import { answersDelivery, insertIntake } from "./intakes.store.ts";

/** What was sent. `fileName` is `null` for pasted text. */
export interface SentList {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly fileName: string | null;
  /** Goes on by itself as long as nothing needs a person. */
  readonly unattended: boolean;
}

export type IntakeAim =
  | { readonly target: "contract"; readonly contractId: string; readonly about: DisclosureAbout }
  | { readonly target: "record"; readonly deliveryId: string | null };

/**
 * @throws AppError `not_found` (contract), `reference_unknown` (products, delivery), `date_in_future`, `file_empty`,
 * `rate_limited` (a guest's).
 */
export async function startIntake(
  work: Work,
  aim: IntakeAim,
  sent: SentList,
): Promise<{ intakeId: string }> {
  if (sent.bytes.length === 0) throw new AppError("file_empty", "The file is empty.");
  if (aim.target === "contract") await refuseImpossible(work, aim.contractId, aim.about);
  else if (aim.deliveryId !== null && !(await answersDelivery(work, aim.deliveryId)))
    throw new AppError("reference_unknown", undefined, [
      { path: "/deliveryId", message: "This is not a request that you answer." },
    ]);
  await refuseTooManyOfGuest(work);
  const intakeId = randomUUID();
  const sha256 = createHash("sha256").update(sent.bytes).digest("hex");
  await insertIntake(work, {
    id: intakeId,
    target: aim.target,
    contractId: aim.target === "contract" ? aim.contractId : null,
    about: aim.target === "contract" ? aim.about : { deliveryId: aim.deliveryId },
    title: aim.target === "contract" ? aim.about.title : (sent.fileName ?? "Pasted text"),
    declaredBy: aim.target === "contract" ? aim.about.declaredBy : null,
    fileName: sent.fileName,
    mediaType: sent.mediaType,
    unattended: sent.unattended,
    bytes: sent.bytes,
    sha256,
  });
  await work.enqueue("read-intake", { intakeId }, laneOf({ sizeBytes: sent.bytes.length }));
  await recordAudit(work, {
    action: "start-intake",
    subjectKind: "intake",
    subjectId: intakeId,
    after: {
      target: aim.target,
      contractId: aim.target === "contract" ? aim.contractId : null,
      deliveryId: aim.target === "record" ? aim.deliveryId : null,
      sizeBytes: sent.bytes.length,
      sha256,
      unattended: sent.unattended,
    },
  });
  return { intakeId };
}
