/** All SQL on seats. Whenever one of them takes its ticket, all of them are written anew in random order. */
import type { ForumSeat } from "@throughline/contract";
import type { BoardWork } from "./forums.store.ts";
import { shuffleRows } from "./shuffle-rows.ts";

export interface NewSeat {
  readonly id: string;
  readonly personId: string | null;
  readonly name: string | null;
  readonly address: string | null;
  readonly institution: string | null;
  readonly linkHash: string;
}

export async function insertSeat(
  { tx, actor }: BoardWork,
  forumId: string,
  seat: NewSeat,
): Promise<void> {
  await tx
    .insertInto("forum_seats")
    .values({
      id: seat.id,
      organisation_id: actor.organisationId,
      forum_id: forumId,
      person_id: seat.personId,
      name: seat.name,
      address: seat.address,
      institution: seat.institution,
      link_hash: seat.linkHash,
    })
    .execute();
}

export async function setMailOfSeat(
  { tx, actor }: BoardWork,
  seatId: string,
  mailId: string,
): Promise<void> {
  await tx
    .updateTable("forum_seats")
    .set({ mail_id: mailId })
    .where("organisation_id", "=", actor.organisationId)
    .where("id", "=", seatId)
    .execute();
}

/** Who was invited, in the order of the alphabet. Which of them took a ticket is not among it. */
export async function findSeats({ tx, actor }: BoardWork, forumId: string): Promise<ForumSeat[]> {
  const rows = await tx
    .selectFrom("forum_seats")
    .select([
      "id",
      "name",
      "address",
      "institution",
      "person_id as personId",
      "withdrawn",
      "mail_id as mailId",
    ])
    .where("organisation_id", "=", actor.organisationId)
    .where("forum_id", "=", forumId)
    .execute();
  const nameOf = (seat: ForumSeat): string => seat.name ?? seat.address ?? "";
  return rows
    .map(({ personId, ...seat }) => ({ ...seat, member: personId !== null }))
    .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), "en") || (a.id < b.id ? -1 : 1));
}

export interface SeatCounts {
  readonly invited: number;
  readonly tickets: number;
}

/** How many were invited and how many tickets were signed, by forum. */
export async function countSeats({
  tx,
  actor,
}: BoardWork): Promise<ReadonlyMap<string, SeatCounts>> {
  const rows = await tx
    .selectFrom("forum_seats")
    .select((e) => [
      "forum_id as forumId",
      e.fn.countAll<number>().filterWhere("withdrawn", "=", false).as("invited"),
      e.fn.count<number>("blinded_hash").as("tickets"),
    ])
    .where("organisation_id", "=", actor.organisationId)
    .groupBy("forum_id")
    .execute();
  return new Map(rows.map(({ forumId, ...counts }) => [forumId, counts]));
}

export interface OpenedSeat {
  readonly id: string;
  readonly forumId: string;
  readonly institution: string | null;
  readonly blindedHash: string | null;
}

/** The seat a personal link opens, if it was not withdrawn. */
export async function findSeatByLink(
  { tx, actor }: BoardWork,
  linkHash: string,
): Promise<OpenedSeat | undefined> {
  return tx
    .selectFrom("forum_seats")
    .select(["id", "forum_id as forumId", "institution", "blinded_hash as blindedHash"])
    .where("organisation_id", "=", actor.organisationId)
    .where("link_hash", "=", linkHash)
    .where("withdrawn", "=", false)
    .executeTakeFirst();
}

export async function findSeatBy(
  { tx, actor }: BoardWork,
  by: { readonly forumId: string; readonly personId: string } | { readonly mailId: string },
): Promise<{ id: string; linkHash: string } | undefined> {
  const seats = tx
    .selectFrom("forum_seats")
    .select(["id", "link_hash as linkHash"])
    .where("organisation_id", "=", actor.organisationId)
    .where("withdrawn", "=", false);
  return (
    "mailId" in by
      ? seats.where("mail_id", "=", by.mailId)
      : seats.where("forum_id", "=", by.forumId).where("person_id", "=", by.personId)
  ).executeTakeFirst();
}

/** Withdraws a seat and forgets whose it was; `false` where there is none. */
export async function withdrawSeatRow(
  { tx, actor }: BoardWork,
  forumId: string,
  seatId: string,
): Promise<boolean> {
  const done = await tx
    .updateTable("forum_seats")
    .set({ withdrawn: true, name: null, address: null, institution: null, mail_id: null })
    .where("organisation_id", "=", actor.organisationId)
    .where("forum_id", "=", forumId)
    .where("id", "=", seatId)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/**
 * Notes that a blinded ticket was signed for a seat, and with it the institution that somebody agreed to list: all seats
 * and institutions of the forum are deleted and written anew in random order, in this one transaction. A row written alone
 * would carry the number of the transaction in which its person came.
 */
export async function noteTicket(
  work: BoardWork,
  { id, forumId }: OpenedSeat,
  blindedHash: string,
  institution: { readonly name: string; readonly late: boolean } | null,
): Promise<void> {
  const { tx, actor } = work;
  const seats = await tx
    .deleteFrom("forum_seats")
    .where("organisation_id", "=", actor.organisationId)
    .where("forum_id", "=", forumId)
    .returningAll()
    .execute();
  await tx
    .insertInto("forum_seats")
    .values(
      shuffleRows(
        seats.map((seat) => (seat.id === id ? { ...seat, blinded_hash: blindedHash } : seat)),
      ),
    )
    .execute();
  const listed = await tx
    .deleteFrom("forum_institutions")
    .where("organisation_id", "=", actor.organisationId)
    .where("forum_id", "=", forumId)
    .returning(["name", "late"])
    .execute();
  const names = new Map(listed.map(({ name, late }) => [name, late]));
  if (institution !== null && !names.has(institution.name))
    names.set(institution.name, institution.late);
  if (names.size === 0) return;
  await tx
    .insertInto("forum_institutions")
    .values(
      shuffleRows([...names]).map(([name, late]) => ({
        organisation_id: actor.organisationId,
        forum_id: forumId,
        name,
        late,
      })),
    )
    .execute();
}

/** Forgets which seats took tickets, and which institutions came late. */
export async function forgetTickets({ tx, actor }: BoardWork, forumId: string): Promise<void> {
  await tx
    .updateTable("forum_seats")
    .set({ blinded_hash: null })
    .where("organisation_id", "=", actor.organisationId)
    .where("forum_id", "=", forumId)
    .execute();
  await tx
    .updateTable("forum_institutions")
    .set({ late: false })
    .where("organisation_id", "=", actor.organisationId)
    .where("forum_id", "=", forumId)
    .execute();
}
