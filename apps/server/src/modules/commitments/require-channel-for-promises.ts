/** Whether something may be promised at a table while a procurement on the subject is live. */
import type { Work } from "../../platform/api.ts";
import { requireOpenChannel, requireOpenSeries } from "../dialogues/index.ts";
import { findBasis } from "./commitments.store.ts";

/** Under a contract or framework both sides go on with it; without one, new promises wait as meetings do. */
const underContract: readonly (string | undefined)[] = ["contract", "framework"];

export async function requireChannelForPromises(work: Work, seriesId: string): Promise<void> {
  await (underContract.includes(await findBasis(work.tx, seriesId))
    ? requireOpenSeries(work, seriesId)
    : requireOpenChannel(work, seriesId));
}
