import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NormalisedProcurement } from "@throughline/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantNotice } from "../eforms/plant-notice.fixture.ts";
import { findRealInput, readRealInput } from "../real-input.fixture.ts";
import { bytesOf, faultOf, inPackage, release } from "./plant-releases.fixture.ts";
import { readNoticeFile, streamNoticeFile } from "./read-notice-file.ts";

async function readAll(source: string | Uint8Array): Promise<NormalisedProcurement[]> {
  return (await readNoticeFile(source)).map((notice) => NormalisedProcurement.parse(notice));
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "throughline-notices-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("published samples of OCDS", () => {
  const sample = "standards/ocds/sample/1.1";
  it.each([
    ["01-planning", "planning"],
    ["02-tender", "tender"],
    ["03-tenderAmendment", "tender"],
    ["04-award", "award"],
    ["05-contract", "contract"],
    ["06-implementation", "contract"],
  ])("%s is read as %s", async (name, kind) => {
    const path = findRealInput(`${sample}/ocds-213czf-000-00001-${name}.json`);
    if (path === null) return;
    const [notice, ...others] = await readAll(path);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      source: "ocds",
      kind,
      ocid: "ocds-213czf-000-00001",
      buyer: { name: "London Borough of Barnet", id: "GB-LAC-E09000003" },
      country: "GB",
    });
  });

  it("a package, its record and its versioned record come to the same procurement", async () => {
    const paths = [
      "ocds-213czf-000-00001.json",
      "record/ocds-213czf-000-00001.json",
      "record/ocds-213czf-000-00001-withversions.json",
    ].map((name) => findRealInput(`${sample}/${name}`));
    const read: NormalisedProcurement[] = [];
    for (const path of paths) if (path !== null) read.push(...(await readAll(path)));
    const [merged] = read;
    if (merged === undefined) return;
    expect(merged).toMatchObject({
      title: "Planned cycle lane improvements",
      cpv: ["45233130", "45233162"],
      value: { amount: 1_100_000, currency: "GBP" },
      publishedOn: "2010-03-15",
      deadlineOn: "2010-04-08",
      suppliers: [{ name: "AnyCorp Cycle Provision", country: "GB" }],
      lots: [{ id: "1", title: "Planned cycle lane improvements" }],
      contracts: [{ signedOn: "2010-06-10", value: { amount: 11_000_000, currency: "GBP" } }],
    });
    for (const other of read)
      expect({ ...other, noticeId: null, notes: [] }).toEqual({
        ...merged,
        noticeId: null,
        notes: [],
      });
    // The versioned release alone, without what it was compiled to.
    const text = readRealInput(`${sample}/record/ocds-213czf-000-00001-withversions.json`);
    const record = JSON.parse(text ?? "null") as { records: { compiledRelease?: object }[] } | null; // a record package
    if (record === null) return;
    for (const one of record.records) delete one.compiledRelease;
    const [versioned] = await readAll(bytesOf(record));
    expect({ ...versioned, noticeId: null, notes: [] }).toEqual({
      ...merged,
      noticeId: null,
      notes: [],
    });
  });
});

