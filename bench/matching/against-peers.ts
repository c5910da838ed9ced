/**
 * The same linkage by the engine, by PostgreSQL's pg_trgm and by a DuckDB pipeline as Splink writes it, in one run on one machine.
 * F1 at the fixed threshold, and at the best one for the peers (marked; optimistic for them). The SQL lies beside this file.
 * pg_trgm is run up to `--trgm-up-to SITES` (50,000), as its time grows with rows times sites; DuckDB is stopped after
 * `--most-seconds` (600).
 *
 * Run: `node bench/matching/against-peers.ts 20000x2000 100000x10000 [--trgm-up-to SITES] [--most-seconds N] [--json FILE]`
 * (sites times rows).
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from "node:os";
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
interface Answer {
  readonly left: string;
  readonly right: string | null;
  readonly score: number;
}

const threads = Math.min(2, availableParallelism());
const valueOf = (option: string): string | undefined => {
  const place = process.argv.indexOf(option);
  return place === -1 ? undefined : process.argv[place + 1];
};
const round = (value: number): number => Math.round(value * 100) / 100;
const trgmUpTo = Number(valueOf("--trgm-up-to") ?? 50_000);
const mostSeconds = Number(valueOf("--most-seconds") ?? 600);
const asked = process.argv.slice(2).filter((word) => /^\d+x\d+$/u.test(word));
const figures: unknown[] = [];
for (const size of asked.length === 0 ? ["20000x2000"] : asked) {
  const [sites = 0, rows = 0] = size.split("x").map(Number);
  figures.push(await compareAll(sites, rows));
}
const file = valueOf("--json");
if (file !== undefined)
  writeFileSync(
    file,
    `${JSON.stringify({ program: "matching/against-peers", machine: { cpu: cpus()[0]?.model ?? "", cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version }, threads, figures }, null, 2)}\n`,
  );

async function compareAll(size: number, rowCount: number): Promise<Record<string, unknown>> {
  const { records, truth } = generateSites({ count: size, seed: 1 });
  const siteOf = new Map(records.map(({ id }, at) => [id, truth[at]]));
  const draw = new Draw(3);
  const known = new Map<string, string | undefined>();
  const rows = generateSites({ count: rowCount, seed: 2 }).records.map(
    (record, at): SiteToMatch => {
      if (draw.chance(0.3)) return { ...record, id: `q${at}` };
      const which = records[draw.below(size)] ?? record;
      known.set(`q${at}`, siteOf.get(which.id));
      return corruptRecord(which, `q${at}`, draw, 0.7);
    },
  );
  const load = Math.round((loadavg()[0] ?? 0) * 10) / 10;
  const found: Record<string, unknown> = { sites: size, rows: rowCount, "load average": load };
  process.stdout.write(`${rowCount} rows against ${size} sites; load average ${load}\n`);

  const f1At = (answers: readonly Answer[], least: number): number => {
    let right = 0;
    let wrong = 0;
    for (const { left, right: site, score } of answers) {
      if (site === null || score < least) continue;
      if (known.has(left) && known.get(left) === siteOf.get(site)) right += 1;
      else wrong += 1;
    }
    return agreement(right, wrong, known.size).f1;
  };
  const report = (
    what: string,
    seconds: number,
    answers: readonly Answer[],
    fixed: number,
    more: Record<string, unknown> = {},
  ): void => {
    const scores = [...new Set(answers.map(({ score }) => score))].toSorted((a, b) => a - b);
    const step = Math.max(1, Math.floor(scores.length / 200));
    let best = 0;
    for (let at = 0; at < scores.length; at += step)
      best = Math.max(best, f1At(answers, scores[at] ?? 0));
    const f1 = f1At(answers, fixed);
    found[what] = {
      seconds: Math.round(seconds * 100) / 100,
      f1: Math.round(f1 * 10_000) / 10_000,
      bestF1: Math.round(best * 10_000) / 10_000,
      ...more,
    };
    process.stdout.write(
      `${what.padEnd(34)} ${seconds.toFixed(2).padStart(8)} s   F1 ${f1.toFixed(4)}   (best threshold: ${best.toFixed(4)})${Object.keys(more).length > 0 ? `   ${JSON.stringify(more)}` : ""}\n`,
    );
  };
  const since = (from: number): number => (performance.now() - from) / 1000;

  // The engine, threads, index and all.
  {
    const from = performance.now();
    const usedBefore = process.cpuUsage();
    const index = new SiteIndex(engineSettings());
    index.build(records);
    const building = since(from);
    const linked = await linkToIndexInWorkers(rows, index, { workers: threads });
    const { user, system } = process.cpuUsage(usedBefore);
    report(
      "this engine",
      since(from),
      linked.map(({ left, best }) => ({
        left,
        right: best?.id ?? null,
        score: best?.probability ?? 0,
      })),
      0.5,
      { processorSeconds: round((user + system) / 1e6), ofWhichIndex: round(building) },
    );
  }
  if (size <= trgmUpTo) {
    const { seconds, answers } = await runTrigrams(records, rows);
    report("PostgreSQL pg_trgm", seconds, answers, 0.5);
  }
  {
    const training = generateSites({ count: 6000, seed: 11 });
    const { seconds, processorSeconds, answers, pairs, unfinished } = await runSplink(
      {
        sites: columnsForSplink(records),
        rows: columnsForSplink(rows),
        training: columnsForSplink(training.records).map((row, at) => ({
          ...row,
          site: training.truth[at] ?? "",
        })),
      },
      threads,
      mostSeconds,
    );
    if (unfinished) {
      found["DuckDB as Splink writes it"] = {
        unfinishedAfterSeconds: Math.round(seconds),
        processorSeconds: round(processorSeconds),
        pairs,
      };
      process.stdout.write(
        `DuckDB as Splink writes it: not finished after ${seconds.toFixed(0)} s (${pairs} pairs let through by its rules)\n`,
      );
    } else
      report("DuckDB as Splink writes it", seconds, answers, 0, {
        processorSeconds: round(processorSeconds),
        pairs,
      });
  }
  return found;
}

/** PostgreSQL with trigram indexes; seconds include building them, as those of the engine do. */
async function runTrigrams(
  records: readonly SiteToMatch[],
  rows: readonly SiteToMatch[],
): Promise<{ readonly seconds: number; readonly answers: readonly Answer[] }> {
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
    return { seconds: (performance.now() - from) / 1000, answers };
  } finally {
    await client.end();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
