/** SQL on deliveries of requests, their products, and the extensions of requests. Progress and mails are only read. */
import type { Tx } from "@throughline/db";
import { sql } from "kysely";
import { DeliveryContent } from "./delivery-content.ts";

export interface NewDelivery {
  readonly id: string;
  readonly organisationId: string;
  readonly requestId: string;
  readonly secretHash: string;
  readonly toAddress: string | null;
  readonly toName: string;
  readonly language: string;
  readonly content: DeliveryContent;
  readonly dueOn: string | null;
  readonly sentAt: Date;
  readonly expiresOn: string;
  readonly answeringId: string | null;
  readonly products: readonly DeliveryProduct[];
}

export interface DeliveryProduct {
  readonly key: string;
  readonly productLineId: string | null;
  readonly contractId: string | null;
  readonly passedKey: string | null;
  readonly brand: string;
  readonly family: string;
  readonly partNumber: string | null;
}

/** Writes the delivery with its products; a few thousand rows at a time. */
export async function insertDelivery(tx: Tx, delivery: NewDelivery): Promise<void> {
  await tx
    .insertInto("request_deliveries")
    .values({
      id: delivery.id,
      organisation_id: delivery.organisationId,
      request_id: delivery.requestId,
      secret_hash: delivery.secretHash,
      to_address: delivery.toAddress,
      to_name: delivery.toName,
      language: delivery.language,
      content: JSON.stringify(delivery.content),
      due_on: delivery.dueOn,
      sent_at: delivery.sentAt,
      expires_on: delivery.expiresOn,
      answering_id: delivery.answeringId,
    })
    .execute();
  const rows = delivery.products.map((product, position) => ({
    delivery_id: delivery.id,
    organisation_id: delivery.organisationId,
    key: product.key,
    product_line_id: product.productLineId,
    contract_id: product.contractId,
    passed_key: product.passedKey,
    brand: product.brand,
    family: product.family,
    part_number: product.partNumber,
    position,
  }));
  for (let from = 0; from < rows.length; from += 2000)
    await tx
      .insertInto("request_delivery_products")
      .values(rows.slice(from, from + 2000))
      .execute();
}

const columns = [
  "id",
  "organisation_id",
  "request_id",
  "generation",
  "secret_hash",
  "to_address",
  "to_name",
  "language",
  "content",
  "due_on",
  "sent_at",
  "expires_on",
  "withdrawn_at",
  "bounced_at",
  "bounce_reason",
  "answering_id",
] as const;

function deliveriesOf(tx: Tx, organisationId: string) {
  return tx
    .selectFrom("request_deliveries")
    .where("organisation_id", "=", organisationId)
    .select(columns);
}

export type DeliveryRow = Omit<
  Awaited<ReturnType<ReturnType<typeof deliveriesOf>["executeTakeFirstOrThrow"]>>,
  "content"
> & { readonly content: DeliveryContent };

function asDelivery<R extends { readonly content: unknown }>(
  row: R,
): Omit<R, "content"> & { readonly content: DeliveryContent } {
  return { ...row, content: DeliveryContent.parse(row.content) };
}

/** One's own delivery by id. */
export async function findOwnDelivery(
  tx: Tx,
  organisationId: string,
  id: string,
): Promise<DeliveryRow | undefined> {
  const row = await deliveriesOf(tx, organisationId).where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : asDelivery(row);
}

/** The delivery of each request, where it was sent by link and code. */
export async function readDeliveries(
  tx: Tx,
  organisationId: string,
  requestIds: readonly string[],
): Promise<Map<string, DeliveryRow>> {
  if (requestIds.length === 0) return new Map();
  const rows = await deliveriesOf(tx, organisationId)
    .where("request_id", "in", requestIds)
    .orderBy("sent_at")
    .orderBy("id")
    .execute();
  return new Map(rows.map((row) => [row.request_id, asDelivery(row)]));
}

export interface DeliveryChange {
  readonly toAddress?: string | null;
  readonly toName?: string;
  readonly generation?: number;
  readonly secretHash?: string;
  readonly dueOn?: string | null;
  readonly expiresOn?: string;
  readonly sentAt?: Date;
  readonly withdrawnAt?: Date;
  readonly bounced?: { readonly at: Date; readonly reason: string } | null;
  readonly content?: DeliveryContent;
}

/** Changes one's own delivery. */
export async function updateDelivery(
  tx: Tx,
  organisationId: string,
  id: string,
  change: DeliveryChange,
): Promise<void> {
  await tx
    .updateTable("request_deliveries")
    .set({
      ...(change.toAddress === undefined ? {} : { to_address: change.toAddress }),
      ...(change.toName === undefined ? {} : { to_name: change.toName }),
      ...(change.generation === undefined ? {} : { generation: change.generation }),
      ...(change.secretHash === undefined ? {} : { secret_hash: change.secretHash }),
      ...(change.dueOn === undefined ? {} : { due_on: change.dueOn }),
      ...(change.expiresOn === undefined ? {} : { expires_on: change.expiresOn }),
      ...(change.sentAt === undefined ? {} : { sent_at: change.sentAt }),
      ...(change.withdrawnAt === undefined ? {} : { withdrawn_at: change.withdrawnAt }),
      ...(change.bounced === undefined
        ? {}
        : {
            bounced_at: change.bounced?.at ?? null,
            bounce_reason: change.bounced?.reason ?? null,
          }),
      ...(change.content === undefined ? {} : { content: JSON.stringify(change.content) }),
    })
    .where("organisation_id", "=", organisationId)
    .where("id", "=", id)
    .execute();
}

