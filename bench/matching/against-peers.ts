/**
 * The same linkage by the engine, by PostgreSQL's pg_trgm and by a DuckDB pipeline as Splink writes it, in one run on one machine.
 * F1 at the fixed threshold, and at the best one for the peers (marked; optimistic for them). The SQL lies beside this file.
 * DuckDB is run where `@duckdb/node-api` is installed; `--export FOLDER` writes the tables for another client of DuckDB.
 *
 * Run: `node bench/matching/against-peers.ts [sites] [rows] [--without-trgm] [--export FOLDER]`
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@throughline/db";
import pg from "pg";
import { engineSettings } from "../../packages/matching/src/engine/site-engine.ts";
import { SiteIndex } from "../../packages/matching/src/engine/site-index.ts";
import type { SiteToMatch } from "../../packages/matching/src/engine/site-to-match.ts";
import { linkToIndexInWorkers } from "../../packages/matching/src/workers/compare-in-workers.ts";
import { corruptRecord } from "./corrupt-record.ts";
import { agreement } from "./count-agreement.ts";
import { Draw } from "./draw-random.ts";
import { generateSites } from "./generate-sites.ts";
import { columnsForSplink, runSplink } from "./run-splink.ts";

/** What a linkage answered: the best site of each row, with a score. */
export interface Answer {
  readonly left: string;
  readonly right: string | null;
  readonly score: number;
}

const [sizeText, rowsText] = process.argv.slice(2).filter((word) => /^\d+$/u.test(word));
const size = Number(sizeText ?? 20_000);
const rowCount = Number(rowsText ?? 2000);
const { records, truth } = generateSites({ count: size, seed: 1 });
const siteOf = new Map(records.map(({ id }, at) => [id, truth[at]]));
const draw = new Draw(3);
const known = new Map<string, string | undefined>();
const rows = generateSites({ count: rowCount, seed: 2 }).records.map((record, at): SiteToMatch => {
  if (draw.chance(0.3)) return { ...record, id: `q${at}` };
  const which = records[draw.below(size)] ?? record;
  known.set(`q${at}`, siteOf.get(which.id));
  return corruptRecord(which, `q${at}`, draw, 0.7);
});

function f1At(answers: readonly Answer[], least: number): number {
  let right = 0;
  let wrong = 0;
  for (const { left, right: site, score } of answers) {
    if (site === null || score < least) continue;
    if (known.has(left) && known.get(left) === siteOf.get(site)) right += 1;
    else wrong += 1;
  }
  return agreement(right, wrong, known.size).f1;
}
function report(what: string, seconds: number, answers: readonly Answer[], fixed: number): void {
  const scores = [...new Set(answers.map(({ score }) => score))].toSorted((a, b) => a - b);
  const step = Math.max(1, Math.floor(scores.length / 200));
  let best = 0;
  for (let at = 0; at < scores.length; at += step)
    best = Math.max(best, f1At(answers, scores[at] ?? 0));
  process.stdout.write(
    `${what.padEnd(34)} ${seconds.toFixed(2).padStart(8)} s   F1 ${f1At(answers, fixed).toFixed(4)}   (best threshold: ${best.toFixed(4)})\n`,
  );
}
const since = (from: number): number => (performance.now() - from) / 1000;

process.stdout.write(
  `${rowCount} rows against ${size} sites; load average ${(loadavg()[0] ?? 0).toFixed(1)}; times include building the index\n`,
);

// The engine, threads and all.
{
  const from = performance.now();
  const index = new SiteIndex(engineSettings());
  index.build(records);
  const linked = await linkToIndexInWorkers(rows, index, { workers: 2 });
  report(
    "this engine",
    since(from),
    linked.map(({ left, best }) => ({
      left,
      right: best?.id ?? null,
      score: best?.probability ?? 0,
    })),
    0.5,
  );
}

// PostgreSQL with trigram indexes; its time grows with rows times sites.
if (!process.argv.includes("--without-trgm")) {
  const folder = mkdtempSync(join(tmpdir(), "throughline-peers-"));
  await chmod(folder, 0o755);
  const database = await startEmbedded({ folder, throwAway: true });
  const client = new pg.Client({
    host: database.socketFolder,
    user: "postgres",
    database: "postgres",
  });
  try {
    await client.connect();
    for (const [table, list] of [
      ["sites", records],
      ["rows", rows],
    ] as const) {
      await client.query(`create table ${table} (id text, name text, address text, country text)`);
      for (let at = 0; at < list.length; at += 5000) {
        const part = list.slice(at, at + 5000);
        await client.query(
          `insert into ${table} select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])`,
          [
            part.map(({ id }) => id),
            part.map(({ name }) => name),
            part.map(({ address }) => address ?? ""),
            part.map(({ country }) => country ?? null),
          ],
        );
      }
    }
    const steps = readFileSync(new URL("./pg-trgm.sql", import.meta.url), "utf8").split("-- step");
    const from = performance.now();
    let answers: Answer[] = [];
    for (const step of steps) {
      const result: unknown = await client.query(step);
      if (typeof result !== "object" || result === null || !("rows" in result)) continue;
      answers = (result.rows as readonly Record<string, unknown>[]).map((row) => ({
        // the columns of pg-trgm.sql
        left: String(row["left_id"]),
        right: typeof row["right_id"] === "string" ? row["right_id"] : null,
        score: Number(row["score"] ?? 0),
      }));
    }
    report("PostgreSQL pg_trgm", since(from), answers, 0.5);
  } finally {
    await client.end();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

// DuckDB, as Splink writes it.
{
  const wanted = process.argv.indexOf("--export");
  const folder = wanted === -1 ? undefined : process.argv[wanted + 1];
  const training = generateSites({ count: 6000, seed: 11 });
  const tables = {
    sites: columnsForSplink(records),
    rows: columnsForSplink(rows),
    training: columnsForSplink(training.records).map((row, at) => ({
      ...row,
      site: training.truth[at] ?? "",
    })),
  };
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    for (const [name, list] of Object.entries(tables))
      writeFileSync(join(folder, `${name}.json`), JSON.stringify(list));
    writeFileSync(
      join(folder, "truth.json"),
      JSON.stringify({ known: [...known], sites: [...siteOf] }),
    );
  }
  const ran = await runSplink(tables);
  if (ran === null)
    process.stdout.write(
      "DuckDB as Splink writes it: not run, @duckdb/node-api is not installed\n",
    );
  else report("DuckDB as Splink writes it", ran.seconds, ran.answers, 0);
}
