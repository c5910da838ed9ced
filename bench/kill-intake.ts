/**
 * Kills the worker, the server or the database with SIGKILL at random moments while a list is read, checked, placed,
 * screened and written, and looks afterwards whether a row was lost or doubled, or anything of a list that was given up
 * is left. Each list is one of the same sites, so that what the first one made must not grow.
 *
 * Run: node bench/kill-intake.ts [--rounds 20] [--seed 1] [--rows 3000]
 * Exit code 1 when something was lost, doubled or left. Results in bench/results/kill-intake.json.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createClient, type IntakeDetail } from "@throughline/contract";
import { livingPostmaster } from "@throughline/db";
import { demonstrationPeople } from "../apps/server/src/demonstration/people.ts";
import { openAsOwner } from "./plant-rows.ts";
import { describeMachine, runServer, signIn, type RunningServer } from "./run-server.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "20" },
    seed: { type: "string", default: String(Date.now() % 100_000) },
    rows: { type: "string", default: "3000" },
  },
});
const rounds = Number(values.rounds);
const rows = Number(values.rows);
const random = randomFrom(Number(values.seed));
const killed = { worker: 0, server: 0, database: 0 };
const faults: string[] = [];
const syllables = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split(" ");
let cancelled = 0;

const folder = mkdtempSync(join(tmpdir(), "throughline-kill-intake-"));
await chmod(folder, 0o755);
const port = await freePort();
let server: RunningServer = await runServer(folder, port);
const token = await makeToken();
const client = createClient({
  origin: server.origin,
  headers: () => ({ authorization: `Bearer ${token}` }),
});
try {
  for (let round = 1; round <= rounds; round += 1) await runRound(round);
  const result = {
    program: "kill-intake",
    machine: await describeMachine(),
    seed: Number(values.seed),
    rounds,
    rowsPerList: rows,
    killed,
    givenUp: cancelled,
    faults,
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  if (rounds >= 20) {
    mkdirSync(join(import.meta.dirname, "results"), { recursive: true });
    writeFileSync(
      join(import.meta.dirname, "results/kill-intake.json"),
      `${JSON.stringify(result, null, 2)}\n`,
    );
  }
  if (killed.worker + killed.server + killed.database < rounds)
    throw new Error("Too little was killed for the campaign to say anything.");
  if (faults.length > 0) process.exitCode = 1;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** One list, with one to four kills on its way; every fifth is given up in between. */
async function runRound(round: number): Promise<void> {
  const contractId = await makeContract(round);
  const intakeId = await send(contractId, round);
  const kills = 1 + Math.floor(random() * 4);
  const givesUp = round % 5 === 0;
  for (let kill = 0; kill < kills; kill += 1) {
    await wait(random() * 2_500);
    await killSomething();
    if (givesUp && kill === kills - 1) {
      const done = await patiently(() => client.intakes.cancel({ intakeId }).catch(nullIfTaken));
      if (done !== null) cancelled += 1;
    }
  }
  const intake = await untilOver(intakeId);
  const found = await look(contractId, intake);
  faults.push(...found.map((fault) => `round ${round}: ${fault}`));
  process.stdout.write(
    `round ${round}: ${intake.state} after ${kills} kills${found.length === 0 ? "" : ` – ${found.join("; ")}`}\n`,
  );
}

function nullIfTaken(error: unknown): null {
  // It was faster: then there is nothing to give up.
  if (error instanceof Error && "status" in error && error.status === 409) return null;
  throw error;
}

async function killSomething(): Promise<void> {
  const chance = random();
  if (chance < 0.5) {
    const worker = findWorker();
    if (worker === null) return;
    killed.worker += 1;
    process.kill(worker, "SIGKILL");
  } else if (chance < 0.75) {
    killed.server += 1;
    await server.stop("SIGKILL");
    server = await runServer(folder, port);
  } else {
    const pid = livingPostmaster(join(folder, "postgres"));
    if (pid === null) return;
    killed.database += 1;
    process.kill(pid, "SIGKILL");
  }
}

function findWorker(): number | null {
  const pid = server.process.pid ?? 0;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
  for (const child of children.filter((one) => one !== ""))
    if (readFileSync(`/proc/${child}/cmdline`, "utf8").includes("worker.ts")) return Number(child);
  return null;
}

/** Waits until nobody is busy with the list, and what is given up has been cleared away. */
async function untilOver(intakeId: string): Promise<IntakeDetail> {
  for (const until = performance.now() + 300_000; performance.now() < until;) {
    const intake = await patiently(() => client.intakes.get({ intakeId }));
    if (!["reading", "checking", "taking"].includes(intake.state)) {
      if (intake.state === "taken" || (await isCleared(intakeId))) return intake;
    }
    await wait(250);
  }
  throw new Error("The list did not get on.");
}

