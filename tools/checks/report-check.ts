/**
 * Every guard ends in one of these reports. *Looked at* counts what it really read; a guard that looked at less than
 * its floor is red whatever it found, because a guard that sees nothing finds nothing.
 */

export interface CheckReport {
  readonly name: string;
  /** How many of `unit` were looked at. */
  readonly looked: number;
  readonly floor: number;
  readonly unit: string;
  /** Each a sentence that begins with the place at fault. */
  readonly faults: readonly string[];
}

/** True when the guard looked at enough and found nothing. */
export function isClean(report: CheckReport): boolean {
  return report.faults.length === 0 && report.looked >= report.floor;
}

/** Prints the report and sets the exit code of the process. */
export function finishCheck(report: CheckReport): void {
  for (const fault of report.faults) process.stdout.write(`${fault}\n`);
  if (report.looked < report.floor) {
    process.stdout.write(
      `${report.name}: looked at ${report.looked} ${report.unit} only, expected at least ${report.floor}. The check itself is broken.\n`,
    );
  }
  process.stdout.write(
    `${report.name}: ${report.looked} ${report.unit} looked at, ${report.faults.length} at fault\n`,
  );
  if (!isClean(report)) process.exitCode = 1;
}
