/** Shows what would be released; nothing is saved. */
import type { ReleaseInput } from "@throughline/contract";
import type { RecordChange, ReleaseSnapshot, Sentence } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { prepareRelease } from "./prepare-release.ts";

/** @throws AppError as `prepareRelease`. */
export async function previewRelease(
  work: Work,
  input: ReleaseInput,
): Promise<{
  snapshot: ReleaseSnapshot;
  previousId: string | null;
  changes: RecordChange[];
  notes: Sentence[];
}> {
  const { snapshot, previous, changes, notes } = await prepareRelease(work, input);
  return {
    snapshot,
    previousId: previous?.id ?? null,
    changes: [...changes],
    notes: [...notes],
  };
}
