/**
 * Damages 100,000 files and reads each: no crash, nothing over 10 s, every one ends as rows that add up or as one coded
 * refusal, nothing is left in the temporary folder. Seeds are the first rows of the real lists beside the checkout, as
 * CSV, XLSX (two writers) and ODS. The parsing code runs in a worker that is started anew after a hang or when its memory
 * ran out; every 500th file goes through `openTable` whole, a workbook through its own process, as on the server.
 *
 * Run: node bench/fuzz-intake.ts [files, for a quick look that is not kept] [first number]
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { defaultLimits } from "@throughline/interchange";
import { driveReaders } from "../packages/interchange/src/table/drive-readers.fixture.ts";
import { mutateFile } from "../packages/interchange/src/table/mutate-file.fixture.ts";
import { takeFirstRows } from "../packages/interchange/src/table/read-plainly.fixture.ts";
import { plantSeedFiles } from "../packages/interchange/src/table/plant-seed-files.fixture.ts";
import { describeMachine } from "./run-server.ts";

const limits = { ...defaultLimits, maxUnpackedBytes: 50_000_000, maxRows: 20_000 };
const wholeEvery = 500;
const longestMs = 10_000;
const rowsPerSeed = 14;
const realLists = [
  "data/suppliers/apple_supplier_list_2018_facilities.csv",
  "data/suppliers/apple_supplier_list_fy2023_excerpt.csv",
  "data/suppliers/fairphone2_suppliers_2015.csv",
  "matching/site_lists.csv",
  "data/risk/cbp_wro_findings_active_2026-01.csv",
];

interface Range {
  readonly first: number;
  readonly end: number;
  readonly state: SharedArrayBuffer;
}
interface Ended {
  readonly number: number;
  readonly end: string;
  readonly rows: number;
  readonly damage: string;
  readonly whole: boolean;
  readonly ms: number;
}

async function readSeeds(): ReturnType<typeof plantSeedFiles> {
  return plantSeedFiles(
    realLists.map((path) => {
      const text = readFileSync(new URL(`../../shared/${path}`, import.meta.url), "utf8");
      return takeFirstRows(text, rowsPerSeed);
    }),
  );
}

async function work({ first, end, state }: Range): Promise<void> {
  const seeds = await readSeeds();
  const now = new Int32Array(state);
  let batch: Ended[] = [];
  for (let number = first; number < end; number += 1) {
    Atomics.store(now, 0, number);
    Atomics.add(now, 1, 1);
    const { bytes, damage } = mutateFile(seeds, number);
    const whole = number % wholeEvery === 0;
    const started = performance.now();
    let result: { end: string; rows: number };
    try {
      const read = await driveReaders(bytes, limits, whole);
      result = "code" in read ? { end: read.code, rows: 0 } : { end: "rows", rows: read.rows };
    } catch (error) {
      result = { end: `CRASH ${String(error)}`, rows: 0 };
    }
    batch.push({ number, damage, whole, ms: performance.now() - started, ...result });
    if (batch.length === 200 || number === end - 1) {
      parentPort?.postMessage(batch);
      batch = [];
    }
  }
}

/** Runs numbers from `first` on; resolves with the number to go on from, and why it stopped there. */
async function runWorker(
  first: number,
  end: number,
  take: (ended: readonly Ended[]) => void,
): Promise<{ next: number; why: "done" | "hang" | "memory" | "crash"; detail: string }> {
  const state = new SharedArrayBuffer(8);
  const now = new Int32Array(state);
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { first, end, state } satisfies Range,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
  });
  let seen = -1;
  let since = performance.now();
  let hung = false;
  const watch = setInterval(() => {
    const beat = Atomics.load(now, 1);
    if (beat !== seen) [seen, since] = [beat, performance.now()];
    // The worker needs a moment to load before its first file.
    else if (performance.now() - since > longestMs + 5_000) {
      hung = true;
      void worker.terminate();
    }
  }, 250);
  let last = first - 1;
  worker.on("message", (batch: readonly Ended[]) => {
    last = batch.at(-1)?.number ?? last;
    take(batch);
  });
  const failure = await new Promise<Error | null>((resolve) => {
    worker.once("error", resolve);
    worker.once("exit", () => resolve(null));
  });
  clearInterval(watch);
  await worker.terminate();
  if (last === end - 1) return { next: end, why: "done", detail: "" };
  const at = Atomics.load(now, 0);
  const why = hung
    ? "hang"
    : failure !== null && "code" in failure && failure.code === "ERR_WORKER_OUT_OF_MEMORY"
      ? "memory"
      : "crash";
  return { next: at, why, detail: failure === null ? "" : String(failure) };
}

