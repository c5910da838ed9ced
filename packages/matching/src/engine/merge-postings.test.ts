import fc from "fast-check";
import { expect, it } from "vitest";
import { mergePostings } from "./merge-postings.ts";
import { PostingBuilder } from "./postings.ts";

const key = fc.oneof(fc.nat(4), fc.constantFrom(65_535, 65_536, 4_294_967_295));
const posting = fc.tuple(key, fc.nat(9));

it("merged postings are those built of what is left", () => {
  fc.assert(
    fc.property(
      fc.array(posting),
      fc.array(posting),
      fc.array(fc.nat(19)),
      (before, after, gone) => {
        const removed = new Uint8Array(20);
        for (const record of gone) removed[record] = 1;
        const byRecord = (pairs: readonly (readonly [number, number])[]) =>
          [
            ...new Map(
              pairs.map(([one, record]) => [`${one} ${record}`, [one, record] as const]),
            ).values(),
          ].toSorted((a, b) => a[1] - b[1]);
        const old = new PostingBuilder();
        const all = new PostingBuilder();
        const fresh = new Map<number, number[]>();
        for (const [one, record] of byRecord(before)) {
          old.add(one, record);
          if (removed[record] !== 1) all.add(one, record);
        }
        for (const [one, record] of byRecord(after.map(([one, record]) => [one, record + 10]))) {
          fresh.set(one, [...(fresh.get(one) ?? []), record]);
          if (removed[record] !== 1) all.add(one, record);
        }
        expect(mergePostings(old.build(), fresh, removed)).toEqual(all.build());
      },
    ),
  );
});
