import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runThroughline } from "../testing/run-throughline.ts";

let folder = "";
let list = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "throughline-import-"));
  list = join(folder, "list.csv");
  writeFileSync(list, "Name,Address,Country\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const token = ["--token", "planted"];

describe("import", () => {
  it.each([
    ["without a token", ["import", "FILE", "--record"], "THROUGHLINE_TOKEN"],
    ["without a file", ["import", "--record", ...token], "Name the file"],
    ["without what it is for", ["import", "FILE", ...token], "--contract REFERENCE or --record"],
    [
      "for two things at once",
      ["import", "FILE", "--record", "--contract", "C-1", ...token],
      "--contract REFERENCE or --record",
    ],
    [
      "of a file that is not there",
      ["import", "no-such.csv", "--record", ...token],
      "There is no file",
    ],
    [
      "where nothing answers",
      ["import", "FILE", "--record", "--server", "http://127.0.0.1:9", ...token],
      "Nothing answers at http://127.0.0.1:9",
    ],
  ])("%s says what to do and ends with 2", (_, args, words) => {
    const { code, err, out } = runThroughline(args.map((one) => (one === "FILE" ? list : one)));
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(out).toBe("");
  });
});