async function main(): Promise<void> {
  const files = Number(process.argv[2] ?? 100_000);
  const firstNumber = Number(process.argv[3] ?? 1);
  const folder = mkdtempSync(join(tmpdir(), "throughline-fuzz-"));
  process.env["TMPDIR"] = folder;
  const seeds = await readSeeds();
  const ends = new Map<string, number>();
  const damages = new Map<string, number>();
  const crashes: string[] = [];
  const hangs: number[] = [];
  let rows = 0;
  let whole = 0;
  let read = 0;
  let slowest = { ms: 0, number: 0 };
  const count = (map: Map<string, number>, key: string): void => {
    map.set(key, (map.get(key) ?? 0) + 1);
  };
  const take = (batch: readonly Ended[]): void => {
    for (const one of batch) {
      read += 1;
      count(damages, one.damage);
      rows += one.rows;
      if (one.whole) whole += 1;
      if (one.ms > slowest.ms) slowest = { ms: Math.round(one.ms), number: one.number };
      if (one.end.startsWith("CRASH")) crashes.push(`${one.number}: ${one.end}`);
      else count(ends, one.end);
    }
    if (read % 10_000 < batch.length)
      process.stderr.write(
        `${read} of ${files}, ${crashes.length} crashes, ${hangs.length} hangs\n`,
      );
  };
  const started = performance.now();
  const loadAtStart = loadavg()[0] ?? 0;
  const end = firstNumber + files;
  for (let next = firstNumber; next < end;) {
    const before = read;
    const stopped = await runWorker(next, end, take);
    if (stopped.why === "done") break;
    // What the worker had read but not yet told is read again, one by one, up to the file it stopped at.
    for (let number = next + (read - before); number <= stopped.next; number += 1) {
      const { bytes, damage } = mutateFile(seeds, number);
      const from = performance.now();
      if (number === stopped.next && stopped.why === "hang") {
        hangs.push(number);
        read += 1;
        continue;
      }
      // Memory that ran out here must end as a refusal in the capped process of its own.
      const result = await driveReaders(bytes, limits, true).catch((error: unknown) => error);
      const told = { number, damage, whole: true, ms: performance.now() - from };
      if (result instanceof Error) take([{ ...told, end: `CRASH ${String(result)}`, rows: 0 }]);
      // The reader gives back rows or a code; anything else was an Error.
      else {
        const ended = result as Awaited<ReturnType<typeof driveReaders>>;
        take([
          "code" in ended
            ? { ...told, end: ended.code, rows: 0 }
            : { ...told, end: "rows", rows: ended.rows },
        ]);
      }
    }
    process.stderr.write(
      `The worker was started anew behind ${stopped.next}: ${stopped.why} ${stopped.detail}\n`,
    );
    next = stopped.next + 1;
  }
  const left = readdirSync(folder);
  rmSync(folder, { recursive: true, force: true });
  const told = [...ends.values()].reduce((sum, one) => sum + one, 0);
  const result = {
    program: "fuzz-intake",
    machine: await describeMachine(),
    loadAtStart: Math.round(loadAtStart * 10) / 10,
    files: read,
    firstNumber,
    seeds: seeds.length,
    throughOpenTableWhole: whole,
    seconds: Math.round((performance.now() - started) / 1_000),
    damages: Object.fromEntries([...damages].toSorted((a, b) => b[1] - a[1])),
    ends: Object.fromEntries([...ends].toSorted((a, b) => b[1] - a[1])),
    rowsRead: rows,
    crashes: crashes.slice(0, 20),
    hangsOver10s: hangs,
    slowest,
    leftInTemporaryFolder: left.length,
    addsUp: told + crashes.length + hangs.length === files && read === files,
    targets: "no crash, no hang over 10 s, rows or one refusal, nothing left behind, counts add up",
  };
  const text = `${JSON.stringify(result, null, 2)}\n`;
  process.stdout.write(text);
  if (files === 100_000) {
    mkdirSync(new URL("results/", import.meta.url), { recursive: true });
    writeFileSync(new URL("results/fuzz-intake.json", import.meta.url), text);
  }
  if (crashes.length > 0 || hangs.length > 0 || left.length > 0 || !result.addsUp)
    process.exitCode = 1;
}

if (isMainThread) await main();
// What the main thread hands to its worker, above.
else await work(workerData as Range);
