/** Requests this organisation was asked, newest first. */
import type { AskedRequest, RequestProgress } from "@throughline/contract";
import { IsoInstant } from "@throughline/domain";
import { z } from "zod";
import { isoDate, type Work } from "../../platform/api.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import { decideAskedState } from "./answering.policy.ts";
import { readAskedPage, type AskedRow } from "./answering.store.ts";

export async function listAsked(
  work: Work,
  input: {
    readonly open?: boolean | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<{ items: AskedRequest[]; next: string | null }> {
  const after =
    input.after === undefined ? null : decodeCursor(input.after, z.tuple([IsoInstant, z.uuid()]));
  const rows = await readAskedPage(work.tx, work.actor.organisationId, {
    open: input.open === true,
    after,
    limit: input.limit + 1,
  });
  const page = cutPage(rows, input.limit, (row) => [row.sent_key, row.id]);
  return { items: page.rows.map((row) => describeAsked(work, row)), next: page.next };
}

/** A request as a list shows it. */
export function describeAsked(work: Work, row: AskedRow): AskedRequest {
  const progress = progressOf(row);
  const { state, sentence } = decideAskedState(
    {
      requester: row.content.requester.name,
      dueOn: row.due_on,
      withdrawn:
        row.withdrawn_at === null
          ? null
          : { on: isoDate(row.withdrawn_at), reason: row.content.withdrawnReason },
      progress:
        row.first_opened_at === null
          ? null
          : {
              ...progress,
              answeredOn: row.answered_at === null ? null : isoDate(row.answered_at),
            },
    },
    work.today,
  );
  return {
    deliveryId: row.id,
    requester: row.content.requester,
    subject: row.content.subject,
    sentAt: row.sent_at.toISOString(),
    dueOn: row.due_on,
    state,
    stateSentence: sentence,
    progress,
  };
}

function progressOf(row: AskedRow): RequestProgress {
  return {
    firstOpenedAt: row.first_opened_at?.toISOString() ?? null,
    lastOpenedAt: row.last_opened_at?.toISOString() ?? null,
    productsAsked: row.products_asked,
    productsAnswered: row.products_answered ?? 0,
    sitesNamed: row.sites_named ?? 0,
    passedOn: row.passed_on ?? 0,
    passedOnAnswered: row.passed_on_answered ?? 0,
    answeredAt: row.answered_at?.toISOString() ?? null,
  };
}
