/** Gathers what is known of requests and decides where each stands: a fixed number of queries for a page. */
import type { RequestProgress, RequestSummary } from "@throughline/contract";
import { isoDate, type Work } from "../../platform/api.ts";
import {
  readDeliveries,
  readDeliveryMails,
  readProgress,
  type DeliveryRow,
  type ProgressRow,
} from "./deliveries.store.ts";
import {
  readAnswerFacts,
  readDisclosedSince,
  readRequestContracts,
  readRequestProducts,
  type RequestRow,
} from "./request-list.store.ts";
import {
  decideRequestState,
  type ProgressFacts,
  type RequestFacts,
} from "./request-state.policy.ts";

export type MailRow = Awaited<ReturnType<typeof readDeliveryMails>>[number];

/** A request with its delivery, mails and progress. */
export interface GatheredRequest {
  readonly row: RequestRow;
  readonly summary: RequestSummary;
  readonly facts: RequestFacts;
  readonly delivery: DeliveryRow | null;
  readonly progress: ProgressRow | null;
  /** Oldest first. */
  readonly mails: readonly MailRow[];
}

/** Gathers the rows in the order given. */
export async function gatherRequests(
  work: Work,
  rows: readonly RequestRow[],
): Promise<GatheredRequest[]> {
  if (rows.length === 0) return [];
  const { tx } = work;
  const { organisationId } = work.actor;
  const ids = rows.map((row) => row.id);
  const contracts = await readRequestContracts(tx, ids);
  const products = await readRequestProducts(tx, ids);
  const answers = new Map((await readAnswerFacts(tx, ids)).map((one) => [one.request_id, one]));
  const disclosed = new Map(
    (await readDisclosedSince(tx, ids)).map((one) => [one.request_id, one]),
  );
  const deliveries = await readDeliveries(tx, organisationId, ids);
  const deliveryIds = [...deliveries.values()].map((delivery) => delivery.id);
  const progresses = await readProgress(tx, deliveryIds);
  const mails = await readDeliveryMails(tx, organisationId, deliveryIds);

  return rows.map((row) => {
    const delivery = deliveries.get(row.id) ?? null;
    const progress = delivery === null ? null : (progresses.get(delivery.id) ?? null);
    const ownMails = mails.filter((mail) => mail.delivery_id === delivery?.id);
    const asked = products.filter((product) => product.request_id === row.id).length;
    const facts: RequestFacts = {
      addressee: row.addressee,
      draftedOn: isoDate(row.drafted_at),
      sentOn: row.sent_on,
      dueOn: row.due_on,
      withdrawn:
        row.withdrawn_on === null
          ? null
          : { on: row.withdrawn_on, reason: row.withdrawn_reason ?? "" },
      delivery:
        delivery === null
          ? null
          : {
              ...mailFacts(delivery, ownMails),
              progress: progress === null ? null : progressFacts(progress),
            },
      answer: answerOf(disclosed.get(row.id), answers.get(row.id), asked),
    };
    const { state, sentence } = decideRequestState(facts, work.today);
    return {
      row,
      facts,
      delivery,
      progress,
      mails: ownMails,
      summary: {
        id: row.id,
        addressee: row.addressee,
        supplierId: row.supplier_id,
        brand: row.brand,
        subject: row.subject,
        contracts: contracts
          .filter((contract) => contract.request_id === row.id)
          .map(({ id, reference, title }) => ({ id, reference, title })),
        draftedAt: row.drafted_at.toISOString(),
        sentOn: row.sent_on,
        dueOn: row.due_on,
        state,
        stateSentence: sentence,
        passesOn: row.passes_on_delivery_id !== null,
      },
    };
  });
}

/** What was disclosed by hand answers as a whole; a release, and an answer that is no site, for the products they name. */
function answerOf(
  disclosed: Awaited<ReturnType<typeof readDisclosedSince>>[number] | undefined,
  answer: Awaited<ReturnType<typeof readAnswerFacts>>[number] | undefined,
  asked: number,
): RequestFacts["answer"] {
  if (disclosed !== undefined && disclosed.told_on !== null)
    return { on: disclosed.told_on, whole: true, products: asked, of: asked };
  if (answer?.about_all === true)
    return { on: answer.last_on, whole: true, products: answer.products, of: asked };
  const released = disclosed?.released_products ?? 0;
  const of = disclosed?.asked_products ?? asked;
  const on = [answer?.last_on, released > 0 ? disclosed?.released_on : null]
    .filter((day) => typeof day === "string")
    .toSorted()
    .at(-1);
  if (on === undefined) return null;
  // A product may have both a site and an answer that is none: counted low rather than high.
  const products = Math.max(released, answer?.products ?? 0);
  return { on, whole: products >= of, products, of };
}

/** The last mail speaks: one that came back may have been sent again, and one that left may come back later. */
function mailFacts(
  delivery: DeliveryRow,
  mails: readonly MailRow[],
): Pick<NonNullable<RequestFacts["delivery"]>, "mail" | "bounce"> {
  const last = mails.at(-1);
  if (last === undefined)
    return delivery.bounced_at === null
      ? { mail: null, bounce: null }
      : { mail: "bounced", bounce: delivery.bounce_reason };
  // The column's check constraint holds the vocabulary.
  const mail = last.state as NonNullable<NonNullable<RequestFacts["delivery"]>["mail"]>;
  return { mail, bounce: last.last_error ?? (mail === "bounced" ? delivery.bounce_reason : null) };
}

function progressFacts(progress: ProgressRow): ProgressFacts {
  return {
    firstOpenedOn: isoDate(progress.first_opened_at),
    productsAsked: progress.products_asked,
    productsAnswered: progress.products_answered,
    sitesNamed: progress.sites_named,
    passedOn: progress.passed_on,
    passedOnAnswered: progress.passed_on_answered,
    answeredOn: progress.answered_at === null ? null : isoDate(progress.answered_at),
  };
}

/** Progress as the API shows it. */
export function describeProgress(row: ProgressRow): RequestProgress {
  return {
    firstOpenedAt: row.first_opened_at.toISOString(),
    lastOpenedAt: row.last_opened_at.toISOString(),
    productsAsked: row.products_asked,
    productsAnswered: row.products_answered,
    sitesNamed: row.sites_named,
    passedOn: row.passed_on,
    passedOnAnswered: row.passed_on_answered,
    answeredAt: row.answered_at?.toISOString() ?? null,
  };
}
