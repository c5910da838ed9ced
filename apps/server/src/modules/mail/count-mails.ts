/** What became of mail in the last thirty days, over all organisations, for `throughline doctor`: numbers and nothing else. */
import type { Database } from "@throughline/db";
import { countMailActions } from "./mail.store.ts";

export interface MailCounts {
  readonly sent: number;
  readonly held: number;
  readonly bounced: number;
  readonly failed: number;
}

/** Counts audit entries, which the sealer may read; mails themselves are seen by their organisation alone. */
export async function countMails(database: Database): Promise<MailCounts> {
  const since = new Date(Date.now() - 30 * 86_400_000);
  const rows = await database.withSealer((tx) => countMailActions(tx, since));
  const of = (action: string): number => rows.find((row) => row.action === action)?.count ?? 0;
  return {
    sent: of("send-mail"),
    held: of("hold-mail"),
    bounced: of("bounce-mail") + of("record-bounce"),
    failed: of("fail-mail"),
  };
}
