import { describe, expect, it } from "vitest";
import { compactName, foldText, nameKeys, nameTokens, normaliseName } from "./index.ts";

describe("normalising", () => {
  it("folds forms, diacritics, parentheses, dots and broken spacing", () => {
    expect(foldText("LCFC（Hefei) Électronics, S.A.")).toBe("lcfc hefei electronics sa");
    expect(normaliseName("Tech-Com(Shanghai) Computer Co Ltd")).toBe("tech com shanghai computer");
    expect(normaliseName("Tamtex Tekstil Konfeksiyon İmalatı ve Ticaret A.Ş.")).toBe(
      "tamtex tekstil konfeksiyon imalati",
    );
    expect(normaliseName("立讯精密工业股份有限公司")).toBe("立讯精密工业");
    expect(normaliseName("Limited")).toBe("limited");
    expect(nameTokens("m e r c u r y Co.")).toEqual(["mercury"]);
    expect(foldText("Wistron Infocomillimeters")).toBe(foldText("Wistron InfoComm"));
    expect(compactName("ne o c o nc e pt fash i o n ( c am bo d i a) c o ltd")).toBe(
      compactName("Neoconcept Fashion (Cambodia) Co. Ltd."),
    );
  });
});

describe("keys of a name", () => {
  it("bring together legal forms, broken spacing, word order and misspelt places", () => {
    const pairs: readonly (readonly [string, string])[] = [
      ["Compal Information (Kunshan) Co., Ltd.", "Compal Information (Kushan) GmbH"],
      ["Neoconcept Fashion (Cambodia)", "ne o c o nc e pt fash i o n ( c am bo d i a) c o ltd"],
      ["Tech-Front (Chongqing) Computer Co., Ltd.", "(Chongqing) Computer Tech Front"],
      ["Kunshan Hichain storage Co. Ltd", "Kushan Hichain Warehousing LTD"],
      ["Wistron InfoComm", "Wistron Infocomillimeters Co"],
      ["M&V Intl Manufacturing Ltd", "m &v i ntl m anu fac tu r i ng ltd"],
    ];
    for (const [a, b] of pairs) {
      const keys = new Set(nameKeys(a));
      expect(
        nameKeys(b).some((key) => keys.has(key)),
        `${a} | ${b}`,
      ).toBe(true);
    }
    expect(nameKeys("Hefei Bitland Information Technology Co.,Ltd")).toContain("s:bitlan");
    expect(nameKeys("…")).toEqual([]);
  });
});
