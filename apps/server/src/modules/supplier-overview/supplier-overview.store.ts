/** What the overview of suppliers reads of contracts. Reads only. */
import type { Tx } from "@throughline/db";
import type { IsoDate } from "@throughline/domain";
import { sql } from "kysely";

/** A contract of one's own in which a supplier stands, or that was called off from one's own framework with it. */
export interface SupplierContract {
  readonly supplier_id: string;
  readonly role: "supplier" | "brand";
  readonly contract_id: string;
  readonly runs: boolean;
  readonly framework_id: string | null;
  readonly invented: boolean;
}

/** Contracts of the suppliers. One that has ended does not run any more; without an end it does. */
export async function readSupplierContracts(
  tx: Tx,
  organisationId: string,
  supplierIds: readonly string[],
  today: IsoDate,
): Promise<SupplierContract[]> {
  if (supplierIds.length === 0) return [];
  const { rows } = await sql<SupplierContract>`
    with named as (
      select p.supplier_id, p.role, p.contract_id
      from contract_parties p
      where p.organisation_id = ${organisationId} and p.supplier_id = any(${supplierIds}::uuid[]) and p.role in ('supplier', 'brand')
    ), called_off as (
      select n.supplier_id, n.role, c.id as contract_id
      from named n join contracts c on c.framework_id = n.contract_id and c.organisation_id = ${organisationId}
      where n.role = 'supplier' and not exists (
        select from contract_parties own where own.contract_id = c.id and own.role = 'supplier'
      )
    )
    select a.supplier_id, a.role, c.id as contract_id, (c.ends_on is null or c.ends_on >= ${today}) as runs, c.framework_id,
      exists (select from contract_parties party where party.contract_id = c.id and party.invented) as invented
    from (select * from named union select * from called_off) a join contracts c on c.id = a.contract_id
    where c.organisation_id = ${organisationId}
    order by c.ends_on nulls last, c.id`.execute(tx);
  return rows;
}

/** Day of the last answer of each supplier: recorded to a request made to it. */
export async function readLastAnswers(
  tx: Tx,
  organisationId: string,
  supplierIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (supplierIds.length === 0) return new Map();
  const { rows } = await sql<{ supplier_id: string; last_on: string }>`
    select r.supplier_id, max(a.answered_on) as last_on
    from disclosure_requests r join disclosure_answers a on a.request_id = r.id
    where r.organisation_id = ${organisationId} and r.supplier_id = any(${supplierIds}::uuid[])
    group by r.supplier_id`.execute(tx);
  return new Map(rows.map((row) => [row.supplier_id, row.last_on]));
}

/** Series of our own with the supplier. */
export async function readSupplierSeries(
  tx: Tx,
  organisationId: string,
  supplierId: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("dialogue_series")
    .where("organisation_id", "=", organisationId)
    .where("supplier_id", "=", supplierId)
    .select("id")
    .execute();
  return rows.map((row) => row.id);
}
