/** Runs one of the server's own programs as a child: the command line itself never loads the server. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { AppError } from "@throughline/domain";

/**
 * Runs `apps/server/src/<program>.ts` with the terminal's own input and output.
 *
 * @returns its exit code
 */
export async function runServerProgram(
  program: "main" | "worker" | "verify-audit" | "doctor",
  args: readonly string[],
): Promise<number> {
  const entry = fileURLToPath(new URL(`../../../server/src/${program}.ts`, import.meta.url));
  const child = spawn(process.execPath, [entry, ...args], { stdio: "inherit" });
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, pass);
  const code = await new Promise<number>((resolve, reject) => {
    child.on("error", (error) => reject(new AppError("internal", error.message)));
    child.on("close", (ended, signal) => resolve(ended ?? (signal === "SIGINT" ? 130 : 2)));
  });
  for (const signal of signals) process.off(signal, pass);
  return code;
}
