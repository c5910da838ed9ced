import { describe, expect, test } from "vitest";
import { en } from "./en.ts";
import { enFirst } from "./en-first.ts";
import { fillIn, t } from "./t.ts";

describe("texts", () => {
  test("fill in names and choose by number", () => {
    expect(fillIn("{n} {n|site|sites} of {who}", { n: 1, who: "Cedar IT" })).toBe(
      "1 site of Cedar IT",
    );
    expect(fillIn("{n} {n|site|sites}", { n: 0 })).toBe("0 sites");
  });
  test("leave an unknown name standing, so that it is seen", () => {
    expect(fillIn("Dear {name}", {})).toBe("Dear {name}");
  });
  test("are never empty and never end in a blank", () => {
    const texts = Object.entries(en);
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter(([, text]) => text.trim() === "" || text !== text.trim())).toEqual([]);
  });
  test("are all in the catalogue that is loaded later, those of the first screen too", () => {
    expect(Object.keys(enFirst).length).toBeGreaterThan(50);
    expect(en).toMatchObject(enFirst);
  });
  test("come from the catalogue", () => {
    expect(t("app.name")).toBe("Throughline");
  });
});
