/**
 * Looks whether this installation is in order and says what to do where it is not; started by `throughline doctor`.
 * Exit code 0 when all is well, 1 when something is not, 2 when a setting is wrong.
 */
import { existsSync, readFileSync, statfsSync } from "node:fs";
import { dirname, join } from "node:path";
import { chooseDataFolder, connectBeside, listMigrations, type Database } from "@throughline/db";
import {
  findLooseReferences,
  findUnprotectedTables,
  foreignKeyQuery,
  policyQuery,
  protectionQuery,
  type ForeignKey,
  type Policy,
  type TableProtection,
} from "./isolation/find-unprotected-tables.ts";
import { explainFailure } from "./platform/explain-failure.ts";
import { countMails } from "./modules/mail/index.ts";
import { countJobs } from "./platform/jobs/jobs.store.ts";
import { readSettings, type Settings } from "./platform/settings.ts";

interface Finding {
  readonly what: string;
  readonly fine: boolean;
  readonly found: string;
  readonly whatToDo: string | null;
}

const json = process.argv.includes("--json");

try {
  const settings = readSettings(process.env);
  const findings = [...examineMachine(settings), ...(await examineDatabase(settings))];
  if (json) process.stdout.write(`${JSON.stringify({ findings }, null, 2)}\n`);
  else for (const finding of findings) process.stdout.write(`${describe(finding)}\n`);
  process.exitCode = findings.every((finding) => finding.fine) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exitCode = 2;
}

function describe(finding: Finding): string {
  const line = `${finding.fine ? "✓" : "✕"} ${finding.what}: ${finding.found}`;
  return finding.whatToDo === null ? line : `${line}\n  ${finding.whatToDo}`;
}

function examineMachine(settings: Settings): Finding[] {
  const major = Number(process.versions.node.split(".")[0]);
  const built = existsSync(join(settings.webFolder, "index.html"));
  let folder = chooseDataFolder(settings.dataFolder);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  const disk = statfsSync(folder);
  const freeGiB = Math.floor((disk.bavail * disk.bsize) / 2 ** 30);
  return [
    {
      what: "Node",
      fine: major >= 24,
      found: process.version,
      whatToDo: major >= 24 ? null : "Use Node 24 or later.",
    },
    {
      what: "Web",
      fine: built,
      found: built ? "built" : "not built",
      whatToDo: built ? null : "Run npm start; it builds the web.",
    },
    {
      what: "Disk",
      fine: freeGiB >= 1,
      found: `${freeGiB} GiB free for ${folder}`,
      whatToDo:
        freeGiB >= 1 ? null : "Make room; the database stops writing when the disk is full.",
    },
  ];
}

async function examineDatabase(settings: Settings): Promise<Finding[]> {
  let connected: Awaited<ReturnType<typeof connectBeside>>;
  try {
    connected = await connectBeside(settings);
  } catch (error) {
    return [
      {
        what: "Database",
        fine: false,
        found: "cannot be reached",
        whatToDo: explainFailure(error).replaceAll("\n", "\n  "),
      },
    ];
  }
  try {
    const pool = connected.database.signInPool;
    const version = await pool.query<{ version: string }>(
      "select current_setting('server_version') as version",
    );
    const tables = await pool.query<TableProtection>(protectionQuery);
    const keys = await pool.query<ForeignKey>(foreignKeyQuery);
    const policies = await pool.query<Policy>(policyQuery);
    const open = [
      ...findUnprotectedTables(tables.rows),
      ...findLooseReferences(keys.rows, policies.rows),
    ];
    const bypass = await pool.query<{ rolname: string }>(
      "select rolname from pg_roles where rolname in ('throughline_app', 'throughline_login', 'throughline_sealer') and (rolsuper or rolbypassrls)",
    );
    return [
      {
        what: "Database",
        fine: true,
        found: `PostgreSQL ${version.rows[0]?.version ?? ""}, ${connected.kind === "embedded" ? "embedded" : "named by DATABASE_URL"}; ${listMigrations().length} migrations known`,
        whatToDo: null,
      },
      {
        what: "Row security",
        fine: open.length === 0 && tables.rows.length > 0,
        found:
          open.length === 0
            ? `forced on all ${tables.rows.length} tables; ${keys.rows.length} references stay inside`
            : open.join("; "),
        whatToDo:
          open.length === 0
            ? null
            : "Someone changed the tables by hand. Put the policies back from packages/db/sql.",
      },
      {
        what: "Roles",
        fine: bypass.rows.length === 0,
        found:
          bypass.rows.length === 0
            ? "none of ours can bypass row security"
            : `${bypass.rows.map((role) => role.rolname).join(", ")} can bypass row security`,
        whatToDo:
          bypass.rows.length === 0
            ? null
            : "As the database's superuser: alter role … nosuperuser nobypassrls;",
      },
      ...(await examineWork(connected.database, settings)),
      await examineServer(settings),
    ];
  } finally {
    await connected.close();
  }
}

/** Jobs and mail: what waits, what failed, whether mail leaves at all. */
async function examineWork(database: Database, settings: Settings): Promise<Finding[]> {
  const { lanes, failed } = await countJobs(database);
  // What is due is taken within a second by a worker that runs and has a hand free.
  const stuck = lanes.some((lane) => lane.running === 0 && lane.waitingSeconds > 60);
  const busy = lanes.map(
    (lane) =>
      `${lane.lane}: ${lane.running} running, ${lane.waiting} waiting, ${lane.later} for later`,
  );
  const dead = failed.map(({ job, count }) => `${count} × ${job}`).join(", ");
  const mails = await countMails(database);
  return [
    {
      what: "Jobs",
      fine: !stuck,
      found: busy.join("; "),
      whatToDo: stuck
        ? "Nobody works them off. Start the server, or with THROUGHLINE_WORKER=0 'throughline work' on the machine that is to do it."
        : null,
    },
    {
      what: "Failed jobs",
      fine: failed.length === 0,
      found: failed.length === 0 ? "none in the last 90 days" : `${dead} in the last 90 days`,
      whatToDo:
        failed.length === 0
          ? null
          : "The worker's log of that time says why each failed, under its jobId.",
    },
    {
      what: "Mail",
      fine: mails.failed === 0,
      found: `${settings.mail === null ? "no SMTP server is set up, so mail is held for a person to hand over" : "sent by SMTP"}; in the last 30 days ${mails.sent} sent, ${mails.held} held, ${mails.bounced} came back, ${mails.failed} failed`,
      whatToDo:
        mails.failed === 0
          ? null
          : "See whether the SMTP server of THROUGHLINE_SMTP_URL takes mail. Each organisation sees its own mail in its outbox, with the words it was refused with, and can send it again.",
    },
  ];
}

async function examineServer(settings: Settings): Promise<Finding> {
  const file = join(chooseDataFolder(settings.dataFolder), "server-address");
  const address = existsSync(file) ? readFileSync(file, "utf8").trim() : settings.publicUrl;
  const answer = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(3000) }).catch(
    () => null,
  );
  return {
    what: "Server",
    fine: true,
    found: answer?.ok === true ? `answers at ${address}` : "not running",
    whatToDo: null,
  };
}
