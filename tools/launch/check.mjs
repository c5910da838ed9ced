#!/usr/bin/env node
/** `npm run check`: the inner loop, under a minute: types, lint, format, boundaries, guards, suites without a database. */
import { join } from "node:path";
import { findNode, requireLauncherNode } from "./find-node.mjs";
import { root } from "./find-root.mjs";
import { installDependencies } from "./install-dependencies.mjs";
import { launch } from "./launch-problem.mjs";
import { environmentForTests, listGuards, vitestStep } from "./list-steps.mjs";
import { endAllSteps, runSteps, summarise } from "./run-steps.mjs";

await launch(async () => {
  const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
  requireLauncherNode();
  installDependencies(root, say);
  const node = findNode(root);
  process.once("SIGINT", () => {
    endAllSteps();
    process.exit(130);
  });
  /** @type {import("./run-steps.mjs").Step} */
  const suites = {
    ...vitestStep(root, node, "unit and property suites", ["--project", "pure"]),
    weight: 2,
  };
  const steps = [...listGuards(root, node), suites];
  const env = environmentForTests();
  const results = await runSteps(steps, { root, logs: join(root, ".cache", "check"), env, say });
  return summarise(results, { say, ci: false });
});
