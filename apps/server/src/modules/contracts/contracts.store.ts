/** SQL on contracts, their lots, parties, conditions and who may use a framework. */
import type { ContractInput, Party } from "@throughline/contract";
import type { Tx } from "@throughline/db";

export type PartyRole = "buyer" | "authority" | "supplier" | "brand";

/** The columns of a contract as they are written. */
export function contractColumns(input: Omit<ContractInput, "products" | "conditions" | "lots">) {
  return {
    kind: input.kind,
    framework_id: input.frameworkId,
    lot_number: input.lotNumber,
    reference: input.reference,
    title: input.title,
    ocid: input.ocid,
    cpv: input.cpv,
    value_minor: input.value?.minorUnits ?? null,
    currency: input.value?.currency ?? null,
    awarded_on: input.awardedOn,
    signed_on: input.signedOn,
    starts_on: input.startsOn,
    ends_on: input.endsOn,
    extension_decision_on: input.extensionDecisionOn,
    follow_up_person_id: input.followUp?.personId ?? null,
    follow_up_name: input.followUp?.name ?? null,
    follow_up_hours_per_month: input.followUp?.hoursPerMonth ?? null,
    known_countries: input.knownCountries,
    components: input.components,
  };
}

export type ContractColumns = ReturnType<typeof contractColumns>;

/** Inserts the contract itself and answers its id. */
export async function insertContract(
  tx: Tx,
  organisationId: string,
  columns: ContractColumns,
): Promise<string> {
  const { id } = await tx
    .insertInto("contracts")
    .values({ organisation_id: organisationId, ...columns })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The organisation's own contract of a reference. */
export async function findOwnByReference(
  tx: Tx,
  organisationId: string,
  reference: string,
): Promise<{ readonly title: string } | undefined> {
  return tx
    .selectFrom("contracts")
    .where("organisation_id", "=", organisationId)
    .where("reference", "=", reference)
    .select("title")
    .executeTakeFirst();
}

/** One contract that may be seen: one's own, or a framework one may use. */
export async function findContract(tx: Tx, id: string) {
  return tx.selectFrom("contracts").where("id", "=", id).selectAll().executeTakeFirst();
}

export type ContractRow = NonNullable<Awaited<ReturnType<typeof findContract>>>;

/** Writes the columns given if the version is still the one the caller saw; answers the new version. */
export async function updateContract(
  tx: Tx,
  organisationId: string,
  id: string,
  version: number,
  columns: Partial<ContractColumns>,
  now: Date,
): Promise<number | undefined> {
  const row = await tx
    .updateTable("contracts")
    .set((set) => ({ ...columns, version: set("version", "+", 1), updated_at: now }))
    .where("id", "=", id)
    .where("organisation_id", "=", organisationId)
    .where("version", "=", version)
    .returning("version")
    .executeTakeFirst();
  return row?.version;
}

/** Deletes a contract with all that hangs on it; answers whether it was there in that version. */
export async function deleteContract(
  tx: Tx,
  organisationId: string,
  id: string,
  version: number,
): Promise<boolean> {
  const row = await tx
    .deleteFrom("contracts")
    .where("id", "=", id)
    .where("organisation_id", "=", organisationId)
    .where("version", "=", version)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Adds the lots of a framework. */
export async function insertLots(
  tx: Tx,
  organisationId: string,
  contractId: string,
  lots: ContractInput["lots"],
): Promise<void> {
  if (lots.length === 0) return;
  await tx
    .insertInto("contract_lots")
    .values(
      lots.map((lot) => ({ contract_id: contractId, organisation_id: organisationId, ...lot })),
    )
    .execute();
}

export async function listLots(tx: Tx, contractId: string) {
  return tx
    .selectFrom("contract_lots")
    .where("contract_id", "=", contractId)
    .select(["number", "title", "cpv"])
    .orderBy("number")
    .execute();
}

/** Replaces the parties of one role. `supplierIds` by name, for suppliers and brands. */
export async function setParties(
  tx: Tx,
  organisationId: string,
  contractId: string,
  role: PartyRole,
  parties: readonly Party[],
  supplierIds: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  await tx
    .deleteFrom("contract_parties")
    .where("contract_id", "=", contractId)
    .where("organisation_id", "=", organisationId)
    .where("role", "=", role)
    .execute();
  if (parties.length === 0) return;
  await tx
    .insertInto("contract_parties")
    .values(
      parties.map((party, position) => ({
        contract_id: contractId,
        organisation_id: organisationId,
        role,
        name: party.name,
        country: party.country,
        invented: party.invented,
        identifiers: JSON.stringify(party.identifiers),
        supplier_id: supplierIds.get(party.name) ?? null,
        position,
      })),
    )
    .execute();
}

export async function listParties(tx: Tx, contractId: string) {
  return tx
    .selectFrom("contract_parties")
    .where("contract_id", "=", contractId)
    .select(["role", "name", "country", "invented", "identifiers"])
    .orderBy("role")
    .orderBy("position")
    .execute();
}

/** The procurement a contract came of, where it may be seen. */
export async function findProcurementOf(tx: Tx, procurementId: string | null) {
  if (procurementId === null) return null;
  const row = await tx
    .selectFrom("procurements")
    .where("id", "=", procurementId)
    .select(["id", "title", "reference"])
    .executeTakeFirst();
  return row ?? null;
}

/** A member of the organisation by id, if there is one. */
export async function isMember(tx: Tx, organisationId: string, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("members")
    .where("organisation_id", "=", organisationId)
    .where("person_id", "=", personId)
    .select("person_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes which procurement a contract came of, and for which of its lots. */
export async function setProcurement(
  tx: Tx,
  organisationId: string,
  id: string,
  procurementId: string,
  lots: readonly string[],
): Promise<void> {
  await tx
    .updateTable("contracts")
    .set({ procurement_id: procurementId, procurement_lots: [...lots] })
    .where("id", "=", id)
    .where("organisation_id", "=", organisationId)
    .execute();
}

/** The name of an organisation. */
export async function readOrganisationName(tx: Tx, organisationId: string): Promise<string> {
  const row = await tx
    .selectFrom("organisations")
    .where("id", "=", organisationId)
    .select("name")
    .executeTakeFirstOrThrow();
  return row.name;
}

/** Those of the sites that stand in the public registry, as it has them. Reads only: sites are the sites module's. */
export async function readPublishedSites(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .selectFrom("sites")
    .where("id", "in", ids)
    .where("published_at", "is not", null)
    .select(["id", "public_id", "name", "address", "country", "os_id"])
    .execute();
}
