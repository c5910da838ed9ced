/**
 * Runs steps side by side as far as the machine's two cores carry them, goes on after a failing one, and tells at
 * the end what passed, what failed, what took how long and what was not run.
 *
 * A *step* has a name and either a `command` or an `act`. `weight` 2 means "alone". `needs` names steps that must have
 * ended well before. A step reports *tests*: by a vitest report (`report`), or as one test of its own.
 */
import { spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { readVitestReport } from "./read-vitest-report.mjs";

const slots = 2;
const tailLines = 120;

/**
 * @typedef {{ passed: number, failed: number, notRun: string[], note?: string }} StepResult
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} [command] program and arguments
 * @property {(context: { env: NodeJS.ProcessEnv, log: (text: string) => void }) => Promise<StepResult>} [act]
 * @property {NodeJS.ProcessEnv} [env] added to the context's
 * @property {readonly string[]} [without] variables to take out
 * @property {string} [report] vitest's JSON report; its tests are counted
 * @property {1 | 2} [weight]
 * @property {readonly string[]} [needs]
 * @property {boolean} [always] run also when what it needs has failed
 * @property {string} [onlyWith] left out when this variable is not set by then; the step that should have set it says why
 * @property {number} [minutes] after which it is ended
 */

/** Process groups under way, so that Ctrl-C leaves nothing behind. @type {Set<import("node:child_process").ChildProcess>} */
const underWay = new Set();

/** Ends every step that is running, with what it started. */
export function endAllSteps() {
  for (const child of underWay) endGroup(child);
}

/** @param {import("node:child_process").ChildProcess} child @param {NodeJS.Signals} [signal] */
function endGroup(child, signal = "SIGTERM") {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended in the meantime.
  }
}

/**
 * @param {readonly Step[]} steps in the order in which they should start
 * @param {{ root: string, logs: string, env: NodeJS.ProcessEnv, say: (line: string) => void }} context
 *   `env` is shared: what one step's `act` puts there, later steps see
 * @returns {Promise<Map<string, StepResult & { seconds: number }>>}
 */
export async function runSteps(steps, context) {
  mkdirSync(context.logs, { recursive: true });
  const results = new Map();
  const waiting = [...steps];
  /** @type {Map<string, { weight: number, done: Promise<void> }>} */
  const running = new Map();
  while (waiting.length > 0 || running.size > 0) {
    const used = [...running.values()].reduce((sum, { weight }) => sum + weight, 0);
    const next = waiting.findIndex((step) => (step.needs ?? []).every((name) => results.has(name)));
    const step = waiting[next];
    if (step && used + (step.weight ?? 1) <= slots) {
      waiting.splice(next, 1);
      const begun = Date.now();
      const done = runStep(step, results, context).then((result) => {
        const seconds = (Date.now() - begun) / 1000;
        results.set(step.name, { ...result, seconds });
        running.delete(step.name);
        tell(step, result, seconds, context);
      });
      running.set(step.name, { weight: step.weight ?? 1, done });
      continue;
    }
    if (running.size === 0)
      throw new Error(
        `These steps need steps that do not exist: ${waiting.map((one) => one.name).join(", ")}`,
      );
    await Promise.race([...running.values()].map(({ done }) => done));
  }
  return results;
}

/** @param {Step} step @param {Map<string, StepResult>} results @param {Parameters<typeof runSteps>[1]} context @returns {Promise<StepResult>} */
async function runStep(step, results, context) {
  if (step.onlyWith && !context.env[step.onlyWith] && lacksOnly(step, results)) {
    return { passed: 0, failed: 0, notRun: [] };
  }
  const lacking = step.always
    ? []
    : (step.needs ?? []).filter((name) => (results.get(name)?.failed ?? 0) > 0);
  if (lacking.length > 0) {
    return {
      passed: 0,
      failed: 1,
      notRun: [],
      note: `could not run because "${lacking.join(", ")}" failed`,
    };
  }
  const logFile = logOf(step, context);
  const log = createWriteStream(logFile);
  try {
    if (step.act) return await step.act({ env: context.env, log: (text) => log.write(text) });
    return await runCommand(step, log, context);
  } catch (error) {
    log.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return { passed: 0, failed: 1, notRun: [] };
  } finally {
    await new Promise((resolve) => log.end(resolve));
  }
}

/** True when nothing the step needs has failed: it is the machine that cannot provide it. @param {Step} step @param {Map<string, StepResult>} results */
function lacksOnly(step, results) {
  return (step.needs ?? []).every((name) => (results.get(name)?.failed ?? 0) === 0);
}

/** @param {Step} step @param {import("node:fs").WriteStream} log @param {Parameters<typeof runSteps>[1]} context @returns {Promise<StepResult>} */
function runCommand(step, log, context) {
  const [program = "", ...args] = step.command ?? [];
  const report = step.report;
  if (report) {
    mkdirSync(dirname(report), { recursive: true });
    rmSync(report, { force: true });
  }
  const env = { ...context.env, ...step.env };
  for (const name of step.without ?? []) delete env[name];
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: context.root,
      env,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    underWay.add(child);
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    const minutes = step.minutes ?? 10;
    const limit = setTimeout(() => {
      log.write(`\nEnded after ${minutes} minutes, which is its limit.\n`);
      endGroup(child, "SIGKILL");
    }, minutes * 60_000);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(limit);
      underWay.delete(child);
      endGroup(child, "SIGKILL");
      if (signal) log.write(`\nEnded by ${signal}.\n`);
      resolve(
        report
          ? readVitestReport(report, code)
          : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, notRun: [] },
      );
    });
  });
}

/** @param {Step} step @param {Parameters<typeof runSteps>[1]} context */
function logOf(step, context) {
  return join(context.logs, `${step.name.replaceAll(/[^a-z0-9]+/gi, "-")}.log`);
}

/** @param {Step} step @param {StepResult} result @param {number} seconds @param {Parameters<typeof runSteps>[1]} context */
function tell(step, result, seconds, context) {
  const verdict = result.failed > 0 ? "FAILED" : result.passed === 0 ? "not run" : "passed";
  const count =
    result.passed + result.failed > 1 ? `  ${result.passed} passed, ${result.failed} failed` : "";
  const note = result.note ? `  ${result.note}` : "";
  context.say(
    `${verdict.padEnd(8)} ${step.name.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s${count}${note}`,
  );
  if (result.failed === 0) return;
  const file = logOf(step, context);
  if (!existsSync(file)) return;
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  if (lines.length > tailLines)
    context.say(
      `  | … ${lines.length - tailLines} lines before these are in ${file.slice(context.root.length + 1)}`,
    );
  for (const line of lines.slice(-tailLines)) context.say(`  | ${line}`);
}

/**
 * Prints what was not run and the closing line; answers with the exit code. Under `CI=true` nothing may be left out.
 *
 * @param {Map<string, StepResult>} results
 * @param {{ say: (line: string) => void, ci: boolean }} context
 * @returns {number}
 */
export function summarise(results, { say, ci }) {
  const all = [...results.values()];
  const passed = all.reduce((sum, one) => sum + one.passed, 0);
  const notRun = all.flatMap((one) => one.notRun);
  const failed = all.reduce((sum, one) => sum + one.failed, 0) + (ci ? notRun.length : 0);
  say("");
  for (const [name, one] of results) if (one.failed > 0) say(`FAILED: ${name}`);
  for (const reason of notRun)
    say(`NOT RUN: ${reason}${ci ? " (counts as failed: CI may leave nothing out)" : ""}`);
  say(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
