/** SQL of `policies` and `policy_rows`. */
import { PolicyWhen, type PolicyRowInput } from "@throughline/contract";
import { FollowUp, ParameterValues, type IsoDate, type RequirementRole } from "@throughline/domain";
import { sql, type SqlBool } from "kysely";
import type { Work } from "../../platform/api.ts";

/** The policy as such; before anybody described it, what it is by default. */
export interface PolicyHead {
  readonly title: string;
  readonly currency: string;
  readonly noticeMonths: number;
  readonly version: number;
}

const unnamed: PolicyHead = {
  title: "Responsible procurement policy",
  currency: "EUR",
  noticeMonths: 0,
  version: 0,
};

export async function readHead(work: Work): Promise<PolicyHead> {
  const row = await work.tx
    .selectFrom("policies")
    .where("organisation_id", "=", work.actor.organisationId)
    .select(["title", "currency", "notice_months", "version"])
    .executeTakeFirst();
  return row === undefined ? unnamed : { ...row, noticeMonths: row.notice_months };
}

/** Makes the policy's own row where there is none yet; rows of the table hang on it. */
export async function ensureHead(work: Work): Promise<void> {
  await work.tx
    .insertInto("policies")
    .values({
      organisation_id: work.actor.organisationId,
      title: unnamed.title,
      currency: unnamed.currency,
      notice_months: unnamed.noticeMonths,
    })
    .onConflict((conflict) => conflict.column("organisation_id").doNothing())
    .execute();
}

/** Writes the head if it is still of that version; answers the new version. */
export async function updateHead(work: Work, head: PolicyHead): Promise<number | undefined> {
  const row = await work.tx
    .updateTable("policies")
    .set((set) => ({
      title: head.title,
      currency: head.currency,
      notice_months: head.noticeMonths,
      version: set("version", "+", 1),
    }))
    .where("organisation_id", "=", work.actor.organisationId)
    .where("version", "=", head.version)
    .returning("version")
    .executeTakeFirst();
  return row?.version;
}

/** A row of the table with what the engine does not need. */
export interface StoredRow extends PolicyRowInput {
  readonly id: string;
  readonly version: number;
  readonly follows: string | null;
  readonly followsUntil: IsoDate | null;
  readonly followedBy: string | null;
  /** Day it was typed in. */
  readonly madeOn: IsoDate;
}

