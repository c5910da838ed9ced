/** All SQL on suppliers: whoever stands as supplier or brand in a contract, or was asked. */
import type { Tx } from "@throughline/db";
import { sql, type SqlBool } from "kysely";

export interface NamedSupplier {
  readonly name: string;
  readonly country?: string | null;
  readonly invented?: boolean;
  readonly identifiers?: readonly { readonly scheme: string; readonly value: string }[];
}

/** Adds those whose name is not known yet; fills in a country and identifiers nobody had given. Answers ids in order. */
export async function upsertSuppliers(
  tx: Tx,
  organisationId: string,
  named: readonly NamedSupplier[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const one of named) {
    const { rows } = await sql<{ id: string }>`
      insert into suppliers as kept (organisation_id, name, name_key, country, invented, identifiers)
      values (${organisationId}, btrim(${one.name}), private.supplier_key(${one.name}), ${one.country ?? null},
        ${one.invented ?? false}, ${JSON.stringify(one.identifiers ?? [])}::jsonb)
      on conflict (organisation_id, name_key) do update set
        country = coalesce(kept.country, excluded.country),
        invented = kept.invented or excluded.invented,
        identifiers = case when kept.identifiers = '[]' then excluded.identifiers else kept.identifiers end
      returning id`.execute(tx);
    const id = rows[0]?.id;
    if (id === undefined) throw new Error("A supplier could be neither added nor found.");
    ids.push(id);
  }
  return ids;
}

const columns = [
  "id",
  "name",
  "name_key",
  "country",
  "identifiers",
  "invented",
  "email",
  "language",
  "version",
] as const;

export async function findSupplier(tx: Tx, organisationId: string, id: string) {
  return tx
    .selectFrom("suppliers")
    .where("organisation_id", "=", organisationId)
    .where("id", "=", id)
    .select(columns)
    .executeTakeFirst();
}

export type SupplierRow = NonNullable<Awaited<ReturnType<typeof findSupplier>>>;

export interface SupplierFilter {
  readonly search?: string | undefined;
  readonly role?: "supplier" | "brand" | undefined;
}

function matching(tx: Tx, organisationId: string, filter: SupplierFilter) {
  let query = tx.selectFrom("suppliers as s").where("s.organisation_id", "=", organisationId);
  const text = filter.search?.trim() ?? "";
  if (text !== "")
    query = query.where(sql<SqlBool>`strpos(s.name_key, private.supplier_key(${text})) > 0`);
  const { role } = filter;
  if (role !== undefined)
    query = query.where((where) =>
      where.exists(
        where
          .selectFrom("contract_parties as p")
          .whereRef("p.supplier_id", "=", "s.id")
          .where("p.role", "=", role)
          .select("p.id"),
      ),
    );
  return query;
}

export async function countSuppliers(
  tx: Tx,
  organisationId: string,
  filter: SupplierFilter,
): Promise<number> {
  const row = await matching(tx, organisationId, filter)
    .select((select) => select.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return Number(row.total);
}

/** Up to `limit` suppliers behind `after`, by name. */
export async function readSupplierPage(
  tx: Tx,
  organisationId: string,
  filter: SupplierFilter,
  page: {
    readonly descending: boolean;
    readonly after: readonly [nameKey: string, id: string] | null;
    readonly limit: number;
  },
): Promise<SupplierRow[]> {
  const direction = page.descending ? "desc" : "asc";
  let query = matching(tx, organisationId, filter);
  if (page.after !== null) {
    const [key, id] = page.after;
    const than = sql.raw(page.descending ? "<" : ">");
    query = query.where(sql<SqlBool>`(s.name_key, s.id) ${than} (${key} collate "C", ${id}::uuid)`);
  }
  return query
    .select([
      "s.id",
      "s.name",
      "s.name_key",
      "s.country",
      "s.identifiers",
      "s.invented",
      "s.email",
      "s.language",
      "s.version",
    ])
    .orderBy("s.name_key", direction)
    .orderBy("s.id", direction)
    .limit(page.limit)
    .execute();
}

export interface SupplierChange {
  readonly email?: string | null | undefined;
  readonly language?: string | undefined;
  readonly country?: string | null | undefined;
}

/** Writes the change if the version is still the one the caller saw; answers the new version. */
export async function updateSupplier(
  tx: Tx,
  organisationId: string,
  id: string,
  version: number,
  change: SupplierChange,
): Promise<number | undefined> {
  const row = await tx
    .updateTable("suppliers")
    .set((set) => ({
      ...(change.email === undefined ? {} : { email: change.email }),
      ...(change.language === undefined ? {} : { language: change.language }),
      ...(change.country === undefined ? {} : { country: change.country }),
      version: set("version", "+", 1),
    }))
    .where("organisation_id", "=", organisationId)
    .where("id", "=", id)
    .where("version", "=", version)
    .returning("version")
    .executeTakeFirst();
  return row?.version;
}
