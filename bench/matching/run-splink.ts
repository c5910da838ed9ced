import { readFileSync } from "node:fs";
import { foldLatin } from "../../packages/matching/src/engine/text/fold-latin.ts";
import type { SiteToMatch } from "../../packages/matching/src/engine/site-to-match.ts";

/**
 * DuckDB's client as far as it is used here. It is a peer to measure against and no dependency: its binaries for other
 * platforms are not to be had everywhere, and a lockfile that names them could not be installed there.
 */
const clientName = "@duckdb/node-api";
const clientVersion = "1.5.6-r.1";

interface DuckDBConnection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRowObjects(): Readonly<Record<string, unknown>>[] }>;
  createAppender(
    table: string,
  ): Promise<{ appendVarchar(text: string): void; endRow(): void; closeSync(): void }>;
  interrupt(): void;
  closeSync(): void;
}

interface DuckDBClient {
  readonly DuckDBInstance: {
    create(
      path: string,
      options: Readonly<Record<string, string>>,
    ): Promise<{ connect(): Promise<DuckDBConnection>; closeSync(): void }>;
  };
}

async function openClient(): Promise<DuckDBClient> {
  try {
    // The part of its interface named above is what is called.
    return (await import(clientName)) as DuckDBClient;
  } catch (error) {
    throw new Error(
      `DuckDB is not installed. Run: npm install --no-save ${clientName}@${clientVersion}`,
      { cause: error },
    );
  }
}

/** A record in the columns a pipeline of Splink cleans it into. */
export interface SplinkRow {
  readonly id: string;
  readonly name_key: string;
  readonly address_key: string;
  readonly country: string;
  readonly postal: string;
  readonly house: string;
  readonly street_word: string;
  readonly town: string;
  readonly name_end: string;
}

/** Cleans records as such pipelines do: folded text, legal endings off, number, postal code and town out of the address. */
export function columnsForSplink(records: readonly SiteToMatch[]): readonly SplinkRow[] {
  return records.map(({ id, name, address, country }) => {
    const key = foldLatin(name)
      .replaceAll(/\b(?:co|ltd|limited|company|inc|corp|llc|pvt|private|sa|cv|jsc|factory)\b/gu, "")
      .replaceAll(/\s+/gu, " ")
      .trim();
    const text = foldLatin(address ?? "");
    const parts = (address ?? "").split(",").map((part) => foldLatin(part));
    return {
      id,
      name_key: key,
      address_key: text,
      country: country ?? "",
      postal: /\b\d{5,6}\b/u.exec(text)?.[0] ?? "",
      house: /\b\d{1,4}\b/u.exec(text)?.[0] ?? "",
      street_word: /\b\d{1,4}\s+([a-z]{3,})/u.exec(text)?.[1] ?? "",
      town: parts.toReversed().find((part) => /^[a-z ]{4,}$/u.test(part)) ?? "",
      name_end: key.slice(-6),
    };
  });
}

interface Tables {
  readonly sites: readonly SplinkRow[];
  readonly rows: readonly SplinkRow[];
  readonly training: readonly (SplinkRow & { readonly site: string })[];
}

/** What a linkage by DuckDB answered; `unfinished` when it was stopped, `pairs` are those its blocking rules let through. */
export interface SplinkRun {
  readonly seconds: number;
  /** Of all threads. */
  readonly processorSeconds: number;
  readonly pairs: number;
  readonly unfinished: boolean;
  readonly answers: readonly {
    readonly left: string;
    readonly right: string;
    readonly score: number;
  }[];
}

/**
 * Runs `splink-in-duckdb.sql`: learns the weights on the training records, then links, on `threads` threads. The seconds are those
 * of linking alone, not of filling its tables or learning. Stopped after `mostSeconds`.
 */
