/** The page of a list of procurements, by keyset. */
import { sql, type SqlBool } from "kysely";
import type { ProcurementStage } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";

export interface ProcurementFilter {
  readonly search?: string | undefined;
  readonly stage?: ProcurementStage | undefined;
  readonly requirement?: string | undefined;
}
export type ProcurementSort = "deadline" | "-deadline" | "title" | "-title" | "changed";

function matching(work: Work, filter: ProcurementFilter) {
  let query = work.tx
    .selectFrom("procurements")
    .where("procurements.organisation_id", "=", work.actor.organisationId);
  if (filter.stage !== undefined) query = query.where("procurements.stage", "=", filter.stage);
  const { requirement } = filter;
  if (requirement !== undefined)
    query = query.where((where) =>
      where.exists(
        where
          .selectFrom("procurement_requirements as instance")
          .whereRef("instance.procurement_id", "=", "procurements.id")
          .where("instance.requirement", "=", requirement)
          .select("instance.id"),
      ),
    );
  const text = filter.search?.trim().toLowerCase() ?? "";
  if (text !== "")
    query = query.where(
      sql<SqlBool>`(strpos(lower(procurements.title), ${text}) > 0 or strpos(lower(procurements.reference), ${text}) > 0 or strpos(lower(coalesce(procurements.ocid, '')), ${text}) > 0)`,
    );
  return query;
}

/** How many the filter finds. */
export async function countProcurements(work: Work, filter: ProcurementFilter): Promise<number> {
  const row = await matching(work, filter)
    .select((select) => select.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return Number(row.total);
}

// What sorts is text in every sort, so that one cursor fits all: instants to the microsecond, in UTC.
const columns = {
  title: sql<string>`lower(procurements.title)`,
  deadline: sql<string>`coalesce(procurements.deadline_on, 'infinity'::date)::text collate "C"`,
  "-deadline": sql<string>`coalesce(procurements.deadline_on, '-infinity'::date)::text collate "C"`,
  changed: sql<string>`to_char(procurements.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') collate "C"`,
} as const;

/** Up to `limit` ids behind `after`, each with its sort value. Those without a deadline stand last in both directions. */
export async function readProcurementPage(
  work: Work,
  filter: ProcurementFilter,
  page: {
    readonly sort: ProcurementSort;
    readonly after: readonly [string, string] | null;
    readonly limit: number;
  },
): Promise<{ readonly id: string; readonly key: string }[]> {
  const descending = page.sort.startsWith("-") || page.sort === "changed";
  const direction = descending ? "desc" : "asc";
  const column = page.sort === "-title" ? columns.title : columns[page.sort];
  let query = matching(work, filter);
  if (page.after !== null) {
    const than = sql.raw(descending ? "<" : ">");
    query = query.where(
      sql<SqlBool>`(${column}, procurements.id) ${than} (${page.after[0]}, ${page.after[1]}::uuid)`,
    );
  }
  return query
    .orderBy(column, direction)
    .orderBy("procurements.id", direction)
    .limit(page.limit)
    .select(["procurements.id", column.as("key")])
    .execute();
}
