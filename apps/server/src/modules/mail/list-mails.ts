/** The outbox, newest first. */
import type { MailSummary } from "@throughline/contract";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import { listMailRows, type MailFilter, type MailRow } from "./mail.store.ts";

export interface MailPageInput extends MailFilter {
  readonly after?: string | undefined;
  readonly limit: number;
}

export async function listMails(
  work: Work,
  input: MailPageInput,
): Promise<{ items: MailSummary[]; next: string | null }> {
  const after =
    input.after === undefined
      ? null
      : decodeCursor(input.after, z.tuple([z.iso.datetime(), z.uuid()]));
  const rows = await listMailRows(
    work.tx,
    work.actor.organisationId,
    input,
    after,
    input.limit + 1,
  );
  const page = cutPage(rows, input.limit, (row) => [row.createdAt.toISOString(), row.id]);
  return { items: page.rows.map(summarise), next: page.next };
}

/** A row as the API shows it. */
export function summarise(row: MailRow): MailSummary {
  return {
    id: row.id,
    kind: row.kind,
    toAddress: row.toAddress,
    toName: row.toName,
    subject: row.subject,
    state: row.state,
    tries: row.tries,
    lastError: row.lastError,
    requestId: row.requestId,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  };
}
