/** Planted faults for the guards of what is written about the code: errors, glossary, generated files. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkErrors } from "./check-errors.ts";
import { checkGenerated, writeGenerated } from "./check-generated.ts";
import { checkGlossary } from "./check-glossary.ts";
import { generateErrorDocs } from "./generate-error-docs.ts";
import { plantFiles } from "./plant-files.ts";

const gone = { status: 410, title: "It is gone.", whatToDo: "Ask for a new one." };

describe("the error check", () => {
  it("is clean when the catalogue and its users agree", () => {
    const root = plantFiles({ "apps/cli/src/a.ts": 'throw new AppError("gone", "x");\n' });
    expect(checkErrors(root, { gone }, 1)).toMatchObject({ looked: 1, faults: [] });
  });

  it("turns red on a code nobody uses, also when only a test does", () => {
    const root = plantFiles({ "apps/cli/src/a.test.ts": 'expect(code).toBe("gone");\n' });
    expect(checkErrors(root, { gone }, 1)).toMatchObject({
      looked: 0,
      faults: [expect.stringContaining('"gone" is used by nothing')],
    });
  });

  it("turns red on a code that is not in the catalogue", () => {
    const root = plantFiles({
      "apps/cli/src/a.ts": 'throw new AppError(\n  "gone");\nthrow new AppError("lost");\n',
    });
    expect(checkErrors(root, { gone }, 1).faults).toEqual([
      'apps/cli/src/a.ts:1 refuses with "lost", which is not in the catalogue',
    ]);
  });

  it("turns red on an entry that does not say what to do, or is no error", () => {
    const root = plantFiles({ "apps/cli/src/a.ts": '"gone";\n' });
    expect(checkErrors(root, { gone: { ...gone, whatToDo: "" } }, 1).faults).toHaveLength(1);
    expect(checkErrors(root, { gone: { ...gone, status: 200 } }, 1).faults).toHaveLength(1);
  });
});

describe("the glossary check", () => {
  const glossary =
    "# Glossary\n\n## Words of the closed lists\n\n| `same` | Surely the same site. |\n| `new` | No known site resembles it. |\n";
  const source = "export const matchBands = [\n";

  it("is clean when every word is explained", () => {
    expect(checkGlossary(glossary, source, { matchBands: ["same", "new"] }, 2)).toMatchObject({
      looked: 2,
      faults: [],
    });
  });

  it("turns red on an unexplained word, a word that is gone and a list that is not looked at", () => {
    expect(
      checkGlossary(glossary, source, { matchBands: ["same", "new", "review"] }, 1).faults,
    ).toHaveLength(1);
    expect(checkGlossary(glossary, source, { matchBands: ["same"] }, 1).faults).toHaveLength(1);
    expect(
      checkGlossary(
        glossary,
        `${source}export const tiers = [\n`,
        { matchBands: ["same", "new"] },
        1,
      ).faults,
    ).toHaveLength(1);
    expect(checkGlossary("# Glossary\n", source, { matchBands: ["same"] }, 1).faults).toHaveLength(
      1,
    );
  });
});

describe("the check of generated files", () => {
  const files = [{ path: "docs/errors.md", generate: () => generateErrorDocs({ gone }) }];

  it("turns red on a file that is missing or was changed by hand, and is clean once it is written", async () => {
    const missing = plantFiles({});
    expect((await checkGenerated(missing, files, 1)).faults).toHaveLength(1);
    const changed = plantFiles({ "docs/errors.md": `${generateErrorDocs({ gone })}By hand.\n` });
    expect((await checkGenerated(changed, files, 1)).faults).toHaveLength(1);
    await writeGenerated(changed, files);
    expect(await checkGenerated(changed, files, 1)).toMatchObject({ looked: 1, faults: [] });
    expect(readFileSync(join(changed, "docs/errors.md"), "utf8")).toContain(
      "| `gone` | 410 | It is gone. | Ask for a new one. |",
    );
  });
});
