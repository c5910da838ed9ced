import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Requirement } from "@throughline/domain";
import { type LibraryFault, readLibraryYaml } from "./read-library-yaml.ts";
import { writeLibraryYaml } from "./write-library-yaml.ts";

const word = fc.stringMatching(/^[a-z][a-z0-9_]{1,12}$/);
/** Words that YAML could take for something else, and text with anything in it. */
const text = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(
      "no",
      "yes",
      "null",
      "~",
      "2026-11-20",
      "1e3",
      "0x10",
      ": #",
      "- a",
      "'\"\\",
      "a\n b\n\nc ",
      "{a}",
      "[?x: y]",
      "!!js",
      "&a",
      "*a",
      "%",
      "øæå 深圳",
    ),
    fc.string({ minLength: Math.max(minLength, 1), maxLength, unit: "grapheme" }),
    ...(minLength === 0 ? [fc.constant("")] : []),
  );
const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => (Object.is(one, -0) ? 0 : one)),
  fc.boolean(),
  text(0, 20),
  fc.array(text(0, 20), { maxLength: 3 }),
);
const values = fc.dictionary(word, value, { maxKeys: 3, noNullPrototype: true });
const option = fc.record({ key: text(1, 20), label: text(1, 20) });
const type = fc.oneof(
  fc.record({
    kind: fc.constant("number"),
    unit: fc.constantFrom("days", "percent"),
    stricter: fc.constantFrom("lower", "none"),
    minimum: fc.integer(),
    maximum: fc.integer(),
  }),
  fc.record({
    kind: fc.constant("choice"),
    options: fc.array(option, { minLength: 2, maxLength: 4 }),
    order: fc.array(fc.tuple(text(0, 9), text(0, 9)), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant("set"),
    options: fc.oneof(fc.constant(null), fc.array(option, { maxLength: 2 })),
    stricter: fc.constantFrom("more", "fewer"),
  }),
  fc.record({ kind: fc.constant("flag"), stricter: fc.constantFrom("yes", "no", "none") }),
  fc.constant({ kind: "text" }),
);
const wording = fc.record({
  language: fc.constantFrom("en", "no", "sv"),
  text: text(1, 60),
  status: fc.constantFrom("drafted", "checked"),
});
const requirement: fc.Arbitrary<Requirement> = fc
  .record({
    key: word,
    version: fc.integer({ min: 1, max: 99 }),
    title: text(1, 40),
    purpose: text(0, 40),
    wordings: fc.array(wording, { minLength: 1, maxLength: 2 }),
    parameters: fc.array(
      fc.record(
        { key: word, label: text(1, 20), help: text(0, 20), type, phrase: text(0, 20) },
        { requiredKeys: ["key", "label", "help", "type"] },
      ),
      { maxLength: 3 },
    ),
    minimumVerification: fc.constantFrom("self_declared", "worker_verified"),
    evidenceTypes: fc.array(text(0, 20), { maxLength: 2 }),
    kpis: fc.array(text(0, 9), { maxLength: 2 }),
    issues: fc.array(text(0, 9), { maxLength: 2 }),
    references: fc.array(
      fc.record({ framework: text(1, 9), place: fc.option(text(0, 9)), note: text(0, 20) }),
      { maxLength: 2 },
    ),
    needsBrand: fc.boolean(),
    roles: fc.subarray(["selection", "clause"], { minLength: 1 }),
    variants: fc.array(
      fc.record({
        bidderRole: fc.constantFrom(null, "brand"),
        sizes: fc.subarray(["micro", "large"]),
        values,
        wordings: fc.array(wording, { maxLength: 1 }),
        note: text(0, 20),
      }),
      { maxLength: 2 },
    ),
    changes: fc.array(
      fc.record({ parameter: fc.option(word), note: text(1, 20), lookAgain: fc.boolean() }),
      { maxLength: 2 },
    ),
    publishedOn: fc.constantFrom("2026-11-20", "2024-02-29"),
  })
  .map((one) =>
    Requirement.parse({ ...one, urn: `urn:throughline:requirement:${one.key}:${one.version}` }),
  );

function faultsOf(file: string): readonly LibraryFault[] {
  const read = readLibraryYaml(file);
  return read.ok ? [] : read.faults;
}

const small = `format: throughline-requirements/1
requirements:
  - urn: urn:throughline:requirement:north:meeting:1
    key: meeting
    version: 1
    title: Meet twice a year
    wordings:
      - language: en
        text: They meet.
        status: drafted
    minimumVerification: self_declared
    needsBrand: false
    roles: [clause]
    publishedOn: 2026-11-20
`;

describe("a library as YAML", () => {
  it("reads back exactly what was written", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(requirement, { minLength: 1, maxLength: 3, selector: ({ urn }) => urn }),
        (requirements) => {
          const read = readLibraryYaml(writeLibraryYaml(requirements));
          expect(read).toMatchObject({ ok: true });
          expect(read.ok ? read.requirements : read.faults).toEqual(requirements);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("fills in what may be left out, and finds lines again", () => {
    const read = readLibraryYaml(small);
    expect(read.ok && read.requirements[0]).toMatchObject({
      title: "Meet twice a year",
      parameters: [],
      variants: [],
      publishedOn: "2026-11-20",
    });
    expect(read.ok && read.lineOf("/requirements/0/wordings/0/text")).toBe(9);
    expect(read.ok && read.lineOf("/requirements/0/variants/3")).toBe(3);
  });

  it("says in which line what is wrong", () => {
    const faults = faultsOf(
      small
        .replace("title: Meet", "titel: Meet")
        .replace("version: 1", "version: one")
        .replace("[clause]", "[clause, promise]"),
    );
    expect(faults.map(({ line, path }) => `${line} ${path}`)).toEqual([
      "3 /requirements/0/title",
      "5 /requirements/0/version",
      "6 /requirements/0/titel",
      "13 /requirements/0/roles/1",
    ]);
    expect(faults.map(({ message }) => message)).toEqual([
      "'title' is missing.",
      "'version' has to be a number.",
      "'titel' is not a key of the format.",
      "Entry 2 of 'roles' has to be one of selection, technical, award, clause.",
    ]);
    expect(faultsOf(small.replace("/1\n", "/2\n"))).toMatchObject([{ line: 1, path: "/format" }]);
    expect(faultsOf("")).toHaveLength(1);
    expect(faultsOf("just words")).toHaveLength(1);
  });

  it("refuses one requirement that stands there twice", () => {
    const entry = small.slice(small.indexOf("  - urn"));
    expect(faultsOf(small + entry)).toEqual([
      {
        line: 15,
        path: "/requirements/1/urn",
        message: "urn:throughline:requirement:north:meeting:1 stands there twice.",
      },
    ]);
  });

  it.each([
    ["a broken bracket", small.replace("[clause]", "[clause"), /not YAML/],
    ["the same key twice", small.replace("    key:", "    key: other\n    key:"), /not YAML/],
    ["two documents", `${small}---\n${small}`, /not YAML/],
    ["another YAML", `%YAML 1.1\n---\n${small}`, /%YAML/],
    ["a tag", small.replace("title: Meet", "title: !!str Meet"), /Tags/],
    ["a tag of a program", small.replace("[clause]", "!!python/object:os.system [clause]"), /Tags/],
    ["a tag on a mapping", small.replace("format:", "!!map\nformat:"), /Tags|not YAML/],
    ["an anchor", small.replace("[clause]", "&a [clause]"), /Anchors/],
    ["an alias", small.replace("[clause]", "*a"), /Anchors|not YAML/],
    [
      "a merge",
      small.replace("    key: meeting", "    <<: {key: meeting}"),
      /'<<' is not a key|missing/,
    ],
    ["brackets by the thousand", "[".repeat(200_000), /nested too deeply|not YAML/],
    ["nesting by the hundred", "- ".repeat(300), /nested too deeply|not YAML/],
    ["more values than a library has", `a: [${"1,".repeat(250_000)}1]`, /more than 200000 values/],
    ["a file beyond all measure", "#".repeat(5_000_001), /longer than/],
  ])("refuses %s", (_what, file, message) => {
    const [fault] = faultsOf(file);
    expect(fault?.message).toMatch(message);
    expect(fault?.line).toBeGreaterThan(0);
  });

  it(
    "takes time in proportion to its keys, also where none belongs there",
    { timeout: 20_000 },
    () => {
      const keys = (count: number): string =>
        Array.from({ length: count }, (_, at) => `k${at}: 1`).join("\n");
      // Compared each with each they take longer than a test may.
      expect(faultsOf(keys(60_000))).toHaveLength(200);
      expect(faultsOf(`${keys(50_000)}\nk7: 2`)[0]).toMatchObject({
        line: 50_001,
        message: "This is not YAML: the key 'k7' stands there twice.",
      });
    },
  );

  it("is not multiplied by aliases of aliases", () => {
    const bomb = ["a: &a [x, x, x, x, x, x, x, x, x, x]"];
    for (let at = 1; at < 12; at += 1) {
      const [before, name] = [String.fromCharCode(96 + at), String.fromCharCode(97 + at)];
      bomb.push(`${name}: &${name} [${Array(10).fill(`*${before}`).join(", ")}]`);
    }
    expect(faultsOf(bomb.join("\n"))[0]?.message).toMatch(/Anchors/);
  });
});
