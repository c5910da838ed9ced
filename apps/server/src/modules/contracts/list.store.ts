/** The page of a contract list, by keyset. */
import type { Tx } from "@throughline/db";
import { sql, type SqlBool } from "kysely";

export type ContractSort = "title" | "-title" | "ends" | "-ends";

export interface ContractFilter {
  readonly search?: string | undefined;
  readonly kind?: "framework" | "call_off" | "stand_alone" | undefined;
  readonly frameworkId?: string | undefined;
}

/** Sort value (title in small letters, or end date) and id of the last row seen. */
export type ContractKey = readonly [string | null, string];

/**
 * One's own contracts and the frameworks one may use. Named by id as well as by row security, so that the planner
 * has two indexes to go by; the text search then looks at those rows only.
 */
function matching(
  tx: Tx,
  organisationId: string,
  usable: readonly string[],
  filter: ContractFilter,
) {
  let query = tx
    .selectFrom("contracts")
    .where((where) =>
      where.or([
        where("contracts.organisation_id", "=", organisationId),
        ...(usable.length === 0 ? [] : [where("contracts.id", "in", usable)]),
      ]),
    );
  if (filter.kind !== undefined) query = query.where("contracts.kind", "=", filter.kind);
  if (filter.frameworkId !== undefined)
    query = query.where("contracts.framework_id", "=", filter.frameworkId);
  const text = filter.search?.trim().toLowerCase() ?? "";
  if (text !== "") {
    query = query.where(
      sql<SqlBool>`(
        strpos(lower(contracts.title), lower(${text})) > 0
        or strpos(lower(contracts.reference), lower(${text})) > 0
        or exists (
          select from contract_parties party
          where party.contract_id = contracts.id and party.role in ('buyer', 'authority', 'supplier')
            and strpos(lower(party.name), lower(${text})) > 0
        )
      )`,
    );
  }
  return query;
}

/** How many contracts the filter finds. */
export async function countContracts(
  tx: Tx,
  organisationId: string,
  usable: readonly string[],
  filter: ContractFilter,
): Promise<number> {
  const row = await matching(tx, organisationId, usable, filter)
    .select((select) => select.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return Number(row.total);
}

/** Up to `limit` contracts behind `after`. Contracts without an end date stand last in both directions. */
export async function readContractPage(
  tx: Tx,
  organisationId: string,
  usable: readonly string[],
  filter: ContractFilter,
  page: {
    readonly sort: ContractSort;
    readonly after: ContractKey | null;
    readonly limit: number;
  },
) {
  const descending = page.sort.startsWith("-");
  const byTitle = page.sort.endsWith("title");
  const direction = descending ? "desc" : "asc";
  let query = matching(tx, organisationId, usable, filter).leftJoin("members", (join) =>
    join
      .onRef("members.person_id", "=", "contracts.follow_up_person_id")
      .onRef("members.organisation_id", "=", "contracts.organisation_id"),
  );
  const [value, id] = page.after ?? [null, null];
  if (id !== null) {
    const than = sql.raw(descending ? "<" : ">");
    if (byTitle) {
      query = query.where(
        sql<SqlBool>`(lower(contracts.title), contracts.id) ${than} (${value}, ${id}::uuid)`,
      );
    } else if (value === null) {
      query = query.where(
        sql<SqlBool>`(contracts.ends_on is null and contracts.id ${than} ${id}::uuid)`,
      );
    } else {
      query = query.where(
        sql<SqlBool>`((contracts.ends_on, contracts.id) ${than} (${value}::date, ${id}::uuid) or contracts.ends_on is null)`,
      );
    }
  }
  const sorted = byTitle
    ? query.orderBy(sql`lower(contracts.title)`, direction)
    : query.orderBy("contracts.ends_on", (order) =>
        descending ? order.desc().nullsLast() : order.asc().nullsLast(),
      );
  return sorted
    .orderBy("contracts.id", direction)
    .limit(page.limit)
    .select([
      "contracts.id",
      "contracts.organisation_id",
      "contracts.kind",
      "contracts.reference",
      "contracts.title",
      "contracts.value_minor",
      "contracts.currency",
      "contracts.starts_on",
      "contracts.ends_on",
      "contracts.framework_id",
      "contracts.follow_up_name",
      "members.name as follow_up_member",
      sql<string>`lower(contracts.title)`.as("sort_title"),
      sql<boolean>`exists (select from contract_parties party where party.contract_id = contracts.id and party.invented)`.as(
        "invented",
      ),
    ])
    .execute();
}
