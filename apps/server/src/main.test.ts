import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { livingPostmaster } from "@throughline/db";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

const Chains = z.object({
  chains: z.array(z.object({ intact: z.boolean(), sealed: z.int(), unsealed: z.int() })),
});
const Findings = z.object({
  findings: z.array(z.object({ what: z.string(), fine: z.boolean() })),
});

let folder: string;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "throughline-main-"));
  await chmod(folder, 0o755);
});
afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
  const postmaster = livingPostmaster(join(folder, "postgres"));
  if (postmaster !== null) process.kill(postmaster, "SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly output: string;
}

function environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { ...process.env, DATABASE_URL: "", PORT: "0", THROUGHLINE_DATA: folder, ...more };
}

async function start(more: Record<string, string> = {}): Promise<Started> {
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
    child.once("exit", (code) => {
      running.delete(child);
      reject(new Error(`ended with ${String(code)}: ${output}`));
    });
  });
  const origin = /ready at (http:\S+)/.exec(output)?.[1] ?? "";
  return { child, origin, output };
}

async function end(started: Started, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    started.child.once("exit", (code) => resolve(code));
    started.child.kill(signal);
  });
}

function runProgram(name: string, ...args: string[]): { status: number | null; stdout: string } {
  const done = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...args], {
    env: environment(),
    encoding: "utf8",
  });
  return { status: done.status, stdout: done.stdout };
}

async function asOwner(text: string): Promise<void> {
  const host = readFileSync(join(folder, "socket-folder"), "utf8").trim();
  const owner = new pg.Client({ host, user: "postgres", database: "throughline" });
  await owner.connect();
  await owner.query(text);
  await owner.end();
}

describe("the server as it is started", () => {
  it("without demonstrations prints a one-time link for the first owner, who can join by it", async () => {
    const first = await start({ THROUGHLINE_DEMONSTRATIONS: "none" });
    const secret = /\/join#(\S+)/.exec(first.output)?.[1] ?? "";
    expect(secret.length).toBeGreaterThan(20);
    const joined = await fetch(`${first.origin}/api/invitations/accept`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        secret,
        account: {
          name: "First Owner",
          email: "first@example.org",
          password: "a long enough password",
        },
      }),
    });
    expect(joined.status).toBe(200);
    // A port is chosen by PORT=0; the second start finds the data all the same.
    const beside = spawnSync(process.execPath, [join(import.meta.dirname, "main.ts")], {
      env: environment(),
      encoding: "utf8",
    });
    expect(beside.status).toBe(2);
    expect(beside.stderr).toContain("already running");
    expect(beside.stderr).toContain(first.origin);
    expect(await end(first, "SIGINT")).toBe(0);
    expect(livingPostmaster(join(folder, "postgres"))).toBeNull();
  });

  it("keeps what was written through SIGKILL, and has no link any more", async () => {
    const killed = await start({ THROUGHLINE_DEMONSTRATIONS: "none" });
    await end(killed, "SIGKILL");
    expect(livingPostmaster(join(folder, "postgres"))).not.toBeNull();
    const again = await start({ THROUGHLINE_DEMONSTRATIONS: "none" });
    expect(again.output).not.toContain("/join#");
    const answer = await fetch(`${again.origin}/api/sign-in`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: "first@example.org", password: "a long enough password" }),
    });
    expect(await answer.json()).toEqual({ status: "signed_in" });
    await end(again, "SIGTERM");
  });

  it("says which variable is wrong", () => {
    const done = spawnSync(process.execPath, [join(import.meta.dirname, "main.ts")], {
      env: environment({ PORT: "a port" }),
      encoding: "utf8",
    });
    expect(done.status).toBe(2);
    expect(done.stderr).toContain("PORT");
  });
});

describe("the programs beside it", () => {
  it("verify the audit, and find an entry that was changed by hand", async () => {
    const good = runProgram("verify-audit", "--json");
    expect(good.status).toBe(0);
    const { chains } = Chains.parse(JSON.parse(good.stdout));
    expect(chains).toHaveLength(1);
    expect(chains[0]).toMatchObject({ intact: true, unsealed: 0 });
    expect(chains[0]?.sealed).toBeGreaterThanOrEqual(3);

    const server = await start({ THROUGHLINE_DEMONSTRATIONS: "none" });
    await asOwner(
      "update audit_entries set action = 'nothing-happened' where id = (select entry_id from audit_seals where sequence = 2)",
    );
    const bad = runProgram("verify-audit");
    expect(bad.status).toBe(1);
    expect(bad.stdout).toContain("under seal 2 was changed");
    await end(server, "SIGTERM");
  });

  it("examine the installation, and find a table that somebody opened", async () => {
    const server = await start({ THROUGHLINE_DEMONSTRATIONS: "none" });
    const good = runProgram("doctor", "--json");
    const { findings } = Findings.parse(JSON.parse(good.stdout));
    const fine = new Map(findings.map((finding) => [finding.what, finding.fine]));
    expect(fine.get("Row security")).toBe(true);
    expect(fine.get("Database")).toBe(true);
    for (const what of ["Jobs", "Failed jobs", "Mail"]) expect(fine.get(what), what).toBe(true);
    await asOwner(
      `insert into jobs.job (name, data, created_on) values ('dead', '{"job": "send-mail"}', now())`,
    );
    const dead = runProgram("doctor");
    expect(dead.status).toBe(1);
    expect(dead.stdout).toContain("✕ Failed jobs: 1 × send-mail");
    await asOwner("delete from jobs.job");
    await asOwner("alter table contracts no force row level security");
    const bad = runProgram("doctor");
    expect(bad.status).toBe(1);
    expect(bad.stdout).toContain("public.contracts: row security is not forced on the owner");
    await end(server, "SIGTERM");
  });
});
