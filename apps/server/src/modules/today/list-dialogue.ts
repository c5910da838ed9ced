/** What waits at the tables at which we sit: steps of meetings, promises, series that did not meet. */
import type { WaitingItem } from "@throughline/contract";
import { watchCadence } from "@throughline/dialogue";
import { may, type Work } from "../../platform/api.ts";
import { gatherCommitments } from "../commitments/index.ts";
import { readSeriesMeetings } from "../dialogue-facts/index.ts";
import { readSittings, readStandingClosures } from "../dialogues/index.ts";
import { selectMeetings } from "../meetings/index.ts";
import { readLeads } from "./today.store.ts";
import {
  waitingOfCadence,
  waitingOfCommitment,
  waitingOfMeeting,
} from "./waiting-dialogue.policy.ts";

/** What a line of a contract tells as a break: a word that is asked of us, too, once it has been missing for long. */
const toldByLines: ReadonlySet<WaitingItem["kind"]> = new Set([
  "commitment_overdue",
  "commitment_waits",
  "cadence_lapsed",
  "minutes_to_send",
  "agenda_to_send",
  "meeting_to_record",
]);

/**
 * A fixed number of queries, however many tables. What stands on a line already, by the id of the meeting, series or
 * promise it is about, is left out: nobody is told twice.
 */
export async function listDialogue(work: Work, told: ReadonlySet<string>): Promise<WaitingItem[]> {
  if (!may(work, "dialogue.read")) return [];
  const { today } = work;
  const sittings = await readSittings(work);
  const tables = [...sittings.keys()];
  if (tables.length === 0) return [];
  const leads = await readLeads(work.tx, tables);
  const other = (seriesId: string, counterpart: string): string =>
    sittings.get(seriesId)?.side === "counterpart"
      ? (leads.get(seriesId) ?? "the buyers")
      : counterpart;
  const meetings = (await selectMeetings(work, { waiting: true, sort: "date" })).map((meeting) =>
    waitingOfMeeting(meeting, other(meeting.series.id, meeting.counterpart), today),
  );
  const promises = (await gatherCommitments(work)).map(({ summary, standing }) =>
    waitingOfCommitment(
      { summary, standing, who: other(summary.series.id, summary.counterpart) },
      today,
    ),
  );
  const hosted = tables.filter((id) => sittings.get(id)?.hosts === true);
  const closed = new Set(
    (await readStandingClosures(work, hosted)).map(({ seriesId }) => seriesId),
  );
  // Nobody meets while the channel is closed.
  const open = hosted.filter((id) => !closed.has(id));
  const lapsed = (await readSeriesMeetings(work, open)).map(({ series, meetings: met }) =>
    waitingOfCadence(series, watchCadence(series, met, today), today),
  );
  return [...meetings, ...promises, ...lapsed]
    .filter((item) => item !== null)
    .filter(({ kind, link }) => !toldByLines.has(kind) || !told.has(link.id));
}