function allRows(work: Work) {
  return work.tx
    .selectFrom("policy_rows")
    .leftJoin("policy_rows as next", (join) =>
      join
        .onRef("next.follows", "=", "policy_rows.id")
        .onRef("next.organisation_id", "=", "policy_rows.organisation_id"),
    )
    .where("policy_rows.organisation_id", "=", work.actor.organisationId)
    .select([
      "policy_rows.id",
      "policy_rows.title",
      "policy_rows.situation",
      "policy_rows.role",
      "policy_rows.requirement",
      "policy_rows.requirement_version",
      "policy_rows.asked_values",
      "policy_rows.follow_up",
      "policy_rows.effective_from",
      "policy_rows.effective_to",
      "policy_rows.announced_on",
      "policy_rows.notice_months",
      "policy_rows.reason",
      "policy_rows.proportionality",
      "policy_rows.follows",
      "policy_rows.follows_until",
      "policy_rows.version",
      "policy_rows.created_at",
      "next.id as followed_by",
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof allRows>["execute"]>>[number];

function storedRow(row: Row): StoredRow {
  return {
    id: row.id,
    title: row.title,
    when: PolicyWhen.parse(row.situation),
    ask: {
      requirement: row.requirement,
      version: row.requirement_version,
      // The column's check constraint holds the vocabulary.
      role: row.role as RequirementRole,
      values: ParameterValues.parse(row.asked_values),
      followUp: row.follow_up === null ? null : FollowUp.parse(row.follow_up),
    },
    effectiveFrom: row.effective_from,
    effectiveTo: row.effective_to,
    announcedOn: row.announced_on,
    noticeMonths: row.notice_months,
    reason: row.reason,
    proportionality: row.proportionality,
    version: row.version,
    follows: row.follows,
    followsUntil: row.follows_until,
    followedBy: row.followed_by,
    madeOn: row.created_at.toISOString().slice(0, 10),
  };
}

/** Every row of all times, in the order they count from. */
export async function readAllRows(work: Work): Promise<StoredRow[]> {
  const rows = await allRows(work)
    .orderBy("policy_rows.effective_from")
    .orderBy("policy_rows.id")
    .execute();
  return rows.map(storedRow);
}

export async function findRow(work: Work, id: string): Promise<StoredRow | undefined> {
  const row = await allRows(work).where("policy_rows.id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : storedRow(row);
}

export type RowState = "future" | "in_force" | "ended" | "all";
export type RowSort = "title" | "requirement" | "from";

export interface RowFilter {
  readonly on: IsoDate;
  readonly state: RowState;
  readonly requirement?: string | undefined;
  readonly role?: RequirementRole | undefined;
  readonly search?: string | undefined;
}

/** Sort values of the last row seen, and its id. */
export type RowKey = readonly string[];

function conditionsOf(filter: RowFilter) {
  const { on } = filter;
  const states: Record<RowState, ReturnType<typeof sql<SqlBool>> | null> = {
    future: sql<SqlBool>`policy_rows.effective_from > ${on}::date`,
    in_force: sql<SqlBool>`policy_rows.effective_from <= ${on}::date and (policy_rows.effective_to is null or policy_rows.effective_to >= ${on}::date)`,
    ended: sql<SqlBool>`policy_rows.effective_to < ${on}::date`,
    all: null,
  };
  const text = filter.search?.trim().toLowerCase() ?? "";
  return [
    states[filter.state],
    filter.requirement === undefined
      ? null
      : sql<SqlBool>`policy_rows.requirement = ${filter.requirement}`,
    filter.role === undefined ? null : sql<SqlBool>`policy_rows.role = ${filter.role}`,
    text === ""
      ? null
      : sql<SqlBool>`(strpos(lower(policy_rows.title), ${text}) > 0 or strpos(policy_rows.requirement, ${text}) > 0)`,
  ].filter((one) => one !== null);
}

const sortColumns = {
  title: [sql<string>`lower(policy_rows.title)`],
  requirement: [
    sql<string>`policy_rows.requirement`,
    sql<string>`policy_rows.role`,
    sql<string>`policy_rows.effective_from::text`,
  ],
  from: [sql<string>`policy_rows.effective_from::text`],
} as const;

export async function countRows(work: Work, filter: RowFilter): Promise<number> {
  let query = work.tx
    .selectFrom("policy_rows")
    .where("organisation_id", "=", work.actor.organisationId);
  for (const condition of conditionsOf(filter)) query = query.where(condition);
  const row = await query
    .select((select) => select.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return Number(row.total);
}

/** Up to `limit` rows behind `after`, each with its key. */
export async function readRowPage(
  work: Work,
  filter: RowFilter,
  page: { readonly sort: RowSort; readonly after: RowKey | null; readonly limit: number },
): Promise<{ readonly row: StoredRow; readonly key: string[] }[]> {
  const columns = [...sortColumns[page.sort], sql<string>`policy_rows.id::text`];
  let query = allRows(work).select(sql<string[]>`array[${sql.join(columns)}]`.as("key"));
  for (const condition of conditionsOf(filter)) query = query.where(condition);
  if (page.after !== null)
    query = query.where(sql<SqlBool>`(${sql.join(columns)}) > (${sql.join(page.after)})`);
  for (const column of columns) query = query.orderBy(column);
  const rows = await query.limit(page.limit).execute();
  return rows.map((row) => ({ row: storedRow(row), key: row.key }));
}

function columnsOf(row: PolicyRowInput) {
  return {
    title: row.title,
    situation: JSON.stringify(row.when),
    role: row.ask.role,
    requirement: row.ask.requirement,
    requirement_version: row.ask.version,
    asked_values: JSON.stringify(row.ask.values),
    follow_up: row.ask.followUp === null ? null : JSON.stringify(row.ask.followUp),
    effective_from: row.effectiveFrom,
    effective_to: row.effectiveTo,
    announced_on: row.announcedOn,
    notice_months: row.noticeMonths,
    reason: row.reason,
    proportionality: row.proportionality,
  };
}

/** Adds a row; `follows` is the one it takes the place of, with that one's own last day. */
export async function insertRow(
  work: Work,
  row: PolicyRowInput,
  follows: { readonly id: string; readonly until: IsoDate | null } | null = null,
): Promise<string> {
  const { id } = await work.tx
    .insertInto("policy_rows")
    .values({
      organisation_id: work.actor.organisationId,
      ...columnsOf(row),
      follows: follows?.id ?? null,
      follows_until: follows?.until ?? null,
      made_by: work.actor.personId,
      created_at: work.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Writes a row over, for drafts; answers whether it was still of that version. */
export async function replaceRow(
  work: Work,
  id: string,
  version: number,
  row: PolicyRowInput,
): Promise<boolean> {
  return wasWritten(
    await work.tx
      .updateTable("policy_rows")
      .set((set) => ({ ...columnsOf(row), version: set("version", "+", 1) }))
      .where("id", "=", id)
      .where("organisation_id", "=", work.actor.organisationId)
      .where("version", "=", version)
      .executeTakeFirst(),
  );
}

/** Sets a row's last day; answers whether it was still of that version. */
export async function setLastDay(
  work: Work,
  id: string,
  version: number,
  lastDay: IsoDate | null,
): Promise<boolean> {
  return wasWritten(
    await work.tx
      .updateTable("policy_rows")
      .set((set) => ({ effective_to: lastDay, version: set("version", "+", 1) }))
      .where("id", "=", id)
      .where("organisation_id", "=", work.actor.organisationId)
      .where("version", "=", version)
      .executeTakeFirst(),
  );
}

export async function deleteRow(work: Work, id: string, version: number): Promise<boolean> {
  const row = await work.tx
    .deleteFrom("policy_rows")
    .where("id", "=", id)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("version", "=", version)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

function wasWritten(result: { readonly numUpdatedRows: bigint }): boolean {
  return result.numUpdatedRows > 0n;
}
