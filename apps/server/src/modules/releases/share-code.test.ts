import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectedTries, makeShareCode, printShareCode, readShareCode } from "./share-code.ts";

describe("a share code", () => {
  it("is read however it is typed, and nothing else is read as one", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
        const code = makeShareCode(bytes);
        expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/u);
        expect(readShareCode(printShareCode(code))).toBe(code);
        expect(readShareCode(` ${printShareCode(code).toLowerCase().replace("-", " ")} `)).toBe(
          code,
        );
      }),
    );
    for (const typed of [
      "",
      "ABCD",
      "ABCD-EFGH-J",
      "ABCD-EFG0",
      "ABCD-EFG1",
      "ABCD-EFGI",
      "ABCD-EFGO",
    ])
      expect(readShareCode(typed), typed).toBeNull();
  });

  it("takes every sign equally often", () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      const [sign = ""] = makeShareCode(new Uint8Array(8).fill(byte));
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 8));
  });

  it("is not met by ten million tries at a hundred live ones, and needs more than that even with a hundred thousand", () => {
    expect(expectedTries(1)).toBe(32 ** 8);
    expect(expectedTries(100_000)).toBeGreaterThan(10_000_000);
    // A generator of its own, seeded: the same tries each time. A code is 40 bits, which a number holds exactly.
    let state = 0x2f6e2b1;
    const next = (): number => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return (mixed ^ (mixed >>> 14)) >>> 0;
    };
    const draw = (): number => (next() & 0xff) * 2 ** 32 + next();
    const live = new Set(Array.from({ length: 100 }, draw));
    let met = 0;
    for (let tried = 0; tried < 10_000_000; tried += 1) if (live.has(draw())) met += 1;
    expect(live.size).toBe(100);
    expect(met).toBe(0);
  });
});
