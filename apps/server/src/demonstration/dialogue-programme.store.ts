/**
 * Writes the invented programme of the demonstration straight into the tables, as it would stand had it been kept here since
 * 2023: its letters left years ago and are not sent again. Everything passes row security, each side writing in its own scope.
 */
import { randomUUID } from "node:crypto";
import { changeOrganisation, holdRequest } from "@throughline/db";
import { layWorkspace } from "../modules/organisations/index.ts";
import type { LinkParts } from "../platform/derive-link.ts";
import { deriveSeatSecrets } from "../modules/dialogues/index.ts";
import { isoDate, makeWork, type Work } from "../platform/api.ts";
import type { PlannedSeries } from "./planned-dialogue.ts";

/** An instant of a day. */
export const at = (day: string, time = "12:00:00"): Date => new Date(`${day}T${time}Z`);
const everything = ["meetings", "minutes", "commitments", "feedback"];

/** A table of the programme: who hosts it, who sits opposite. */
export interface ProgrammeTable {
  readonly seriesId: string;
  readonly hostId: string;
  readonly hostName: string;
  readonly counterpartId: string;
  readonly counterpart: string;
  readonly threadId: string | null;
}

/** A programme of this title, where the organisation has one. */
export async function findProgrammeByTitle(
  { tx, actor }: Work,
  title: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom("dialogue_programmes")
    .select("id")
    .where("organisation_id", "=", actor.organisationId)
    .where("title", "=", title)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function insertProgramme(
  { tx, actor }: Work,
  programme: {
    readonly title: string;
    readonly purpose: string;
    readonly hopedOutcome: string;
    readonly issues: readonly string[];
    readonly from: string;
    readonly until: string;
    readonly outcome: string;
  },
): Promise<string> {
  const { id } = await tx
    .insertInto("dialogue_programmes")
    .values({
      organisation_id: actor.organisationId,
      title: programme.title,
      purpose: programme.purpose,
      hoped_outcome: programme.hopedOutcome,
      issues: [...programme.issues],
      from_on: programme.from,
      until_on: programme.until,
      closed_on: programme.until,
      outcome: programme.outcome,
      invented: true,
      created_at: at(programme.from),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The series with both seats taken; a workspace is laid for whoever sits opposite. */
export async function laySeries(
  work: Work,
  parts: LinkParts,
  given: {
    readonly programmeId: string;
    readonly hostName: string;
    readonly supplierId: string | null;
    readonly planned: PlannedSeries;
    /** `null`: it goes on, because what was found is not made good yet. */
    readonly closedOn: string | null;
    readonly basisTold: string;
  },
): Promise<ProgrammeTable> {
  const { tx, actor } = work;
  const { planned, hostName } = given;
  const hostId = actor.organisationId;
  const seriesId = randomUUID();
  const { counterpart, openedOn, makes } = planned;
  await tx
    .insertInto("dialogue_series")
    .values({
      id: seriesId,
      organisation_id: hostId,
      programme_id: given.programmeId,
      supplier_id: given.supplierId,
      title: makes === "buses" ? "Low-emission buses" : "Low-emission cars",
      counterpart_name: counterpart,
      counterpart_role: planned.role,
      basis: "group",
      basis_told: given.basisTold,
      issues: ["traceability", "working_hours"],
      cpv: [makes === "buses" ? "34121400" : "34144900"],
      cadence_months: null,
      time_zone: "Europe/Amsterdam",
      protection:
        "Lists of sites are seen by the buyers of the programme and whoever monitors for them, and by nobody who competes.",
      opened_on: openedOn,
      invented: true,
      created_at: at(openedOn),
      updated_at: at(given.closedOn ?? planned.meetings.at(-1)?.minutesSentOn ?? openedOn),
      ...(given.closedOn === null
        ? {}
        : {
            state: "closed",
            closed_on: given.closedOn,
            state_reason:
              "The programme ended as planned. What was promised is followed up in writing.",
          }),
    })
    .execute();
  const leadId = randomUUID();
  const seatId = randomUUID();
  const seat = { organisation_id: hostId, series_id: seriesId, sees: everything };
  await tx
    .insertInto("dialogue_seats")
    .values([
      {
        ...seat,
        id: leadId,
        side: "buyers",
        kind: "lead",
        name: hostName,
        offered_at: at(openedOn),
      },
      {
        ...seat,
        id: seatId,
        side: "counterpart",
        kind: "counterpart",
        name: counterpart,
        offered_at: at(openedOn),
      },
    ])
    .execute();
  const { hash } = deriveSeatSecrets(parts, seatId, 1);
  await tx
    .insertInto("dialogue_links")
    .values({
      seat_id: seatId,
      organisation_id: hostId,
      secret_hash: hash,
      // Nobody sits down by a link that is out of date; this one is handed to nobody.
      expires_on: isoDate(new Date(work.now.getTime() + 400 * 86_400_000)),
    })
    .execute();
  const sitting = { host_id: hostId, series_id: seriesId, sees: everything, since: at(openedOn) };
  await tx
    .insertInto("dialogue_sittings")
    .values({ ...sitting, organisation_id: hostId, seat_id: leadId, side: "buyers", kind: "lead" })
    .execute();
  const threadId = planned.thread === null ? null : randomUUID();
  if (planned.thread !== null && threadId !== null)
    await tx
      .insertInto("dialogue_threads")
      .values({
        id: threadId,
        organisation_id: hostId,
        series_id: seriesId,
        title: planned.thread.title,
        kind: "remediation",
        opened_on: planned.thread.openedOn,
        closed_on: planned.thread.closedOn,
        outcome: planned.thread.outcome,
        shared_at: at(planned.thread.openedOn),
      })
      .execute();

  const counterpartId = randomUUID();
  await actFor(work, counterpartId, async (inside) => {
    await layWorkspace(inside, { name: counterpart, invented: true });
    await holdRequest(tx, hash);
    await tx
      .updateTable("dialogue_links")
      .set({ taken_by: counterpartId })
      .where("seat_id", "=", seatId)
      .execute();
    await tx
      .insertInto("dialogue_sittings")
      .values({
        ...sitting,
        organisation_id: counterpartId,
        seat_id: seatId,
        side: "counterpart",
        kind: "counterpart",
        via: "link",
      })
      .execute();
  });
  return { seriesId, hostId, hostName, counterpartId, counterpart, threadId };
}

/** Runs a part in the scope of somebody without members, and comes back. */
export async function actFor(
  work: Work,
  organisationId: string,
  run: (inside: Work) => Promise<void>,
): Promise<void> {
  const { tx, actor, now } = work;
  await changeOrganisation(tx, organisationId);
  await run(
    makeWork({
      tx,
      actor: { ...actor, organisationId, personId: null, role: "guest" },
      tokenId: null,
      now,
    }),
  );
  await changeOrganisation(tx, actor.organisationId);
}
