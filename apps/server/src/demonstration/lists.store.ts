/** What the demonstration of a list looks up. */
import type { Work } from "../platform/api.ts";

/** The contract of this reference, if no list was sent for it yet. */
export async function findContractWithoutList(
  work: Work,
  reference: string,
): Promise<string | null> {
  const row = await work.tx
    .selectFrom("contracts")
    .leftJoin("intakes", (join) =>
      join
        .onRef("intakes.contract_id", "=", "contracts.id")
        .onRef("intakes.organisation_id", "=", "contracts.organisation_id"),
    )
    .select("contracts.id")
    .where("contracts.organisation_id", "=", work.actor.organisationId)
    .where("contracts.reference", "=", reference)
    .where("intakes.id", "is", null)
    .executeTakeFirst();
  return row?.id ?? null;
}
