/** The web is built once per source: the hash of what goes in lies beside what came out. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashFiles, listFiles } from "./hash-files.mjs";
import { LaunchProblem } from "./launch-problem.mjs";

const leftOut = new Set(["node_modules", "dist", "journeys", ".source-hash"]);

/** @param {string} name */
function isLeftOut(name) {
  return leftOut.has(name) || /\.(test|journey)\.tsx?$/.test(name) || name.startsWith("vitest.");
}

/** Hash of everything the built web depends on. @param {string} root @returns {string} */
export function hashWebSource(root) {
  const places = [
    "apps/web",
    "packages/contract",
    "packages/domain",
    "package-lock.json",
    "tsconfig.base.json",
  ];
  return hashFiles(
    root,
    places.flatMap((place) => listFiles(join(root, place), isLeftOut)),
  );
}

/**
 * Builds `apps/web/dist` when it is not the build of the present source. It is built aside and moved into place, so
 * that neither an interrupted build nor a server that is serving the old one meets half a web.
 *
 * @param {string} root
 * @param {string} node Node 24
 * @param {(line: string) => void} say
 * @returns {boolean} true when it was built
 */
export function buildWeb(root, node, say) {
  const web = join(root, "apps", "web");
  const dist = join(web, "dist");
  const recorded = join(dist, ".source-hash");
  const wanted = hashWebSource(root);
  if (existsSync(recorded) && readFileSync(recorded, "utf8").trim() === wanted) return false;
  if (!existsSync(join(web, "index.html"))) {
    throw new LaunchProblem(
      "apps/web/index.html is missing, so there is no web to build.",
      "Check that the checkout is complete (`git status`).",
    );
  }
  say("Building the web (once for this source) …");
  const aside = join(root, ".cache", `web-${process.pid}`);
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  try {
    const vite = join(root, "node_modules", "vite", "bin", "vite.js");
    const ran = spawnSync(
      node,
      [vite, "build", "--outDir", aside, "--emptyOutDir", "--logLevel", "warn"],
      {
        cwd: web,
        stdio: ["ignore", "inherit", "inherit"],
        env: { ...process.env, NODE_ENV: "production" },
      },
    );
    if (ran.status !== 0 || !existsSync(join(aside, "index.html"))) {
      throw new LaunchProblem(
        `The web could not be built (vite build ended with ${ran.status ?? ran.signal ?? ran.error?.message}).`,
        "Read the message above; `npm run check` names the file at fault.",
      );
    }
    writeFileSync(join(aside, ".source-hash"), `${wanted}\n`);
    rmSync(dist, { recursive: true, force: true });
    renameSync(aside, dist);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return true;
}
