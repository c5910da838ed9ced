/**
 * `npm start` runs the launcher in a shell. When npm is ended (`kill`, a closed service, a test runner), npm ends that
 * shell and the launcher would live on unseen with the port taken. So it looks whether those above it still live.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Calls `onGone` once, when the shell or the npm that started this process is gone. Does nothing outside npm: a
 * launcher started by hand may outlive its shell.
 *
 * @param {() => void} onGone
 * @returns {() => void} stops watching
 */
export function watchParents(onGone) {
  if (!process.env.npm_lifecycle_event) return () => {};
  const shell = process.ppid;
  const npm = findParent(shell);
  const timer = setInterval(() => {
    if (process.ppid === shell && (!(npm > 1) || isAlive(npm))) return;
    clearInterval(timer);
    onGone();
  }, 500);
  return () => clearInterval(timer);
}

/** The parent of a process: from /proc on Linux, from `ps` elsewhere; 0 when neither tells. @param {number} pid */
function findParent(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return Number(
      spawnSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? 0,
    );
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It lives, but belongs to another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
