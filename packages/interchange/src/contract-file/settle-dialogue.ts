/** The dialogue of a contract file in the vocabulary of the domain. */
import type { CommitmentFact, DialogueFacts, IsoDate, MeetingFact } from "@throughline/domain";
import type { ContractFile } from "./contract-file.ts";
import type { SeriesInFile } from "./dialogue-in-file.ts";

/**
 * Facts with all their days, or `null` where the file tells of no dialogue. Ids come from the place in the file.
 *
 * @example settleDialogue(parseContractFile(content))?.commitments[0]?.id // "series-1/commitment-1"
 */
export function settleDialogue(file: Pick<ContractFile, "dialogue">): DialogueFacts | null {
  const { dialogue } = file;
  if (dialogue === undefined) return null;
  const series = dialogue.map((one, at) => ({ one, id: `series-${at + 1}` }));
  return {
    series: series.map(({ one, id }) => ({
      id,
      title: one.title,
      counterpart: one.counterpart,
      counterpartRole: one.counterpartRole,
      basis: one.basis,
      issues: one.issues,
      cadenceMonths: one.cadenceMonths ?? null,
      openedOn: one.openedOn,
      closedOn: one.closedOn ?? null,
    })),
    meetings: series.flatMap(({ one, id }) =>
      one.meetings.map((meeting, at) => settleMeeting(meeting, id, at + 1)),
    ),
    commitments: series.flatMap(({ one, id }) =>
      one.commitments.map((commitment, at) => settleCommitment(commitment, id, at + 1)),
    ),
  };
}

const meetingId = (seriesId: string, number: number): string => `${seriesId}/meeting-${number}`;

function settleMeeting(
  meeting: SeriesInFile["meetings"][number],
  seriesId: string,
  number: number,
): MeetingFact {
  const { title, on, heldOn, cancelledOn, agendaSentOn, fitConfirmedOn, leadDays } = meeting;
  const told = [on, heldOn, cancelledOn, agendaSentOn, fitConfirmedOn].filter(
    (day): day is IsoDate => day !== undefined,
  );
  return {
    id: meetingId(seriesId, number),
    seriesId,
    number,
    title,
    on,
    plannedOn: meeting.plannedOn ?? told.toSorted()[0] ?? on,
    heldOn: heldOn ?? null,
    cancelledOn: cancelledOn ?? null,
    agendaSentOn: agendaSentOn ?? null,
    leadDays,
    fitConfirmedOn: fitConfirmedOn ?? null,
    minutesSentOn: meeting.minutesSentOn ?? null,
    minutesConfirmedOn: meeting.minutesConfirmedOn ?? null,
    topics: meeting.topics.map((topic) => ({
      title: topic.title,
      breakId: topic.breakId ?? null,
    })),
  };
}

function settleCommitment(
  commitment: SeriesInFile["commitments"][number],
  seriesId: string,
  number: number,
): CommitmentFact {
  const id = `${seriesId}/commitment-${number}`;
  const { debtor, debtorName, debtorRole, meeting, about } = commitment;
  return {
    id,
    seriesId,
    meetingId: meeting === undefined ? null : meetingId(seriesId, meeting),
    debtor,
    debtorName,
    debtorRole: debtorRole ?? null,
    about: about ?? null,
    acts: commitment.acts.map((act, at) => ({
      id: `${id}/act-${at + 1}`,
      kind: act.kind,
      side: act.side,
      on: act.on,
      what: act.what ?? null,
      dueOn: act.dueOn ?? null,
      reason: act.reason ?? null,
      shownBy: act.shownBy ?? null,
      via: act.via,
    })),
  };
}
