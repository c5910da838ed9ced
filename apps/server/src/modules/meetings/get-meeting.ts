/** One meeting with everything on it, as whoever reads it may see it. */
import type { MeetingDetail, MeetingPerson } from "@throughline/contract";
import { may, type Work } from "../../platform/api.ts";
import { selectObstacles } from "../commitments/index.ts";
import { describeChannel } from "../dialogues/index.ts";
import { readAgenda } from "./agenda.store.ts";
import { requireMeeting } from "./find-meeting.ts";
import { readPromises } from "./gather-papers.ts";
import { shownPeople } from "./keep-people.ts";
import { minutesWaitForUs } from "./meetings.policy.ts";
import { readMeetingMails, type MeetingRow } from "./meetings.store.ts";
import { findDraft, findOwnReply, readFeedback, readMinutes } from "./minutes.store.ts";
import { orderAgenda } from "./order-agenda.ts";
import { readPeople, type PersonRow } from "./people.store.ts";
import { summariseMeeting } from "./summarise-meetings.ts";

export async function getMeeting(work: Work, meetingId: string): Promise<MeetingDetail> {
  const { meeting, sitting } = await requireMeeting(work, meetingId);
  const host = sitting.hosts;
  const draft = host ? await findDraft(work, meetingId) : undefined;
  const sent = await readMinutes(work, meetingId);
  const channel = await describeChannel(work, meeting.seriesId);
  const write = may(work, "dialogue.write");
  const planned = meeting.state === "planned";
  const held = meeting.state === "held";
  const open = planned && !meeting.closed;
  const replies =
    !host &&
    meeting.revision !== null &&
    (minutesWaitForUs(meeting) ||
      (await findOwnReply(work, meetingId, meeting.revision)) !== "confirmed");
  return {
    ...summariseMeeting(meeting, work.today),
    leadDays: meeting.leadDays,
    cancelledReason: meeting.cancelledReason,
    items: orderAgenda(await readAgenda(work, meetingId), meeting.agendaPlaces).map(
      ({ meetingId: _, removed: __, ...item }) => item,
    ),
    people: shownPeople(await readPeople(work, meetingId)).map((row) => personOf(row, meeting)),
    draft:
      draft === undefined
        ? null
        : {
            content: draft.content,
            version: draft.version,
            savedAt: draft.savedAt.toISOString(),
          },
    minutesSent: sent,
    commitmentList: await readPromises(work, meeting),
    obstacles: await selectObstacles(work, { meetingId }),
    feedback: await readFeedback(work, meetingId),
    mails: host
      ? (await readMeetingMails(work, meetingId)).map((mail) => ({
          id: mail.id,
          subject: mail.subject,
          state: mail.state,
          toAddress: mail.to_address,
          at: mail.created_at.toISOString(),
        }))
      : [],
    channel,
    can: {
      host: write && host,
      write: write && open,
      edit: write && host && open,
      sendAgenda: write && host && open && meeting.items > 0,
      hold: write && host && meeting.state !== "cancelled",
      sendMinutes: write && host && held,
      replyToMinutes: write && replies,
      giveFeedback: write && held && !meeting.closed && meeting.seesFeedback,
      cancel: write && host && planned,
    },
  };
}

function personOf(row: PersonRow, { state, came }: MeetingRow): MeetingPerson {
  return {
    id: row.id,
    side: row.side,
    by: row.by,
    mine: row.mine,
    roleTitle: row.roleTitle,
    name: row.name,
    address: row.address,
    topics: [...row.topics],
    mandate: row.mandate,
    fit: row.fit,
    fitOn: row.fitOn,
    came: state === "held" ? came.includes(row.id) : null,
    version: row.version,
  };
}
