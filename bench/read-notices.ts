/**
 * Streams OCDS files of 25, 100 and 200 MB through `streamNoticeFile`: JSON Lines of releases, and one package of 100 MB in a
 * single JSON value. Shown: MB a second of processor time, and the peak memory of the process, which must not grow with the file. Beside it in
 * the same run, in a process of its own, what reading the lines and `JSON.parse` alone cost. A tenth of the contracting
 * processes have two releases that stand far apart and are merged.
 *
 * Run: node bench/read-notices.ts [largest MB, for a quick look that is not kept]
 */
import { spawn } from "node:child_process";
import {
  createReadStream,
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
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { streamNoticeFile } from "../packages/interchange/src/notice/read-notice-file.ts";
import { describeMachine } from "./run-server.ts";

const repeats = 3;

/** A release as contract notices give it: parties, two lots with criteria and terms, items, a description. */
function makeRelease(at: number): string {
  const lot = (id: string): object => ({
    id,
    title: `Lot ${id} of ${at}`,
    value: { amount: 10_000 + at, currency: "EUR" },
    awardCriteria: {
      criteria: [
        { type: "price", name: "Price", numbers: [{ number: 60, weight: "percentageExact" }] },
        { type: "quality", name: "Plan", numbers: [{ number: 40, weight: "percentageExact" }] },
      ],
    },
    sustainability: [
      {
        goal: "social.humanRightsInSupplyChains",
        strategies: ["contractPerformanceConditions"],
        description: "The supplier names the sites of final assembly.",
      },
    ],
  });
  // Every tenth process gets its second release at the end of the next thousand.
  const isSecond = at % 1_000 >= 900;
  const ocid = isSecond ? at - 900 : at;
  return JSON.stringify({
    ocid: `ocds-bench-${ocid}`,
    id: `release-${at}`,
    date: isSecond ? "2026-02-01T00:00:00Z" : "2026-01-01T00:00:00Z",
    tag: [isSecond ? "tenderAmendment" : "tender"],
    initiationType: "tender",
    language: "en",
    parties: [
      {
        id: "B",
        name: `City ${at % 500}`,
        roles: ["buyer"],
        address: { streetAddress: "1 Town Square", countryName: "Ireland" },
        contactPoint: { name: "Procurement", email: "tenders@city.example" },
      },
    ],
    buyer: { id: "B", name: `City ${at % 500}` },
    tender: {
      id: `tender-${at}`,
      title: `Laptops for the schools of district ${at}`,
      description: `What is bought is described here at some length. `.repeat(10),
      procurementMethod: "open",
      value: { amount: 20_000 + at, currency: "EUR" },
      tenderPeriod: { endDate: "2026-03-01T12:00:00Z" },
      items: ["1", "2"].map((id) => ({
        id,
        relatedLot: id,
        quantity: at % 100,
        classification: { scheme: "CPV", id: "30213100", description: "Portable computers" },
      })),
      lots: [lot("1"), lot("2")],
    },
  });
}

async function writeFile(path: string, form: Form, bytes: number): Promise<void> {
  await pipeline(function* pieces() {
    const isPackage = form === "package";
    if (isPackage)
      yield '{"uri":"https://bench.example","version":"1.1","publishedDate":"2026-01-01T00:00:00Z","publisher":{"name":"Bench"},"releases":[\n';
    let written = 0;
    for (let at = 0; written < bytes; at += 1) {
      const release = makeRelease(at);
      written += release.length + 1;
      yield `${isPackage && at > 0 ? "," : ""}${release}\n`;
    }
    if (isPackage) yield "]}\n";
  }, createWriteStream(path));
}

const forms = ["lines", "package"] as const;
type Form = (typeof forms)[number];

interface Measured {
  readonly count: number;
  readonly ms: number;
  /** Time of processors: on a busy machine this says more than the clock. */
  readonly cpuMs: number;
  /** Memory before anything was read: the program with its data. */
  readonly startMB: number;
  readonly peakMB: number;
}

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function peak(): number {
  const status = readFileSync("/proc/self/status", "utf8");
  return Math.round(Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024);
}

async function readNotices(path: string): Promise<Measured> {
  const startMB = peak();
  const cpuBefore = cpu();
  const started = performance.now();
  let count = 0;
  for await (const notice of streamNoticeFile(path)) if (notice.lots.length === 2) count += 1;
  return {
    count,
    ms: performance.now() - started,
    cpuMs: cpu() - cpuBefore,
    startMB,
    peakMB: peak(),
  };
}

/** The peer: lines and JSON.parse, nothing made of them, nothing merged. Of a package: the whole value at once. */
async function parsePlainly(path: string, form: Form): Promise<Measured> {
  const startMB = peak();
  const cpuBefore = cpu();
  const started = performance.now();
  let count = 0;
  if (form === "package") {
    const value = JSON.parse(readFileSync(path, "utf8")) as { releases: unknown[] }; // our own file
    count = value.releases.length;
  } else
    for await (const line of createInterface({ input: createReadStream(path) }))
      if (JSON.parse(line) !== null) count += 1;
  return {
    count,
    ms: performance.now() - started,
    cpuMs: cpu() - cpuBefore,
    startMB,
    peakMB: peak(),
  };
}

async function measure(how: "read" | "plain", path: string, form: Form): Promise<Measured> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), how, path, form], {
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
  const found = samples.toSorted((a, b) => a.cpuMs - b.cpuMs)[Math.floor(samples.length / 2)];
  if (found === undefined) throw new Error("Nothing was measured.");
  return found;
}

