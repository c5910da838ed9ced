import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ReadDisclosure } from "@throughline/domain";
import { runThroughline } from "./testing/run-throughline.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "throughline-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const contract = (over: object = {}): string =>
  JSON.stringify({ reference: "C-1", title: "Laptops", kind: "stand_alone", ...over });

describe("read-disclosure", () => {
  it("prints every row with its outcome, and counts that add up", () => {
    const { code, out, err } = runThroughline([
      "read-disclosure",
      "examples/university-laptops/lenovo-82ku017kin.txt",
      "--json",
    ]);
    expect(code).toBe(0);
    expect(err).toBe("");
    const read = ReadDisclosure.parse(JSON.parse(out));
    expect(read.rows).toHaveLength(7);
    expect(read.rows[0]).toMatchObject({
      row: 1,
      name: "Hefei Bitland Information Technology Co.,Ltd",
      country: "CN",
    });
    expect(read.counts.accepted + read.counts.corrected + read.counts.rejected).toBe(
      read.counts.read,
    );
    expect(read).toMatchObject({ alternatives: true, truncated: true, brand: "Lenovo" });
  });

  it("says it in words without --json", () => {
    const { out } = runThroughline([
      "read-disclosure",
      "examples/university-laptops/hp-2d8c6pa.txt",
    ]);
    expect(out).toContain("4 rows read:");
    expect(out).toContain("The places are alternatives");
    expect(out).not.toContain("\u001b[");
  });
});

describe("screen", () => {
  it("finds the order against Hefei Bitland, and never calls the rest clean", () => {
    const { code, out } = runThroughline([
      "screen",
      "examples/university-laptops/lenovo-82ku017kin.txt",
      "--json",
    ]);
    expect(code).toBe(0);
    const { sites } = JSON.parse(out) as { sites: { name: string; status: string }[] }; // our own output, checked below
    expect(sites).toHaveLength(7);
    expect(sites.filter((site) => site.status === "hit").map((site) => site.name)).toEqual([
      "Hefei Bitland Information Technology Co.,Ltd",
    ]);
    expect(sites.some((site) => site.status === "no_hit")).toBe(false);
  });
});

describe("trace", () => {
  it("ends with 1 under --strict when there are breaks, and with 0 without it", () => {
    const path = put("contract.json", contract());
    expect(runThroughline(["trace", path]).code).toBe(0);
    expect(runThroughline(["trace", path, "--strict"]).code).toBe(1);
  });

  it("takes disclosures given beside the contract for the only product of their brand", () => {
    const path = put("one.json", contract({ products: [{ brand: "Foo", family: "F1" }] }));
    const label = put(
      "label.txt",
      "Foo, Manufactured by one of the following: 1. Foo Ltd, 1 High Road, Leeds, UK 2. Bar Ltd, 2 Low Road, York, UK",
    );
    const { code, out } = runThroughline(["trace", path, label, "--json"]);
    expect(code).toBe(0);
    expect(out).toContain("One of two possible sites.");
  });

  it("links a list to no product when nobody said what it is about", () => {
    const products = ["F1", "F2"].map((family) => ({ brand: "Foo", family }));
    const list = put("list.csv", 'name,address,country\nBar Ltd,"2 Low Road, York",UK\n');
    const { out } = runThroughline(["trace", put("two.json", contract({ products })), list]);
    expect(out).toContain("named, not linked to a product");
    expect(out.match(/✕ missing/g)).toHaveLength(2);
  });

  it("draws eight stations with a word beside each icon", () => {
    const { out, err } = runThroughline(["trace", put("words.json", contract())]);
    expect(err).toBe("");
    for (const word of [
      "Weighed",
      "Asked",
      "Agreed",
      "Shown",
      "Traced",
      "Checked",
      "Acted on",
      "Remedied",
    ])
      expect(out).toContain(word);
    expect(out.match(/◌ .*unknown/g)?.length).toBeGreaterThanOrEqual(4);
    expect(out).toContain("Nobody is assigned to follow up this contract.");
  });
});

describe("bad input ends with 2, says what to do, and shows no stack", () => {
  const cases: [string, () => string[], RegExp][] = [
    [
      "a contract file that is not there",
      () => ["trace", join(folder, "none.json")],
      /There is no such file[\s\S]*none\.json[\s\S]*Check the path/,
    ],
    ["a folder", () => ["trace", folder], /is not a file/],
    ["no JSON", () => ["trace", put("bad.json", "{ not json")], /is not JSON/],
    [
      "a binary file",
      () => ["trace", put("bad.bin", new Uint8Array([0xff, 0xfe, 0, 1, 2]))],
      /not text in UTF-8/,
    ],
    [
      "a wrong schema",
      () => ["trace", put("wrong.json", contract({ kind: "loan", extra: 1 }))],
      /\/kind[\s\S]*\/extra[\s\S]*JSON Schema/,
    ],
    [
      "a date that is none",
      () => ["trace", put("date.json", contract()), "--as-of", "March"],
      /is not a date/,
    ],
    [
      "a date to come",
      () => ["trace", put("date.json", contract()), "--as-of", "2999-01-01"],
      /later than today/,
    ],
    [
      "a disclosure that is not there",
      () => [
        "trace",
        put(
          "gone.json",
          contract({
            disclosures: [
              { file: "gone.csv", title: "List", declaredBy: "Foo", receivedOn: "2026-01-01" },
            ],
          }),
        ),
      ],
      /gone\.csv/,
    ],
    [
      "a list that is a picture",
      () => [
        "read-disclosure",
        put("list.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])),
      ],
      /not a list[\s\S]*picture/,
    ],
    ["an empty list", () => ["screen", put("empty.csv", "")], /no rows/],
    ["an unknown command", () => ["draw"], /unknown command/],
    ["an unknown option", () => ["trace", "x.json", "--loud"], /unknown option/],
    ["nothing at all", () => [], /Usage: throughline/],
  ];
  it.each(cases)("%s", (_name, args, said) => {
    const { code, out, err } = runThroughline(args());
    expect(err).toMatch(said);
    expect(err).not.toMatch(/\n\s+at /);
    expect(out).toBe("");
    expect(code).toBe(2);
  });
});

it.each(["trace", "read-disclosure", "screen", "serve"])("%s --help explains itself", (command) => {
  const { code, out } = runThroughline([command, "--help"]);
  expect(code).toBe(0);
  expect(out).toContain(`Usage: throughline ${command}`);
});
