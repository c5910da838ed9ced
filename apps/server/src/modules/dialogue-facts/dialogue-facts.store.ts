/** Reads series, meetings and commitments for whoever judges them. One query per table, however many series. Writes nothing. */
import type { Tx } from "@throughline/db";
import { sql } from "kysely";

/** Which series are about which contracts; a call-off is also spoken about at its framework's table. Ours alone. */
export async function readSeriesOfContracts(
  tx: Tx,
  organisationId: string,
  contractIds: readonly string[],
) {
  return tx
    .selectFrom("contracts as contract")
    .innerJoin("series_contracts as link", (join) =>
      join.on((where) =>
        where.or([
          where("link.contract_id", "=", where.ref("contract.id")),
          where("link.contract_id", "=", where.ref("contract.framework_id")),
        ]),
      ),
    )
    .where("contract.id", "in", contractIds)
    .where("link.organisation_id", "=", organisationId)
    .select(["contract.id as contract_id", "link.series_id", "contract.framework_id"])
    .distinct()
    .execute();
}

/** Commitments recorded for a contract at whatever table they were made. Ours alone. */
export async function readCommitmentsOfContracts(
  tx: Tx,
  organisationId: string,
  contractIds: readonly string[],
) {
  return tx
    .selectFrom("commitment_origins as origin")
    .innerJoin("commitments as commitment", "commitment.id", "origin.commitment_id")
    .where("origin.organisation_id", "=", organisationId)
    .where("origin.contract_id", "in", contractIds)
    .select(["origin.contract_id", "commitment.series_id"])
    .distinct()
    .execute();
}

export async function readSeries(tx: Tx, seriesIds: readonly string[]) {
  return tx
    .selectFrom("dialogue_series")
    .where("id", "in", seriesIds)
    .select([
      "id",
      "title",
      "counterpart_name",
      "counterpart_role",
      "basis",
      "issues",
      "cadence_months",
      "state",
      "opened_on",
      "closed_on",
    ])
    .orderBy("opened_on")
    .orderBy("id")
    .execute();
}

/** Meetings with the day somebody of the counterpart who has mandate and topics was confirmed. */
export async function readMeetings(tx: Tx, seriesIds: readonly string[]) {
  return tx
    .selectFrom("meetings as meeting")
    .where("meeting.series_id", "in", seriesIds)
    .select([
      "meeting.id",
      "meeting.series_id",
      "meeting.number",
      "meeting.title",
      "meeting.starts_at",
      "meeting.time_zone",
      "meeting.planned_at",
      "meeting.held_on",
      "meeting.cancelled_at",
      "meeting.agenda_first_sent_at",
      "meeting.lead_days",
      "meeting.minutes_first_sent_at",
      (select) =>
        select
          .selectFrom("meeting_people as person")
          .whereRef("person.meeting_id", "=", "meeting.id")
          .where("person.side", "=", "counterpart")
          .where("person.fit", "=", "confirmed")
          .where("person.mandate", "in", ["can_decide", "can_take_back"])
          .where(sql<boolean>`cardinality(person.topics) > 0`)
          .select((count) => count.fn.min("person.fit_on").as("on"))
          .as("fit_confirmed_on"),
    ])
    .orderBy("meeting.starts_at")
    .orderBy("meeting.id")
    .execute();
}

export async function readMinutes(tx: Tx, seriesIds: readonly string[]) {
  return tx
    .selectFrom("meeting_minutes")
    .where("series_id", "in", seriesIds)
    .select(["meeting_id", "revision", "shared_at"])
    .execute();
}

/** What the counterpart said of minutes, in the order it was said. */
export async function readReplies(tx: Tx, seriesIds: readonly string[]) {
  return tx
    .selectFrom("minutes_replies")
    .where("series_id", "in", seriesIds)
    .where("side", "=", "counterpart")
    .select(["meeting_id", "revision", "kind", "shared_at"])
    .orderBy("sequence")
    .execute();
}

/** What was put on agendas, with the break it came from where that is ours to know. */
export async function readTopics(tx: Tx, organisationId: string, seriesIds: readonly string[]) {
  return tx
    .selectFrom("agenda_items as item")
    .leftJoin("agenda_origins as origin", (join) =>
      join
        .onRef("origin.agenda_item_id", "=", "item.id")
        .on("origin.organisation_id", "=", organisationId),
    )
    .where("item.series_id", "in", seriesIds)
    .where("item.shared_at", "is not", null)
    .where("item.removed_at", "is", null)
    .select(["item.meeting_id", "item.title", "origin.contract_id", "origin.break_id"])
    .orderBy("item.position")
    .orderBy("item.id")
    .execute();
}

/** Commitments that were put on the table, with the contract they are for where that is ours to know. */
export async function readCommitments(
  tx: Tx,
  organisationId: string,
  seriesIds: readonly string[],
) {
  return tx
    .selectFrom("commitments as commitment")
    .leftJoin("commitment_origins as origin", (join) =>
      join
        .onRef("origin.commitment_id", "=", "commitment.id")
        .on("origin.organisation_id", "=", organisationId),
    )
    .where("commitment.series_id", "in", seriesIds)
    .where("commitment.shared_at", "is not", null)
    .select([
      "commitment.id",
      "commitment.series_id",
      "commitment.meeting_id",
      "commitment.debtor",
      "commitment.debtor_name",
      "commitment.debtor_role",
      "commitment.about",
      "origin.contract_id",
      "origin.break_id",
    ])
    .orderBy("commitment.made_at")
    .orderBy("commitment.number")
    .orderBy("commitment.id")
    .execute();
}

export async function readActs(tx: Tx, seriesIds: readonly string[]) {
  return tx
    .selectFrom("commitment_acts")
    .where("series_id", "in", seriesIds)
    .where("shared_at", "is not", null)
    .select([
      "id",
      "commitment_id",
      "kind",
      "side",
      "on_day",
      "what",
      "due_on",
      "reason",
      "shown_by",
      "via",
    ])
    .orderBy("sequence")
    .execute();
}
