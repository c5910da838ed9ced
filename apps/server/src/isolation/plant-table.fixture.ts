/** A series with its counterpart, and one of everything that stands at its table. */
import type { ApiClient } from "@throughline/contract";
import { openSeatAsGuest } from "../test/as-seat-guest.ts";
import type { TestApp } from "../test/start-test-app.ts";
import type { Ids } from "./attack-ids.ts";

type TableIds = Pick<
  Ids,
  | "programme"
  | "series"
  | "seat"
  | "aim"
  | "thread"
  | "comment"
  | "lesson"
  | "meeting"
  | "agendaItem"
  | "meetingPerson"
  | "commitment"
  | "obstacle"
>;

/** Plants it for the owner, the counterpart sitting there by link, code and word; what it said last is for the owner to answer. */
export async function plantEverythingAtTable(
  server: TestApp,
  client: ApiClient,
  contractId: string,
): Promise<TableIds> {
  const text = "Secretmarker";
  const programme = await client.dialogues.createProgramme({
    title: text,
    purpose: text,
    fromOn: "2026-01-01",
  });
  const series = await client.dialogues.create({
    title: text,
    counterpartName: "Secretmarker brand",
    counterpartRole: "brand",
    programmeId: programme.id,
    contractIds: [contractId],
    basis: "contract",
    issues: ["wages"],
    timeZone: "Europe/London",
    purpose: text,
    hopedOutcome: text,
  });
  const at = { id: series.id };
  const { seatId } = await client.dialogues.offerSeat({
    ...at,
    kind: "counterpart",
    name: "Secretmarker brand",
    toAddress: "secretmarker@brand.example",
  });
  const guest = await openSeatAsGuest(server, await client.dialogues.revealSeat({ ...at, seatId }));
  const { aimId } = await guest.client.dialogues.sayAim({
    ...at,
    purpose: text,
    hopedOutcome: text,
  });
  const { threadId } = await client.dialogues.saveThread({ ...at, title: text, kind: "other" });
  const { commentId } = await client.dialogues.comment({
    ...at,
    subjectKind: "series",
    subjectId: series.id,
    text,
    internal: true,
  });
  const meeting = await client.meetings.plan({
    seriesId: series.id,
    title: text,
    startsAt: "2999-03-03T10:00",
    minutes: 60,
    timeZone: "Europe/London",
    form: "online",
    place: text,
  });
  const { lessonId } = await client.dialogues.saveLesson({
    meetingId: meeting.id,
    title: text,
    text,
    outcome: "worked",
    visibility: "organisation",
  });
  const { ids: items } = await client.meetings.addItems({
    id: meeting.id,
    items: [{ title: text, detail: text, threadId, contractId }],
  });
  await client.meetings.setPeople({
    id: meeting.id,
    people: [{ roleTitle: text, name: text, address: "secretmarker@example.org" }],
  });
  const { people } = await client.meetings.get({ id: meeting.id });
  const commitment = await guest.client.commitments.make({
    seriesId: series.id,
    debtor: "buyers",
    debtorName: text,
    what: text,
    dueOn: "2999-01-01",
  });
  const obstacle = await client.commitments.reportObstacle({
    seriesId: series.id,
    who: text,
    kind: "will_not_say",
    text,
    reportedOn: "2026-11-01",
  });
  return {
    programme: programme.id,
    series: series.id,
    seat: seatId,
    aim: aimId,
    thread: threadId,
    comment: commentId,
    lesson: lessonId,
    meeting: meeting.id,
    agendaItem: items[0] ?? "",
    meetingPerson: people[0]?.id ?? "",
    commitment: commitment.id,
    obstacle: obstacle.id,
  };
}
