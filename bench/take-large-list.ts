/**
 * A list of 200,000 sites end to end through the real server and its worker: sent, read, its columns taken as they were
 * recognised, checked, placed, screened, written. Rows a second of each part, the worker's peak memory; then two such
 * lists of one organisation at once, and how long GET /api/health takes meanwhile, beside the same without any list.
 *
 * Run: node bench/take-large-list.ts [rows] [--one]  (a number of rows or --one: a quick look that is not kept)
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createClient, type ApiClient } from "@throughline/contract";
import { demonstrationPeople } from "../apps/server/src/demonstration/people.ts";
import { openAsOwner } from "./plant-rows.ts";
import { describeMachine, percentile, runServer } from "./run-server.ts";

const wanted = Number(process.argv[2]);
const rows = Number.isInteger(wanted) && wanted > 0 ? wanted : 200_000;
const justOne = process.argv.includes("--one");
const isKept = !justOne && rows === 200_000;
const port = 44_110;

const words = (text: string): string[] => text.split(" ");
const syllables = words("ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu");
const roads = words(
  "Apex Bay Crown Dragon Eagle Forest Glory Hill Island Jewel King Lake Moon North Ocean Pearl River Star Tiger Valley Wave",
);
const trades = words(
  "Electronics Precision Technology Garments Footwear Batteries Optics Circuits Plastics Motors Cables Displays Castings Toys Metalware Packaging",
);
const towns: readonly (readonly [string, string, string])[] = [
  ["Shenzhen", "Guangdong", "CN"],
  ["Dongguan", "Guangdong", "CN"],
  ["Suzhou", "Jiangsu", "CN"],
  ["Kunshan", "Jiangsu", "CN"],
  ["Chengdu", "Sichuan", "CN"],
  ["Hanoi", "Hanoi", "VN"],
  ["Bac Ninh", "Bac Ninh", "VN"],
  ["Chennai", "Tamil Nadu", "IN"],
  ["Pune", "Maharashtra", "IN"],
  ["Dhaka", "Dhaka", "BD"],
  ["Penang", "Penang", "MY"],
  ["Monterrey", "Nuevo Leon", "MX"],
];

/** A word for a number; 160,000 of them. */
function makeWord(n: number): string {
  let word = "";
  for (let left = ((n + 1) * 48_271) % 2_147_483_647, turn = 0; turn < 4; turn += 1) {
    word += syllables[left % syllables.length] ?? "";
    left = Math.floor(left / syllables.length);
  }
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Invented sites, all different, in a few industrial towns; `list` makes another list of the same kind. */
function makeList(count: number, list: string): string {
  const lines = [
    "Factory name,Address,City,Province,Postcode,Country,Product,Component,Tier,Workers,Valid from,Remark",
  ];
  const pick = <T>(from: readonly T[], n: number): T => {
    const found = from[n % from.length];
    if (found === undefined) throw new Error("There is nothing to pick from.");
    return found;
  };
  const other = list.charCodeAt(0);
  for (let n = 0; n < count; n += 1) {
    const [town, province, country] = pick(towns, n * 7 + Math.floor(n / 13));
    const name = `${makeWord(n + other * 300_000)} ${makeWord(Math.floor(n / 3) + 700_000 + other * 900_000)} ${pick(trades, Math.floor(n / 5))} Co. Ltd.`;
    lines.push(
      `${name},"No. ${1 + ((n + 331 * other) % 997)} ${pick(roads, Math.floor(n / 3) + other)} Industrial Road, Block ${1 + (Math.floor(n / 997) % 211)}",${town},${province},${100_000 + (n % 89_999)},${country},Book 3,,Final assembly,${50 + (n % 4_000)},2025-01-01,row ${n}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

interface Part {
  readonly part: string;
  rows: number;
  seconds: number;
}

const folder = mkdtempSync(join(tmpdir(), "throughline-bench-"));
await chmod(folder, 0o755);
const server = await runServer(folder, port);
try {
  const person = demonstrationPeople[0];
  if (person === undefined) throw new Error("There is no demonstration sign-in.");
  const cookie = await cookieOf(person.email, person.password);
  const client = createClient({ origin: server.origin, headers: () => ({ cookie }) });
  const quiet = await measureHealth(10_000);
  const one = await takeOne(client, cookie, "A");
  const twoStarted = performance.now();
  const meanwhile = new AbortController();
  const health = justOne ? null : measureHealth(Number.MAX_SAFE_INTEGER, meanwhile.signal);
  const two = justOne
    ? []
    : await Promise.all([takeOne(client, cookie, "B"), takeOne(client, cookie, "C")]);
  const twoSeconds = (performance.now() - twoStarted) / 1_000;
  meanwhile.abort();
  const busy = health === null ? null : await health;
  const owner = await openAsOwner(folder);
  const size = await owner.query<{ mb: number }>(
    "select (pg_database_size(current_database()) / 1000000)::int as mb",
  );
  await owner.end();
  const result = {
    machine: await describeMachine(),
    load: loadavg()[0],
    rows,
    one,
    two: { seconds: round(twoSeconds), lists: two },
    workerPeakMegabytes: peakOf("worker.ts"),
    serverPeakMegabytes: peakOf("main.ts"),
    health: { quiet, whileTwoRun: busy },
    databaseMegabytes: size.rows[0]?.mb,
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  if (isKept) {
    const results = join(import.meta.dirname, "results");
    mkdirSync(results, { recursive: true });
    writeFileSync(join(results, "take-large-list.json"), `${JSON.stringify(result, null, 2)}\n`);
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function cookieOf(email: string, password: string): Promise<string> {
  const answer = await fetch(`${server.origin}/api/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`Sign-in failed: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0] ?? "")
    .join("; ");
}

/** Sends a list for a contract of its own and waits until it is taken. */
async function takeOne(
  client: ApiClient,
  cookie: string,
  name: string,
): Promise<{
  seconds: number;
  rowsPerSecond: number;
  parts: Part[];
  outcome: unknown;
}> {
  const { id } = await client.contracts.create({
    kind: "stand_alone",
    reference: `BENCH-LIST-${name}`,
    title: `A contract for list ${name}, made to be measured`,
    products: [
      {
        brand: "Acme",
        family: "Book 3",
        partNumber: null,
        quantity: 1,
        value: null,
        cpv: "30213100",
      },
    ],
  });
  const form = new FormData();
  form.set(
    "about",
    JSON.stringify({
      title: `List ${name}`,
      declaredBy: `Supplier ${name}`,
      receivedOn: "2026-01-01",
    }),
  );
  form.set("unattended", "true");
  form.set("file", new Blob([makeList(rows, name)], { type: "text/csv" }), `list-${name}.csv`);
  const started = performance.now();
  const sent = await fetch(`${server.origin}/api/contracts/${id}/intakes`, {
    method: "POST",
    headers: { cookie },
    body: form,
  });
  if (!sent.ok) throw new Error(`Sending failed: ${await sent.text()}`);
  // The answer of this route is described by the contract.
  const { intakeId } = (await sent.json()) as { intakeId: string };
  const parts: Part[] = [];
  let changedAt = started;
  for (;;) {
    const intake = await client.intakes.get({ intakeId });
    const part = intake.stateSentence.code;
    const now = performance.now();
    const last = parts.at(-1);
    if (last?.part !== part) {
      parts.push({ part, rows: 0, seconds: 0 });
      changedAt = now;
    }
    const current = parts.at(-1);
    if (current !== undefined) {
      current.rows = Math.max(current.rows, intake.progress.rowsDone);
      current.seconds = round((now - changedAt) / 1_000);
    }
    if (["taken", "failed", "cancelled", "to_confirm"].includes(intake.state)) {
      if (intake.state !== "taken") throw new Error(JSON.stringify(intake.failure ?? intake.notes));
      const seconds = (performance.now() - started) / 1_000;
      return {
        seconds: round(seconds),
        rowsPerSecond: Math.round(rows / seconds),
        parts: parts.filter((one) => one.seconds > 0),
        outcome: { counts: intake.counts, result: intake.result },
      };
    }
    await wait(500);
  }
}

async function measureHealth(
  milliseconds: number,
  signal?: AbortSignal,
): Promise<{ calls: number; medianMs: number; p95Ms: number; maxMs: number }> {
  const times: number[] = [];
  const until = performance.now() + milliseconds;
  while (performance.now() < until && signal?.aborted !== true) {
    const started = performance.now();
    const answer = await fetch(`${server.origin}/api/health`).catch(() => null);
    // Stopped in the middle: what stopped it is said elsewhere.
    if (answer === null) break;
    await answer.text();
    times.push(performance.now() - started);
    // With the questions after the lists this stays below what an address may ask a minute.
    await wait(150);
  }
  return {
    calls: times.length,
    medianMs: round(percentile(times, 0.5)),
    p95Ms: round(percentile(times, 0.95)),
    maxMs: round(Math.max(...times)),
  };
}

/** Highest resident memory of the server's process that runs this program, so far. */
function peakOf(program: string): number | null {
  const children = (pid: number): number[] =>
    readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .trim()
      .split(" ")
      .filter((one) => one !== "")
      .map(Number);
  const pid = server.process.pid ?? 0;
  for (const one of [pid, ...children(pid)]) {
    if (!readFileSync(`/proc/${one}/cmdline`, "utf8").includes(program)) continue;
    const found = /VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${one}/status`, "utf8"));
    return found === null ? null : Math.round(Number(found[1]) / 1_024);
  }
  return null;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
