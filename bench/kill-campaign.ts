/**
 * Kills the server or its database with SIGKILL at random moments while clients write, and looks afterwards whether an
 * acknowledged write was lost or anything was left half-written.
 *
 * Run: node bench/kill-campaign.ts [--rounds 50] [--seed 1]
 * Exit code 1 when a write was lost or half-written. Results in bench/results/kill-campaign.json.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createClient } from "@throughline/contract";
import { livingPostmaster } from "@throughline/db";
import pg from "pg";
import { demonstrationPeople } from "../apps/server/src/demonstration/people.ts";
import { describeMachine, runServer, signIn, type RunningServer } from "./run-server.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "50" },
    seed: { type: "string", default: String(Date.now() % 100_000) },
  },
});
const rounds = Number(values.rounds);
const random = randomFrom(Number(values.seed));
const productsPerContract = 3;

const folder = mkdtempSync(join(tmpdir(), "throughline-kill-"));
await chmod(folder, 0o755);
const port = await freePort();
const acknowledged = new Set<string>();
let attempted = 0;
let serverKills = 0;
let databaseKills = 0;
let slowestReturn = 0;

let server: RunningServer = await runServer(folder, port);
const token = await makeToken();
try {
  for (let round = 1; round <= rounds; round += 1) {
    const writing = { on: true };
    const writers = [1, 2].map((writer) => write(`${round}-${writer}`, writing));
    await wait(80 + random() * 500);
    if (random() < 0.5) {
      serverKills += 1;
      await server.stop("SIGKILL");
      writing.on = false;
      await Promise.all(writers);
      server = await runServer(folder, port);
      slowestReturn = Math.max(slowestReturn, server.readyAfter);
    } else {
      databaseKills += 1;
      const pid = livingPostmaster(join(folder, "postgres"));
      if (pid === null) throw new Error("There was no database to kill.");
      process.kill(pid, "SIGKILL");
      const killedAt = performance.now();
      await untilHealthy(pid);
      slowestReturn = Math.max(slowestReturn, performance.now() - killedAt);
      writing.on = false;
      await Promise.all(writers);
    }
    process.stdout.write(
      `round ${round}: ${acknowledged.size} acknowledged of ${attempted} attempted\n`,
    );
  }

  const faults = await lookForFaults();
  const result = {
    program: "kill-campaign",
    machine: await describeMachine(),
    seed: Number(values.seed),
    rounds,
    serverKills,
    databaseKills,
    attempted,
    acknowledged: acknowledged.size,
    lost: faults.lost.length,
    halfWritten: faults.halfWritten,
    withoutAudit: faults.withoutAudit,
    slowestReturnMs: Math.round(slowestReturn),
  };
  mkdirSync(join(import.meta.dirname, "results"), { recursive: true });
  if (rounds >= 50)
    writeFileSync(
      join(import.meta.dirname, "results/kill-campaign.json"),
      `${JSON.stringify(result, null, 2)}\n`,
    );
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  if (acknowledged.size < rounds)
    throw new Error("Too few writes were acknowledged for the campaign to say anything.");
  if (faults.lost.length > 0 || faults.halfWritten > 0 || faults.withoutAudit > 0)
    process.exitCode = 1;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function makeToken(): Promise<string> {
  const person = demonstrationPeople[0];
  if (person === undefined) throw new Error("There is no demonstration sign-in.");
  const client = await signIn(server.origin, person.email, person.password);
  const made = await client.account.createToken({
    name: "Kill campaign",
    scopes: ["contract.write"],
    expiresInDays: 1,
  });
  return made.secret;
}

/** Writes contracts with products, a condition and an audit row each, one after another, until told to stop. */
async function write(name: string, writing: { on: boolean }): Promise<void> {
  const client = createClient({
    origin: server.origin,
    headers: () => ({ authorization: `Bearer ${token}` }),
  });
  for (let count = 1; writing.on; count += 1) {
    const reference = `KILL-${name}-${count}`;
    attempted += 1;
    try {
      await client.contracts.create({
        kind: "stand_alone",
        reference,
        title: `Written while being killed ${reference}`,
        products: Array.from({ length: productsPerContract }, (_, index) => ({
          brand: "Aster",
          family: `Model ${index}`,
          partNumber: null,
          quantity: 1,
          value: null,
          cpv: null,
        })),
      });
      acknowledged.add(reference);
    } catch {
      // Not acknowledged: it may or may not be there, but never half.
      await wait(20);
    }
  }
}

async function untilHealthy(killed: number): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    // A connection may answer for a moment after its postmaster has died: wait for the new one.
    const now = livingPostmaster(join(folder, "postgres"));
    if (now === null || now === killed) {
      await wait(50);
      continue;
    }
    const answer = await fetch(`${server.origin}/api/health`).catch(() => null);
    if (answer?.ok === true) return;
    await wait(50);
  }
  throw new Error("The server did not come back after its database was killed.");
}

async function lookForFaults(): Promise<{
  lost: string[];
  halfWritten: number;
  withoutAudit: number;
}> {
  const host = readFileSync(join(folder, "socket-folder"), "utf8").trim();
  const owner = new pg.Client({ host, user: "postgres", database: "throughline" });
  await owner.connect();
  try {
    const found = await owner.query<{ reference: string; products: number; audited: number }>(
      `select c.reference,
         (select count(*)::int from product_lines p where p.contract_id = c.id) as products,
         (select count(*)::int from audit_entries a where a.subject_id = c.id::text and a.action = 'create-contract') as audited
       from contracts c where c.reference like 'KILL-%'`,
    );
    const present = new Set(found.rows.map((row) => row.reference));
    return {
      lost: [...acknowledged].filter((reference) => !present.has(reference)),
      halfWritten: found.rows.filter((row) => row.products !== productsPerContract).length,
      withoutAudit: found.rows.filter((row) => row.audited !== 1).length,
    };
  } finally {
    await owner.end();
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        resolve(typeof address === "object" && address !== null ? address.port : 0),
      );
    });
  });
}

/** Mulberry32: a small seeded generator, so that a campaign can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
