/** What the table is tried on: a procurement or contract of our own, read where it stands. Reads only. */
import { type BidderRole, type CpvCode, type Procedure } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";

/** What is known of a procurement that the table asks about. */
export async function findProcurementSituation(work: Work, id: string) {
  const row = await work.tx
    .selectFrom("procurements")
    .where("id", "=", id)
    .where("organisation_id", "=", work.actor.organisationId)
    .select([
      "cpv",
      "lots",
      "value_minor",
      "currency",
      "country",
      "procedure",
      "expected_bidders",
      "risk_override",
      "published_on",
    ])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    ...row,
    // Check constraints and the contract's schema hold both vocabularies.
    procedure: row.procedure as Procedure,
    expected_bidders: row.expected_bidders as BidderRole[],
  };
}

/** What is known of a contract; a call-off of a framework's lot is of that lot's category. */
export async function findContractSituation(work: Work, id: string) {
  const row = await work.tx
    .selectFrom("contracts")
    .leftJoin("contracts as framework", "framework.id", "contracts.framework_id")
    .leftJoin("procurements", (join) =>
      join
        .onRef("procurements.id", "=", "contracts.procurement_id")
        .onRef("procurements.organisation_id", "=", "contracts.organisation_id"),
    )
    .leftJoin("organisations", "organisations.id", "contracts.organisation_id")
    .where("contracts.id", "=", id)
    .where("contracts.organisation_id", "=", work.actor.organisationId)
    .select([
      "contracts.cpv",
      "framework.cpv as framework_cpv",
      "contracts.value_minor",
      "contracts.currency",
      "contracts.known_countries",
      "contracts.awarded_on",
      "procurements.procedure",
      "procurements.expected_bidders",
      "procurements.country",
      "organisations.country as home_country",
    ])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    ...row,
    cpv: (row.cpv.length > 0 ? row.cpv : (row.framework_cpv ?? [])) as CpvCode[],
    // As above.
    procedure: row.procedure as Procedure | null,
    expected_bidders: (row.expected_bidders ?? []) as BidderRole[],
  };
}

/** Categories our own procurements and contracts are of: what a gap in the table would be about. */
export async function listOwnCategories(work: Work): Promise<string[]> {
  const rows = await work.tx
    .selectFrom("contracts")
    .where("organisation_id", "=", work.actor.organisationId)
    .select("cpv")
    .union(
      work.tx
        .selectFrom("procurements")
        .where("organisation_id", "=", work.actor.organisationId)
        .select("cpv"),
    )
    .execute();
  return [...new Set(rows.flatMap(({ cpv }) => cpv))];
}
