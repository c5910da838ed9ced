/** How far a list is: a bar with rows a second and time left, on one line of standard error, wiped when done. */
import type { IntakeSummary } from "@throughline/contract";
import { sayDuration } from "./say-duration.ts";
import type { Terminal } from "./terminal.ts";

const width = 24;
const wipe = "\r\u001b[2K";

/** One line for a step that runs; `null` where nothing is known beyond its sentence. */
export function sayProgress(intake: Pick<IntakeSummary, "progress" | "stateSentence">): string {
  const { rowsDone, rowsTotal, rowsPerSecond, secondsLeft } = intake.progress;
  // The first words say which step it is; figures follow in the bar.
  const what = intake.stateSentence.text.split(/[:,.]/u, 1)[0] ?? "";
  if (rowsTotal === null || rowsTotal === 0) return what;
  const full = Math.round((Math.min(rowsDone, rowsTotal) / rowsTotal) * width);
  const parts = [
    `${"█".repeat(full)}${"░".repeat(width - full)} ${rowsDone} of ${rowsTotal}`,
    ...(rowsPerSecond === null ? [] : [`${Math.round(rowsPerSecond)} rows a second`]),
    ...(secondsLeft === null ? [] : [`about ${sayDuration(secondsLeft)} left`]),
  ];
  return `${what} ${parts.join(", ")}`;
}

/** Silent in a pipe. */
export function drawIntakeProgress(terminal: Terminal): {
  show(intake: IntakeSummary): void;
  done(): void;
} {
  let drawn = false;
  return {
    show(intake) {
      if (!terminal.progress) return;
      drawn = true;
      terminal.err(`${wipe}${sayProgress(intake).slice(0, terminal.width - 1)}`);
    },
    done() {
      if (drawn) terminal.err(wipe);
      drawn = false;
    },
  };
}
