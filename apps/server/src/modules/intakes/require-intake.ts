/** Finds an intake that the actor may read or change. */
import { AppError, permits } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { summarise } from "./describe-intake.ts";
import { permissionOf } from "./intakes.policy.ts";
import { findIntake, lockIntake, type StoredIntake } from "./intakes.store.ts";

/** @throws AppError `not_found`; `not_allowed` or `token_scope_missing` where lists of its kind are not the actor's. */
export async function requireIntake(
  work: Work,
  intakeId: string,
  act: "read" | "write",
): Promise<StoredIntake> {
  const intake = await (act === "read" ? findIntake : lockIntake)(work, intakeId);
  if (intake === undefined) throw new AppError("not_found");
  const permitted = permits(work.actor, permissionOf(intake.target, act));
  if (!permitted.ok) {
    // A guest knows nothing of what is not its own.
    if (work.actor.role === "guest") throw new AppError("not_found");
    throw new AppError(permitted.code);
  }
  return intake;
}

/** The refusal of an act that is not for this state: where it stands says why. */
export function notNow(work: Work, intake: StoredIntake): AppError {
  return new AppError("conflict", summarise(intake, work.now).stateSentence.text);
}

/** @throws AppError `conflict` for a version somebody has gone past. */
export function requireVersion(intake: StoredIntake, version: number): void {
  if (intake.version !== version) throw new AppError("conflict");
}