export async function runSplink(
  tables: Tables,
  threads: number,
  mostSeconds: number,
): Promise<SplinkRun> {
  const { DuckDBInstance } = await openClient();
  const instance = await DuckDBInstance.create(":memory:", { threads: String(threads) });
  const connection = await instance.connect();
  try {
    const [block = "", compare = "", score = "", best = ""] = readFileSync(
      new URL("./splink-in-duckdb.sql", import.meta.url),
      "utf8",
    ).split("-- step");
    await fill(connection, "sites", tables.training);
    await fill(connection, "rows", tables.training);
    await connection.run(block);
    await connection.run(compare);
    const weights = await learn(connection, tables.training);
    await connection.run(
      `create or replace table weights as select * from (values ${weights.map(([comparison, level, bits]) => `('${comparison}', ${level}, ${bits})`).join(", ")}) t(comparison, level, bits)`,
    );
    await fill(connection, "sites", tables.sites);
    await fill(connection, "rows", tables.rows);
    const from = performance.now();
    const usedBefore = process.cpuUsage();
    const cost = (): Pick<SplinkRun, "seconds" | "processorSeconds"> => {
      const { user, system } = process.cpuUsage(usedBefore);
      return {
        seconds: (performance.now() - from) / 1000,
        processorSeconds: (user + system) / 1e6,
      };
    };
    let pairs = 0;
    let stopped = false;
    const stop = setTimeout(() => {
      stopped = true;
      connection.interrupt();
    }, mostSeconds * 1000);
    try {
      await connection.run(block);
      const counted = await connection.runAndReadAll(
        "select count(*)::integer as pairs from blocked",
      );
      pairs = Number(counted.getRowObjects()[0]?.["pairs"] ?? 0);
      await connection.run(compare);
      await connection.run(score);
      const found = await connection.runAndReadAll(best);
      return {
        ...cost(),
        pairs,
        unfinished: false,
        answers: found.getRowObjects().map((row) => ({
          left: String(row["left_id"]),
          right: String(row["right_id"]),
          score: Number(row["bits"]),
        })),
      };
    } catch (error) {
      // Stopped by us, or out of memory: said, not hidden. Anything else is a fault of this program.
      if (!stopped && !(error instanceof Error && /out of memory/iu.test(error.message)))
        throw error;
      return { ...cost(), pairs, unfinished: true, answers: [] };
    } finally {
      clearTimeout(stop);
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function fill(
  connection: DuckDBConnection,
  table: string,
  rows: readonly SplinkRow[],
): Promise<void> {
  const columns = [
    "id",
    "name_key",
    "address_key",
    "country",
    "postal",
    "house",
    "street_word",
    "town",
    "name_end",
  ] as const;
  await connection.run(
    `create or replace table ${table} (${columns.map((column) => `${column} varchar`).join(", ")})`,
  );
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    for (const column of columns) appender.appendVarchar(row[column]);
    appender.endRow();
  }
  appender.closeSync();
}

/** m and u of every level by counting, add-one smoothed, as bits; the prior is the share of true pairs among the blocked. */
async function learn(
  connection: DuckDBConnection,
  training: Tables["training"],
): Promise<(readonly [comparison: string, level: number, bits: number])[]> {
  const site = new Map(training.map((row) => [row.id, row.site]));
  const found = await connection.runAndReadAll("select * from levels where left_id < right_id");
  const rows = found.getRowObjects();
  const isSame = rows.map(
    (row) => site.get(String(row["left_id"])) === site.get(String(row["right_id"])),
  );
  const same = isSame.filter(Boolean).length;
  const distinct = rows.length - same;
  const weights: (readonly [string, number, number])[] = [
    ["prior", 0, Math.log2(Math.max(1, same) / Math.max(1, distinct))],
  ];
  for (const [comparison, levels] of [
    ["name", [0, 1, 2, 3, 4]],
    ["address", [0, 1, 2, 3, 4]],
    ["postal", [0, 1]],
    ["house", [0, 1]],
    ["town", [0, 1]],
  ] as const)
    for (const level of levels) {
      let m = 1;
      let u = 1;
      rows.forEach((row, at) => {
        if (Number(row[`${comparison}_level`]) !== level) return;
        if (isSame[at] === true) m += 1;
        else u += 1;
      });
      weights.push([
        comparison,
        level,
        Math.log2(m / (same + levels.length) / (u / (distinct + levels.length))),
      ]);
    }
  return weights;
}
