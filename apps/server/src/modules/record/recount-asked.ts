/** Brings up to date how far each request is answered by the record; requesters see these counts and nothing else. */
import type { Work } from "../../platform/api.ts";
import { updateProgress } from "./record-progress.store.ts";

/** Call after a change of the record that adds or takes away sites, links, products or answers. */
export async function recountAsked(work: Work): Promise<void> {
  await updateProgress(work);
}