async function main(): Promise<void> {
  const largest = Number(process.argv[2] ?? 200);
  const folder = mkdtempSync(join(tmpdir(), "throughline-bench-"));
  const loadAtStart = Math.round((loadavg()[0] ?? 0) * 10) / 10;
  const files: object[] = [];
  const sizes: readonly (readonly [Form, number])[] = [
    ["lines", 25],
    ["lines", 100],
    ["lines", 200],
    ["package", 100],
  ];
  try {
    for (const [form, megabytes] of sizes) {
      if (megabytes > largest) continue;
      const path = join(folder, `${form}-${megabytes}.json`);
      await writeFile(path, form, megabytes * 1e6);
      const size = statSync(path).size / 1e6;
      const read: Measured[] = [];
      const plain: Measured[] = [];
      for (let at = 0; at < repeats; at += 1) {
        read.push(await measure("read", path, form));
        plain.push(await measure("plain", path, form));
      }
      const ours = middle(read);
      const theirs = middle(plain);
      const entry = {
        form,
        fileMB: Math.round(size),
        releases: theirs.count,
        procurements: ours.count,
        seconds: Math.round(ours.ms / 10) / 100,
        cpuSeconds: Math.round(ours.cpuMs / 10) / 100,
        megabytesPerCpuSecond: Math.round((size / ours.cpuMs) * 1_000),
        startMB: Math.max(...read.map((one) => one.startMB)),
        peakMB: Math.max(...read.map((one) => one.peakMB)),
        parseAlone: {
          seconds: Math.round(theirs.ms / 10) / 100,
          cpuSeconds: Math.round(theirs.cpuMs / 10) / 100,
          megabytesPerCpuSecond: Math.round((size / theirs.cpuMs) * 1_000),
          peakMB: Math.max(...plain.map((one) => one.peakMB)),
        },
        timesParseAlone: Math.round((ours.cpuMs / theirs.cpuMs) * 100) / 100,
      };
      if (ours.count >= theirs.count) throw new Error("Nothing was merged.");
      process.stderr.write(`${JSON.stringify(entry)}\n`);
      files.push(entry);
      rmSync(path);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const result = {
    program: "read-notices",
    machine: await describeMachine(),
    loadAtStart,
    repeats,
    files,
    targets: "100 MB of JSON Lines at constant memory",
  };
  const text = `${JSON.stringify(result, null, 2)}\n`;
  process.stdout.write(text);
  if (largest >= 200) {
    mkdirSync(new URL("results/", import.meta.url), { recursive: true });
    writeFileSync(new URL("results/read-notices.json", import.meta.url), text);
  }
}

const [how, path, form] = process.argv.slice(2);
const asked = forms.find((one) => one === form);
if (path !== undefined && asked !== undefined)
  process.stdout.write(
    JSON.stringify(how === "plain" ? await parsePlainly(path, asked) : await readNotices(path)),
  );
else await main();
