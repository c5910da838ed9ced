import type { Terminal } from "./terminal.ts";

/**
 * Shows what is being done on one line of standard error, and wipes it when done. Silent in a pipe.
 *
 * @example const progress = reportProgress(terminal); progress.say("Reading hp.txt"); progress.done();
 */
export function reportProgress(terminal: Terminal): { say(step: string): void; done(): void } {
  const wipe = "\r\u001b[2K";
  return {
    say(step) {
      if (terminal.progress) terminal.err(`${wipe}${step} …`);
    },
    done() {
      if (terminal.progress) terminal.err(wipe);
    },
  };
}
