import fc from "fast-check";
import { describe, it, expect } from "vitest";
import { plantNotice } from "../eforms/plant-notice.fixture.ts";
import { readRealInput } from "../real-input.fixture.ts";
import { indexJson } from "./index-json.ts";
import { bytesOf, faultOf, inPackage, release } from "./plant-releases.fixture.ts";

describe("any bytes", () => {
  /** Reads or refuses; anything else thrown is a fault of ours. */
  const survive = async (bytes: Uint8Array): Promise<void> => {
    await faultOf(bytes);
  };

  it("are read or refused, never a crash", async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), survive), { numRuns: 300 });
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 6 }), (text) => survive(bytesOf(text))),
      { numRuns: 300 },
    );
  });

  it("so are good notices with pieces exchanged", async () => {
    const good = [
      JSON.stringify(
        inPackage([
          release({ tender: { lots: [{ id: "1" }], items: [] }, awards: [], contracts: [] }),
        ]),
      ),
      plantNotice({}),
      readRealInput("standards/eforms/sdk-examples/can_24_minimal.xml") ?? plantNotice({}),
      readRealInput("standards/ocds/sample/1.1/ocds-213czf-000-00001-05-contract.json") ?? "{}",
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...good),
        fc.array(
          fc.tuple(
            fc.nat(),
            fc.constantFrom(
              "",
              "{",
              "}",
              "[",
              "]",
              '"',
              ",",
              "<",
              ">",
              "null",
              "5",
              "\\",
              "\n",
              "\u0000",
              "</cbc:ID>",
            ),
          ),
          { minLength: 1, maxLength: 4 },
        ),
        async (text, edits) => {
          let changed = text;
          for (const [at, piece] of edits) {
            const place = at % changed.length;
            changed = changed.slice(0, place) + piece + changed.slice(place + 1);
          }
          await survive(bytesOf(changed));
        },
      ),
      { numRuns: 400 },
    );
  });

  it("an index does not depend on where the bytes are cut", () => {
    const item = fc.record({
      ocid: fc.string({ maxLength: 5 }),
      note: fc.string({ maxLength: 12 }),
      deep: fc.jsonValue({ maxDepth: 3 }),
    });
    const pieces = (text: string, size: number): unknown => {
      const bytes = bytesOf(text);
      const indexer = indexJson();
      for (let at = 0; at < bytes.length; at += size) indexer.feed(bytes.subarray(at, at + size));
      const store = indexer.end();
      return Array.from({ length: store.size }, (_, index) => {
        const { start, end, ...place } = store.get(index);
        const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(start, end)));
        return { parsed, place };
      });
    };
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(2),
        (items, size, indent) => {
          const text = JSON.stringify(
            { version: "1.1", releases: items, after: { x: [1] } },
            null,
            indent,
          );
          const whole = pieces(text, text.length * 4);
          expect(pieces(text, size)).toEqual(whole);
          expect(whole).toEqual(
            items.map((parsed, index) => ({
              parsed: JSON.parse(JSON.stringify(parsed)) as unknown, // as it is written
              place: expect.objectContaining({ pointer: `/releases/${index}` }) as unknown, // a matcher
            })),
          );
        },
      ),
    );
  });
});
