/** What the command line may use of the world: streams, colour, clock. Tests give their own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Colour only on a terminal, and never when NO_COLOR is set (no-color.org). */
  readonly colour: boolean;
  /** Progress goes to a terminal only; a pipe stays quiet. */
  readonly progress: boolean;
  readonly width: number;
  /** Today, `YYYY-MM-DD`, in the machine's own calendar. */
  readonly today: string;
}

/** The real terminal of this process. */
export function openTerminal(): Terminal {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, "0");
  const noColour = (process.env["NO_COLOR"] ?? "") !== "";
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colour: process.stdout.isTTY === true && !noColour && process.env["TERM"] !== "dumb",
    progress: process.stderr.isTTY === true,
    width: Math.min(Math.max(process.stdout.columns ?? 100, 40), 120),
    today: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
  };
}
