/**
 * Seals audit entries into a hash chain per organisation, and checks the chain.
 *
 * - **seal**: sequence, the hash before, and hash = SHA-256(previous hash, newline, canonical entry).
 * - **canonical entry**: a JSON array of the entry's columns as the database prints them (JSON values as `jsonb` text,
 *   instants in UTC to the microsecond), so that no digit is lost on the way.
 * - **queue**: entries that wait; one that commits late is sealed late, with a later sequence, never lost.
 *
 * Cost: one hash per entry; verification reads every entry of the organisation once, in pages.
 * Limit: whoever owns the database can cut entries *and* seals off the end of a chain. `head` is printed by the
 * verification so that it can be noted elsewhere and compared.
 */
import { createHash } from "node:crypto";
import type { Database, Tx } from "@throughline/db";
import { sql } from "kysely";
import type { Logger } from "pino";
import { describeForLog } from "./describe-for-log.ts";

/** What the first entry of a chain names as the hash before it. */
const beginning = "0".repeat(64);
const sealingLock = 7_405_232;
const batchSize = 1000;

interface ChainEntry {
  readonly id: string;
  readonly organisation_id: string;
  readonly at: string;
  readonly actor_kind: string;
  readonly actor_person_id: string | null;
  readonly token_id: string | null;
  readonly request_id: string;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly before: string | null;
  readonly after: string | null;
}

const entryColumns = sql`e.id, e.organisation_id, e.actor_kind, e.actor_person_id, e.token_id, e.request_id, e.action,
  e.subject_kind, e.subject_id, e.before::text as before, e.after::text as after,
  to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`;

function hashEntry(previous: string, entry: ChainEntry): string {
  const canonical = JSON.stringify([
    entry.id,
    entry.organisation_id,
    entry.at,
    entry.actor_kind,
    entry.actor_person_id,
    entry.token_id,
    entry.request_id,
    entry.action,
    entry.subject_kind,
    entry.subject_id,
    entry.before,
    entry.after,
  ]);
  return createHash("sha256").update(previous).update("\n").update(canonical).digest("hex");
}

/**
 * Seals all entries that wait, oldest first. Several servers may call it at once: one works, the others wait.
 *
 * @returns how many entries were sealed now
 */
export async function sealAudit(database: Database): Promise<number> {
  let sealed = 0;
  for (;;) {
    const batch = await database.withSealer(sealBatch);
    sealed += batch;
    if (batch < batchSize) return sealed;
  }
}

async function sealBatch(tx: Tx): Promise<number> {
  await sql`select pg_advisory_xact_lock(${sealingLock})`.execute(tx);
  const { rows } = await sql<ChainEntry>`select ${entryColumns}
    from audit_unsealed q join audit_entries e on e.id = q.entry_id and e.organisation_id = q.organisation_id
    where not exists (select from audit_seals s where s.organisation_id = q.organisation_id and s.entry_id = q.entry_id)
    order by e.at, e.id limit ${batchSize}`.execute(tx);
  if (rows.length === 0) {
    // What still stands in the queue was sealed already.
    await sql`delete from audit_unsealed q using audit_seals s
      where s.organisation_id = q.organisation_id and s.entry_id = q.entry_id`.execute(tx);
    return 0;
  }

  const heads = await readHeads(tx, [...new Set(rows.map((row) => row.organisation_id))]);
  const seals = rows.map((entry) => {
    const head = heads.get(entry.organisation_id) ?? { sequence: 0, hash: beginning };
    const hash = hashEntry(head.hash, entry);
    const sequence = head.sequence + 1;
    heads.set(entry.organisation_id, { sequence, hash });
    return {
      organisation_id: entry.organisation_id,
      sequence,
      entry_id: entry.id,
      previous_hash: head.hash,
      hash,
    };
  });
  await tx.insertInto("audit_seals").values(seals).execute();
  await tx
    .deleteFrom("audit_unsealed")
    .where(
      "entry_id",
      "in",
      rows.map((row) => row.id),
    )
    .execute();
  return rows.length;
}

interface Head {
  readonly sequence: number;
  readonly hash: string;
}

async function readHeads(tx: Tx, organisationIds: readonly string[]): Promise<Map<string, Head>> {
  const { rows } = await sql<Head & { organisation_id: string }>`
    select o.id as organisation_id, s.sequence, s.hash
    from unnest(${organisationIds}::uuid[]) as o(id)
    cross join lateral (
      select sequence, hash from audit_seals where organisation_id = o.id order by sequence desc limit 1
    ) s`.execute(tx);
  return new Map(
    rows.map(({ organisation_id, sequence, hash }) => [organisation_id, { sequence, hash }]),
  );
}

