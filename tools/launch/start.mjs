#!/usr/bin/env node
/** `npm start`: install, build the web, hand over to the server under Node 24. Arguments go to the server. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildWeb } from "./build-web.mjs";
import { findNode, requireLauncherNode } from "./find-node.mjs";
import { root } from "./find-root.mjs";
import { installDependencies } from "./install-dependencies.mjs";
import { launch, LaunchProblem } from "./launch-problem.mjs";
import { runChild } from "./run-child.mjs";

await launch(async () => {
  const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
  requireLauncherNode();
  installDependencies(root, say);
  const node = findNode(root);
  const server = join(root, "apps", "server", "src", "main.ts");
  if (!existsSync(server)) {
    throw new LaunchProblem(
      "apps/server/src/main.ts is missing, so there is no server to start.",
      "Check that the checkout is complete (`git status`).",
    );
  }
  buildWeb(root, node, say);
  return runChild(node, [server, ...process.argv.slice(2)]);
});
