import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberIds, readWords, sayUuid } from "./number-ids.ts";

describe("numbering ids", () => {
  it("gives every id one number, in the order they are met, and the id back", () => {
    // Few distinct ids, so that most are met again; some share all words but one.
    const id = fc.tuple(fc.nat({ max: 2000 }), fc.constantFrom(0, 3)).map(([n, end]) => {
      const hex = end === 0 ? n.toString(16).padStart(32, "0") : n.toString(16).padEnd(32, "0");
      return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    });
    fc.assert(
      fc.property(fc.array(id, { maxLength: 3000, size: "max" }), (met) => {
        const numbered = numberIds();
        const numbers = met.map((one) => numbered.numberOf(one));
        const distinct = [...new Set(met)];
        expect(numbered.ids).toEqual(distinct);
        const expected = new Map(distinct.map((one, at) => [one, at]));
        expect(numbers).toEqual(met.map((one) => expected.get(one)));
      }),
      { numRuns: 30 },
    );
  });

  it("reads ids out of bytes wherever they begin", () => {
    const ids = ["00112233-4455-6677-8899-aabbccddeeff", "ffffffff-0000-4000-8000-000000000001"];
    const bytes = Buffer.from(ids.join("").replaceAll("-", ""), "hex");
    const words = readWords(Buffer.concat([Buffer.from([9]), bytes]).subarray(1));
    expect([sayUuid(words, 0), sayUuid(words, 4)]).toEqual(ids);
    const numbered = numberIds();
    expect([numbered.numberAt(words, 4), numbered.numberOf(ids[1] ?? "")]).toEqual([0, 0]);
  });
});
