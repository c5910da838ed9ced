/** What the demonstration of a supplier looks up, to find out how far it was laid. */
import type { Database } from "@throughline/db";
import type { Work } from "../platform/api.ts";

export interface DemonstrationDelivery {
  readonly id: string;
  readonly generation: number;
  readonly answeringId: string | null;
}

/** The delivery of the request about the contract, if it was sent. */
export async function findDemonstrationDelivery(
  work: Work,
  reference: string,
): Promise<DemonstrationDelivery | undefined> {
  return work.tx
    .selectFrom("contracts")
    .innerJoin("request_contracts", "request_contracts.contract_id", "contracts.id")
    .innerJoin(
      "request_deliveries",
      "request_deliveries.request_id",
      "request_contracts.request_id",
    )
    .select([
      "request_deliveries.id",
      "request_deliveries.generation",
      "request_deliveries.answering_id as answeringId",
    ])
    .where("contracts.organisation_id", "=", work.actor.organisationId)
    .where("contracts.reference", "=", reference)
    .orderBy("request_deliveries.sent_at")
    .limit(1)
    .executeTakeFirst();
}

/** How many releases answer the delivery. */
export async function countReleases(work: Work, deliveryId: string): Promise<number> {
  const row = await work.tx
    .selectFrom("releases")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("organisation_id", "=", work.actor.organisationId)
    .where("delivery_id", "=", deliveryId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The organisation a person of the demonstration belongs to; `null` as long as it is not laid. */
export async function findMembership(database: Database, personId: string): Promise<string | null> {
  const row = await database.withActor({ organisationId: null, personId }, (tx) =>
    tx
      .selectFrom("members")
      .select("organisation_id")
      .where("person_id", "=", personId)
      .orderBy("joined_at")
      .executeTakeFirst(),
  );
  return row?.organisation_id ?? null;
}
