import { existsSync, readFileSync } from "node:fs";

/**
 * Counts of vitest's JSON report. A run without a report, without a test, or with a non-zero exit code is a failure
 * whatever the report says; a test that was left out is named.
 *
 * @param {string} file
 * @param {number | null} exitCode
 * @returns {{ passed: number, failed: number, notRun: string[], note?: string }}
 */
export function readVitestReport(file, exitCode) {
  if (!existsSync(file)) return { passed: 0, failed: 1, notRun: [], note: "it left no report" };
  const report = JSON.parse(readFileSync(file, "utf8"));
  const passed = Number(report.numPassedTests ?? 0);
  const failed = Number(report.numFailedTests ?? 0);
  /** @type {string[]} */
  const notRun = [];
  for (const suite of report.testResults ?? []) {
    for (const test of suite.assertionResults ?? []) {
      if (test.status !== "passed" && test.status !== "failed")
        notRun.push(`test "${test.fullName.trim()}"`);
    }
  }
  if (passed + failed + notRun.length === 0)
    return { passed, failed: 1, notRun, note: "it ran no test" };
  if (failed === 0 && (exitCode !== 0 || report.success === false)) {
    return { passed, failed: 1, notRun, note: `ended with code ${exitCode} outside its tests` };
  }
  return { passed, failed, notRun };
}

/** The test files a report speaks of, as absolute paths. @param {string} file @returns {string[]} */
export function listTestFiles(file) {
  const report = JSON.parse(readFileSync(file, "utf8"));
  return (report.testResults ?? []).map((/** @type {{ name: string }} */ suite) => suite.name);
}
