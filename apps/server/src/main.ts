/** Starts the server: database, migrations, demonstrations on the first run, web and API on one port. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chooseDataFolder, connect } from "@throughline/db";
import { AppError } from "@throughline/domain";
import { pino } from "pino";
import { buildApp } from "./app.ts";
import { loadAllDemonstrations } from "./demonstration/load-all.ts";
import { printDemonstrationSignIns } from "./demonstration/load-demonstrations.ts";
import { openFirstOrganisation } from "./modules/organisations/index.ts";
import { keepScopeFilesIn } from "./modules/sites/index.ts";
import { explainFailure } from "./platform/explain-failure.ts";
import { keepWorker } from "./platform/jobs/keep-worker.ts";
import { startSealing } from "./platform/seal-audit.ts";
import { serverSecret } from "./platform/server-secret.ts";
import { readSettings, type Settings } from "./platform/settings.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(settings: Settings): Promise<void> {
  const log = pino({ level: settings.logLevel }, pino.destination(2));
  const folder = chooseDataFolder(settings.dataFolder);
  const addressFile = join(folder, "server-address");
  const connected = await connect({
    databaseUrl: settings.databaseUrl,
    dataFolder: settings.dataFolder,
  }).catch((error: unknown) => {
    throw withRunningAddress(error, addressFile);
  });
  if (connected.embedded !== null && folder !== settings.dataFolder) {
    say(
      `The data is kept in ${folder}: the database runs as another user, who cannot reach this checkout.`,
    );
  }
  keepScopeFilesIn(connected.database, join(folder, "site-index"));

  const secret = settings.secret ?? (await serverSecret(connected.database));
  const { http } = await buildApp({
    database: connected.database,
    databaseKind: connected.kind,
    secret,
    publicUrl: settings.publicUrl,
    webFolder: settings.webFolder,
    smtpConfigured: settings.mail !== null,
    log,
    ...(settings.trustProxy === null ? {} : { trustProxy: settings.trustProxy }),
  });
  const demonstrations =
    settings.demonstrations === "load"
      ? await loadAllDemonstrations(connected.database, { secret, publicUrl: settings.publicUrl })
      : null;
  await http.listen({ port: settings.port, host: settings.host });
  const sealing = startSealing(connected.database, log);
  const worker = settings.worker ? keepWorker(log) : null;

  let stopping = false;
  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    await Promise.all([http.close(), worker?.stop()]);
    await sealing.stop();
    await connected.close();
    process.exit(0);
  }
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());

  const address = http.server.address();
  const port = typeof address === "object" && address !== null ? address.port : settings.port;
  const url = settings.publicUrl.endsWith(`:${settings.port}`)
    ? `http://localhost:${port}`
    : settings.publicUrl;
  mkdirSync(folder, { recursive: true });
  writeFileSync(addressFile, `${url}\n`);

  say(`\nThroughline is ready at ${url}\n`);
  if (demonstrations !== null) {
    printDemonstrationSignIns(demonstrations.people, demonstrations.links, say);
  } else {
    const link = await openFirstOrganisation(connected.database, url);
    if (link !== null)
      say(`Nobody has joined yet. The first owner opens this link, once:\n  ${link}\n`);
  }
  say("Ctrl-C stops it.");
}

/** A start beside a running one says where that one is. */
function withRunningAddress(error: unknown, addressFile: string): unknown {
  if (!(error instanceof AppError) || error.code !== "already_running") return error;
  try {
    return new AppError(
      "already_running",
      `It runs at ${readFileSync(addressFile, "utf8").trim()}.`,
    );
  } catch {
    return error;
  }
}

try {
  await main(readSettings(process.env));
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exit(error instanceof AppError ? 2 : 1);
}
