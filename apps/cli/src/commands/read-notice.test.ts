import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NormalisedProcurement } from "@throughline/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkout, runThroughline } from "../testing/run-throughline.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "throughline-notice-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const release = {
  ocid: "ocds-x-1",
  id: "r1",
  date: "2026-01-01T00:00:00Z",
  tag: ["tender"],
  initiationType: "tender",
  buyer: { id: "B", name: "Aldermoor City Council" },
  tender: {
    title: "Laptops",
    value: { amount: 1200000.5, currency: "GBP" },
    items: [{ id: "1", classification: { scheme: "CPV", id: "30213100" } }],
    lots: [
      {
        id: "L1",
        title: "One",
        awardCriteria: {
          criteria: [
            { type: "quality", name: "Plan", numbers: [{ number: 30, weight: "percentageExact" }] },
          ],
        },
        sustainability: [
          {
            goal: "social.humanRightsInSupplyChains",
            strategies: ["contractPerformanceConditions"],
            description: "Name the sites of final assembly.",
          },
        ],
      },
    ],
  },
  house: 1,
};

describe("read-notice", () => {
  it("prints one notice as one object in the shape all formats share", () => {
    const { code, out, err } = runThroughline([
      "read-notice",
      put("one.json", JSON.stringify(release)),
      "--json",
    ]);
    expect(err).toBe("");
    expect(code).toBe(0);
    const notice = NormalisedProcurement.parse(JSON.parse(out));
    expect(notice).toMatchObject({
      source: "ocds",
      ocid: "ocds-x-1",
      title: "Laptops",
      buyer: { name: "Aldermoor City Council", id: "B" },
      cpv: ["30213100"],
      value: { amount: 1200000.5, currency: "GBP" },
      lots: [
        {
          id: "L1",
          title: "One",
          awardCriteria: [{ type: "quality", name: "Plan", weight: 30 }],
          socialObjectives: ["hum-right"],
        },
      ],
      suppliers: [],
    });
    expect(notice.unread).toHaveProperty(["/house"], 1);
  });

  it("prints several as JSON Lines, releases of one process merged", () => {
    const lines = [
      release,
      { ...release, ocid: "ocds-x-2" },
      { ...release, id: "r2", date: "2026-02-01T00:00:00Z" },
    ];
    const path = put("many.jsonl", lines.map((line) => JSON.stringify(line)).join("\n"));
    const { code, out } = runThroughline(["read-notice", path, "--json"]);
    expect(code).toBe(0);
    const notices = out
      .trim()
      .split("\n")
      .map((line) => NormalisedProcurement.parse(JSON.parse(line)));
    expect(notices.map(({ ocid, noticeId }) => [ocid, noticeId])).toEqual([
      ["ocds-x-1", "r2"],
      ["ocds-x-2", "r1"],
    ]);
  });

  it("draws a page with names of codes, and says what it left aside", () => {
    const path = put("page.json", JSON.stringify(release));
    const { code, out } = runThroughline(["read-notice", path, "--language", "de"]);
    expect(code).toBe(0);
    for (const said of [
      "Call for competition · OCDS ocds-x-1",
      "Aldermoor City Council (B)",
      "30213100 Tragbare Computer",
      "1,200,000.50 GBP",
      "30 % quality, Plan",
      "human rights due diligence in supply chains",
      "Name the sites of final assembly.",
      "CPV codes: told for the whole only",
      "further field",
    ])
      expect(out).toContain(said);
    expect(out).not.toContain("\u001b[");
  });

  it("reads a real eForms notice", () => {
    const path = join(checkout, "../shared/standards/eforms/ted-notices/2024-OJS065-00191536.xml");
    if (!existsSync(path)) {
      if (process.env["CI"] === "true")
        throw new Error("The real notices are absent; under CI nothing may be left out.");
      console.warn("NOT RUN: the real notices are absent.");
      return;
    }
    const { code, out } = runThroughline(["read-notice", path]);
    expect(code).toBe(0);
    for (const said of [
      "Award · eForms",
      "Waterschap Rivierenland",
      "3,887,000 EUR",
      "Hegeman Bouw & Infra B.V.",
      "for LOT-0000",
    ])
      expect(out).toContain(said);
  });

  it.each([
    ["a file that is not there", () => "none.xml", /There is no such file[\s\S]*none\.xml/],
    [
      "a broken release",
      () => put("bad.json", '{"ocid":"a",\n"tender": }'),
      /cannot be read[\s\S]*line 2: is not JSON/,
    ],
    [
      "a wrong value",
      () => put("wrong.json", JSON.stringify({ ...release, tender: { title: 5 } })),
      /\/tender\/title: is not a text/,
    ],
    ["another XML", () => put("page.xml", "<html/>"), /\/html: is no notice/],
  ])("%s ends with 2 and says the place", (_what, path, said) => {
    const { code, out, err } = runThroughline(["read-notice", path()]);
    expect(err).toMatch(said);
    expect(err).not.toMatch(/\n\s+at /);
    expect(out).toBe("");
    expect(code).toBe(2);
  });

  it("--help explains itself; a language without names is refused", () => {
    expect(runThroughline(["read-notice", "--help"]).out).toContain("JSON Lines for several");
    const { code, err } = runThroughline(["read-notice", "x", "--language", "xx"]);
    expect(code).toBe(2);
    expect(err).toContain("There are names in bg");
  });
});
