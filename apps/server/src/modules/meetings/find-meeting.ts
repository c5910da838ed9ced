/** The way to a meeting: one that is nobody's, of a table one does not sit at, or not shown yet, gets one answer. */
import { AppError, type MeetingState } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import {
  requireOpenChannel,
  requireSeeing,
  type SeatSees,
  type Sitting,
} from "../dialogues/index.ts";
import { lockMeeting, readMeetings, type MeetingRow } from "./meetings.store.ts";

/** A meeting and where we sit. */
export interface FoundMeeting {
  readonly meeting: MeetingRow;
  readonly sitting: Sitting;
}

/** The meeting, or `not_found`; `wanted` beside what everybody who sees meetings sees. */
export async function requireMeeting(
  work: Work,
  meetingId: string,
  wanted: SeatSees = "meetings",
): Promise<FoundMeeting> {
  const [meeting] = await readMeetings(work, { ids: [meetingId] });
  if (meeting === undefined) throw new AppError("not_found", "There is no such meeting here.");
  return { meeting, sitting: await requireSeeing(work, meeting.seriesId, wanted) };
}

/** The same for its host, held until the transaction ends. Others who sit there get `not_allowed`. */
export async function requireOwnMeeting(work: Work, meetingId: string): Promise<FoundMeeting> {
  await lockMeeting(work, meetingId);
  const found = await requireMeeting(work, meetingId);
  if (!found.meeting.hosted)
    throw new AppError(
      "not_allowed",
      "Whoever began the series plans its meetings and writes the minutes; ask them.",
    );
  return found;
}

/** Refuses what the meeting has gone too far for, or not far enough. */
export function requireState(
  { state, cancelledReason }: Pick<MeetingRow, "state" | "cancelledReason">,
  ...allowed: readonly MeetingState[]
): void {
  if (allowed.includes(state)) return;
  const detail =
    state === "cancelled"
      ? `The meeting was cancelled: ${cancelledReason ?? ""}`
      : state === "held"
        ? "The meeting has been held."
        : "The meeting has not been held yet.";
  throw new AppError("meeting_does_not_allow", detail);
}

/** What the lists of a table need to be written to: it is planned still, and the channel is open. */
export async function requirePlanning(work: Work, { meeting }: FoundMeeting): Promise<void> {
  requireState(meeting, "planned");
  await requireOpenChannel(work, meeting.seriesId);
}

/** The version the caller saw is still the one that stands, or `conflict`. */
export function requireVersion(version: number | undefined): number {
  if (version === undefined) throw new AppError("conflict");
  return version;
}
