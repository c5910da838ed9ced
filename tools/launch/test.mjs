#!/usr/bin/env node
/**
 * `npm test`: everything, on a machine that has only git, Node and npm. What this machine cannot provide is said at
 * the end; under `CI=true` it is a failure. `npm test -- lint database` runs the steps whose names contain these words.
 */
import { join } from "node:path";
import { findNode, requireLauncherNode } from "./find-node.mjs";
import { root } from "./find-root.mjs";
import { installDependencies } from "./install-dependencies.mjs";
import { launch } from "./launch-problem.mjs";
import { environmentForTests, listTestSteps } from "./list-steps.mjs";
import { endAllSteps, runSteps, summarise } from "./run-steps.mjs";

await launch(async () => {
  const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
  const ci = process.env.CI === "true" || process.env.CI === "1";
  const begun = Date.now();
  requireLauncherNode();
  installDependencies(root, say);
  const node = findNode(root);
  const started = { others: new Set() };
  const stopNow = () => {
    endAllSteps();
    for (const other of started.others) other.stopNow();
  };
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.once(signal, () => {
      stopNow();
      process.exit(130);
    });
  }
  try {
    const wanted = process.argv.slice(2);
    const steps = choose(listTestSteps(root, node, started), wanted);
    const env = environmentForTests();
    const results = await runSteps(steps, { root, logs: join(root, ".cache", "test"), env, say });
    say(`\n${steps.length} steps in ${Math.round((Date.now() - begun) / 1000)} s`);
    if (wanted.length > 0)
      say(`Only the steps asked for were run: ${steps.map(({ name }) => name).join(", ")}.`);
    return summarise(results, { say, ci: ci && wanted.length === 0 });
  } finally {
    for (const other of started.others) await other.stop();
  }
});

/** Steps whose names contain one of the words, with the steps they need. @param {import("./run-steps.mjs").Step[]} steps @param {string[]} words */
function choose(steps, words) {
  if (words.length === 0) return steps;
  const chosen = new Set(
    steps.filter(({ name }) => words.some((word) => name.includes(word))).map(({ name }) => name),
  );
  for (const step of steps.toReversed()) {
    if (chosen.has(step.name)) for (const name of step.needs ?? []) chosen.add(name);
  }
  return steps.filter(({ name }) => chosen.has(name));
}
