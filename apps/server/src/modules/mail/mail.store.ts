/** All SQL on `mails`. Reads which request a mail belongs to, who sends it, and the audit of mails; writes none of them. */
import type { Tx } from "@throughline/db";
import type { MailPart, MailState } from "./mail.policy.ts";

export interface MailRow {
  readonly id: string;
  readonly kind: string;
  readonly toAddress: string | null;
  readonly toName: string | null;
  readonly subject: string;
  readonly body: string;
  readonly deliveryId: string | null;
  readonly state: MailState;
  readonly tries: number;
  readonly lastError: string | null;
  readonly messageId: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly requestId: string | null;
}

export interface NewMail {
  readonly kind: string;
  readonly toAddress: string;
  readonly toName: string | null;
  readonly subject: string;
  readonly body: string;
  readonly deliveryId: string | null;
  /** Documents it carries, and an invitation for calendars; none where left out. */
  readonly parts?: readonly MailPart[];
}

export async function insertMail(
  tx: Tx,
  organisationId: string,
  mail: NewMail,
  now: Date,
): Promise<string> {
  const row = await tx
    .insertInto("mails")
    .values({
      organisation_id: organisationId,
      kind: mail.kind,
      to_address: mail.toAddress,
      to_name: mail.toName,
      subject: mail.subject,
      body: mail.body,
      delivery_id: mail.deliveryId,
      created_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

function selectMails(tx: Tx, organisationId: string) {
  return tx
    .selectFrom("mails as m")
    .leftJoin("request_deliveries as d", (join) =>
      join.onRef("d.id", "=", "m.delivery_id").onRef("d.organisation_id", "=", "m.organisation_id"),
    )
    .where("m.organisation_id", "=", organisationId)
    .select([
      "m.id",
      "m.kind",
      "m.to_address as toAddress",
      "m.to_name as toName",
      "m.subject",
      "m.body",
      "m.delivery_id as deliveryId",
      "m.state",
      "m.tries",
      "m.last_error as lastError",
      "m.message_id as messageId",
      "m.created_at as createdAt",
      "m.sent_at as sentAt",
      "d.request_id as requestId",
    ]);
}

/** The column's check holds the vocabulary of states. */
function asMail(row: Omit<MailRow, "state"> & { readonly state: string }): MailRow {
  return { ...row, state: row.state as MailState };
}

export async function findMail(
  tx: Tx,
  organisationId: string,
  mailId: string,
): Promise<MailRow | undefined> {
  const row = await selectMails(tx, organisationId).where("m.id", "=", mailId).executeTakeFirst();
  return row === undefined ? undefined : asMail(row);
}

/** The same, held until the transaction ends. */
export async function lockMail(
  tx: Tx,
  organisationId: string,
  mailId: string,
): Promise<MailRow | undefined> {
  await tx
    .selectFrom("mails")
    .select("id")
    .where("organisation_id", "=", organisationId)
    .where("id", "=", mailId)
    .forUpdate()
    .execute();
  return findMail(tx, organisationId, mailId);
}

export interface MailFilter {
  readonly state?: MailState | undefined;
  readonly requestId?: string | undefined;
}

/** A page, newest first. The sort key is the instant to the millisecond, as it is written. */
export async function listMailRows(
  tx: Tx,
  organisationId: string,
  filter: MailFilter,
  after: readonly [at: string, id: string] | null,
  limit: number,
): Promise<MailRow[]> {
  let query = selectMails(tx, organisationId)
    .orderBy("m.created_at", "desc")
    .orderBy("m.id", "desc")
    .limit(limit);
  if (filter.state !== undefined) query = query.where("m.state", "=", filter.state);
  if (filter.requestId !== undefined) query = query.where("d.request_id", "=", filter.requestId);
  if (after !== null) {
    const at = new Date(after[0]);
    query = query.where((e) =>
      e.or([
        e("m.created_at", "<", at),
        e.and([e("m.created_at", "=", at), e("m.id", "<", after[1])]),
      ]),
    );
  }
  return (await query.execute()).map(asMail);
}

/** One more try begins. */
export async function noteTry(
  tx: Tx,
  organisationId: string,
  mailId: string,
  messageId: string,
): Promise<void> {
  await tx
    .updateTable("mails")
    .set((e) => ({ tries: e("tries", "+", 1), message_id: messageId }))
    .where("organisation_id", "=", organisationId)
    .where("id", "=", mailId)
    .execute();
}

export interface MailChange {
  readonly state: MailState;
  readonly lastError: string | null;
  readonly sentAt?: Date;
  readonly bouncedAt?: Date;
}

export async function setMailState(
  tx: Tx,
  organisationId: string,
  mailId: string,
  change: MailChange,
): Promise<void> {
  await tx
    .updateTable("mails")
    .set({
      state: change.state,
      last_error: change.lastError,
      ...(change.sentAt === undefined ? {} : { sent_at: change.sentAt }),
      ...(change.bouncedAt === undefined ? {} : { bounced_at: change.bouncedAt }),
    })
    .where("organisation_id", "=", organisationId)
    .where("id", "=", mailId)
    .execute();
}

/** Back into the queue, as a mail of its own to the receiving server. */
export async function queueAgain(
  tx: Tx,
  organisationId: string,
  mailId: string,
  toAddress: string,
): Promise<void> {
  await tx
    .updateTable("mails")
    .set({
      state: "queued",
      to_address: toAddress,
      tries: 0,
      last_error: null,
      message_id: null,
      sent_at: null,
      bounced_at: null,
    })
    .where("organisation_id", "=", organisationId)
    .where("id", "=", mailId)
    .execute();
}

/** Name of the organisation a mail comes from. */
export async function readSenderName(tx: Tx, organisationId: string): Promise<string> {
  const row = await tx
    .selectFrom("organisations")
    .select("name")
    .where("id", "=", organisationId)
    .executeTakeFirstOrThrow();
  return row.name;
}

/** How often each thing happened to mails, over all organisations; as the sealer, who reads the audit and no mail. */
export async function countMailActions(
  tx: Tx,
  since: Date,
): Promise<{ readonly action: string; readonly count: number }[]> {
  return tx
    .selectFrom("audit_entries")
    .select((e) => ["action", e.fn.countAll<number>().as("count")])
    .where("at", ">", since)
    .where("subject_kind", "=", "mail")
    .groupBy("action")
    .execute();
}
