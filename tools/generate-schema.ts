/**
 * Writes packages/db/src/schema.generated.ts from a freshly migrated database; with `--check` compares instead.
 * Run: node tools/generate-schema.ts [--check]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, startEmbedded } from "@throughline/db";
import pg from "pg";

const root = join(import.meta.dirname, "..");
const target = join(root, "packages/db/src/schema.generated.ts");
const folder = mkdtempSync(join(tmpdir(), "throughline-schema-"));
spawnSync("chmod", ["755", folder]);
const embedded = await startEmbedded({ folder, throwAway: true });
try {
  const owner = new pg.Client({
    host: embedded.socketFolder,
    user: "postgres",
    database: "postgres",
  });
  await owner.connect();
  await migrate(owner);
  await owner.end();
  const out = join(folder, "schema.ts");
  const run = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/kysely-codegen/dist/cli/bin.js"),
      "--dialect=postgres",
      `--url=postgres://postgres@localhost/postgres?host=${embedded.socketFolder}`,
      "--default-schema=public",
      "--include-pattern=public.*",
      "--date-parser=string",
      "--numeric-parser=number",
      '--type-mapping={"int8":"number"}',
      `--out-file=${out}`,
    ],
    { encoding: "utf8" },
  );
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  // As the formatter wants it, so that both checks can be satisfied.
  const format = spawnSync(process.execPath, [join(root, "node_modules/oxfmt/bin/oxfmt"), out], {
    encoding: "utf8",
  });
  if (format.status !== 0) throw new Error(format.stdout + format.stderr);
  const text = readFileSync(out, "utf8");
  if (process.argv.includes("--check")) {
    const same = readFileSync(target, "utf8") === text;
    process.stdout.write(
      same
        ? "schema types: equal to the migrated database\n"
        : "schema types: differ; run node tools/generate-schema.ts\n",
    );
    process.exitCode = same ? 0 : 1;
  } else {
    writeFileSync(target, text);
  }
} finally {
  await embedded.stop();
  rmSync(folder, { recursive: true, force: true });
}
