import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runThroughline } from "./testing/run-throughline.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "throughline-match-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const lines = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>); // our own output, looked at below

const registry = `id,name,address,country,lat,lng
K1,"Fuxin Electronics (Kunshan) Co., Ltd.","No. 1388 Renmin Road, Kunshan, Jiangsu",China,31.38,120.98
D7,Huamei Garment Factory,"No. 7 Xingye Road, Humen, Dongguan",CN,,
`;

describe("match", () => {
  it("answers JSON lines: left, right or null, probability, band, why", () => {
    const right = put("registry.csv", registry);
    const left = put(
      "list.jsonl",
      [
        { name: "富鑫电子（昆山）有限公司", address: "江苏省昆山市人民路1388号", country: "CN" },
        { id: "b", name: "HUAMEI GARMENT FACTORY", address: "7 Xingye Rd., Humen, Dongguan" },
        { id: 3, name: "Somebody Else Ltd", address: "1 High Street, Leeds", country: "UK" },
      ]
        .map((row) => JSON.stringify(row))
        .join("\n"),
    );
    const { code, out, err } = runThroughline(["match", left, right, "--json"]);
    expect(err).toBe("");
    expect(code).toBe(0);
    const answers = lines(out);
    expect(answers).toMatchObject([
      { left: "1", right: "K1" },
      { left: "b", right: "D7", band: "same" },
      { left: "3", right: null, probability: 0, band: "new" },
    ]);
    for (const { probability, why } of answers.slice(0, 2)) {
      expect(probability).toBeGreaterThan(0.9);
      expect(Array.isArray(why) && why.length > 2).toBe(true);
    }
    expect(String(answers[0]?.["why"])).toMatch(
      /house number: all numbers agree \(\+\d\.\d bits; agree: 1388\)/u,
    );
  });

  it("says it in words, with counts", () => {
    const right = put("again.csv", registry);
    const { out } = runThroughline(["match", right, right]);
    expect(out).toContain(
      "2 sites: 2 are the same as one of the right list, 0 are for review, 0 are new.",
    );
  });

  it("takes no row twice with --one-to-one, and lists more with --all-candidates", () => {
    const right = put("one.csv", registry);
    const left = put(
      "two.csv",
      `${registry}\nK2,Fuxin Electronics Kunshan,"1388 Renmin Rd, Kunshan",China,,\n`,
    );
    const free = lines(runThroughline(["match", left, right, "--json"]).out);
    expect(free.filter((answer) => answer["right"] === "K1")).toHaveLength(2);
    const once = lines(runThroughline(["match", left, right, "--json", "--one-to-one"]).out);
    expect(once.filter((answer) => answer["right"] === "K1")).toHaveLength(1);
    const all = lines(runThroughline(["match", right, left, "--json", "--all-candidates"]).out);
    expect(
      all.filter((answer) => answer["left"] === "K1").map((answer) => answer["right"]),
    ).toEqual(["K1", "K2"]);
  });

  it("takes names of one maker from a file", () => {
    const left = put("left.csv", "name,country\n蓝鲸电子有限公司,CN\n");
    const right = put("right.csv", "name,country\nOrca Electronics,CN\nHuamei Garment,CN\n");
    const equivalents = put("equivalents.txt", "# makers\norca; 蓝鲸\n");
    const without = lines(runThroughline(["match", left, right, "--json"]).out);
    expect(without).toMatchObject([{ right: null }]);
    const { out } = runThroughline(["match", left, right, "--json", "--equivalents", equivalents]);
    expect(lines(out)).toMatchObject([{ left: "1", right: "1" }]);
    expect(runThroughline(["match", left, right, "--equivalents", left]).err).toContain(
      "one name only",
    );
  });

  it.each([
    ["a list that is not there", ["match", "nowhere.csv", "nowhere.csv"], "There is no such file"],
    [
      "a threshold that is no probability",
      ["match", "a", "b", "--same", "2"],
      "--same takes a probability",
    ],
    [
      "review above same",
      ["dedupe", "a", "--same", "0.5", "--review", "0.9"],
      "--review must not be above --same",
    ],
  ])("refuses %s", (_, args, words) => {
    const { code, err } = runThroughline(args);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  it("refuses a list without names, saying what it saw", () => {
    const path = put("nameless.csv", "a,b\n1,2\n3,4\n");
    const { code, err } = runThroughline(["dedupe", path]);
    expect(code).toBe(2);
    expect(err).toContain("a, b");
  });
});

describe("dedupe", () => {
  it("answers pairs, then a cluster for every row; two rows of one id stay two", () => {
    const path = put(
      "twice.csv",
      `${registry}D8,Huamei Garment,"7 Xingye Rd, Humen, Dongguan",CN,,\nK1,Lanxing Battery,"No. 9 Keji Road, Huizhou",CN,,\n`,
    );
    const { code, out } = runThroughline(["dedupe", path, "--json"]);
    expect(code).toBe(0);
    expect(lines(out)).toMatchObject([
      { a: "D7", b: "D8" },
      { id: "K1", cluster: "K1" },
      { id: "D7", cluster: "D7" },
      { id: "D8", cluster: "D7" },
      { id: "K1", cluster: "K1" },
    ]);
  });

  it("says it in words", () => {
    const path = put(
      "words.csv",
      `${registry}D8,Huamei Garment,"7 Xingye Rd, Humen, Dongguan",CN,,\n`,
    );
    const { out } = runThroughline(["dedupe", path]);
    expect(out).toContain("2 rows, one site");
    expect(out).toContain("3 rows are 2 sites; 1 of them are named more than once.");
  });
});
