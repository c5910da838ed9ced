import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRealInput } from "../real-input.fixture.ts";
import { deriveMergeRules } from "./derive-merge-rules.ts";
import {
  compileReleases,
  lastVersions,
  versionReleases,
  type OcdsRelease,
} from "./merge-releases.ts";
import { ocdsMergeRules } from "./ocds-merge-rules.ts";

const standard = "standards/ocds";

function readJson(path: string): unknown {
  const text = readRealInput(`${standard}/${path}`);
  return text === null ? null : JSON.parse(text);
}

/** Cases of the standard's own schema, and those that belong to a schema made for merging. */
const bySchema = [
  "deep-identifier-merge",
  "identifier-merge-collision",
  "omit-when-merged-shadowed",
  "whole-list-merge-no-id",
];
const byStandard = [
  "contextual",
  "empty-identifiermerge-array",
  "fill-object",
  "lists",
  "mergeid",
  "null",
  "simple",
  "unit",
];

describe("merging against the published expectations", () => {
  it.each(byStandard)("%s, compiled and versioned", (name) => {
    const releases = readJson(`merge-cases/${name}.json`) as OcdsRelease[] | null; // releases, as published
    if (releases === null) return;
    expect(compileReleases(releases)).toEqual(readJson(`merge-cases/${name}-compiled.json`));
    expect(versionReleases(releases)).toEqual(readJson(`merge-cases/${name}-versioned.json`));
    // The order in the file counts for nothing: dates do.
    expect(compileReleases(releases.toReversed())).toEqual(
      readJson(`merge-cases/${name}-compiled.json`),
    );
  });

  it.each(bySchema)("%s, by its own schema", (name) => {
    const releases = readJson(`merge-cases/${name}.json`) as OcdsRelease[] | null; // releases, as published
    if (releases === null) return;
    const rules = deriveMergeRules(readJson("merge-cases/_schema.json"));
    expect(compileReleases(releases, rules)).toEqual(readJson(`merge-cases/${name}-compiled.json`));
  });

  it("identifier-merge-no-id: rows without an id are added each time", () => {
    const releases = readJson("merge-cases/identifier-merge-no-id.json") as OcdsRelease[] | null; // as published
    if (releases === null) return;
    const rules = deriveMergeRules(readJson("merge-cases/_schema.json"));
    expect(compileReleases([...releases, ...releases], rules)).toEqual(
      readJson("merge-cases/identifier-merge-no-id-append.json"),
    );
  });

  it("the sample's releases make the compiled and the versioned release of its record", () => {
    const record = readJson("sample/1.1/record/ocds-213czf-000-00001-withversions.json") as {
      records: { compiledRelease: object; versionedRelease: object }[];
    } | null; // a record package
    const source = readJson("sample/1.1/ocds-213czf-000-00001.json") as {
      releases: OcdsRelease[];
    } | null; // a release package
    const [expected] = record?.records ?? [];
    if (expected === undefined || source === null) return;
    const compiled = compileReleases(source.releases);
    expect(Object.keys(compiled).toSorted()).toEqual(
      Object.keys(expected.compiledRelease).toSorted(),
    );
    const { id: _id, date: _date, tag: _tag, ...fields } = compiled;
    expect(lastVersions(versionReleases(source.releases))).toEqual(fields);
  });

  it("the rules are those of the published schemas", () => {
    const profile = readJson("eforms-profile-schema/patched/release-schema.json");
    const core = readJson("schema-1.1.5/release-schema.json");
    if (profile === null || core === null) return;
    const derived = deriveMergeRules(profile);
    expect([...ocdsMergeRules.wholeList].toSorted()).toEqual([...derived.wholeList].toSorted());
    expect([...ocdsMergeRules.omit].toSorted()).toEqual([...derived.omit].toSorted());
    const { wholeList, omit } = deriveMergeRules(core);
    expect([...wholeList].filter((path) => !ocdsMergeRules.wholeList.has(path))).toEqual([]);
    expect([...omit]).toEqual([...ocdsMergeRules.omit]);
  });
});

describe("merging", () => {
  const release = (date: string, fields: object): OcdsRelease => ({
    ocid: "o",
    id: date,
    date,
    ...fields,
  });

  it("an object set to null is gone with all it held, and a changed list of words is replaced", () => {
    const merged = compileReleases([
      release("2026-01-01", { tender: { value: { amount: 1 }, submissionMethod: ["a", "b"] } }),
      release("2026-01-02", { tender: { value: null, submissionMethod: ["c"] } }),
      release("2026-01-03", { tender: { submissionMethod: [] } }),
    ]);
    expect(merged["tender"]).toEqual({ submissionMethod: [] });
  });

  it("says which release does not belong", () => {
    expect(() => compileReleases([])).toThrow(expect.objectContaining({ code: "notice_invalid" }));
    expect(() =>
      compileReleases([release("2026-01-01", {}), { ocid: "p", date: "2026-01-02" }]),
    ).toThrow(expect.objectContaining({ details: [expect.objectContaining({ path: "/1/ocid" })] }));
    expect(() => compileReleases([{ ocid: "o" }])).toThrow(
      expect.objectContaining({ details: [expect.objectContaining({ path: "/0/date" })] }),
    );
  });

  it("takes any keys, and no key reaches a prototype", () => {
    const odd = JSON.parse(
      '{"ocid":"o","date":"2026-01-01","__proto__":{"polluted":true}}',
    ) as OcdsRelease; // parsed JSON
    const merged = compileReleases([odd]);
    expect(Object.hasOwn(merged, "polluted")).toBe(false);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("merging one release gives it back without nulls and empty objects; merging twice is merging once", () => {
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(1, "x", true),
        fc.array(fc.constantFrom("a", "b"), { minLength: 1, maxLength: 3 }),
        fc.dictionary(fc.constantFrom("p", "q", "r"), tie("node"), { minKeys: 1, maxKeys: 3 }),
      ),
    })).node;
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("x", "y", "z"), value), (fields) => {
        const first = release("2026-01-01", fields);
        const { tag: _tag, id: _id, date: _date, ocid: _ocid, ...once } = compileReleases([first]);
        expect(once).toEqual(fields);
        const {
          tag: _t,
          id: _i,
          date: _d,
          ocid: _o,
          ...twice
        } = compileReleases([first, release("2026-01-02", fields)]);
        expect(twice).toEqual(once);
      }),
    );
  });
});
