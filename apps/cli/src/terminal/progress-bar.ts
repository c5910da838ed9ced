import type { Terminal } from "./terminal.ts";

const width = 24;

/**
 * A bar on one line of standard error, wiped when done; drawn at most a hundred times. Silent in a pipe.
 *
 * @example const bar = progressBar(terminal, "Matching", 5000); bar.at(1200); bar.done();
 */
export function progressBar(
  terminal: Terminal,
  what: string,
  total: number,
): { at(done: number): void; done(): void } {
  const wipe = "\r\u001b[2K";
  let drawn = -1;
  return {
    at(done) {
      const share = total === 0 ? 1 : done / total;
      const hundredth = Math.floor(share * 100);
      if (!terminal.progress || hundredth === drawn) return;
      drawn = hundredth;
      const full = Math.round(share * width);
      terminal.err(
        `${wipe}${what} ${"█".repeat(full)}${"░".repeat(width - full)} ${done} of ${total}`,
      );
    },
    done() {
      if (terminal.progress) terminal.err(wipe);
    },
  };
}
