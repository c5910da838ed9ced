/** Records that a meeting was held and who came; said again, until the minutes left, it corrects what was said. */
import { AppError, type IsoDate } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { requireOwnMeeting, requireState, requireVersion } from "./find-meeting.ts";
import { updateMeeting } from "./meetings.store.ts";
import { readPeople } from "./people.store.ts";

export async function holdMeeting(
  work: Work,
  input: {
    readonly id: string;
    readonly version: number;
    readonly heldOn: IsoDate;
    readonly came: readonly string[];
  },
): Promise<{ version: number }> {
  const { meeting } = await requireOwnMeeting(work, input.id);
  requireState(meeting, "planned", "held");
  if (input.heldOn > work.today) throw new AppError("date_in_future");
  if (meeting.minutesFirstSentAt !== null && input.heldOn !== meeting.heldOn)
    throw new AppError(
      "meeting_does_not_allow",
      "The minutes were sent for another day. Send them again with a note instead.",
    );
  const known = new Set((await readPeople(work, input.id)).map(({ id }) => id));
  if (input.came.some((id) => !known.has(id)))
    throw new AppError("reference_unknown", "Somebody named is not on this meeting's list.", [
      { path: "/came", message: "Name people of this meeting." },
    ]);
  const came = [...new Set(input.came)];
  const version = requireVersion(
    await updateMeeting(work, input.id, input.version, {
      state: "held",
      held_on: input.heldOn,
      came,
    }),
  );
  await recordAudit(work, {
    action: "hold-meeting",
    subjectKind: "meeting",
    subjectId: input.id,
    before: { state: meeting.state, heldOn: meeting.heldOn, came: meeting.came.length },
    after: { heldOn: input.heldOn, came: came.length },
  });
  return { version };
}
