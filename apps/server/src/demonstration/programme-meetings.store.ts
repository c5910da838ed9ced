/** Writes what was said at the tables of the invented programme: meetings, minutes, promises and the word of either side on them. */
import { randomUUID } from "node:crypto";
import type { DialogueSide } from "@throughline/domain";
import type { Work } from "../platform/api.ts";
import { actFor, at, type ProgrammeTable } from "./dialogue-programme.store.ts";
import type { PlannedMeeting } from "./planned-dialogue.ts";

interface Written {
  readonly meetingId: string;
  readonly planned: PlannedMeeting;
  readonly commitmentIds: readonly string[];
}

/** Meetings of a table with agenda, minutes and promises put forward; then what the other side said; then the rest of it. */
export async function layMeetings(
  work: Work,
  table: ProgrammeTable,
  meetings: readonly PlannedMeeting[],
): Promise<void> {
  const written: Written[] = [];
  for (const [index, planned] of meetings.entries())
    written.push(await writeMeeting(work, table, planned, index + 1));
  await actFor(work, table.counterpartId, (inside) => replyTo(inside, table, written));
  await writeActs(work, table, written);
}

const own = (table: ProgrammeTable, side: DialogueSide) =>
  side === "buyers"
    ? { organisation_id: table.hostId, told_by: table.hostName }
    : { organisation_id: table.counterpartId, told_by: table.counterpart };

async function writeMeeting(
  { tx }: Work,
  table: ProgrammeTable,
  planned: PlannedMeeting,
  number: number,
): Promise<Written> {
  const meetingId = randomUUID();
  const { seriesId, hostId } = table;
  const ofMeeting = { series_id: seriesId, meeting_id: meetingId };
  const { on, agendaSentOn, minutesSentOn } = planned;
  const told = at(agendaSentOn ?? planned.plannedOn);
  await tx
    .insertInto("meetings")
    .values({
      id: meetingId,
      organisation_id: hostId,
      series_id: seriesId,
      number,
      title: planned.title,
      starts_at: at(on, "09:00:00"),
      ends_at: at(on, "10:30:00"),
      time_zone: "Europe/Amsterdam",
      form: number === 1 ? "online" : "in_person",
      place: number === 1 ? "" : "Town hall of Larkhaven (invented)",
      state: "held",
      planned_at: at(planned.plannedOn),
      shared_at: told,
      lead_days: 10,
      agenda_first_sent_at: agendaSentOn === null ? null : at(agendaSentOn),
      agenda_sent_at: agendaSentOn === null ? null : at(agendaSentOn),
      held_on: on,
      minutes_first_sent_at: at(minutesSentOn),
      version: 4,
    })
    .execute();
  const topics = planned.topics.map((topic, index) => ({
    ...topic,
    id: topic.side === "buyers" ? randomUUID() : null,
    position: index + 1,
  }));
  await tx
    .insertInto("agenda_items")
    .values(
      topics.flatMap(({ id, position, source, title, detail, inThread }) =>
        id === null
          ? []
          : [
              {
                ...ofMeeting,
                ...own(table, "buyers"),
                id,
                side: "buyers",
                position,
                source,
                title,
                detail,
                minutes: 30,
                thread_id: inThread ? table.threadId : null,
                shared_at: told,
              },
            ],
      ),
    )
    .execute();
  await tx
    .insertInto("meeting_minutes")
    .values({
      ...ofMeeting,
      organisation_id: hostId,
      revision: 1,
      content: JSON.stringify({
        summary: topics[0]?.said ?? "",
        items: topics.map(({ id, title, said }) => ({ agendaItemId: id, title, text: said })),
      }),
      shared_at: at(minutesSentOn),
    })
    .execute();
  const feedback = planned.feedback.filter(({ side }) => side === "buyers");
  if (feedback.length > 0)
    await tx
      .insertInto("meeting_feedback")
      .values(
        feedback.map(({ on: given, openTalk, ...points }) => ({
          ...ofMeeting,
          ...own(table, "buyers"),
          ...points,
          open_talk: openTalk,
          shared_at: at(given),
        })),
      )
      .execute();
  const commitmentIds = planned.commitments.map(() => randomUUID());
  const shared = at(minutesSentOn);
  const named = planned.commitments.map((one, index) => ({ one, id: commitmentIds[index] ?? "" }));
  await tx
    .insertInto("commitments")
    .values(
      named.map(({ one, id }, index) => ({
        id,
        ...ofMeeting,
        organisation_id: hostId,
        number: (number - 1) * 2 + index + 1,
        debtor: one.debtor,
        debtor_name: own(table, one.debtor).told_by,
        debtor_role: one.debtorRole,
        about: one.about,
        made_at: shared,
        shared_at: shared,
      })),
    )
    .execute();
  await tx
    .insertInto("commitment_acts")
    .values(
      named.map(({ one, id }) => ({
        ...own(table, "buyers"),
        series_id: seriesId,
        commitment_id: id,
        side: "buyers",
        kind: "made",
        on_day: minutesSentOn,
        what: one.what,
        due_on: one.dueOn,
        via: "account",
        shared_at: shared,
      })),
    )
    .execute();
  return { meetingId, planned, commitmentIds };
}

