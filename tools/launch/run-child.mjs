/** Hands over to another program and ends as it ends. */
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { watchParents } from "./watch-parents.mjs";

/**
 * Runs a program in the foreground, passing on the signals that reach the launcher alone, and answers with the exit
 * code to use (128 + number when a signal ended it).
 *
 * On a terminal Ctrl-C reaches the whole process group, so the child has it already and the launcher only waits for
 * the child to shut down; passing it on as well would look like a second, impatient Ctrl-C.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>}
 */
export function runChild(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: "inherit" });
    const onTerminal = Boolean(process.stdin.isTTY || process.stdout.isTTY);
    /** @type {Array<[NodeJS.Signals, () => void]>} */
    const handlers = [
      ["SIGINT", () => onTerminal || child.kill("SIGINT")],
      ["SIGTERM", () => child.kill("SIGTERM")],
      ["SIGHUP", () => child.kill("SIGHUP")],
    ];
    for (const [signal, handler] of handlers) process.on(signal, handler);
    const stopWatching = watchParents(() => child.kill("SIGTERM"));
    const settle = () => {
      stopWatching();
      for (const [signal, handler] of handlers) process.off(signal, handler);
    };
    child.on("error", (error) => {
      settle();
      reject(error);
    });
    child.on("exit", (code, signal) => {
      settle();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}
