/** How far a list is: a bar with rows a second and time left, on one line of standard error, wiped when done. */
import type { IntakeSummary } from "@throughline/contract";
import { sayDuration } from "./say-duration.ts";
import type { Terminal } from "./terminal.ts";

const width = 24;
/** A bar shorter than this says nothing. */
const narrowest = 6;
const wipe = "\r\u001b[2K";

/**
 * One line for a step that runs, no longer than `room` signs: the bar gives way first, then the name of the step, so
 * that rows a second and the time left are seen on a narrow terminal too.
 */
export function sayProgress(
  intake: Pick<IntakeSummary, "progress" | "stateSentence">,
  room: number = Number.POSITIVE_INFINITY,
): string {
  const { rowsDone, rowsTotal, rowsPerSecond, secondsLeft } = intake.progress;
  // The first words say which step it is; figures follow in the bar.
  const what = intake.stateSentence.text.split(/[:,.]/u, 1)[0] ?? "";
  if (rowsTotal === null || rowsTotal === 0) return what;
  const figures = [
    `${rowsDone} of ${rowsTotal}`,
    ...(rowsPerSecond === null ? [] : [`${Math.round(rowsPerSecond)} rows a second`]),
    ...(secondsLeft === null ? [] : [`about ${sayDuration(secondsLeft)} left`]),
  ].join(", ");
  const named = what.length + 1 + figures.length <= room ? `${what} ` : "";
  const free = Math.min(width, room - named.length - figures.length - 1);
  if (free < narrowest) return `${named}${figures}`;
  const full = Math.round((Math.min(rowsDone, rowsTotal) / rowsTotal) * free);
  return `${named}${"█".repeat(full)}${"░".repeat(free - full)} ${figures}`;
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
      terminal.err(
        `${wipe}${sayProgress(intake, terminal.width - 1).slice(0, terminal.width - 1)}`,
      );
    },
    done() {
      if (drawn) terminal.err(wipe);
      drawn = false;
    },
  };
}
