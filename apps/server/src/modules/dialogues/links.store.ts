/** SQL on links of seats, the words of those who sit there without an account, and the letters that carry links. */
import type { Tx } from "@throughline/db";
import type { IsoDate } from "@throughline/domain";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

/** What only the host knows of a seat. */
export interface LinkRow {
  readonly seatId: string;
  readonly generation: number;
  readonly secretHash: string;
  readonly toAddress: string | null;
  readonly expiresOn: IsoDate;
  readonly shownAt: Date | null;
  readonly endedAt: Date | null;
  readonly takenBy: string | null;
}

const linkColumns = [
  "seat_id",
  "generation",
  "secret_hash",
  "to_address",
  "expires_on",
  "shown_at",
  "ended_at",
  "taken_by",
] as const;

function asLink(row: {
  readonly seat_id: string;
  readonly generation: number;
  readonly secret_hash: string;
  readonly to_address: string | null;
  readonly expires_on: string;
  readonly shown_at: Date | null;
  readonly ended_at: Date | null;
  readonly taken_by: string | null;
}): LinkRow {
  return {
    seatId: row.seat_id,
    generation: row.generation,
    secretHash: row.secret_hash,
    toAddress: row.to_address,
    expiresOn: row.expires_on,
    shownAt: row.shown_at,
    endedAt: row.ended_at,
    takenBy: row.taken_by,
  };
}

