/** One intake with its step, progress, columns and what was found. */
import type { IntakeDetail } from "@throughline/contract";
import type { Work } from "../../platform/api.ts";
import { describe } from "./describe-intake.ts";
import { requireIntake } from "./require-intake.ts";

export async function getIntake(
  work: Work,
  { intakeId }: { readonly intakeId: string },
): Promise<IntakeDetail> {
  return describe(work, await requireIntake(work, intakeId, "read"));
}