describe("the profile for eForms and the sustainability extension", () => {
  it("reads lots, criteria, goals and terms; lots have from the tender what is told there only", async () => {
    const [notice] = await readAll(
      bytesOf(
        release({
          parties: [
            {
              id: "B",
              name: "Aldermoor City Council",
              roles: ["buyer"],
              address: { country: "SE" },
            },
            { id: "S", name: "Cedar IT", roles: ["supplier"], address: { countryName: "Denmark" } },
          ],
          tender: {
            title: "Laptops",
            procurementMethod: "selective",
            procurementMethodDetails: "Competitive procedure with negotiation",
            tenderPeriod: { endDate: "2026-02-01T12:00:00+01:00" },
            items: [
              { id: "1", relatedLot: "L1", classification: { scheme: "CPV", id: "30213100-6" } },
              {
                id: "2",
                relatedLot: "L2",
                additionalClassifications: [{ scheme: "CPV", id: 30230000 }],
              },
            ],
            exclusionGrounds: { criteria: [{ type: "fraud", description: "Fraud" }] },
            contractTerms: { performanceTerms: "Name the sites." },
            lots: [
              {
                id: "L1",
                title: "One",
                awardCriteria: {
                  criteria: [
                    {
                      type: "price",
                      name: "Price",
                      numbers: [{ number: 0.6, weight: "decimalExact" }],
                    },
                    {
                      type: "quality",
                      description: "Quality of the plan",
                      numbers: [{ number: 0.4, weight: "decimalExact" }],
                    },
                  ],
                },
                selectionCriteria: {
                  criteria: [{ type: "technical", description: "Two references" }],
                },
                sustainability: [
                  {
                    goal: "social.humanRightsInSupplyChains",
                    strategies: ["contractPerformanceConditions", "awardCriteria"],
                    description: "Disclose sites within 28 days.",
                  },
                  { goal: "environmental.circularEconomy", strategies: ["awardCriteria"] },
                ],
              },
              { id: "L2", title: "Two", hasSustainability: false },
            ],
          },
          awards: [
            {
              id: "A1",
              status: "active",
              date: "2026-03-01T00:00:00Z",
              suppliers: [{ id: "S" }],
              relatedLots: ["L1"],
            },
            {
              id: "A2",
              status: "unsuccessful",
              suppliers: [{ id: "X", name: "Nobody" }],
              relatedLots: ["L2"],
            },
          ],
          contracts: [
            {
              id: "C1",
              awardID: "A1",
              amendments: [{ id: "1", rationale: "More schools", amendsReleaseID: "r0" }],
              productionSites: [{ id: "S1", name: "Site" }],
            },
          ],
          house: { rule: 7 },
        }),
      ),
    );
    expect(notice).toMatchObject({
      procedure: "competitive_with_negotiation",
      country: "SE",
      cpv: ["30213100", "30230000"],
      deadlineOn: "2026-02-01",
      awardedOn: "2026-03-01",
      exclusionGrounds: [{ type: "fraud", text: "Fraud" }],
      suppliers: [{ name: "Cedar IT", id: "S", country: "DK", lots: ["L1"] }],
      contracts: [{ id: "C1", lots: ["L1"], suppliers: ["Cedar IT"], sites: ["S1"] }],
      modifications: [{ reason: "More schools", text: "More schools", changedNotice: "r0" }],
    });
    expect(notice?.lots.map(({ id, title }) => [id, title])).toEqual([
      ["L1", "One"],
      ["L2", "Two"],
    ]);
    expect(notice?.lots[0]).toMatchObject({
      cpv: ["30213100"],
      awardCriteria: [
        { type: "price", name: "Price", weight: 60 },
        { type: "quality", name: "Quality of the plan", weight: 40 },
      ],
      selectionCriteria: [{ type: "technical", name: "Two references" }],
      strategicProcurement: ["soc-obj", "env-imp"],
      socialObjectives: ["hum-right"],
      environmentalImpacts: ["circ-econ"],
      performanceTerms: [
        { type: "contractPerformanceConditions", text: "Disclose sites within 28 days." },
      ],
      inherited: ["deadlineOn"],
    });
    expect(notice?.lots[1]).toMatchObject({
      strategicProcurement: ["none"],
      performanceTerms: [{ type: null, text: "Name the sites." }],
    });
    expect(notice?.lots[1]?.inherited).toContain("performanceTerms");
    expect(notice?.unread).toHaveProperty(["/house/rule"], 7);
    expect(notice?.unread).not.toHaveProperty(["/parties/0/name"]);
    expect(notice?.unread["/tender/lots/0/sustainability/1/strategies"]).toEqual(["awardCriteria"]);
  });
});

describe("one file, many forms", () => {
  const second = release({ ocid: "ocds-x-2", id: "r2" });
  const amended = release({
    id: "r3",
    date: "2026-02-01T00:00:00Z",
    tag: ["tenderAmendment"],
    tender: { title: "Laptops and docks" },
  });
  const first = release({ tender: { title: "Laptops", value: { amount: 5, currency: "EUR" } } });
  const forms: readonly [string, unknown][] = [
    ["a package", inPackage([first, second, amended])],
    ["a list of releases", [first, second, amended]],
    ["a list of packages", [inPackage([first, second]), inPackage([amended])]],
    ["JSON Lines", [first, second, amended].map((one) => JSON.stringify(one)).join("\n")],
    [
      "JSON Lines of packages, with a mark of order",
      `\uFEFF${[inPackage([first]), inPackage([second, amended])].map((one) => JSON.stringify(one)).join("\r\n")}\n`,
    ],
    [
      "indented values one behind the other",
      [first, second, amended].map((one) => JSON.stringify(one, null, 2)).join("\n"),
    ],
    [
      "records",
      {
        uri: "u",
        version: "1.1",
        publishedDate: "2026-01-01T00:00:00Z",
        publisher: { name: "A" },
        records: [
          { releases: [first, amended], ocid: "ocds-x-1" },
          { ocid: "ocds-x-2", releases: [second] },
        ],
      },
    ],
  ];
  it.each(forms)(
    "%s: releases of one process are merged, wherever they stand",
    async (name, content) => {
      const path = join(folder, `${name.replaceAll(/\W/gu, "-")}.json`);
      writeFileSync(path, bytesOf(content));
      const fromBytes = await readAll(bytesOf(content));
      expect(await readAll(path)).toEqual(fromBytes);
      expect(fromBytes.map(({ ocid, title, noticeId }) => [ocid, title, noticeId])).toEqual([
        ["ocds-x-1", "Laptops and docks", "r3"],
        ["ocds-x-2", "", "r2"],
      ]);
      expect(fromBytes[0]).toMatchObject({
        value: { amount: 5, currency: "EUR" },
        publishedOn: "2026-01-01",
      });
      expect(fromBytes[0]?.notes).toContain("Merged from 2 releases of 2026-01-01 to 2026-02-01.");
    },
  );

  it("reads short notices and eForms, told by what they hold", async () => {
    const [short] = await readAll(
      bytesOf({
        ocid: "ocds-9",
        title: "Laptops",
        buyer: { name: "A City" },
        cpv: "30213100",
        extra: 1,
      }),
    );
    expect(short).toMatchObject({
      source: "short_form",
      kind: "tender",
      cpv: ["30213100"],
      unread: { "/extra": 1 },
    });
    const [eforms] = await readAll(bytesOf(`\uFEFF\n${plantNotice({}).slice(38)}`));
    expect(eforms).toMatchObject({ source: "eforms" });
    const text = readRealInput("data/notices/uk_notices.json");
    if (text === null) return;
    const real = await readAll(bytesOf(text));
    expect(real).toHaveLength(4);
    expect(real[3]?.suppliers).toMatchObject([
      { name: "Getech Ltd", lots: ["1"] },
      { name: "Jigsaw Systems Limited", lots: ["2"] },
    ]);
  });

  it("hands notices on before the rest was looked at closely", async () => {
    const lines = [release(), release({ ocid: "ocds-x-2", tender: { title: 5 } })];
    const notices = streamNoticeFile(bytesOf(lines.map((one) => JSON.stringify(one)).join("\n")));
    expect((await notices.next()).value).toMatchObject({ ocid: "ocds-x-1" });
    await expect(notices.next()).rejects.toThrow("line 2 /tender/title: is not a text");
  });
});

