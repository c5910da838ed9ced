import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { AppError } from "@throughline/domain";
import type { CommandAdder } from "../command-adder.ts";

/** By path, not by import: the command line reads files without loading the server. */
const entry = fileURLToPath(new URL("../../../server/src/main.ts", import.meta.url));

/** `throughline serve`: starts the server's entry point and ends with its exit code. */
export const startServerCommand: CommandAdder = (program, _terminal, finish) => {
  program
    .command("serve")
    .description("Start the server: web and API on one port (4400, or PORT).")
    .action(async () => {
      const child = spawn(process.execPath, [entry], { stdio: "inherit" });
      const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
      const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
      for (const signal of signals) process.on(signal, pass);
      const code = await new Promise<number>((resolve, reject) => {
        child.on("error", (error) => reject(new AppError("internal", error.message)));
        child.on("close", (ended, signal) => resolve(ended ?? (signal === "SIGINT" ? 130 : 2)));
      });
      for (const signal of signals) process.off(signal, pass);
      finish(code);
    });
};
