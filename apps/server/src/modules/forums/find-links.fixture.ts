/**
 * Looks for whatever ties somebody who took part to something that was said: in every row of every table, with the place and
 * transaction of each, in what changes when somebody speaks, and in the log.
 */
import { createHash } from "node:crypto";

/** A database that can be looked at past row security. */
interface LookedAt {
  asOwner<R extends object>(text: string, values?: unknown[]): Promise<R[]>;
}

/** One row as a copy of the database holds it. */
export interface DumpedRow {
  readonly table: string;
  /** Place in the file, such as `(0,3)`. */
  readonly place: string;
  /** Transaction that wrote it. */
  readonly transaction: string;
  readonly text: string;
}

/** Tables of what was said and of who joined, which must say neither when nor in which order. */
export const silentTables = [
  "public.forum_entries",
  "public.forum_votes",
  "public.forum_seats",
  "public.forum_institutions",
  "public.forum_keys",
];

/** Every row of every table of every schema that is ours: what a dump or a backup would hold. */
export async function dumpDatabase(db: LookedAt): Promise<DumpedRow[]> {
  const tables = await db.asOwner<{ table: string }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as "table"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'
     order by 1`,
  );
  const rows: DumpedRow[] = [];
  for (const { table } of tables)
    rows.push(
      ...(await db.asOwner<DumpedRow>(
        `select '${table}' as "table", ctid::text as place, xmin::text as transaction, t::text as text from ${table} t`,
      )),
    );
  return rows;
}

/** Columns of the silent tables that could say when or in which order: times, dates, and numbers that count up. */
export async function findTellingColumns(db: LookedAt): Promise<string[]> {
  const columns = await db.asOwner<{ column: string; type: string; filled: string | null }>(
    `select table_schema || '.' || table_name || '.' || column_name as "column", data_type as type, column_default as filled
     from information_schema.columns
     where table_schema || '.' || table_name = any($1)`,
    [silentTables],
  );
  return columns
    .filter(
      ({ type, filled }) =>
        /time|date|interval|bigint|smallint/u.test(type) ||
        /now\(|clock|nextval|current_setting|acting_/u.test(filled ?? ""),
    )
    .map(({ column }) => column)
    .toSorted();
}

/** Tables whose rows differ between two dumps. */
export function findChangedTables(
  before: readonly DumpedRow[],
  after: readonly DumpedRow[],
): string[] {
  const keyOf = ({ table, text }: DumpedRow): string => `${table} ${text}`;
  const had = new Set(before.map(keyOf));
  const has = new Set(after.map(keyOf));
  const changed = [
    ...before.filter((row) => !has.has(keyOf(row))),
    ...after.filter((row) => !had.has(keyOf(row))),
  ];
  return [...new Set(changed.map(({ table }) => table))].toSorted();
}

/** A secret as it might have been written down: plain, in other letters, or hashed. */
export function disguisesOf(secret: string): string[] {
  const bytes = Buffer.from(secret, "base64url");
  const hashes = [bytes, Buffer.from(secret)].map((of) => createHash("sha256").update(of).digest());
  return [bytes, ...hashes].flatMap((one) => [
    one.toString("base64url"),
    one.toString("base64"),
    one.toString("hex"),
  ]);
}

export interface Planted {
  /** Names, addresses, ids of people, of their seats and of their sessions. */
  readonly people: readonly string[];
  /** What was said. */
  readonly sentences: readonly string[];
  /** Messages and signatures of tickets. */
  readonly tickets: readonly string[];
}

/** Everything in rows and log that ties people or tickets to what was said; empty when there is nothing. */
export function findLinks(
  rows: readonly DumpedRow[],
  log: readonly string[],
  { people, sentences, tickets }: Planted,
): string[] {
  const faults: string[] = [];
  const disguised = tickets.flatMap(disguisesOf);
  for (const row of rows) {
    if (disguised.some((form) => row.text.includes(form)))
      faults.push(`${row.table}: a ticket stands in it`);
    const said = sentences.some((sentence) => row.text.includes(sentence));
    if (!said) continue;
    if (row.table !== "public.forum_entries")
      faults.push(`${row.table}: what was said stands outside the board`);
    if (people.some((person) => row.text.includes(person)))
      faults.push(`${row.table}: a person stands beside what was said`);
    // One transaction wrote what was said, and something else that is not the board's.
    const beside = rows.filter(
      (other) =>
        other.transaction === row.transaction &&
        !["public.forum_entries", "public.forum_votes"].includes(other.table),
    );
    for (const { table } of beside)
      faults.push(`${table}: written in the transaction in which something was said`);
  }
  for (const line of log) {
    if (disguised.some((form) => line.includes(form))) faults.push("log: a ticket stands in it");
    if (sentences.some((sentence) => line.includes(sentence)))
      faults.push("log: what was said stands in it");
    if (people.some((person) => line.includes(person))) faults.push("log: a person stands in it");
  }
  return [...new Set(faults)];
}

/** Tables among these whose rows of one forum were written in more than one transaction: the last one tells who came last. */
export function findTransactionsThatTell(
  rows: readonly DumpedRow[],
  tables: readonly string[],
  forumId: string,
): string[] {
  return tables.filter((table) => {
    const own = rows.filter((row) => row.table === table && row.text.includes(forumId));
    return new Set(own.map(({ transaction }) => transaction)).size > 1;
  });
}
