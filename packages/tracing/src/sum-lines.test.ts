import { lineStates, stationNames, type LineState } from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumLines, type LineToSum } from "./sum-lines.ts";

const headline = { code: "h", params: {}, text: "own words" };
const lineOf = (states: readonly LineState[]): LineToSum => ({
  stations: stationNames.map((name, at) => ({ name, state: states[at] ?? "unknown", headline })),
});
const line = fc
  .tuple(...stationNames.map(() => fc.constantFrom(...lineStates)))
  .map((states) => lineOf(states));

describe("the sum of lines", () => {
  it("is broken exactly where one of them is, and whole only where all that apply are", () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const sum = sumLines(lines);
        expect(sum.map((station) => station.name)).toEqual([...stationNames]);
        sum.forEach(({ state, headline: said }, at) => {
          const states = lines.map((one) => one.stations[at]?.state);
          const applying = states.filter((one) => one !== "not_applicable");
          expect(state === "broken").toBe(applying.includes("broken"));
          expect(state === "whole").toBe(
            applying.length > 0 && applying.every((one) => one === "whole"),
          );
          expect(state === "not_applicable").toBe(applying.length === 0);
          const known = !applying.includes("unknown");
          expect(known || state === "unknown" || state === "broken").toBe(true);
          expect(said.text).not.toBe("");
        });
      }),
    );
  });

  it("does not depend on the order, and a line more never makes it better", () => {
    const rank = ["broken", "unknown", "partly", "on_agreed_plan", "whole", "not_applicable"];
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), line, (lines, more) => {
        const states = (list: readonly LineToSum[]): LineState[] =>
          sumLines(list).map((station) => station.state);
        expect(states([...lines].reverse())).toEqual(states(lines));
        states([...lines, more]).forEach((state, at) => {
          const before = states(lines)[at] ?? "unknown";
          expect(rank.indexOf(state)).toBeLessThanOrEqual(rank.indexOf(before));
        });
      }),
    );
  });

  it("says in words how many, keeps the words of a single line, and knows nothing of none", () => {
    const whole = lineOf(stationNames.map(() => "whole"));
    const broken = lineOf(stationNames.map(() => "broken"));
    expect(sumLines([whole, broken, broken])[4]?.headline.text).toBe(
      "broken in two of three contracts",
    );
    expect(sumLines([whole, whole])[0]?.headline.text).toBe("whole in all two contracts");
    expect(sumLines([broken])[4]?.headline.text).toBe("own words");
    expect(sumLines([])[0]).toMatchObject({
      state: "unknown",
      headline: { text: "no contract runs" },
    });
  });
});
