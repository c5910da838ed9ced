/**
 * Works off jobs: mail, reminders, large imports. Started and watched by the server beside it; with
 * `THROUGHLINE_WORKER=0` there, started by `throughline work` on another machine with the same DATABASE_URL.
 */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { chooseDataFolder, connectBeside, livingPostmaster } from "@throughline/db";
import { AppError } from "@throughline/domain";
import { pino } from "pino";
import { makeJobHandlers } from "./job-handlers.ts";
import { openMailer } from "./modules/mail/index.ts";
import { keepScopeFilesIn } from "./modules/sites/index.ts";
import { explainFailure } from "./platform/explain-failure.ts";
import { jobCatalogue } from "./platform/jobs/job-catalogue.ts";
import { startWorking } from "./platform/jobs/work-jobs.ts";
import { serverSecret } from "./platform/server-secret.ts";
import { readSettings, type Settings } from "./platform/settings.ts";

async function main(settings: Settings): Promise<void> {
  const log = pino({ level: settings.logLevel, name: "worker" }, pino.destination(2));
  const folder = chooseDataFolder(settings.dataFolder);
  if (settings.databaseUrl === null && livingPostmaster(join(folder, "postgres")) === null) {
    throw new AppError(
      "database_unavailable",
      "The embedded database is not running; it belongs to the server, which starts its own worker.",
    );
  }
  const connected = await connectBeside(settings);
  keepScopeFilesIn(connected.database, join(folder, "site-index"));
  const secret = settings.secret ?? (await serverSecret(connected.database));
  const working = startWorking(
    {
      database: connected.database,
      catalogue: jobCatalogue,
      handlers: makeJobHandlers({
        mailer: settings.mail === null ? null : openMailer(settings.mail),
        publicUrl: settings.publicUrl,
        secret,
      }),
      log,
      now: () => new Date(),
    },
    {
      id: process.env["THROUGHLINE_WORKER_ID"] ?? randomUUID(),
      alone: connected.kind === "embedded",
    },
  );

  let stopping = false;
  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    await working.stop();
    await connected.database.close();
    process.exit(0);
  }
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
  // The server that started it is gone, perhaps while this was still starting.
  process.on("disconnect", () => void stop());
  if (process.connected === false) await stop();
}

try {
  await main(readSettings(process.env));
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exit(error instanceof AppError ? 2 : 1);
}
