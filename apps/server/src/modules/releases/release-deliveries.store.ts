/** What releases read of requests: which delivery is answered, by whom, about which products. Writes nothing. */
import { AppError } from "@throughline/domain";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";

/** A delivery as whoever answers it sees it. */
export interface AnsweredDelivery {
  readonly id: string;
  readonly requesterId: string;
  readonly requesterName: string;
  readonly withdrawn: boolean;
  readonly productsAsked: number;
}

const Content = z.object({ requester: z.object({ name: z.string() }) });

/** The delivery, where the acting organisation answers it. */
export async function findAnsweredDelivery(
  work: Work,
  deliveryId: string,
): Promise<AnsweredDelivery | undefined> {
  const row = await work.tx
    .selectFrom("request_deliveries")
    .innerJoin("request_progress", "request_progress.delivery_id", "request_deliveries.id")
    .select([
      "request_deliveries.id",
      "request_deliveries.organisation_id",
      "request_deliveries.content",
      "request_deliveries.withdrawn_at",
      (select) =>
        select
          .selectFrom("request_delivery_products")
          .whereRef("request_delivery_products.delivery_id", "=", "request_deliveries.id")
          .select((count) => count.fn.countAll<number>().as("products"))
          .as("products"),
    ])
    .where("request_deliveries.id", "=", deliveryId)
    .where("request_deliveries.answering_id", "=", work.actor.organisationId)
    .where("request_progress.organisation_id", "=", work.actor.organisationId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.id,
    requesterId: row.organisation_id,
    requesterName: Content.parse(row.content).requester.name,
    withdrawn: row.withdrawn_at !== null,
    productsAsked: Number(row.products ?? 0),
  };
}

/** A delivery of one's own, with what it asks about. */
export interface OwnDelivery {
  readonly requestId: string;
  readonly sentOn: string | null;
  /** The delivery of somebody else that the request passes on. */
  readonly passesOnDeliveryId: string | null;
  readonly contractIds: readonly string[];
  readonly products: readonly {
    readonly key: string;
    readonly productId: string | null;
    readonly contractId: string | null;
    readonly passedKey: string | null;
  }[];
}

/** The delivery, where the acting organisation made it. */
export async function findOwnDelivery(
  work: Work,
  deliveryId: string,
): Promise<OwnDelivery | undefined> {
  const row = await work.tx
    .selectFrom("request_deliveries")
    .innerJoin("disclosure_requests", "disclosure_requests.id", "request_deliveries.request_id")
    .select(["request_id", "sent_on", "passes_on_delivery_id"])
    .where("request_deliveries.id", "=", deliveryId)
    .where("request_deliveries.organisation_id", "=", work.actor.organisationId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const contracts = await work.tx
    .selectFrom("request_contracts")
    .select("contract_id")
    .where("request_id", "=", row.request_id)
    .where("organisation_id", "=", work.actor.organisationId)
    .orderBy("contract_id")
    .execute();
  const products = await work.tx
    .selectFrom("request_delivery_products")
    .select([
      "key",
      "product_line_id as productId",
      "contract_id as contractId",
      "passed_key as passedKey",
    ])
    .where("delivery_id", "=", deliveryId)
    .where("organisation_id", "=", work.actor.organisationId)
    .orderBy("position")
    .orderBy("key")
    .execute();
  return {
    requestId: row.request_id,
    sentOn: row.sent_on,
    passesOnDeliveryId: row.passes_on_delivery_id,
    contractIds: contracts.map(({ contract_id }) => contract_id),
    products,
  };
}

/** Requests of one's own, by the delivery that releases answer. */
export async function readRequestIds(
  work: Work,
  deliveryIds: readonly string[],
): Promise<Map<string, string>> {
  if (deliveryIds.length === 0) return new Map();
  const rows = await work.tx
    .selectFrom("request_deliveries")
    .select(["id", "request_id"])
    .where("id", "in", deliveryIds)
    .where("organisation_id", "=", work.actor.organisationId)
    .execute();
  return new Map(rows.map((row) => [row.id, row.request_id]));
}

const AskedContent = z.object({
  requester: z.object({ name: z.string() }),
  contracts: z.array(z.object({ reference: z.string(), title: z.string() })),
});

/**
 * What a request asks about, for the workbook it is answered in. A product has the key of the record's own product where
 * one answers for it.
 *
 * @throws AppError `not_found` where the delivery is not the acting organisation's to answer.
 */
export async function readAskedAbout(work: Work, deliveryId: string) {
  const row = await work.tx
    .selectFrom("request_deliveries")
    .select(["content", "due_on", "language"])
    .where("id", "=", deliveryId)
    .where("answering_id", "=", work.actor.organisationId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("not_found", "There is no such request here.");
  const products = await work.tx
    .selectFrom("request_delivery_products as asked")
    .leftJoin("record_asked as answered", (join) =>
      join
        .onRef("answered.delivery_id", "=", "asked.delivery_id")
        .onRef("answered.asked_key", "=", "asked.key")
        .on("answered.organisation_id", "=", work.actor.organisationId),
    )
    .select([
      "asked.key",
      "asked.brand",
      "asked.family",
      "asked.part_number",
      "answered.product_id",
    ])
    .where("asked.delivery_id", "=", deliveryId)
    .orderBy("asked.position")
    .orderBy("asked.key")
    .execute();
  const content = AskedContent.parse(row.content);
  return {
    language: row.language,
    about: {
      requester: content.requester.name,
      dueOn: row.due_on,
      contracts: content.contracts.map(({ reference, title }) => `${reference} ${title}`),
      products: products.map((product) => ({
        key: product.product_id ?? product.key,
        brand: product.brand,
        family: product.family,
        partNumbers: product.part_number === null ? [] : [product.part_number],
      })),
    },
  };
}
