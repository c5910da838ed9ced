/** Starts the real server as a child process for programs that measure, and signs in to it. */
import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { createClient, type ApiClient } from "@throughline/contract";

const root = join(import.meta.dirname, "..");

export interface RunningServer {
  readonly process: ChildProcess;
  readonly origin: string;
  /** Milliseconds from spawn to the first line that says it is ready. */
  readonly readyAfter: number;
  /** Everything printed so far. */
  output(): string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts the server on its own data folder and port; resolves when it says that it is ready. */
export async function runServer(
  folder: string,
  port: number,
  environment: Record<string, string> = {},
): Promise<RunningServer> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, "apps/server/src/main.ts")], {
    env: {
      ...process.env,
      DATABASE_URL: "",
      PORT: String(port),
      THROUGHLINE_DATA: folder,
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const readyAfter = await new Promise<number>((resolve, reject) => {
    const onOutput = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes("Throughline is ready")) resolve(performance.now() - started);
    };
    child.stdout.on("data", onOutput);
    child.stderr.on("data", onOutput);
    child.once("exit", (code) =>
      reject(new Error(`The server ended with ${String(code)}:\n${output}`)),
    );
  });
  return {
    process: child,
    origin: `http://127.0.0.1:${port}`,
    readyAfter,
    output: () => output,
    async stop(signal = "SIGTERM") {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill(signal);
      await ended;
    },
  };
}

/** Signs in and gives a client that carries the session. */
export async function signIn(origin: string, email: string, password: string): Promise<ApiClient> {
  const answer = await fetch(`${origin}/api/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`Sign-in failed: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0] ?? "")
    .join("; ");
  return createClient({ origin, headers: () => ({ cookie }) });
}

/** What the figures were measured on, for beside them. */
export async function describeMachine(): Promise<{
  date: string;
  node: string;
  cpu: string;
  cores: number;
  memoryGiB: number;
}> {
  const os = await import("node:os");
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    cpu: os.cpus()[0]?.model ?? "unknown",
    cores: os.cpus().length,
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
  };
}

/** The value below which the given share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
