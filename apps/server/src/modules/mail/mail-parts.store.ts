/** All SQL on what mails carry. Bytes are read only where they leave. */
import type { Tx } from "@throughline/db";
import type { MailPart } from "./mail.policy.ts";

/** A part without its bytes. */
export interface MailPartRow {
  readonly position: number;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
}

/** Keeps the parts of a mail in their order. */
export async function insertMailParts(
  tx: Tx,
  organisationId: string,
  mailId: string,
  parts: readonly MailPart[],
): Promise<void> {
  if (parts.length === 0) return;
  await tx
    .insertInto("mail_parts")
    .values(
      parts.map((part, index) => ({
        organisation_id: organisationId,
        mail_id: mailId,
        position: index + 1,
        file_name: part.fileName,
        media_type: part.mediaType,
        calendar_method: part.calendarMethod ?? null,
        bytes: Buffer.from(part.bytes),
      })),
    )
    .execute();
}

/** What a mail carries, for whoever reads it in the outbox. */
export async function listMailParts(
  tx: Tx,
  organisationId: string,
  mailId: string,
): Promise<MailPartRow[]> {
  return tx
    .selectFrom("mail_parts")
    .where("organisation_id", "=", organisationId)
    .where("mail_id", "=", mailId)
    .orderBy("position")
    .select((e) => [
      "position",
      "file_name as fileName",
      "media_type as mediaType",
      e.fn<number>("octet_length", ["bytes"]).as("size"),
    ])
    .execute();
}

function selectParts(tx: Tx, organisationId: string, mailId: string) {
  return tx
    .selectFrom("mail_parts")
    .where("organisation_id", "=", organisationId)
    .where("mail_id", "=", mailId)
    .orderBy("position")
    .select(["file_name", "media_type", "calendar_method", "bytes"]);
}

interface StoredPart {
  readonly file_name: string;
  readonly media_type: string;
  readonly calendar_method: string | null;
  readonly bytes: Buffer;
}

function partOf({ file_name, media_type, calendar_method, bytes }: StoredPart): MailPart {
  return {
    fileName: file_name,
    mediaType: media_type,
    bytes,
    // The column's check holds the vocabulary.
    ...(calendar_method === null
      ? {}
      : { calendarMethod: calendar_method as NonNullable<MailPart["calendarMethod"]> }),
  };
}

/** All parts as they are sent. */
export async function readMailParts(
  tx: Tx,
  organisationId: string,
  mailId: string,
): Promise<MailPart[]> {
  return (await selectParts(tx, organisationId, mailId).execute()).map(partOf);
}

/** One part as it is downloaded. */
export async function findMailPart(
  tx: Tx,
  organisationId: string,
  mailId: string,
  position: number,
): Promise<MailPart | undefined> {
  const row = await selectParts(tx, organisationId, mailId)
    .where("position", "=", position)
    .executeTakeFirst();
  return row === undefined ? undefined : partOf(row);
}
