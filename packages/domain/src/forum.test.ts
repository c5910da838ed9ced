import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fewestTickets, listInstitutions, mayOpenBoard, orderEntries } from "./forum.ts";

describe("opening the board", () => {
  it("asks for five tickets and says how many are missing", () => {
    expect(mayOpenBoard(0)).toMatchObject({ ok: false, missing: 5 });
    const one = mayOpenBoard(1);
    expect(one.ok ? "" : one.reason).toContain("1 has so far");
    expect(mayOpenBoard(4)).toMatchObject({ ok: false, missing: 1 });
    fc.assert(
      fc.property(fc.nat(1000), (tickets) => mayOpenBoard(tickets).ok === tickets >= fewestTickets),
    );
  });
});

describe("institutions", () => {
  it("stand in the order of the alphabet, each once", () => {
    expect(listInstitutions(["SCC Plc.", " Adda ", "adda", "", "City of Oslo", "Émile"])).toEqual([
      "Adda",
      "City of Oslo",
      "Émile",
      "SCC Plc.",
    ]);
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (one, other) => {
        const listed = listInstitutions([...one, ...other]);
        expect(listInstitutions(listed)).toEqual(listed);
        // In which order people agreed says nothing.
        expect(listInstitutions([...other, ...one]).length).toBe(listed.length);
      }),
    );
  });
});

describe("the order of entries", () => {
  it("does not depend on the order they came in", () => {
    const entry = fc.record({ id: fc.uuid(), votes: fc.nat(9) });
    fc.assert(
      fc.property(
        fc
          .uniqueArray(entry, { selector: ({ id }) => id })
          .chain((entries) =>
            fc.tuple(
              fc.constant(entries),
              fc.shuffledSubarray(entries, { minLength: entries.length }),
            ),
          ),
        ([entries, shuffled]) => {
          expect(orderEntries(shuffled)).toEqual(orderEntries(entries));
        },
      ),
    );
  });
});
