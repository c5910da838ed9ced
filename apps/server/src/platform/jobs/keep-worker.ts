/** Keeps a worker running beside the server: a process of its own, so that heavy work does not hold up anybody's request. */
import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";

export interface KeptWorker {
  processId(): number | undefined;
  /** Asks it to stop and waits; whatever it had in hand goes on after the next start. */
  stop(): Promise<void>;
}

const program = join(import.meta.dirname, "..", "..", "worker.ts");
const longestPauseMs = 30_000;
/** A worker that ran this long was no false start. */
const settledMs = 60_000;
const stopWithinMs = 4000;
/** With all of a machine's memory to fill, it would let rubbish lie for gigabytes; two lists of 200,000 rows need less than this. */
const heapMegabytes = 640;

/** Starts the worker, and again with growing pauses whenever it ends. It inherits the environment. */
export function keepWorker(log: Logger): KeptWorker {
  const id = randomUUID();
  let child: ChildProcess | null = null;
  let stopping = false;
  let pauseMs = 500;
  let again: NodeJS.Timeout | null = null;

  function start(): void {
    const started = Date.now();
    child = spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, program], {
      // The channel tells it when this server is gone, however that came about.
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      env: { ...process.env, THROUGHLINE_WORKER_ID: id },
    });
    child.once("error", (error) =>
      log.error({ reason: error.message }, "The worker cannot start."),
    );
    child.once("close", (code, signal) => {
      if (stopping) return;
      if (Date.now() - started > settledMs) pauseMs = 500;
      log.warn({ code, signal, againInMs: pauseMs }, "The worker ended and is started again.");
      again = setTimeout(start, pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    });
  }
  start();

  return {
    processId: () => child?.pid,
    async stop() {
      stopping = true;
      if (again !== null) clearTimeout(again);
      const running = child;
      if (running === null || running.exitCode !== null || running.signalCode !== null) return;
      const ended = new Promise((resolve) => running.once("close", resolve));
      running.kill("SIGTERM");
      const inTime = await Promise.race([ended.then(() => true), wait(stopWithinMs, false)]);
      if (!inTime) {
        running.kill("SIGKILL");
        await ended;
      }
    },
  };
}
