/** Runs the real command line as a child process, as a person would; for tests. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../../bin/throughline.mjs", import.meta.url));
/** Root of the checkout. */
export const checkout = fileURLToPath(new URL("../../../..", import.meta.url));

/** What came of a run. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** @example runThroughline(["trace", "examples/city-buses/contract.json"]).code // 0 */
export function runThroughline(args: readonly string[], cwd: string = checkout): Ran {
  // Whoever has a server and a token set up here wants no list of a test sent there.
  const { THROUGHLINE_URL: _url, THROUGHLINE_TOKEN: _token, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    encoding: "utf8",
    env,
  });
  return { code: status, out: stdout, err: stderr };
}