/** What the other side added, confirmed and thought of it, and who in its chain would not say. */
async function replyTo(
  { tx }: Work,
  table: ProgrammeTable,
  written: readonly Written[],
): Promise<void> {
  const side = "counterpart";
  const theirs = own(table, side);
  const all = written.map(({ meetingId, planned }) => ({
    planned,
    row: { ...theirs, series_id: table.seriesId, meeting_id: meetingId },
  }));
  const items = all.flatMap(({ planned, row }) =>
    planned.topics.flatMap(({ side: whose, source, title, detail }, index) =>
      whose === "buyers"
        ? []
        : [
            {
              ...row,
              side,
              position: index + 1,
              source,
              title,
              detail,
              minutes: 20,
              shared_at: at(planned.agendaSentOn ?? planned.plannedOn),
            },
          ],
    ),
  );
  if (items.length > 0) await tx.insertInto("agenda_items").values(items).execute();
  await tx
    .insertInto("meeting_people")
    .values(
      all.map(({ planned, row }) => ({
        ...row,
        side,
        role_title: "Head of sustainability",
        topics: ["traceability", "working_hours"],
        mandate: "can_take_back",
        fit: planned.fitConfirmedOn === null ? "asked" : "confirmed",
        fit_on: planned.fitConfirmedOn,
        shared_at: at(planned.fitConfirmedOn ?? planned.plannedOn),
      })),
    )
    .execute();
  await tx
    .insertInto("minutes_replies")
    .values(
      all.map(({ planned: { reply }, row }) => ({
        ...row,
        side,
        revision: 1,
        kind: reply.kind,
        text: reply.text,
        via: "link",
        shared_at: at(reply.on),
      })),
    )
    .execute();
  const feedback = all.flatMap(({ planned, row }) =>
    planned.feedback
      .filter((one) => one.side === side)
      .map(({ on, openTalk, ...points }) => ({
        ...row,
        ...points,
        open_talk: openTalk,
        shared_at: at(on),
      })),
  );
  if (feedback.length > 0) await tx.insertInto("meeting_feedback").values(feedback).execute();
  const obstacles = all.flatMap(({ planned: { obstacle, on }, row: { told_by: _, ...row } }) =>
    obstacle === null
      ? []
      : [
          {
            ...row,
            reported_by: side,
            who: obstacle.who,
            tier: "component",
            product: obstacle.product,
            kind: obstacle.kind,
            text: obstacle.text,
            reported_on: on,
            resolved_on: obstacle.resolvedOn,
            resolution: obstacle.resolution,
            shared_at: at(on),
          },
        ],
  );
  if (obstacles.length > 0) await tx.insertInto("obstacles").values(obstacles).execute();
}

/** The acts of all promises of a table in their order; runs of one side are written at once. */
async function writeActs(
  work: Work,
  table: ProgrammeTable,
  written: readonly Written[],
): Promise<void> {
  const acts = written
    .flatMap(({ planned, commitmentIds }) =>
      planned.commitments.flatMap((one, index) =>
        one.acts.map((act) => ({ act, what: one.what, id: commitmentIds[index] ?? "" })),
      ),
    )
    .sort((a, b) => (a.act.on < b.act.on ? -1 : a.act.on > b.act.on ? 1 : 0));
  let run: typeof acts = [];
  const flush = async (): Promise<void> => {
    const [first] = run;
    if (first === undefined) return;
    const { side } = first.act;
    const rows = run.map(({ act, what, id }) => ({
      ...own(table, side),
      series_id: table.seriesId,
      commitment_id: id,
      side,
      kind: act.kind,
      on_day: act.on,
      what: act.kind === "postponed" ? what : null,
      due_on: act.dueOn ?? null,
      reason: act.reason ?? null,
      shown_by:
        act.shown === undefined
          ? null
          : JSON.stringify({ title: act.shown, reference: "", on: act.on }),
      via: side === "buyers" ? "account" : "link",
      shared_at: at(act.on),
    }));
    const write = async ({ tx }: Work): Promise<void> => {
      await tx.insertInto("commitment_acts").values(rows).execute();
    };
    await (side === "buyers" ? write(work) : actFor(work, table.counterpartId, write));
    run = [];
  };
  for (const one of acts) {
    if (run[0] !== undefined && run[0].act.side !== one.act.side) await flush();
    run.push(one);
  }
  await flush();
}
