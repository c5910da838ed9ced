/**
 * Reads lists of 10,000 and 200,000 rows × 12 columns as CSV, XLSX and ODS through `openTable`: rows per second and the
 * peak memory of each process that reads. Beside it, in the same run and in a process of its own, what a plain streaming
 * read of the same file costs: csv-parse alone for the CSV, inflating the sheet alone for the workbooks. Targets: under
 * 400 MB in any process that parses.
 *
 * Run: node bench/read-lists.ts [largest number of rows, for a quick look that is not kept]
 */
import { spawn } from "node:child_process";
import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { openTable } from "@throughline/interchange";
import { readPlainly } from "../packages/interchange/src/table/read-plainly.fixture.ts";
import {
  plantOdsParts,
  plantXlsxParts,
  plantZip,
} from "../packages/interchange/src/table/write-workbook.fixture.ts";
import { describeMachine } from "./run-server.ts";

const formats = ["csv", "xlsx", "ods"] as const;
type Format = (typeof formats)[number];
const repeats = 3;
const headings = [
  "Factory name",
  "Address",
  "City",
  "Province",
  "Postcode",
  "Country",
  "Latitude",
  "Longitude",
  "Product",
  "Tier",
  "Workers",
  "Valid from",
];

/** Rows as a list of sites has them: names and addresses all different, the rest repeating. */
function* makeRows(count: number): Generator<(string | number)[]> {
  yield headings;
  for (let at = 0; at < count; at += 1)
    yield [
      `Factory ${at} Electronics Co., Ltd.`,
      `No. ${at % 997} Industrial Road, Block ${at}`,
      `Town ${at % 400}`,
      "Guangdong",
      String(510_000 + (at % 9_999)),
      "China",
      22 + (at % 1_000) / 1_000,
      113 + (at % 777) / 1_000,
      `Model ${at % 50}`,
      "Final assembly",
      100 + (at % 5_000),
      "2025-01-01",
    ];
}

async function writeList(path: string, format: Format, count: number): Promise<void> {
  if (format !== "csv") {
    const sheets = [{ name: "Sites", rows: makeRows(count) }];
    writeFileSync(
      path,
      plantZip(format === "xlsx" ? plantXlsxParts(sheets) : plantOdsParts(sheets)),
    );
    return;
  }
  await pipeline(function* lines() {
    for (const cells of makeRows(count))
      yield `${cells.map((cell) => (String(cell).includes(",") ? `"${cell}"` : cell)).join(",")}\r\n`;
  }, createWriteStream(path));
}

/** Largest resident memory of a process so far, in MB; 0 when it is gone. */
function peakOf(pid: number | "self"): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Math.round(Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

/** Watches the children of this process while something is done. */
async function watchChildren(task: () => Promise<void>): Promise<number> {
  let peak = 0;
  const look = (): void => {
    try {
      const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8");
      for (const child of children.split(" ").filter((one) => one !== ""))
        peak = Math.max(peak, peakOf(Number(child)));
    } catch {
      // No such list on this system: the child's memory is then not known.
    }
  };
  const timer = setInterval(look, 10);
  await task();
  clearInterval(timer);
  return peak;
}

interface Measured {
  readonly rows: number;
  readonly openMs: number;
  readonly totalMs: number;
  readonly processMB: number;
  readonly childMB: number;
}

async function readList(path: string): Promise<Measured> {
  const started = performance.now();
  let openMs = 0;
  let rows = 0;
  const childMB = await watchChildren(async () => {
    const source = await openTable(path, { fileName: path });
    openMs = performance.now() - started;
    for await (const batch of source.rows(0)) rows += batch.length;
    await source.close();
  });
  return { rows, openMs, totalMs: performance.now() - started, processMB: peakOf("self"), childMB };
}

/** The plain read: csv-parse alone, or inflating the sheet and its texts alone. */
async function measurePlainly(path: string, format: Format): Promise<Measured> {
  const started = performance.now();
  await readPlainly(path, format);
  const totalMs = performance.now() - started;
  return { rows: 0, openMs: 0, totalMs, processMB: peakOf("self"), childMB: 0 };
}

/** Runs one reading in a fresh process, so that its peak is its own. */
async function measure(how: "read" | "plain", path: string, format: Format): Promise<Measured> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), how, path, format], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`The reading of ${path} ended with ${code}.`);
  // Our own program, just above.
  return JSON.parse(said) as Measured;
}

function middle(samples: readonly Measured[]): Measured {
  const found = samples.toSorted((a, b) => a.totalMs - b.totalMs)[Math.floor(samples.length / 2)];
  if (found === undefined) throw new Error("Nothing was measured.");
  return found;
}

async function main(): Promise<void> {
  const largest = Number(process.argv[2] ?? 200_000);
  const folder = mkdtempSync(join(tmpdir(), "throughline-bench-"));
  const loadAtStart = Math.round((loadavg()[0] ?? 0) * 10) / 10;
  const lists: object[] = [];
  let worstMB = 0;
  try {
    for (const count of [10_000, 200_000].filter((one) => one <= largest)) {
      for (const format of formats) {
        const path = join(folder, `list-${count}.${format}`);
        await writeList(path, format, count);
        const read: Measured[] = [];
        const plain: Measured[] = [];
        for (let at = 0; at < repeats; at += 1) {
          read.push(await measure("read", path, format));
          plain.push(await measure("plain", path, format));
        }
        const ours = middle(read);
        const theirs = middle(plain);
        if (read.some((one) => one.rows !== count + 1))
          throw new Error(`${path}: rows are missing.`);
        const parserMB = Math.max(
          ...read.map((one) => (format === "csv" ? one.processMB : one.childMB)),
        );
        worstMB = Math.max(worstMB, parserMB, ...read.map((one) => one.processMB));
        const entry = {
          format,
          rows: count,
          fileMB: Math.round(statSync(path).size / 1e5) / 10,
          openMs: Math.round(ours.openMs),
          totalMs: Math.round(ours.totalMs),
          rowsPerSecond: Math.round((count / ours.totalMs) * 1_000),
          peakMB: { asking: Math.max(...read.map((one) => one.processMB)), parsing: parserMB },
          plainRead: {
            what: format === "csv" ? "csv-parse, one pass" : "inflate alone, no parsing",
            totalMs: Math.round(theirs.totalMs),
            peakMB: theirs.processMB,
          },
          timesPlainRead: Math.round((ours.totalMs / theirs.totalMs) * 100) / 100,
        };
        process.stderr.write(`${JSON.stringify(entry)}\n`);
        lists.push(entry);
        rmSync(path);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const result = {
    program: "read-lists",
    machine: await describeMachine(),
    loadAtStart,
    repeats,
    lists,
    worstMB,
    targets: "under 400 MB in any process that reads; 200,000 rows × 12",
  };
  const text = `${JSON.stringify(result, null, 2)}\n`;
  process.stdout.write(text);
  if (largest >= 200_000) {
    mkdirSync(new URL("results/", import.meta.url), { recursive: true });
    writeFileSync(new URL("results/read-lists.json", import.meta.url), text);
  }
}

const [how, path, format] = process.argv.slice(2);
const asked = formats.find((one) => one === format);
if (path !== undefined && asked !== undefined)
  process.stdout.write(
    JSON.stringify(how === "plain" ? await measurePlainly(path, asked) : await readList(path)),
  );
else await main();
