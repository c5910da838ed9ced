import { describe, expect, it } from "vitest";
import { drawIntakeProgress, sayProgress } from "./draw-intake-progress.ts";
import { sayDuration } from "./say-duration.ts";
import type { Terminal } from "./terminal.ts";

const sentence = (text: string) => ({ code: "test", params: {}, text });

describe("the progress of a list", () => {
  it("says the step, a bar, rows a second and the time left", () => {
    expect(
      sayProgress({
        stateSentence: sentence(
          "The rows are being checked: 50,000 of 200,000, about 3 minutes left.",
        ),
        progress: { rowsDone: 50_000, rowsTotal: 200_000, rowsPerSecond: 812.4, secondsLeft: 185 },
      }),
    ).toBe(
      "The rows are being checked ██████░░░░░░░░░░░░░░░░░░ 50000 of 200000, 812 rows a second, about 3 minutes left",
    );
  });

  it("keeps the time left where the terminal is narrow", () => {
    const intake = {
      stateSentence: sentence("The rows are being checked: 120,000 of 200,000."),
      progress: { rowsDone: 120_000, rowsTotal: 200_000, rowsPerSecond: 1200, secondsLeft: 66 },
    };
    const said = sayProgress(intake, 79);
    expect(said.length).toBeLessThanOrEqual(79);
    expect(said).toContain("120000 of 200000, 1200 rows a second, about 66 seconds left");
    expect(sayProgress(intake, 60)).toBe(
      "120000 of 200000, 1200 rows a second, about 66 seconds left",
    );
  });

  it("says the step alone as long as nobody knows more", () => {
    const unknown = { rowsDone: 0, rowsTotal: null, rowsPerSecond: null, secondsLeft: null };
    expect(
      sayProgress({ stateSentence: sentence("The file is being read."), progress: unknown }),
    ).toBe("The file is being read");
    expect(
      sayProgress({ stateSentence: sentence("It is."), progress: { ...unknown, rowsTotal: 10 } }),
    ).toBe("It is ░░░░░░░░░░░░░░░░░░░░░░░░ 0 of 10");
  });

  it("is silent in a pipe", () => {
    const said: string[] = [];
    const terminal: Terminal = {
      out: (text) => void said.push(text),
      err: (text) => void said.push(text),
      colour: false,
      progress: false,
      width: 80,
      today: "2026-11-20",
    };
    const progress = drawIntakeProgress(terminal);
    progress.done();
    expect(said).toEqual([]);
  });

  it.each([
    [0.2, "1 second"],
    [40, "40 seconds"],
    [185, "3 minutes"],
    [9_000, "3 hours"],
  ])("%d seconds are %s", (seconds, words) => expect(sayDuration(seconds)).toBe(words));
});