/** Puts every entry without a seal into the queue: for entries that were written before the queue, or past it. */
export async function sweepUnsealed(database: Database): Promise<void> {
  await database.withSealer((tx) =>
    sql`insert into audit_unsealed (organisation_id, entry_id)
      select e.organisation_id, e.id from audit_entries e
      where not exists (select from audit_seals s where s.organisation_id = e.organisation_id and s.entry_id = e.id)
      on conflict do nothing`.execute(tx),
  );
}

/**
 * Seals every few seconds until stopped; sweeps first. A failure (the database restarts) is logged and tried again.
 *
 * @param everyMs pause between two rounds, in milliseconds
 */
export function startSealing(
  database: Database,
  log: Pick<Logger, "warn">,
  everyMs = 2000,
): { stop(): Promise<void> } {
  let stopped = false;
  let swept = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();

  async function work(): Promise<void> {
    try {
      if (!swept) await sweepUnsealed(database);
      swept = true;
      await sealAudit(database);
    } catch (error) {
      if (!stopped)
        log.warn({ err: describeForLog(error) }, "audit entries could not be sealed; trying again");
    }
    if (!stopped) schedule();
  }
  function schedule(): void {
    timer = setTimeout(() => {
      round = work();
    }, everyMs);
    timer.unref();
  }
  round = work();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}

/** What a check of one organisation's chain found. */
export interface ChainReport {
  readonly sealed: number;
  readonly unsealed: number;
  readonly intact: boolean;
  /** The first place that does not hold; what follows it cannot be trusted either. */
  readonly firstFault: { readonly sequence: number; readonly what: string } | null;
  /** Hash of the newest seal, to be noted elsewhere; null while nothing is sealed. */
  readonly head: string | null;
}

interface SealRow extends Omit<ChainEntry, "id" | "organisation_id"> {
  readonly id: string | null;
  readonly organisation_id: string;
  readonly sequence: number;
  readonly previous_hash: string;
  readonly hash: string;
}

/** Recomputes one organisation's chain, as the organisation itself or as the sealer. Changes nothing. */
export async function verifyChain(tx: Tx, organisationId: string): Promise<ChainReport> {
  let previous = beginning;
  let expected = 1;
  let sealed = 0;
  let head: string | null = null;
  let firstFault: ChainReport["firstFault"] = null;
  for (;;) {
    const { rows } = await sql<SealRow>`
      select s.sequence, s.previous_hash, s.hash, ${entryColumns}
      from audit_seals s
      left join audit_entries e on e.id = s.entry_id and e.organisation_id = s.organisation_id
      where s.organisation_id = ${organisationId} and s.sequence >= ${expected}
      order by s.sequence limit ${batchSize}`.execute(tx);
    for (const row of rows) {
      firstFault ??= findFault(row, expected, previous, organisationId);
      previous = row.hash;
      head = row.hash;
      expected = row.sequence + 1;
      sealed += 1;
    }
    if (rows.length < batchSize) break;
  }
  const { rows } = await sql<{ unsealed: number }>`
    select count(*)::int as unsealed from audit_entries e
    where e.organisation_id = ${organisationId}
      and not exists (select from audit_seals s where s.organisation_id = e.organisation_id and s.entry_id = e.id)`.execute(
    tx,
  );
  return {
    sealed,
    unsealed: rows[0]?.unsealed ?? 0,
    intact: firstFault === null,
    firstFault,
    head,
  };
}

function findFault(
  row: SealRow,
  expected: number,
  previous: string,
  organisationId: string,
): { sequence: number; what: string } | null {
  if (row.sequence !== expected) {
    return {
      sequence: expected,
      what: `The seal with number ${expected} is missing; the next one is ${row.sequence}.`,
    };
  }
  if (row.id === null) {
    return {
      sequence: expected,
      what: `The entry that seal ${expected} was made for has been deleted.`,
    };
  }
  if (row.previous_hash !== previous) {
    return {
      sequence: expected,
      what: `Seal ${expected} does not follow from the seal before it.`,
    };
  }
  if (row.hash !== hashEntry(previous, { ...row, id: row.id, organisation_id: organisationId })) {
    return {
      sequence: expected,
      what: `The entry under seal ${expected} was changed after it was sealed.`,
    };
  }
  return null;
}

/** Checks the chain of every organisation, as the sealer. For `throughline audit-verify`. */
export async function verifyAllChains(
  database: Database,
): Promise<(ChainReport & { readonly organisationId: string })[]> {
  return database.withSealer(async (tx) => {
    const { rows } = await sql<{ organisation_id: string }>`
      select organisation_id from audit_entries union select organisation_id from audit_seals order by 1`.execute(
      tx,
    );
    const reports: (ChainReport & { organisationId: string })[] = [];
    for (const { organisation_id } of rows) {
      reports.push({
        organisationId: organisation_id,
        ...(await verifyChain(tx, organisation_id)),
      });
    }
    return reports;
  });
}
