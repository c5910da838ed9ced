/** Records an obstacle as it was reported, and how it was overcome. */
import { AppError, type IsoDate } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { requireSeeing } from "../dialogues/index.ts";
import { isAtTable } from "./commitments.store.ts";
import { requireObstacle } from "./list-obstacles.ts";
import { insertObstacle, markResolved, type NewObstacle } from "./obstacles.store.ts";

export async function reportObstacle(
  work: Work,
  input: Omit<NewObstacle, "reportedBy">,
): Promise<string> {
  const { seriesId, meetingId, reportedOn } = input;
  const sitting = await requireSeeing(work, seriesId, "meetings");
  if (meetingId !== null && !(await isAtTable(work.tx, "meetings", meetingId, seriesId)))
    throw new AppError("reference_unknown", undefined, [
      { path: "/meetingId", message: "Choose a meeting of this series." },
    ]);
  if (reportedOn > work.today)
    throw new AppError("date_in_future", undefined, [
      { path: "/reportedOn", message: "What was reported was reported today or before." },
    ]);
  const id = await insertObstacle(work, { ...input, reportedBy: sitting.side });
  // Who does not say, and the words, may name people.
  await recordAudit(work, {
    action: "report-obstacle",
    subjectKind: "obstacle",
    subjectId: id,
    after: { seriesId, meetingId, kind: input.kind, tier: input.tier, reportedOn },
  });
  return id;
}

export async function resolveObstacle(
  work: Work,
  input: {
    readonly id: string;
    readonly version: number;
    readonly on: IsoDate;
    readonly resolution: string;
  },
): Promise<void> {
  const { id, on } = input;
  const row = await requireObstacle(work, id);
  if (row.organisation_id !== work.actor.organisationId)
    throw new AppError("not_allowed", "Whoever recorded it says how it was overcome.");
  if (on > work.today)
    throw new AppError("date_in_future", undefined, [
      { path: "/on", message: "It was overcome today or before." },
    ]);
  if (on < row.reported_on)
    throw new AppError("input_invalid", undefined, [
      { path: "/on", message: "It was overcome after it was reported." },
    ]);
  if (!(await markResolved(work, input))) throw new AppError("conflict");
  await recordAudit(work, {
    action: "resolve-obstacle",
    subjectKind: "obstacle",
    subjectId: id,
    before: { version: input.version },
    after: { resolvedOn: on },
  });
}
