#!/usr/bin/env node
/**
 * `npm run bench`: every program of bench/ in order, which is every file whose head says `Run: node bench/<name>`. What each prints is kept in bench/results/<name>.md under the
 * machine and the date. `npm run bench -- line` runs those whose names contain the word.
 *
 * A program prints its figures for a person; it may also write bench/results/<name>.json itself. Its exit code says
 * whether it ran, not whether the figures are good: they are reported even where they fall short.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { buildWeb } from "./build-web.mjs";
import { findNode, requireLauncherNode } from "./find-node.mjs";
import { root } from "./find-root.mjs";
import { installDependencies } from "./install-dependencies.mjs";
import { launch, LaunchProblem } from "./launch-problem.mjs";

await launch(async () => {
  const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
  requireLauncherNode();
  installDependencies(root, say);
  const node = findNode(root);
  const folder = join(root, "bench");
  const words = process.argv.slice(2);
  const programs = (existsSync(folder) ? readdirSync(folder) : [])
    .filter(
      (name) =>
        name.endsWith(".ts") &&
        readFileSync(join(folder, name), "utf8").includes(`Run: node bench/${name}`),
    )
    .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
    .sort();
  if (programs.length === 0) {
    throw new LaunchProblem(
      "There is no bench program of that name.",
      "Look into the folder bench for those there are.",
    );
  }
  buildWeb(root, node, say);
  mkdirSync(join(folder, "results"), { recursive: true });
  let failed = 0;
  for (const program of programs) {
    say(`\n== ${program}`);
    const { code, out } = await run(node, join(folder, program));
    if (code !== 0) failed += 1;
    const name = program.replace(/\.ts$/, "");
    const verdict =
      code === 0 ? "" : `\nIt ended with code ${code}; these figures are not complete.\n`;
    const heading = `# ${name}\n\n${describeMachine()}\nDate: ${new Date().toISOString().slice(0, 10)}\n${verdict}`;
    writeFileSync(
      join(folder, "results", `${name}.md`),
      `${heading}\n\`\`\`\n${out.trimEnd()}\n\`\`\`\n`,
    );
  }
  say(
    `\n${programs.length - failed} of ${programs.length} programs ran to their end; results are in bench/results`,
  );
  return failed === 0 ? 0 : 1;
});

/** @param {string} node @param {string} program @returns {Promise<{ code: number | null, out: string }>} */
function run(node, program) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [program], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    let out = "";
    child.stdout.on("data", (data) => {
      out += String(data);
      process.stdout.write(data);
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out }));
  });
}

function describeMachine() {
  const processors = cpus();
  return `Machine: ${processors.length} × ${processors[0]?.model.trim() ?? "unknown processor"}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${release()}`;
}
