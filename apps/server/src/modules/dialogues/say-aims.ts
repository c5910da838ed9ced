/** What each side wants from a series, and the other side's agreement to it. What was said is never changed. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import {
  findAim,
  findStandingAim,
  insertAgreement,
  insertAim,
  readAgreements,
} from "./aims.store.ts";
import { refuseWhileLive, requireSitting } from "./require-sitting.ts";
import { findSeriesState } from "./sittings.store.ts";

export interface AimToSay {
  readonly id: string;
  readonly purpose: string;
  readonly hopedOutcome: string;
  readonly brings?: string | undefined;
}

/** Says what our side wants; it takes the place of what our side said before, and is agreed to anew. */
export async function sayAim(work: Work, input: AimToSay): Promise<{ aimId: string }> {
  const sitting = await requireSitting(work, input.id);
  await refuseClosed(work, input.id);
  await refuseWhileLive(work, input.id);
  const aimId = await insertAim(work, {
    seriesId: input.id,
    side: sitting.side,
    toldBy: sitting.name,
    purpose: input.purpose,
    hopedOutcome: input.hopedOutcome,
    brings: input.brings ?? "",
  });
  await recordAudit(work, {
    action: "say-aim",
    subjectKind: "dialogue_series",
    subjectId: input.id,
    after: { aimId, side: sitting.side },
  });
  return { aimId };
}

/** Agrees to what the other side wants now. */
export async function agreeAim(
  work: Work,
  input: { readonly id: string; readonly aimId: string; readonly note?: string | undefined },
): Promise<void> {
  const sitting = await requireSitting(work, input.id);
  await refuseClosed(work, input.id);
  await refuseWhileLive(work, input.id);
  const aim = await findAim(work, input.id, input.aimId);
  if (aim === undefined) throw new AppError("not_found", "There is no such aim at this table.");
  if (aim.side === sitting.side)
    throw new AppError("other_side_speaks", "What a side wants is agreed to by the other.");
  const standing = await findStandingAim(
    work,
    input.id,
    sitting.side === "buyers" ? "counterpart" : "buyers",
  );
  if (standing?.id !== aim.id)
    throw new AppError("conflict", "The other side has said anew what it wants. Read that first.");
  const agreed = (await readAgreements(work, input.id)).some(
    (one) => one.aim_id === aim.id && one.side === sitting.side,
  );
  if (agreed) throw new AppError("already_exists", "Your side has agreed to this already.");
  await insertAgreement(work, {
    seriesId: input.id,
    aimId: aim.id,
    side: sitting.side,
    toldBy: sitting.name,
    note: input.note ?? "",
  });
  await recordAudit(work, {
    action: "agree-aim",
    subjectKind: "dialogue_series",
    subjectId: input.id,
    after: { aimId: aim.id, side: sitting.side },
  });
}

async function refuseClosed(work: Work, seriesId: string): Promise<void> {
  const series = await findSeriesState(work, seriesId);
  if (series?.state === "closed") throw new AppError("series_not_open");
}