/** The organisation a request of one's own asks, as it is called there. */
export async function readAddressee(
  tx: Tx,
  organisationId: string,
  requestId: string,
): Promise<string> {
  const { addressee } = await tx
    .selectFrom("disclosure_requests")
    .select("addressee")
    .where("organisation_id", "=", organisationId)
    .where("id", "=", requestId)
    .executeTakeFirstOrThrow();
  return addressee;
}

/** Who answered an earlier delivery to the same supplier at the same address, so that nothing is typed twice. */
export async function findEarlierAnswerer(
  tx: Tx,
  organisationId: string,
  supplierId: string,
  toAddress: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom("request_deliveries as d")
    .innerJoin("disclosure_requests as r", "r.id", "d.request_id")
    .where("d.organisation_id", "=", organisationId)
    .where("r.supplier_id", "=", supplierId)
    .where(sql`lower(d.to_address)`, "=", toAddress.toLowerCase())
    .where("d.answering_id", "is not", null)
    .select("d.answering_id")
    .orderBy("d.sent_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.answering_id ?? null;
}

/** How far the addressees are, by delivery. */
export async function readProgress(tx: Tx, deliveryIds: readonly string[]) {
  if (deliveryIds.length === 0) return new Map<string, never>();
  const rows = await tx
    .selectFrom("request_progress")
    .where("delivery_id", "in", deliveryIds)
    .selectAll()
    .execute();
  return new Map(rows.map((row) => [row.delivery_id, row]));
}

export type ProgressRow =
  Awaited<ReturnType<typeof readProgress>> extends Map<string, infer R> ? R : never;

/** Mails of deliveries, oldest first: kind, state and when. */
export async function readDeliveryMails(
  tx: Tx,
  organisationId: string,
  deliveryIds: readonly string[],
) {
  if (deliveryIds.length === 0) return [];
  return tx
    .selectFrom("mails")
    .where("organisation_id", "=", organisationId)
    .where("delivery_id", "in", deliveryIds)
    .select(["id", "delivery_id", "kind", "state", "last_error", "created_at", "sent_at"])
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

/** Where the last mail of a delivery went: one that came back may have been sent again to another address. */
export async function findMailAddress(
  tx: Tx,
  organisationId: string,
  deliveryId: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom("mails")
    .where("organisation_id", "=", organisationId)
    .where("delivery_id", "=", deliveryId)
    .select("to_address")
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.to_address ?? null;
}

/** Products a delivery asks about, in order. */
export async function readDeliveryProducts(tx: Tx, deliveryId: string) {
  return tx
    .selectFrom("request_delivery_products")
    .where("delivery_id", "=", deliveryId)
    .select([
      "key",
      "product_line_id",
      "contract_id",
      "passed_key",
      "brand",
      "family",
      "part_number",
    ])
    .orderBy("position")
    .orderBy("key")
    .execute();
}

/** Releases that came for deliveries of ours. */
export async function readReleaseIds(
  tx: Tx,
  organisationId: string,
  deliveryIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (deliveryIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("releases")
    .where("recipient_id", "=", organisationId)
    .where("delivery_id", "in", deliveryIds)
    .select(["id", "delivery_id"])
    .orderBy("released_at", "desc")
    .orderBy("id")
    .execute();
  const byDelivery = new Map<string, string[]>();
  for (const { id, delivery_id: delivery } of rows)
    if (delivery !== null) byDelivery.set(delivery, [...(byDelivery.get(delivery) ?? []), id]);
  return byDelivery;
}

export async function insertExtension(
  tx: Tx,
  extension: {
    readonly requestId: string;
    readonly organisationId: string;
    readonly before: string | null;
    readonly after: string;
    readonly reason: string;
    readonly by: string | null;
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .insertInto("request_extensions")
    .values({
      request_id: extension.requestId,
      organisation_id: extension.organisationId,
      due_before: extension.before,
      due_after: extension.after,
      reason: extension.reason,
      extended_by: extension.by,
      extended_at: extension.at,
    })
    .execute();
}

export async function readExtensions(tx: Tx, requestId: string) {
  return tx
    .selectFrom("request_extensions as e")
    .leftJoin("members as m", (join) =>
      join
        .onRef("m.person_id", "=", "e.extended_by")
        .onRef("m.organisation_id", "=", "e.organisation_id"),
    )
    .where("e.request_id", "=", requestId)
    .select(["e.extended_at", "e.due_before", "e.due_after", "e.reason", "m.name as by"])
    .orderBy("e.extended_at")
    .execute();
}
