/** SQL on series of dialogue (`dialogue_series`, `series_contracts`). Reads names of contracts, suppliers and programmes of our own. */
import { AppError, type CounterpartRole, type SeriesBasis } from "@throughline/domain";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

const columns = [
  "id",
  "organisation_id",
  "programme_id",
  "title",
  "counterpart_name",
  "counterpart_role",
  "supplier_id",
  "basis",
  "basis_told",
  "issues",
  "cpv",
  "cadence_months",
  "lead_days",
  "language",
  "time_zone",
  "protection",
  "opened_on",
  "state",
  "state_reason",
  "closed_on",
  "invented",
  "version",
  "updated_at",
] as const;

/** Series by id, as far as we sit at their tables. */
export async function readSeriesRows({ tx }: Work, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx.selectFrom("dialogue_series").where("id", "in", ids).select(columns).execute();
}

export type SeriesRow = Awaited<ReturnType<typeof readSeriesRows>>[number];

/** One at whose table we sit, or `not_found`. */
export async function requireSeries(work: Work, id: string): Promise<SeriesRow> {
  const [row] = await readSeriesRows(work, [id]);
  if (row === undefined) throw new AppError("not_found", "There is no such series here.");
  return row;
}

export interface SeriesContent {
  readonly title: string;
  readonly counterpartRole: CounterpartRole;
  readonly programmeId: string | null;
  readonly basis: SeriesBasis;
  readonly basisTold: string;
  readonly issues: readonly string[];
  readonly cpv: readonly string[];
  readonly cadenceMonths: number | null;
  readonly leadDays: number;
  readonly language: string;
  readonly timeZone: string;
  readonly protection: string;
}

function columnsOf(content: SeriesContent) {
  return {
    title: content.title,
    counterpart_role: content.counterpartRole,
    programme_id: content.programmeId,
    basis: content.basis,
    basis_told: content.basisTold,
    issues: [...content.issues],
    cpv: [...content.cpv],
    cadence_months: content.cadenceMonths,
    lead_days: content.leadDays,
    language: content.language,
    time_zone: content.timeZone,
    protection: content.protection,
  };
}

export async function insertSeries(
  { tx, actor, now, today }: Work,
  series: SeriesContent & {
    readonly supplierId: string | null;
    readonly counterpartName: string;
    readonly invented: boolean;
  },
): Promise<string> {
  const { id } = await tx
    .insertInto("dialogue_series")
    .values({
      ...columnsOf(series),
      organisation_id: actor.organisationId,
      supplier_id: series.supplierId,
      counterpart_name: series.counterpartName,
      opened_on: today,
      invented: series.invented,
      created_at: now,
      updated_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Changes one of our own in the version that was seen; answers the new one. */
export async function updateSeries(
  { tx, actor, now }: Work,
  id: string,
  version: number,
  change:
    | SeriesContent
    | {
        readonly state: "open" | "paused" | "closed";
        readonly reason: string | null;
        readonly closedOn: string | null;
      },
): Promise<number> {
  const values =
    "state" in change
      ? { state: change.state, state_reason: change.reason, closed_on: change.closedOn }
      : columnsOf(change);
  const row = await tx
    .updateTable("dialogue_series")
    .set({ ...values, updated_at: now, version: version + 1 })
    .where("organisation_id", "=", actor.organisationId)
    .where("id", "=", id)
    .where("version", "=", version)
    .returning("version")
    .executeTakeFirst();
  if (row === undefined) throw new AppError("conflict");
  return row.version;
}

/** Our own contracts that series of ours are about. */
export async function readSeriesContracts(
  { tx, actor }: Work,
  seriesIds: readonly string[],
): Promise<{ seriesId: string; id: string; reference: string; title: string }[]> {
  if (seriesIds.length === 0) return [];
  const rows = await tx
    .selectFrom("series_contracts as link")
    .innerJoin("contracts as contract", "contract.id", "link.contract_id")
    .where("link.organisation_id", "=", actor.organisationId)
    .where("link.series_id", "in", seriesIds)
    .select(["link.series_id", "contract.id", "contract.reference", "contract.title"])
    .orderBy("contract.reference")
    .orderBy("contract.id")
    .execute();
  return rows.map((row) => ({
    seriesId: row.series_id,
    id: row.id,
    reference: row.reference,
    title: row.title,
  }));
}

/** Replaces which contracts a series of ours is about; one that is not ours is refused by the database. */
export async function replaceSeriesContracts(
  { tx, actor }: Work,
  seriesId: string,
  contractIds: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom("series_contracts")
    .where("organisation_id", "=", actor.organisationId)
    .where("series_id", "=", seriesId)
    .execute();
  const ids = [...new Set(contractIds)];
  if (ids.length === 0) return;
  await tx
    .insertInto("series_contracts")
    .values(
      ids.map((contractId) => ({
        organisation_id: actor.organisationId,
        series_id: seriesId,
        contract_id: contractId,
      })),
    )
    .execute();
}

/** How many of the contracts are our own. */
export async function countOwnContracts(
  { tx, actor }: Work,
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const row = await tx
    .selectFrom("contracts")
    .where("organisation_id", "=", actor.organisationId)
    .where("id", "in", [...new Set(ids)])
    .select((select) => select.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Series of ours about a contract, or through its framework. */
export async function readSeriesIdsOfContract(
  { tx, actor }: Work,
  contractId: string,
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("series_contracts")
    .where("organisation_id", "=", actor.organisationId)
    .where((where) =>
      where.or([
        where("contract_id", "=", contractId),
        where(
          "contract_id",
          "in",
          where
            .selectFrom("contracts")
            .where("id", "=", contractId)
            .where("framework_id", "is not", null)
            .select(sql<string>`framework_id`.as("framework_id")),
        ),
      ]),
    )
    .select("series_id")
    .execute();
  return new Set(rows.map((row) => row.series_id));
}

/** A workspace that was laid at an invented table is invented too. */
export async function markInvented({ tx, actor }: Work, seriesId: string): Promise<void> {
  await tx
    .updateTable("organisations")
    .set({ invented: true })
    .where("id", "=", actor.organisationId)
    .where((where) =>
      where.exists(
        where
          .selectFrom("dialogue_series")
          .where("id", "=", seriesId)
          .where("invented", "=", true)
          .select("id"),
      ),
    )
    .execute();
}
