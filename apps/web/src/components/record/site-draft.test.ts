import fc from "fast-check";
import { expect, test } from "vitest";
import { emptySite, isEmpty, readSite, startSite } from "./site-draft.ts";

const faultsOf = (draft: Parameters<typeof readSite>[0]): string[] => {
  const read = readSite(draft, "site");
  return read.ok ? [] : read.faults.map(({ field }) => field);
};

test("a name is enough; what is not known stays empty", () => {
  const read = readSite({ ...emptySite, name: " Foo Ltd " }, "site");
  expect(read).toEqual({
    ok: true,
    site: {
      name: "Foo Ltd",
      address: null,
      country: null,
      latitude: null,
      longitude: null,
      osId: null,
      workers: null,
      maskedAs: null,
    },
  });
});

test("numbers are read as people type them", () => {
  for (const workers of ["1,200", "1.200", "1 200", "1200"]) {
    const read = readSite({ ...emptySite, name: "Foo", workers }, "site");
    expect(read.ok ? read.site.workers : null).toBe(1200);
  }
  expect(faultsOf({ ...emptySite, name: "Foo", workers: "about a hundred" })).toEqual([
    "site-workers",
  ]);
});

test("a place needs both numbers, and a masked site says who keeps its identity", () => {
  expect(faultsOf({ ...emptySite, name: "Foo", latitude: "48,2" })).toEqual(["site-latitude"]);
  expect(faultsOf({ ...emptySite, name: "Foo", latitude: "148", longitude: "1" })).toEqual([
    "site-latitude",
  ]);
  expect(faultsOf({ ...emptySite, name: "Foo", masked: true })).toEqual(["site-masked-as"]);
  expect(faultsOf(emptySite)).toEqual(["site-name"]);
});

test("what was saved is read back as it was", () => {
  const text = fc.string({ minLength: 1, maxLength: 40 }).filter((one) => one.trim() === one);
  const site = fc.record({
    name: text.filter((one) => one !== ""),
    address: fc.option(text.filter((one) => one !== "")),
    country: fc.option(fc.constantFrom("GB", "CN", "VN")),
    latitude: fc.constant(null),
    longitude: fc.constant(null),
    osId: fc.option(text.filter((one) => one !== "")),
    workers: fc.option(fc.nat(999_999_999)),
    maskedAs: fc.option(text.filter((one) => one !== "")),
  });
  fc.assert(
    fc.property(site, (one) => {
      expect(readSite(startSite(one), "site")).toEqual({ ok: true, site: one });
    }),
  );
});

test("an untouched row is no site", () => {
  expect(isEmpty(emptySite)).toBe(true);
  expect(isEmpty({ ...emptySite, country: "GB" })).toBe(false);
});
