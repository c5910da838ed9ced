#!/usr/bin/env node
/**
 * Starts the command line. Plain JavaScript that runs on Node 20: where the host's Node is older than 24 it hands over
 * to the project's own, and says plainly what to do where there is none.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { findNode } from "../../../tools/launch/find-node.mjs";
import { root } from "../../../tools/launch/find-root.mjs";
import { LaunchProblem } from "../../../tools/launch/launch-problem.mjs";

/** Node that runs the command line; ends with 2 and two sentences when there is none. */
function chooseNode() {
  try {
    return findNode(root);
  } catch (error) {
    if (!(error instanceof LaunchProblem)) throw error;
    process.stderr.write(`${error.message}\n${error.whatToDo}\n`);
    process.exit(2);
  }
}

const node = chooseNode();
if (node === process.execPath) {
  await import("../src/main.ts");
} else {
  const main = join(root, "apps", "cli", "src", "main.ts");
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => child.kill(/** @type {NodeJS.Signals} */ (signal)));
  }
  child.on("error", (error) => {
    process.stderr.write(`Node 24 could not be started: ${error.message}\nRun npm ci again.\n`);
    process.exitCode = 2;
  });
  child.on("close", (code, signal) => {
    process.exitCode = code ?? (signal === "SIGINT" ? 130 : 2);
  });
}
