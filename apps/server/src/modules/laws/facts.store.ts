/** All SQL on facts about companies, and the supplier of a contract. */
import { CountryCode, type IsoDate } from "@throughline/domain";
import { sql } from "kysely";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";

const Value = z.union([z.number(), z.boolean(), z.array(CountryCode)]);

export interface StoredFact {
  readonly id: string;
  readonly fact: string;
  readonly value: z.infer<typeof Value>;
  readonly currency: string | null;
  readonly asOf: IsoDate;
  readonly source: string;
  /** Name of the member, while there is one. */
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
  readonly takenBackAt: Date | null;
}

/** All that was ever recorded of a supplier, or (null) of one's own organisation; the latest first. */
export async function readFacts(work: Work, supplierId: string | null): Promise<StoredFact[]> {
  let query = work.tx
    .selectFrom("company_facts as f")
    .leftJoin("members", (join) =>
      join
        .onRef("members.person_id", "=", "f.recorded_by")
        .onRef("members.organisation_id", "=", "f.organisation_id"),
    )
    .where("f.organisation_id", "=", work.actor.organisationId)
    .selectAll("f")
    .select("members.name as by")
    .orderBy("f.fact")
    .orderBy("f.as_of", "desc")
    .orderBy("f.sequence", "desc");
  query =
    supplierId === null
      ? query.where("f.supplier_id", "is", null)
      : query.where("f.supplier_id", "=", supplierId);
  return (await query.execute()).map((row) => ({
    id: row.id,
    fact: row.fact,
    value: Value.parse(row.value),
    currency: row.currency,
    asOf: row.as_of,
    source: row.source,
    recordedBy: row.by,
    recordedAt: row.recorded_at,
    takenBackAt: row.taken_back_at,
  }));
}

export async function insertFact(
  work: Work,
  supplierId: string | null,
  fact: Pick<StoredFact, "fact" | "value" | "currency" | "asOf" | "source">,
): Promise<string> {
  const { id } = await work.tx
    .insertInto("company_facts")
    .values({
      organisation_id: work.actor.organisationId,
      supplier_id: supplierId,
      fact: fact.fact,
      value: JSON.stringify(fact.value),
      currency: fact.currency,
      as_of: fact.asOf,
      source: fact.source,
      recorded_by: work.actor.personId,
      recorded_at: work.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function markTakenBack(
  work: Work,
  factId: string,
): Promise<"done" | "not_found" | "already"> {
  const row = await work.tx
    .selectFrom("company_facts")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("id", "=", factId)
    .select("taken_back_at")
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return "not_found";
  if (row.taken_back_at !== null) return "already";
  await work.tx
    .updateTable("company_facts")
    .set({ taken_back_at: work.now })
    .where("organisation_id", "=", work.actor.organisationId)
    .where("id", "=", factId)
    .execute();
  return "done";
}

export async function readOwnCompany(
  work: Work,
): Promise<{ readonly name: string; readonly country: string | null }> {
  return work.tx
    .selectFrom("organisations")
    .where("id", "=", work.actor.organisationId)
    .select(["name", "country"])
    .executeTakeFirstOrThrow();
}

/** What a law about contracts reads of one of ours, and its supplier (its framework's where it names none). */
export async function readContract(work: Work, contractId: string) {
  const contract = await work.tx
    .selectFrom("contracts")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("id", "=", contractId)
    .select(["id", "kind", "framework_id", "value_minor", "currency", "awarded_on", "created_at"])
    .executeTakeFirst();
  if (contract === undefined) return undefined;
  const { rows } = await sql<{ name: string; supplier_id: string | null }>`
    select name, supplier_id from contract_parties
    where role = 'supplier' and contract_id = any(${[contract.id, contract.framework_id ?? contract.id]}::uuid[])
    order by (contract_id = ${contract.id}) desc, position limit 1`.execute(work.tx);
  return { ...contract, supplier: rows[0] ?? null };
}
