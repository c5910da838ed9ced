/** For tests only: any content of a record. */
import fc from "fast-check";
import type { RecordContent, RecordLink, RecordSite } from "@throughline/domain";
import { addressPrecisions, tiers, verificationLevels } from "@throughline/domain";

const line = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 30 }),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
    fc.constantFrom(
      "=1+1",
      "'=x",
      "-3",
      "'0123",
      "n/a",
      "Foo Ltd",
      "深圳有限公司",
      "a|b",
      "Total",
      '"x"',
      "2024-01-01",
      "1e5",
    ),
  )
  // What a cell of a spreadsheet can hold: no control characters, no blanks at the ends.
  .map((text) =>
    text
      .replace(/\p{C}/gu, "")
      .replace(/[\p{Z}]+/gu, " ")
      .trim(),
  )
  .filter((text) => text !== "");
const date = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(value, { nil: null });
const country = fc.constantFrom("CN", "DE", "VN", "HK", "GB");

function site(key: string): fc.Arbitrary<RecordSite> {
  return fc.record({
    key: fc.constant(key),
    name: line,
    address: maybe(line),
    country: maybe(country),
    latitude: maybe(fc.integer({ min: -9_000, max: 9_000 }).map((value) => value / 100)),
    longitude: maybe(fc.integer({ min: -18_000, max: 18_000 }).map((value) => value / 100)),
    osId: maybe(line.map((text) => text.slice(0, 40).trim())),
    workers: maybe(fc.nat({ max: 100_000 })),
    flags: fc.uniqueArray(fc.constantFrom("head_office", "warehouse", "po_box"), { maxLength: 2 }),
    confirmedOn: maybe(date),
    verification: fc.constantFrom(...verificationLevels),
    masked: maybe(
      fc.record({
        keptBy: line,
        legalName: fc.boolean(),
        fullAddress: fc.boolean(),
        precision: fc.constantFrom(...addressPrecisions),
      }),
    ),
  });
}

function linkKey(link: RecordLink): string {
  return [link.productKey, link.siteKey, link.tier, link.component ?? ""].join("\u0000");
}

/** Any content whose keys are its own and whose links point at its sites and products. */
export const anyContent: fc.Arbitrary<RecordContent> = fc
  .record({
    sites: fc.nat({ max: 6 }),
    products: fc.nat({ max: 4 }),
    answers: fc.nat({ max: 3 }),
  })
  .chain((count) => {
    const siteKeys = Array.from({ length: count.sites }, (_, at) => `site-${at + 1}`);
    const productKeys = Array.from({ length: count.products }, (_, at) => `product-${at + 1}`);
    const links: fc.Arbitrary<RecordLink[]> =
      count.sites === 0 || count.products === 0
        ? fc.constant([])
        : fc.uniqueArray(
            fc.record({
              productKey: fc.constantFrom(...productKeys),
              siteKey: fc.constantFrom(...siteKeys),
              tier: fc.constantFrom(...tiers),
              component: maybe(line),
              kind: fc.constantFrom("confirmed", "one_of_several"),
              from: maybe(date),
              to: maybe(date),
            }),
            { maxLength: 8, selector: linkKey },
          );
    return fc.record({
      sites: fc.tuple(...siteKeys.map(site)),
      products: fc.tuple(
        ...productKeys.map((key) =>
          fc.record({
            key: fc.constant(key),
            brand: line,
            family: line,
            partNumbers: fc.uniqueArray(
              line
                .map((text) => text.replace(/[|;；｜]/gu, "").trim())
                .filter((text) => text !== ""),
              { maxLength: 3 },
            ),
          }),
        ),
      ),
      links,
      answers: fc.tuple(
        ...Array.from({ length: count.answers }, (_, at) =>
          fc.record({
            key: fc.constant(`answer-${at + 1}`),
            productKey:
              productKeys.length === 0 ? fc.constant(null) : maybe(fc.constantFrom(...productKeys)),
            answer: fc.constantFrom("asked_and_refused", "cannot_because", "shown_false"),
            saidBy: maybe(line),
            reason: line,
            document: maybe(line),
            answeredOn: date,
            selfReported: fc.boolean(),
          }),
        ),
      ),
    });
  });
