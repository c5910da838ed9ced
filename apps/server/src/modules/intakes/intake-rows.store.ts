/** SQL of `intake_rows` and `intake_placements`. */
import type { CheckedRow, GridRow, RowDecision, RowOutcome } from "@throughline/domain";
import type { Placement } from "@throughline/matching";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";
import {
  countChecks,
  withNotices,
  type FindingCounts,
  type StoredNotice,
} from "./intakes.policy.ts";
import type { IntakeCounts } from "./intakes.store.ts";

/** Text that a database takes: no half of a pair, no NUL. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}

/** A value as JSON that a database takes. */
function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "string" ? storable(part) : part,
  );
}

/** Keeps rows as they were read. A row that is there already stays: it was read before. */
export async function insertGridRows(
  work: Work,
  intakeId: string,
  rows: readonly GridRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into intake_rows (intake_id, organisation_id, row_number, cells, changes)
    select ${intakeId}, ${work.actor.organisationId}, r.row_number, r.cells::jsonb, r.changes::jsonb
    from unnest(
      ${rows.map(({ row }) => row)}::int[], ${rows.map(({ cells }) => toJson(cells))}::text[],
      ${rows.map(({ changes }) => toJson(changes ?? []))}::text[]
    ) r(row_number, cells, changes)
    on conflict do nothing`.execute(work.tx);
}

/** Keeps rows that have no columns (a label's), already checked. */
export async function insertCheckedRows(
  work: Work,
  intakeId: string,
  rows: readonly CheckedRow[],
): Promise<void> {
  await insertGridRows(
    work,
    intakeId,
    rows.map((row) => ({ row: row.row, cells: [row.raw] })),
  );
  await writeReadings(
    work,
    intakeId,
    rows.map((reading) => ({ reading, notices: [], decision: null })),
  );
}

/** A row as it is stored. */
export interface StoredRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly changes: readonly string[];
  readonly reading: CheckedRow | null;
  readonly notices: readonly StoredNotice[];
  readonly decision: RowDecision | null;
}

const rowColumns = sql`row_number as row, cells, changes, reading, notices, decision`;

/** Rows behind a number, in their order. */
export async function findRowsAfter(
  work: Work,
  intakeId: string,
  after: number,
  limit: number,
): Promise<StoredRow[]> {
  const found = await sql<StoredRow>`
    select ${rowColumns} from intake_rows
    where intake_id = ${intakeId} and organisation_id = ${work.actor.organisationId} and row_number > ${after}
    order by row_number limit ${limit}`.execute(work.tx);
  return found.rows;
}

export async function findRowsByNumber(
  work: Work,
  intakeId: string,
  numbers: readonly number[],
): Promise<StoredRow[]> {
  const found = await sql<StoredRow>`
    select ${rowColumns} from intake_rows
    where intake_id = ${intakeId} and organisation_id = ${work.actor.organisationId} and row_number = any(${numbers}::int[])
    order by row_number`.execute(work.tx);
  return found.rows;
}

export async function lockRow(
  work: Work,
  intakeId: string,
  row: number,
): Promise<StoredRow | undefined> {
  const found = await sql<StoredRow>`
    select ${rowColumns} from intake_rows
    where intake_id = ${intakeId} and organisation_id = ${work.actor.organisationId} and row_number = ${row}
    for update`.execute(work.tx);
  return found.rows[0];
}

export async function countRowsAfter(work: Work, intakeId: string, after: number): Promise<number> {
  const found = await sql<{ rows: number }>`
    select count(*)::int as rows from intake_rows
    where intake_id = ${intakeId} and organisation_id = ${work.actor.organisationId} and row_number > ${after}`.execute(
    work.tx,
  );
  return found.rows[0]?.rows ?? 0;
}

/** What checking made of a row. */
export interface Reading {
  readonly reading: CheckedRow;
  readonly notices: readonly StoredNotice[];
  readonly decision: RowDecision | null;
}

/** Writes what checking made of rows; who decided stays. */
export async function writeReadings(
  work: Work,
  intakeId: string,
  readings: readonly Reading[],
): Promise<void> {
  if (readings.length === 0) return;
  await sql`
    update intake_rows r
    set outcome = v.outcome, reading = v.reading::jsonb, notices = v.notices::jsonb, checks = string_to_array(v.checks, ' ')
    from unnest(
      ${readings.map(({ reading }) => reading.row)}::int[], ${readings.map(({ reading }) => reading.outcome)}::text[],
      ${readings.map(({ reading }) => toJson(reading))}::text[], ${readings.map(({ notices }) => toJson(notices))}::text[],
      ${readings.map(({ reading, notices, decision }) => countChecks(withNotices(reading, notices, decision)).checks.join(" "))}::text[]
    ) v(row_number, outcome, reading, notices, checks)
    where r.intake_id = ${intakeId} and r.organisation_id = ${work.actor.organisationId} and r.row_number = v.row_number`.execute(
    work.tx,
  );
}

/** Writes decisions beside the rows; `null` takes one back. */
export async function writeDecisions(
  work: Work,
  intakeId: string,
  decisions: readonly { readonly row: number; readonly decision: RowDecision | null }[],
  decidedBy: string | null,
): Promise<void> {
  if (decisions.length === 0) return;
  await sql`
    update intake_rows r set decision = v.decision::jsonb, decided_by = case when v.decision is null then null else ${decidedBy}::uuid end
    from unnest(
      ${decisions.map(({ row }) => row)}::int[],
      ${decisions.map(({ decision }) => (decision === null ? null : toJson(decision)))}::text[]
    ) v(row_number, decision)
    where r.intake_id = ${intakeId} and r.organisation_id = ${work.actor.organisationId} and r.row_number = v.row_number`.execute(
    work.tx,
  );
}

/** Headings, and what stands above them, are no rows of the list. */
export async function clearReadingsUpTo(work: Work, intakeId: string, row: number): Promise<void> {
  await sql`
    update intake_rows set outcome = null, reading = null, checks = '{}', notices = '[]', decision = null, decided_by = null
    where intake_id = ${intakeId} and organisation_id = ${work.actor.organisationId} and row_number <= ${row} and outcome is not null`.execute(
    work.tx,
  );
}

export interface RowFilter {
  readonly outcome: RowOutcome | undefined;
  readonly check: string | undefined;
  readonly search: string | undefined;
  readonly after: number;
  readonly limit: number;
}

/** Checked rows in the order of the list; `limit` and one more. */
export async function findCheckedRows(
  work: Work,
  intakeId: string,
  filter: RowFilter,
): Promise<(StoredRow & { readonly reading: CheckedRow })[]> {
  const conditions = [
    sql`intake_id = ${intakeId} and organisation_id = ${work.actor.organisationId} and row_number > ${filter.after}`,
    filter.outcome === undefined ? sql`outcome is not null` : sql`outcome = ${filter.outcome}`,
  ];
  if (filter.check !== undefined) conditions.push(sql`${filter.check} = any(checks)`);
  if (filter.search !== undefined)
    conditions.push(
      sql`position(lower(${filter.search}) in lower(concat_ws(' ', reading->>'name', reading->>'address', reading->>'raw'))) > 0`,
    );
  const found = await sql<StoredRow & { readonly reading: CheckedRow }>`
    select ${rowColumns} from intake_rows where ${sql.join(conditions, sql` and `)}
    order by row_number limit ${filter.limit + 1}`.execute(work.tx);
  return found.rows;
}

/** Which rows a decision about a check may speak of. A row that was left out does not tell any more what else was found. */
function ofCheck(work: Work, intakeId: string, check: string, orLeftOut: boolean) {
  const leftOut = orLeftOut ? sql`or decision->'leaveOut' = 'true'::jsonb` : sql``;
  return sql`intake_id = ${intakeId} and organisation_id = ${work.actor.organisationId}
    and outcome is not null and (${check} = any(checks) ${leftOut})`;
}

export async function findRowsOfCheck(
  work: Work,
  intakeId: string,
  check: string,
  orLeftOut: boolean,
  after: number,
  limit: number,
): Promise<(StoredRow & { readonly reading: CheckedRow })[]> {
  const found = await sql<StoredRow & { readonly reading: CheckedRow }>`
    select ${rowColumns} from intake_rows
    where ${ofCheck(work, intakeId, check, orLeftOut)} and row_number > ${after}
    order by row_number limit ${limit}`.execute(work.tx);
  return found.rows;
}

export async function countRowsOfCheck(
  work: Work,
  intakeId: string,
  check: string,
  orLeftOut: boolean,
): Promise<number> {
  const found = await sql<{ rows: number }>`
    select count(*)::int as rows from intake_rows where ${ofCheck(work, intakeId, check, orLeftOut)}`.execute(
    work.tx,
  );
  return found.rows[0]?.rows ?? 0;
}

/** How many rows ended how. */
export async function countOutcomes(work: Work, intakeId: string): Promise<IntakeCounts> {
  const found = await sql<IntakeCounts>`
    select count(*)::int as read, count(*) filter (where outcome = 'accepted')::int as accepted,
      count(*) filter (where outcome = 'corrected')::int as corrected, count(*) filter (where outcome = 'rejected')::int as rejected
    from intake_rows where intake_id = ${intakeId} and organisation_id = ${work.actor.organisationId} and outcome is not null`.execute(
    work.tx,
  );
  return found.rows[0] ?? { read: 0, accepted: 0, corrected: 0, rejected: 0 };
}

/** How many rows each check speaks about, and in how many a correction of it holds. */
export async function countFindings(work: Work, intakeId: string): Promise<FindingCounts> {
  const me = work.actor.organisationId;
  const found = await sql<{ check: string; rows: number; corrected: number }>`
    with mine as (select row_number, checks, reading from intake_rows where intake_id = ${intakeId} and organisation_id = ${me} and outcome is not null),
    told as (select c as check, count(*)::int as rows from mine, unnest(checks) c group by c),
    held as (
      select f->>'check' as check, count(distinct row_number)::int as corrected
      from mine, jsonb_array_elements(reading->'findings') f where f->'correction' <> 'null'::jsonb group by 1
    )
    select told.check, told.rows, coalesce(held.corrected, 0) as corrected from told left join held on held.check = told.check`.execute(
    work.tx,
  );
  return Object.fromEntries(
    found.rows.map(({ check, rows, corrected }) => [check, { rows, corrected }]),
  );
}

/** Removes so many rows; answers how many there were. `keepRejected`: those stay, to be sent back. */
export async function removeRows(
  work: Work,
  intakeId: string,
  limit: number,
  keepRejected = false,
): Promise<number> {
  const kept = keepRejected ? sql`and outcome is distinct from 'rejected'` : sql``;
  const done = await sql`
    delete from intake_rows where intake_id = ${intakeId} and organisation_id = ${work.actor.organisationId} and row_number = any(array(
      select row_number from intake_rows where intake_id = ${intakeId} and organisation_id = ${work.actor.organisationId} ${kept} limit ${limit}
    ))`.execute(work.tx);
  return Number(done.numAffectedRows ?? 0n);
}

/** Where a row was placed. */
export interface PlacedRowOfList {
  readonly row: number;
  readonly placement: Placement;
}

export async function insertPlacements(
  work: Work,
  intakeId: string,
  placed: readonly PlacedRowOfList[],
): Promise<void> {
  if (placed.length === 0) return;
  await sql`
    insert into intake_placements (intake_id, organisation_id, row_number, site_id, band, probability, explanation)
    select ${intakeId}, ${work.actor.organisationId}, p.row_number, p.site_id, p.band, p.probability, p.explanation::jsonb
    from unnest(
      ${placed.map(({ row }) => row)}::int[], ${placed.map(({ placement }) => placement.siteId)}::uuid[],
      ${placed.map(({ placement }) => placement.band)}::text[], ${placed.map(({ placement }) => placement.probability)}::float8[],
      ${placed.map(({ placement }) => (placement.explanation === null ? null : toJson(placement.explanation)))}::text[]
    ) p(row_number, site_id, band, probability, explanation)`.execute(work.tx);
}

/** Sites of placed rows behind a number, with the number of the last of them. */
export async function findPlacedAfter(
  work: Work,
  intakeId: string,
  after: number,
  limit: number,
): Promise<{ row: number; siteId: string }[]> {
  const found = await sql<{ row: number; siteId: string }>`
    select row_number as row, site_id as "siteId" from intake_placements
    where intake_id = ${intakeId} and organisation_id = ${work.actor.organisationId} and row_number > ${after}
    order by row_number limit ${limit}`.execute(work.tx);
  return found.rows;
}

export async function removePlacements(work: Work, intakeId: string): Promise<void> {
  await work.tx
    .deleteFrom("intake_placements")
    .where("intake_id", "=", intakeId)
    .where("organisation_id", "=", work.actor.organisationId)
    .execute();
}
