import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gs1CheckDigit, hybridCheckCharacter, mod97 } from "./compute-check-characters.ts";
import {
  checkIdentifier,
  makeSiteId,
  parseDuns,
  parseGln,
  parseLei,
  parseOsId,
  parseSiteId,
  parseVat,
  printSiteId,
} from "./index.ts";

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const digits = "0123456789";

/** A valid value, a position and another character of the same alphabet: the check must refuse. */
function refusesSubstitution(
  valid: fc.Arbitrary<string>,
  alphabetAt: (value: string, index: number) => string,
  parse: (text: string) => { ok: boolean },
): void {
  fc.assert(
    fc.property(valid, fc.nat(), fc.nat(), (value, position, other) => {
      const index = position % value.length;
      const choices = [...alphabetAt(value, index)].filter((symbol) => symbol !== value[index]);
      const changed =
        value.slice(0, index) + choices[other % choices.length] + value.slice(index + 1);
      expect(parse(value).ok).toBe(true);
      expect(parse(changed).ok, `${value} → ${changed}`).toBe(false);
    }),
    { numRuns: 2000 },
  );
}

const text = (alphabet: string, length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length })
    .map((symbols) => symbols.join(""));

const lei = text(letters + digits, 18).map(
  (body) => body + String(98 - (mod97(`${body}00`) ?? 0)).padStart(2, "0"),
);
const gln = text(digits, 12).map((body) => body + gs1CheckDigit(body));
const osId = fc
  .tuple(
    text(letters, 2),
    fc.integer({ min: 2015, max: 2030 }),
    fc.integer({ min: 1, max: 366 }),
    text(crockford, 5),
  )
  .map(([country, year, day, tail]) => {
    const body = country + year + String(day).padStart(3, "0") + tail;
    let sum = body.charCodeAt(0) + body.charCodeAt(1);
    for (const symbol of body.slice(2)) sum += crockford.indexOf(symbol);
    return body + crockford[sum % 32];
  });
const siteId = fc.uint8Array({ minLength: 9, maxLength: 9 }).map((bytes) => makeSiteId(bytes));

describe("check characters", () => {
  it("agree with published examples", () => {
    expect(mod97("549300GFX6WN7JDUSN34")).toBe(1);
    expect(hybridCheckCharacter("0794", 10)).toBe("5");
    expect(hybridCheckCharacter("A12425GABC1234002", 36)).toBe("M"); // GRid, IFPI
    expect(gs1CheckDigit("629104150021")).toBe(3);
  });
});

describe("identifiers", () => {
  it("find any single substitution in a LEI within letters and within digits", () => {
    refusesSubstitution(
      lei,
      (value, index) => (digits.includes(value[index] ?? "") ? digits : letters),
      parseLei,
    );
  });
  it("find any single substitution in a GLN", () => {
    refusesSubstitution(gln, () => digits, parseGln);
  });
  it("find any single substitution in an OS ID", () => {
    refusesSubstitution(
      osId,
      (_, index) => (index < 2 ? letters : index < 9 ? digits : crockford),
      parseOsId,
    );
  });
  it("find any single substitution in a site id", () => {
    refusesSubstitution(
      siteId,
      (_, index) => (index === 0 ? letters : index === 1 ? "ABCDEFGHJKMNOPQRSTUVWXYZL" : crockford),
      parseSiteId,
    );
  });

  it("read a site id as people write it", () => {
    fc.assert(
      fc.property(siteId, (value) => {
        const sloppy = ` ${printSiteId(value).toLowerCase().replaceAll("0", "o").replaceAll("1", "l")} `;
        expect(parseSiteId(sloppy)).toEqual({ ok: true, value, checked: "check_digit" });
        expect(value).toMatch(/^TL[0-9A-HJKMNP-TV-Z]{10}$/);
      }),
    );
    expect(() => makeSiteId(new Uint8Array(8))).toThrow(RangeError);
  });

  it("say how much was checked", () => {
    expect(parseDuns("15-048-3782")).toEqual({
      ok: true,
      value: "150483782",
      checked: "format_only",
    });
    expect(parseVat("BE 0403.170.701")).toEqual({
      ok: true,
      value: "BE0403170701",
      checked: "check_digit",
    });
    expect(parseVat("BE 0403.170.702")).toMatchObject({ ok: false, reason: "check_digit" });
    expect(parseVat("DE136695976")).toMatchObject({ ok: true, checked: "check_digit" });
    expect(parseVat("DE136695978")).toMatchObject({ ok: false, reason: "check_digit" });
    expect(parseVat("GR123456789")).toEqual({
      ok: true,
      value: "EL123456789",
      checked: "format_only",
    });
    expect(parseVat("ZZ123")).toMatchObject({ ok: false, reason: "country" });
  });

  it("go through one entry", () => {
    expect(checkIdentifier("LEI", "549300gfx6wn7jdusn34")).toMatchObject({
      ok: true,
      value: "549300GFX6WN7JDUSN34",
    });
    expect(checkIdentifier("os-id", "LK20190859DHZ2R")).toMatchObject({
      ok: true,
      checked: "check_digit",
    });
    expect(checkIdentifier("xi-lei", "549300GFX6WN7JDUSN35")).toMatchObject({
      ok: false,
      reason: "check_digit",
    });
    expect(checkIdentifier("GB-COH", " 00445790 ")).toEqual({
      ok: true,
      value: "GB-COH-00445790",
      checked: "format_only",
    });
    expect(checkIdentifier("whatever", "1")).toMatchObject({ ok: false, reason: "unknown_scheme" });
  });

  it("never throw", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (scheme, value) => void checkIdentifier(scheme, value)),
    );
  });
});

const osIds = new URL("../../../../../shared/matching/os_ids.csv", import.meta.url);
describe("OS IDs from public pages", () => {
  it("agree with the expected outcome of the check", () => {
    if (!existsSync(osIds)) {
      if (process.env["CI"] === "true") throw new Error("The file of OS IDs is absent.");
      console.warn("NOT RUN: the file of OS IDs is absent");
      return;
    }
    const rows = readFileSync(osIds, "utf8").trim().split("\n").slice(1);
    expect(rows.length).toBeGreaterThan(90);
    for (const row of rows) {
      const [id = "", , expected] = row.trim().split(",");
      const outcome = parseOsId(id);
      const said = outcome.ok ? "ok" : outcome.reason === "check_digit" ? "checksum" : "symbol";
      expect(said, id).toBe(expected);
    }
  });
});
