import { screeningVerdicts } from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideVerdict, summarise } from "./screening.policy.ts";

describe("what lists say together", () => {
  it("is never clean while one of them is partial or none was searched", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ status: fc.constant("no_hit"), partial: fc.boolean() })),
        fc.nat(3),
        (newest, hits) => {
          const searched = newest.some(({ partial }) => partial)
            ? "no_hit_on_partial_list"
            : "no_hit";
          const without = newest.length === 0 ? "not_screened" : searched;
          expect(summarise(newest, hits)).toBe(hits > 0 ? "hit" : without);
        },
      ),
    );
  });
});

describe("verdicts", () => {
  it("stand until they are taken back", () => {
    const verdict = fc.constantFrom(...screeningVerdicts);
    const by = fc.constantFrom("one", "two");
    fc.assert(
      fc.property(verdict, by, verdict, by, (standing, first, wanted, second) => {
        const outcome = decideVerdict(
          { verdict: standing, by: standing === "waiting" ? null : first },
          { verdict: wanted, by: second, reason: "Because" },
        );
        const over = standing !== "waiting" && wanted !== "waiting";
        return over
          ? outcome.kind === (standing === wanted && first === second ? "nothing_to_do" : "refused")
          : outcome.kind !== "refused";
      }),
    );
  });

  it("need a reason where they silence a hit", () => {
    const waiting = { verdict: "waiting", by: null } as const;
    for (const reason of [null, ""])
      expect(decideVerdict(waiting, { verdict: "wrong_entity", by: "one", reason })).toMatchObject({
        kind: "refused",
        code: "input_invalid",
      });
    expect(decideVerdict(waiting, { verdict: "confirmed", by: "one", reason: null })).toEqual({
      kind: "record",
    });
  });
});
