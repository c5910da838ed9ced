/** The worker as it is started: a process beside the server, killed, started again, stopped with it. */
import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { livingPostmaster } from "@throughline/db";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bossOptions, stillClock } from "./platform/jobs/boss-options.ts";
import { startSmtpServer, type TestSmtpServer } from "./test/start-smtp-server.ts";

let folder: string;
let smtp: TestSmtpServer;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "throughline-worker-"));
  await chmod(folder, 0o755);
  smtp = await startSmtpServer();
});
afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  const postmaster = livingPostmaster(join(folder, "postgres"));
  if (postmaster !== null) process.kill(postmaster, "SIGKILL");
  await smtp.close();
  rmSync(folder, { recursive: true, force: true });
});

function environment(more: Record<string, string>): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: "",
    PORT: "0",
    THROUGHLINE_DATA: folder,
    THROUGHLINE_DEMONSTRATIONS: "none",
    THROUGHLINE_SMTP_URL: smtp.url,
    THROUGHLINE_MAIL_FROM: "no-reply@throughline.example",
    ...more,
  };
}

async function start(more: Record<string, string> = {}): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts")], {
    env: environment(more),
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let output = "";
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes("Ctrl-C stops it.")) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`ended with ${String(code)}: ${output}`)));
  });
  return child;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  await new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill(signal);
  });
}

/** Process ids of the workers below a server, from the process table. */
function workersOf(pid: number | undefined): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
  return children
    .split(" ")
    .map(Number)
    .filter((child) => child > 0 && commandOf(child).includes("worker.ts"));
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

async function asRole<T>(user: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const host = readFileSync(join(folder, "socket-folder"), "utf8").trim();
  const client = new pg.Client({ host, user, database: "throughline" });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** Writes a mail and its job as a use case would, past the API. */
async function queueMail(subject: string): Promise<string> {
  const mailId = randomUUID();
  const organisationId = await asRole("postgres", async (owner) => {
    const { rows } = await owner.query<{ id: string }>("select id from organisations limit 1");
    const id = rows[0]?.id ?? "";
    await owner.query(
      "insert into mails (id, organisation_id, kind, to_address, subject, body) values ($1, $2, 'test', 'csr@cedar.example', $3, 'text')",
      [mailId, id, subject],
    );
    return id;
  });
  await asRole("throughline_login", async (client) => {
    const boss = new PgBoss({
      ...bossOptions,
      clock: stillClock,
      db: { executeSql: (text, values) => client.query(text, values) },
    });
    await boss.start();
    await boss.send(
      "quick",
      { job: "send-mail", organisationId, payload: { mailId } },
      { singletonKey: mailId, retryLimit: 5, retryDelay: 1, heartbeatSeconds: 30 },
    );
    await boss.stop({ graceful: false, close: false });
  });
  return mailId;
}

async function until(what: () => Promise<boolean> | boolean, seconds = 20): Promise<void> {
  const limit = Date.now() + seconds * 1000;
  while (!(await what())) {
    if (Date.now() > limit) throw new Error("It did not happen in time.");
    await wait(50);
  }
}
const arrived = (subject: string): boolean =>
  smtp.received.some((one) => one.raw.includes(`Subject: ${subject}`));

describe.runIf(process.platform === "linux")("the worker beside the server", () => {
  it("sends what is queued, comes again when it is killed, and ends with the server", async () => {
    const server = await start();
    const [worker = 0] = workersOf(server.pid);
    expect(worker).toBeGreaterThan(0);
    await queueMail("one");
    await until(() => arrived("one"));

    process.kill(worker, "SIGKILL");
    await queueMail("two");
    await until(() => arrived("two"));
    const [next = 0] = workersOf(server.pid);
    expect(next).not.toBe(worker);

    await end(server, "SIGINT");
    expect(commandOf(next)).not.toContain("worker.ts");
    expect(livingPostmaster(join(folder, "postgres"))).toBeNull();
  });

  it("ends when its server was killed, and works again after the database was", async () => {
    const server = await start();
    const [worker = 0] = workersOf(server.pid);
    await end(server, "SIGKILL");
    await until(() => !commandOf(worker).includes("worker.ts"));

    const again = await start();
    process.kill(livingPostmaster(join(folder, "postgres")) ?? 0, "SIGKILL");
    await until(async () => {
      try {
        await queueMail("three");
        return true;
      } catch {
        return false;
      }
    });
    await until(() => arrived("three"));
    expect(workersOf(again.pid)).toHaveLength(1);
    await end(again, "SIGTERM");
  });

  it("is not started with THROUGHLINE_WORKER=0; a second one by hand says what is missing", async () => {
    const server = await start({ THROUGHLINE_WORKER: "0" });
    expect(workersOf(server.pid)).toEqual([]);
    await end(server, "SIGTERM");
    const alone = spawn(process.execPath, [join(import.meta.dirname, "worker.ts")], {
      env: environment({}),
      stdio: ["ignore", "ignore", "pipe"],
    });
    running.add(alone);
    let said = "";
    alone.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    expect(await new Promise((resolve) => alone.once("exit", resolve))).toBe(2);
    expect(said).toContain("starts its own worker");
  });
});
