/** SQL that reads audit entries with their place in the chain. Nothing here writes: entries are appended by the platform. */
import type { Tx } from "@throughline/db";
import { sql } from "kysely";

export interface AuditFilter {
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly action?: string | undefined;
  /** First and last calendar day, UTC. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Sort key of an entry: the instant to the microsecond, and its id. */
export interface AuditPlace {
  readonly at: string;
  readonly id: string;
}

export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly place: string;
  readonly actor_kind: string;
  readonly actor_person_id: string | null;
  readonly request_id: string;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly sequence: number | null;
}

/** A page of entries, newest first. */
export async function listAuditRows(
  tx: Tx,
  organisationId: string,
  filter: AuditFilter,
  after: AuditPlace | null,
  limit: number,
): Promise<AuditRow[]> {
  let query = tx
    .selectFrom("audit_entries as e")
    .leftJoin("audit_seals as s", (join) =>
      join.onRef("s.organisation_id", "=", "e.organisation_id").onRef("s.entry_id", "=", "e.id"),
    )
    .select([
      "e.id",
      "e.at",
      "e.actor_kind",
      "e.actor_person_id",
      "e.request_id",
      "e.action",
      "e.subject_kind",
      "e.subject_id",
      "e.before",
      "e.after",
      "s.sequence",
      // A Date holds milliseconds; the cursor needs what the database sorts by.
      sql<string>`to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as("place"),
    ])
    .where("e.organisation_id", "=", organisationId)
    .orderBy("e.at", "desc")
    .orderBy("e.id", "desc")
    .limit(limit);
  if (filter.subjectKind !== undefined)
    query = query.where("e.subject_kind", "=", filter.subjectKind);
  if (filter.subjectId !== undefined) query = query.where("e.subject_id", "=", filter.subjectId);
  if (filter.action !== undefined) query = query.where("e.action", "=", filter.action);
  if (filter.from !== undefined) {
    query = query.where(sql<boolean>`e.at >= ${filter.from}::date::timestamp at time zone 'UTC'`);
  }
  if (filter.to !== undefined) {
    query = query.where(
      sql<boolean>`e.at < (${filter.to}::date + 1)::timestamp at time zone 'UTC'`,
    );
  }
  if (after !== null) {
    query = query.where(sql<boolean>`(e.at, e.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  }
  return query.execute();
}
