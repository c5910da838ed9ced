/**
 * Start-up time, memory of server and database, and the compressed script of the first screen. Targets: ready within
 * 10 s once installed and built; script under 200 kB.
 *
 * Run: node bench/start-up.ts   (the web must be built)
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { livingPostmaster } from "@throughline/db";
import { describeMachine, percentile, runServer } from "./run-server.ts";

const folder = mkdtempSync(join(tmpdir(), "throughline-bench-"));
await chmod(folder, 0o755);
try {
  const first = await runServer(folder, 44_103);
  await first.stop();
  const again: number[] = [];
  let memory: { serverMiB: number; databaseMiB: number } | null = null;
  for (let round = 0; round < 5; round += 1) {
    const server = await runServer(folder, 44_103);
    again.push(server.readyAfter);
    const postmaster = livingPostmaster(join(folder, "postgres"));
    if (server.process.pid !== undefined && postmaster !== null) {
      memory = {
        serverMiB: proportionalMiB([server.process.pid]),
        databaseMiB: proportionalMiB([postmaster, ...childrenOf(postmaster)]),
      };
    }
    await server.stop();
  }
  const result = {
    program: "start-up",
    machine: await describeMachine(),
    firstStartMs: Math.round(first.readyAfter),
    laterStartMs: {
      median: Math.round(percentile(again, 0.5)),
      slowest: Math.round(Math.max(...again)),
    },
    memory,
    firstScreen: firstScreen(),
    targets: "ready within 10 s; compressed script of the first screen under 200 kB",
  };
  mkdirSync(join(import.meta.dirname, "results"), { recursive: true });
  writeFileSync(
    join(import.meta.dirname, "results/start-up.json"),
    `${JSON.stringify(result, null, 2)}\n`,
  );
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Memory that would come free if the processes ended (PSS: shared pages counted once). */
function proportionalMiB(pids: readonly number[]): number {
  let kib = 0;
  for (const pid of pids) {
    const found = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"));
    kib += Number(found?.[1] ?? 0);
  }
  return Math.round(kib / 1024);
}

function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const text = readFileSync(`/proc/${pid}/stat`, "utf8");
        return Number(text.slice(text.lastIndexOf(")") + 2).split(" ")[1]) === parent;
      } catch {
        return false;
      }
    });
}

/** Scripts and styles that the page itself asks for, compressed as gzip would. */
function firstScreen(): { scriptKB: number; styleKB: number } | string {
  const dist = join(import.meta.dirname, "../apps/web/dist");
  if (!existsSync(join(dist, "index.html"))) return "the web is not built";
  const page = readFileSync(join(dist, "index.html"), "utf8");
  const sizeOf = (pattern: RegExp): number =>
    [...page.matchAll(pattern)].reduce(
      (sum, match) => sum + gzipSync(readFileSync(join(dist, match[1] ?? "")), { level: 9 }).length,
      0,
    );
  return {
    scriptKB: Math.round(sizeOf(/(?:src|href)="\/?(assets\/[^"]+\.js)"/g) / 100) / 10,
    styleKB: Math.round(sizeOf(/href="\/?(assets\/[^"]+\.css)"/g) / 100) / 10,
  };
}