describe("refused, with the place", () => {
  const faults: readonly [string, unknown, RegExp][] = [
    ["nothing", "", /^file_empty/u],
    ["blanks", " \n ", /neither JSON nor XML/u],
    ["words", "hello", /^notice_invalid line 1: neither JSON nor XML/u],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x7b, 0]), /UTF-16/u],
    [
      "not UTF-8",
      new Uint8Array([...bytesOf('{"ocid":"'), 0xff, ...bytesOf('","date":1}')]),
      /not in UTF-8/u,
    ],
    [
      "a broken line",
      `${JSON.stringify(release())}\n{"ocid":"b", "date":}\n`,
      /line 2: is not JSON, from '\}'/u,
    ],
    [
      "a text never closed",
      `${JSON.stringify(release())}\n{"ocid":"b\n{}`,
      /line 2: a text is not closed/u,
    ],
    [
      "an end in the middle",
      '{"ocid":"a","tender":{',
      /line 1: the file ends in the middle of a value/u,
    ],
    ["brackets that do not match", '{"ocid":"a"]', /brackets do not match/u],
    ["bottomless nesting", "[".repeat(300), /nested more than 250 deep|a list stands where/u],
    [
      "deep nesting in a release",
      `{"ocid":"a","x":${"[".repeat(300)}${"]".repeat(300)}}`,
      /nested more than 250 deep/u,
    ],
    [
      "a broken package around good releases",
      `{"uri":"u","oops","releases":[${JSON.stringify(release())}]}`,
      /line 1: is not JSON/u,
    ],
    [
      "releases without a comma",
      `{"releases":[${JSON.stringify(release())} ${JSON.stringify(release())}]}`,
      /a comma is missing/u,
    ],
    ["an empty package", inPackage([]), /holds no release/u],
    ["an empty list", "[]", /holds no notice/u],
    [
      "a number among the releases",
      inPackage([release(), 7]),
      /\/releases\/1 is no release or record/u,
    ],
    [
      "a release without an ocid",
      inPackage([{ ...release(), ocid: undefined }]),
      /\/releases\/0\/ocid: is missing/u,
    ],
    ["a release without a date", { ...release(), date: undefined }, /\/date: is missing/u],
    ["a release without a tag", { ...release(), tag: undefined }, /\/tag: is missing/u],
    [
      "a date that is none",
      inPackage([release({ date: "yesterday" })]),
      /\/releases\/0\/date: 'yesterday' is not a date/u,
    ],
    [
      "an amount in words",
      release({ tender: { value: { amount: "5", currency: "EUR" } } }),
      /\/tender\/value\/amount: is not a number/u,
    ],
    ["lots that are no list", release({ tender: { lots: {} } }), /\/tender\/lots: is not a list/u],
    [
      "a lot that is no object",
      release({ tender: { lots: [3] } }),
      /\/tender\/lots\/0: is not an object/u,
    ],
    [
      "a fault in the second of two releases",
      [release(), release({ id: "r2", awards: 1 })],
      /\/1\/awards: is not a list/u,
    ],
    [
      "a record of links",
      {
        ocid: "a",
        releases: [{ url: "https://x.example", date: "2026-01-01T00:00:00Z", tag: ["tender"] }],
      },
      /\/releases: the record links/u,
    ],
    ["a short notice without a buyer", [{ ocid: "a", title: "T" }], /\/0\/buyer/u],
  ];
  it.each(faults)("%s", async (_what, content, said) => {
    const bytes = content instanceof Uint8Array ? content : bytesOf(content);
    expect(await faultOf(bytes)).toMatch(said);
  });

  it("a file that is not there, and a folder", async () => {
    expect(await faultOf(join(folder, "none.json"))).toMatch(/^file_missing/u);
    expect(await faultOf(folder)).toMatch(/^file_not_readable/u);
  });
});
