import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownEquivalents } from "../../data/known-equivalents.ts";
import { makeLatiniser, readEquivalents } from "./latinise.ts";

const plain = makeLatiniser([]);
const known = makeLatiniser(readEquivalents(knownEquivalents));

describe("reading other scripts", () => {
  it.each([
    ["深圳市欣旺达电子有限公司", "shenzhen xinwangda electronic ltd"],
    ["深圳市欣旺達電子有限公司", "shenzhen xinwangda electronic ltd"],
    [
      "广东省深圳市宝安区沙井镇5号",
      "guangdong province shenzhen city baoan district shajing town 5 no",
    ],
    ["株式会社ジャパンディスプレイ", "ltd japan display"],
    ["株式会社村田製作所", "ltd murata manufacturing"],
    ["엘지디스플레이 주식회사", "lg display ltd"],
    ["บริษัท เดลต้า อีเลคโทรนิคส์ (ประเทศไทย) จำกัด (มหาชน)", "ltd delta electronic thailand ltd ltd"],
    ["Công ty TNHH Điện tử Đức Anh", "cong ty tnhh dien tu duc anh"],
    ["ООО «Хохберег»", "ltd hohbereg"],
    ["昆山沪利微电有限公司", "kunshan huli microelectronic ltd"],
    ["АО «Глория Джинс»", "ltd gloriya denim"],
    ["Фуджікура", "fujikura"],
    ["شركة السويدي للكابلات", "ltd swydy cable"],
    ["효성티앤씨 주식회사", "hyoseong tnc ltd"],
    ["شركة مصر للغزل والنسيج", "ltd egypt spinning weaving"],
    ["Fuxin（昆山）電子", "fuxin kunshan electronic"],
  ])("reads %s", (text, latin) => {
    expect(plain(text)).toBe(latin);
  });

  it("takes equivalents from the table, for this reader only", () => {
    expect(known("合肥京东方光电科技有限公司")).toBe("hefei boe optoelectronic technology ltd");
    expect(plain("合肥京东方光电科技有限公司")).toBe(
      "hefei jingdongfang optoelectronic technology ltd",
    );
  });

  it("reads a word of Han characters and kana as one", () => {
    expect(known("東レ株式会社")).toBe("toray ltd");
    expect(known("京セラドキュメント")).toContain("kyocera");
  });

  it("reads by meaning besides where a maker may translate its name", () => {
    expect(plain.translated("江苏阳光集团")).toBe("jiangsu sunshine group");
    expect(plain.translated("无锡村田电子")).toBe("wuxi murata electronic");
    expect(plain.translated("昆山富鑫电子")).toBeNull();
  });

  it("gives Latin letters, digits and single blanks for any text, and the same every time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), fc.boolean(), (text, japanese) => {
        const latin = plain(text, japanese);
        expect(latin).toMatch(/^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/u);
        expect(plain(text, japanese)).toBe(latin);
      }),
    );
  });
});