/** Links of our own seats. */
export async function readOwnLinks(
  { tx, actor }: Work,
  seatIds: readonly string[],
): Promise<Map<string, LinkRow>> {
  if (seatIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("dialogue_links")
    .where("organisation_id", "=", actor.organisationId)
    .where("seat_id", "in", seatIds)
    .select(linkColumns)
    .execute();
  return new Map(rows.map((row) => [row.seat_id, asLink(row)]));
}

/** The link that the hash opens, held until the transaction ends. */
export async function lockOpenedLink(tx: Tx, hash: string): Promise<LinkRow | undefined> {
  const row = await tx
    .selectFrom("dialogue_links")
    .where("secret_hash", "=", hash)
    .where("ended_at", "is", null)
    .select(linkColumns)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : asLink(row);
}

/** Which workspace sits on the seat that the held link opens, and whose table it is; for whoever makes it an organisation. */
export async function findSeatToClaim(
  tx: Tx,
  hash: string,
): Promise<
  | {
      readonly seatId: string;
      readonly hostId: string;
      readonly workspaceId: string;
      readonly expiresOn: IsoDate;
    }
  | undefined
> {
  const row = await tx
    .selectFrom("dialogue_links")
    .where("secret_hash", "=", hash)
    .where("ended_at", "is", null)
    .select(["seat_id", "organisation_id", "taken_by", "expires_on"])
    .forUpdate()
    .executeTakeFirst();
  return row === undefined || row.taken_by === null
    ? undefined
    : {
        seatId: row.seat_id,
        hostId: row.organisation_id,
        workspaceId: row.taken_by,
        expiresOn: row.expires_on,
      };
}

export async function insertLink(
  { tx, actor }: Work,
  link: Pick<LinkRow, "seatId" | "secretHash" | "expiresOn"> & { readonly toAddress: string },
): Promise<void> {
  await tx
    .insertInto("dialogue_links")
    .values({
      seat_id: link.seatId,
      organisation_id: actor.organisationId,
      secret_hash: link.secretHash,
      to_address: link.toAddress,
      expires_on: link.expiresOn,
    })
    .execute();
}

/** The next generation of a link: nobody has taken the seat, and nobody was shown it. */
export async function replaceLink(
  { tx, actor }: Work,
  link: Pick<LinkRow, "seatId" | "generation" | "secretHash" | "expiresOn" | "toAddress">,
): Promise<void> {
  await tx
    .updateTable("dialogue_links")
    .set({
      generation: link.generation,
      secret_hash: link.secretHash,
      expires_on: link.expiresOn,
      to_address: link.toAddress,
      shown_at: null,
      taken_by: null,
    })
    .where("organisation_id", "=", actor.organisationId)
    .where("seat_id", "=", link.seatId)
    .execute();
}

export async function endLink({ tx, actor, now }: Work, seatId: string): Promise<void> {
  await tx
    .updateTable("dialogue_links")
    .set({ ended_at: now, to_address: null })
    .where("organisation_id", "=", actor.organisationId)
    .where("seat_id", "=", seatId)
    .where("ended_at", "is", null)
    .execute();
}

/** It works until then, if it would not have for longer. */
export async function prolongLink(
  { tx, actor }: Work,
  seatId: string,
  until: IsoDate,
): Promise<void> {
  await tx
    .updateTable("dialogue_links")
    .set({ expires_on: until })
    .where("organisation_id", "=", actor.organisationId)
    .where("seat_id", "=", seatId)
    .where("expires_on", "<", until)
    .execute();
}

/** Our own people were shown link and code; the first time counts. */
export async function markShown({ tx, actor, now }: Work, seatId: string): Promise<void> {
  await tx
    .updateTable("dialogue_links")
    .set({ shown_at: now })
    .where("organisation_id", "=", actor.organisationId)
    .where("seat_id", "=", seatId)
    .where("shown_at", "is", null)
    .execute();
}

/** Says who takes the seat; `null` lets go of it. Row security lets only the holder of the link do it. */
export async function setTakenBy(tx: Tx, seatId: string, takenBy: string | null): Promise<void> {
  await tx
    .updateTable("dialogue_links")
    .set({ taken_by: takenBy })
    .where("seat_id", "=", seatId)
    .execute();
}

export async function insertWord(
  { tx, actor, now }: Work,
  seatId: string,
  wordHash: string,
): Promise<void> {
  await tx
    .insertInto("dialogue_words")
    .values({
      organisation_id: actor.organisationId,
      seat_id: seatId,
      word_hash: wordHash,
      chosen_at: now,
    })
    .execute();
}

/** The hash of the word chosen for a seat, for the workspace that chose it, while it sits there. */
export async function findWord({ tx, actor }: Work, seatId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("dialogue_words as word")
    .innerJoin("dialogue_sittings as sitting", (join) =>
      join
        .onRef("sitting.seat_id", "=", "word.seat_id")
        .onRef("sitting.organisation_id", "=", "word.organisation_id")
        .on("sitting.left_at", "is", null),
    )
    .where("word.organisation_id", "=", actor.organisationId)
    .where("word.seat_id", "=", seatId)
    .select("word.word_hash")
    .executeTakeFirst();
  return row?.word_hash;
}

/** Notes that a letter carries the seat's link. */
export async function insertSeatMail(
  { tx, actor }: Work,
  mailId: string,
  seatId: string,
): Promise<void> {
  await tx
    .insertInto("seat_mails")
    .values({ organisation_id: actor.organisationId, mail_id: mailId, seat_id: seatId })
    .execute();
}

/** The seat whose link a letter of ours carries, and whether the letter goes to people of our own. */
export async function findSeatOfMail(
  { tx, actor }: Work,
  mailId: string,
): Promise<{ readonly link: LinkRow; readonly elsewhere: boolean } | undefined> {
  const row = await tx
    .selectFrom("seat_mails as letter")
    .innerJoin("mails as mail", "mail.id", "letter.mail_id")
    .innerJoin("dialogue_links as link", "link.seat_id", "letter.seat_id")
    .innerJoin("dialogue_seats as seat", "seat.id", "letter.seat_id")
    .where("letter.organisation_id", "=", actor.organisationId)
    .where("letter.mail_id", "=", mailId)
    .where("link.ended_at", "is", null)
    .where("seat.ended_at", "is", null)
    .select((select) => [
      "link.seat_id",
      "link.generation",
      "link.secret_hash",
      "link.to_address",
      "link.expires_on",
      "link.shown_at",
      "link.ended_at",
      "link.taken_by",
      select
        .or([
          select("mail.to_address", "is distinct from", select.ref("link.to_address")),
          select.exists(
            select
              .selectFrom("members as member")
              .where("member.organisation_id", "=", actor.organisationId)
              .whereRef(sql`lower(member.email)`, "=", sql`lower(mail.to_address)`)
              .select("member.person_id"),
          ),
        ])
        .as("elsewhere"),
    ])
    .executeTakeFirst();
  return row === undefined ? undefined : { link: asLink(row), elsewhere: row.elsewhere === true };
}
