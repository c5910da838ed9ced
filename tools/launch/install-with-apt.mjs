/** Debian's packages, where the one who runs the tests is root there and so may install them. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";

let updated = false;

/** True when `apt-get install` can be expected to work. */
export function canInstallWithApt() {
  return (
    process.getuid?.() === 0 && existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get")
  );
}

/**
 * Installs Debian packages, after reading the package lists anew the first time.
 *
 * @param {readonly string[]} packages
 * @param {(text: string) => void} log
 */
export async function installWithApt(packages, log) {
  if (!updated) {
    await run(["update"], log);
    updated = true;
  }
  await run(["install", "--yes", "--no-install-recommends", ...packages], log);
}

/** @param {readonly string[]} args @param {(text: string) => void} log @returns {Promise<void>} */
function run(args, log) {
  return new Promise((resolve, reject) => {
    const child = spawn("apt-get", ["-o", "DPkg::Lock::Timeout=180", ...args], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    child.stdout.on("data", (data) => log(String(data)));
    child.stderr.on("data", (data) => log(String(data)));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(
            `apt-get ${args.join(" ")} ended with code ${code}. Read its messages above; installing the packages by hand helps too.`,
          ),
        );
    });
  });
}
