/** Withdraws what was taken from a release that its supplier withdrew. */
import type { Work } from "../../platform/api.ts";
import { findStandingOfRelease } from "./released.store.ts";
import { withdrawDisclosure } from "./withdraw-disclosure.ts";

/** Those that are withdrawn already stay as they are. @returns how many were withdrawn */
export async function withdrawReleased(
  work: Work,
  releaseId: string,
  reason: string,
): Promise<number> {
  const standing = await findStandingOfRelease(work, releaseId);
  for (const { id } of standing)
    await withdrawDisclosure(work, { disclosureId: id, withdrawnOn: work.today, reason });
  return standing.length;
}
