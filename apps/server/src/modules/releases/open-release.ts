/** Opens a release by the code that was typed. */
import { AppError } from "@throughline/domain";
import { typeShareCode } from "@throughline/db";
import type { Work } from "../../platform/api.ts";
import { hasSeen, recordView } from "./release-views.store.ts";
import { findByCode } from "./releases.store.ts";
import { stateOf } from "./show-release.ts";
import { readShareCode } from "./share-code.ts";

/**
 * Unknown, mistyped, withdrawn and expired are one answer, except for whoever held the release before.
 *
 * @throws AppError `release_code_unknown`; for a holder `release_withdrawn`, `release_expired`.
 */
export async function openRelease(
  work: Work,
  { code: typed }: { readonly code: string },
): Promise<{ releaseId: string }> {
  const code = readShareCode(typed);
  if (code === null) throw new AppError("release_code_unknown");
  await typeShareCode(work.tx, code);
  const release = await findByCode(work, code);
  if (release === undefined) throw new AppError("release_code_unknown");
  if (release.organisation_id === work.actor.organisationId) return { releaseId: release.id };
  const { state, sentence } = stateOf(release, work.today);
  if (state === "withdrawn" || state === "expired") {
    const held =
      release.recipient_id === work.actor.organisationId || (await hasSeen(work, release.id));
    if (!held) throw new AppError("release_code_unknown");
    throw new AppError(
      state === "withdrawn" ? "release_withdrawn" : "release_expired",
      sentence.text,
    );
  }
  await recordView(work, release);
  return { releaseId: release.id };
}