/** Tries again while server or database are away. */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (const until = performance.now() + 60_000; ;) {
    try {
      return await call();
    } catch (error) {
      if (performance.now() > until) throw error;
      await wait(200);
    }
  }
}

async function ask<R extends object>(text: string, values: unknown[]): Promise<R[]> {
  return patiently(async () => {
    const owner = await openAsOwner(folder);
    owner.on("error", () => undefined);
    try {
      return (await owner.query<R>(text, values)).rows;
    } finally {
      await owner.end();
    }
  });
}

async function isCleared(intakeId: string): Promise<boolean> {
  const [left] = await ask<{ left: number }>(
    "select (select count(*) from intake_rows where intake_id = $1)::int + (select count(*) from sites where pending_intake_id = $1)::int + (select count(*) from intake_sources where intake_id = $1)::int as left",
    [intakeId],
  );
  return left?.left === 0;
}

/** What is wrong with what a list left behind. */
async function look(contractId: string, intake: IntakeDetail): Promise<string[]> {
  const [held] = await ask<Record<string, number>>(
    `select (select count(*)::int from disclosures where contract_id = $1) as disclosures,
      (select count(*)::int from disclosure_rows r join disclosures d on d.id = r.disclosure_id where d.contract_id = $1) as rows,
      (select count(distinct row_number)::int from disclosure_rows r join disclosures d on d.id = r.disclosure_id where d.contract_id = $1) as numbers,
      (select count(*)::int from trace_links where contract_id = $1) as links,
      (select count(distinct site_id)::int from trace_links where contract_id = $1) as linked,
      (select count(*)::int from sites where name like 'Killed%') as sites,
      (select count(*)::int from sites where pending_intake_id is not null) as pending,
      (select count(*)::int from intake_placements) as placements`,
    [contractId],
  );
  const taken = intake.state === "taken";
  const expected = taken
    ? { disclosures: 1, rows, numbers: rows, links: rows, linked: rows, pending: 0, placements: 0 }
    : { disclosures: 0, rows: 0, numbers: 0, links: 0, linked: 0, pending: 0, placements: 0 };
  const wrong = Object.entries(expected).flatMap(([what, count]) =>
    held?.[what] === count ? [] : [`${what} ${held?.[what] ?? "?"} instead of ${count}`],
  );
  if (!taken && intake.state !== "cancelled") wrong.push(`it is ${intake.state}`);
  if (held?.["sites"] !== rows && (taken || held?.["sites"] !== 0))
    wrong.push(`${held?.["sites"] ?? "?"} sites instead of ${rows}`);
  return wrong;
}

function makeWord(n: number): string {
  let word = "";
  for (let left = ((n + 1) * 48_271) % 2_147_483_647, turn = 0; turn < 4; turn += 1) {
    word += syllables[left % syllables.length] ?? "";
    left = Math.floor(left / syllables.length);
  }
  return word;
}

async function send(contractId: string, round: number): Promise<string> {
  const lines = ["Name,Address,Country,Product"];
  for (let n = 0; n < rows; n += 1)
    lines.push(
      `Killed ${makeWord(n)} ${makeWord(n + 70_000)} Ltd,"${n} ${makeWord(n + 9_000)} Road, Leeds",GB,Book 3`,
    );
  const form = new FormData();
  form.set(
    "about",
    JSON.stringify({
      title: `List ${round}`,
      declaredBy: "An invented supplier",
      receivedOn: "2026-01-01",
    }),
  );
  form.set("unattended", "true");
  form.set("file", new Blob([`${lines.join("\n")}\n`], { type: "text/csv" }), "list.csv");
  return patiently(async () => {
    const answer = await fetch(`${server.origin}/api/contracts/${contractId}/intakes`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    if (!answer.ok) throw new Error(await answer.text());
    return String(Reflect.get(Object(await answer.json()), "intakeId"));
  });
}

async function makeContract(round: number): Promise<string> {
  const made = await patiently(() =>
    client.contracts.create({
      kind: "stand_alone",
      reference: `KILL-LIST-${round}`,
      title: "Taken while being killed",
      products: [
        {
          brand: "Aster",
          family: "Book 3",
          partNumber: null,
          quantity: 1,
          value: null,
          cpv: null,
        },
      ],
    }),
  );
  return made.id;
}

async function makeToken(): Promise<string> {
  const person = demonstrationPeople[0];
  if (person === undefined) throw new Error("There is no demonstration sign-in.");
  const session = await signIn(server.origin, person.email, person.password);
  const made = await session.account.createToken({
    name: "Kill campaign",
    scopes: ["contract.write", "disclosure.read", "disclosure.write"],
    expiresInDays: 1,
  });
  return made.secret;
}

function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
