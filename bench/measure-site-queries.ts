/** What row security costs: the server's own queries of the list, and of the rows a search names, with it and without it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import pg from "pg";
import type { DB } from "@throughline/db";
import type { Work } from "../apps/server/src/platform/api.ts";
import {
  findListedSites,
  findSitePage,
} from "../apps/server/src/modules/sites/site-pages.store.ts";
import { percentile } from "./run-server.ts";

interface Compared {
  readonly underRowSecurityMs: { readonly median: number; readonly p95: number };
  readonly asOwnerWithoutMs: { readonly median: number; readonly p95: number };
  readonly ratioOfMedians: number;
}

const pages = 60;

/** Runs each query page by page on one connection, alternating between the two roles. */
export async function measureQueries(
  folder: string,
  organisationId: string,
): Promise<{ list: Compared; named: Compared }> {
  const host = readFileSync(join(folder, "socket-folder"), "utf8").trim();
  const pool = new pg.Pool({ host, user: "postgres", database: "throughline", max: 1 });
  const database = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  const everywhere = {
    ids: null,
    country: undefined,
    contractId: undefined,
    screening: undefined,
    scope: undefined,
    limit: 50,
  };
  try {
    const { rows } = await sql<{ id: string }>`
      select id from sites where published_at is not null order by md5(id::text) limit ${50 * 20}`.execute(
      database,
    );
    const named = rows.map(({ id }) => id);
    return {
      list: await compare(database, organisationId, async (work, after) => {
        const last = (await findSitePage(work, { ...everywhere, after })).at(-1);
        return last === undefined ? null : [last.name_key, last.id];
      }),
      named: await compare(database, organisationId, async (work, after) => {
        // Fifty ids from all over, as an index names them.
        const ids = named.splice(0, 50);
        named.push(...ids);
        await findListedSites(work, ids, everywhere);
        return after;
      }),
    };
  } finally {
    await database.destroy();
  }
}

type Cursor = readonly [string, string] | null;

async function compare(
  database: Kysely<DB>,
  organisationId: string,
  readPage: (work: Work, after: Cursor) => Promise<Cursor>,
): Promise<Compared> {
  const samples = { app: [] as number[], owner: [] as number[] };
  for (const role of ["app", "owner"] as const) {
    let after: Cursor = null;
    for (let page = 0; page < pages; page += 1) {
      after = await database.transaction().execute(async (tx): Promise<Cursor> => {
        await sql`select set_config('app.organisation_id', ${organisationId}, true)`.execute(tx);
        if (role === "app") await sql`set local role throughline_app`.execute(tx);
        const begun = performance.now();
        const next = await readPage(asWork(tx, organisationId), after);
        samples[role].push(performance.now() - begun);
        return next;
      });
    }
  }
  return {
    underRowSecurityMs: summary(samples.app),
    asOwnerWithoutMs: summary(samples.owner),
    ratioOfMedians:
      Math.round((100 * percentile(samples.app, 0.5)) / percentile(samples.owner, 0.5)) / 100,
  };
}

/** The queries ask of their work only the transaction and the organisation. */
function asWork(tx: Transaction<DB>, organisationId: string): Work {
  return { tx, actor: { organisationId } } as unknown as Work;
}

function summary(samples: readonly number[]): { median: number; p95: number } {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return { median: round(percentile(samples, 0.5)), p95: round(percentile(samples, 0.95)) };
}
