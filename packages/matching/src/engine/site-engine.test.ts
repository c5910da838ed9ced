import { describe, expect, it } from "vitest";
import { buildIndex, dedupe, linkLists, openIndex } from "./site-engine.ts";
import type { SiteToMatch } from "./site-to-match.ts";

const site = (
  id: string,
  name: string,
  address: string | null = null,
  country: string | null = "CN",
  more: Partial<SiteToMatch> = {},
): SiteToMatch => ({ id, name, address, country, ...more });
const engine = buildIndex([]);
const probability = (a: SiteToMatch, b: SiteToMatch): number => engine.explain(a, b).probability;
const street = "No. 1388 Renmin Road, Kunshan, Jiangsu";

describe("what makes a site", () => {
  it.each([
    [
      "written otherwise",
      site("a", "Fuxin Electronics (Kunshan) Co., Ltd.", street),
      site("b", "FUXIN ELECTRONIC KUNSHAN CO LTD", "1388 Renmin Rd., Kunshan"),
    ],
    [
      "in its own script",
      site("a", "Fuxin Electronics (Kunshan) Co., Ltd.", street),
      site("b", "富鑫电子（昆山）有限公司", "江苏省昆山市人民路1388号"),
    ],
    [
      "letters spaced apart by a PDF",
      site(
        "a",
        "hirdaramani mercury seethawaka",
        "lot # f2 seethawaka industrial park avissawella",
        "LK",
      ),
      site(
        "b",
        "m e r c u r y appar e l se e th awaka",
        "lot # f2 seethawaka industrial park avissawella sri lanka",
        "LK",
      ),
    ],
    [
      "words written as one",
      site("a", "Sang Woo Garment Co Ltd", "51 National Road 4, Kandal", "KH"),
      site("b", "Sangwoo Garment", "51 National Road 4, Kandal", "KH"),
    ],
    [
      "parts of the address in another order",
      site(
        "a",
        "Tamtex Tekstil San. ve Tic. A.S.",
        "Velimese OSB Mah. 2. Yanyol Cad. No 21, 59860 Tekirdag",
        "TR",
      ),
      site("b", "Tamtex Tekstil", "Tekirdag 59860, No 21, 2. Yanyol Caddesi, Velimese", "TR"),
    ],
    [
      "renamed, with the same identifier",
      site("a", "Old Name Ltd", street, "CN", { identifiers: { lei: "5299000J2N45DDNE4Y28" } }),
      site("b", "New Name Ltd", street, "CN", { identifiers: { lei: "5299 000J-2N45DDNE4Y28" } }),
    ],
    [
      "a name the record has besides",
      site("a", "Plant Twelve", street, "CN", { aliases: ["Fuxin Electronics (Kunshan)"] }),
      site("b", "Fuxin Electronics (Kunshan) Co., Ltd.", street),
    ],
  ])("takes for one: %s", (_, a, b) => {
    expect(probability(a, b)).toBeGreaterThan(0.5);
  });

  it.each([
    [
      "same company, two addresses",
      site("a", "Fuxin Electronics Co., Ltd.", street),
      site("b", "Fuxin Electronics Co., Ltd.", "No. 25 Jianshe Avenue, Shajing, Shenzhen"),
    ],
    [
      "same building, two companies",
      site("a", "Fuxin Electronics Co., Ltd.", street),
      site("b", "Huamei Garment Factory", street),
    ],
    [
      "branches in two towns",
      site("a", "Fuxin Electronics (Kunshan) Co., Ltd."),
      site("b", "Fuxin Electronics (Chongqing) Co., Ltd."),
    ],
    [
      "units by number",
      site("a", "Soorty Enterprises (Pvt) Ltd Unit 10", "Plot 42 Sector 15 Korangi, Karachi", "PK"),
      site("b", "Soorty Enterprises (Pvt) Ltd Unit 6", "Plot 44 Sector 15 Korangi, Karachi", "PK"),
    ],
    [
      "two countries",
      site("a", "BTM", "60 Agmashenebeli", "GE"),
      site("b", "BTM", "Industrial Zone B2", "EG"),
    ],
  ])("keeps apart: %s", (_, a, b) => {
    expect(probability(a, b)).toBeLessThan(0.5);
  });

  it.each([
    ["a number and a trade", "Tổng Công ty May 10", "Garment 10 Corporation", "VN"],
    ["three words written as one", "대원강업 주식회사", "Daewon Kang Up Co., Ltd.", "KR"],
    ["a short sound with its trade", "蓝素科技有限公司", "Lans Technology Co., Ltd.", "CN"],
  ])("finds a name in another script by %s", (_, local, latin, country) => {
    const others = Array.from({ length: 40 }, (__, place) =>
      site(
        `o${place}`,
        `${["Alpha", "Bravo", "Kilo", "Zulu"][place % 4] ?? ""} ${place} Works`,
        null,
        country,
      ),
    );
    const kept = buildIndex([...others, site("x", latin, null, country)]);
    expect(kept.match(site("q", local, null, country), { all: true })[0]?.id).toBe("x");
  });

  it("repairs what a text tool wrote out", () => {
    expect(
      probability(
        site("a", "Wistron Infocomillimeters (Kunshan) Co., Ltd.", street),
        site("b", "Wistron InfoComm (Kunshan)", street),
      ),
    ).toBeGreaterThan(0.95);
  });
});

describe("the index", () => {
  const list = [
    site("1", "Fuxin Electronics (Kunshan) Co., Ltd.", street),
    site("2", "Huamei Garment Factory", "No. 7 Xingye Road, Humen, Dongguan"),
  ];

  it("explains a match in words and bits", () => {
    const built = buildIndex(list);
    const question = site("q", "富鑫电子（昆山）有限公司", "人民路1388号");
    const [best] = built.match(question);
    expect(best?.id).toBe("1");
    const explained = built.explainWith(question, "1");
    expect(explained?.probability).toBeCloseTo(best?.probability ?? 0, 12);
    const name = explained?.comparisons.find(({ comparison }) => comparison === "name");
    expect(name).toMatchObject({ level: "all words agree" });
    expect(name?.agreed).toContain("fuxin");
    expect(built.explainWith(question, "nobody")).toBeUndefined();
  });

  it("finds what was added at once, and what was removed never again", () => {
    const built = buildIndex(list);
    const added = site("3", "Lanxing Battery Co., Ltd.", "No. 9 Keji Road, Huizhou");
    built.addRecord(added);
    expect(built.match({ ...added, id: "q" })[0]?.id).toBe("3");
    expect(built.removeRecord("3")).toBe(true);
    expect(built.removeRecord("3")).toBe(false);
    expect(built.match({ ...added, id: "q" })).toEqual([]);
    expect(built.size).toBe(2);
  });

  it("does not offer a record to itself, and replaces what is added under one id", () => {
    const built = buildIndex(list);
    expect(built.match(site("1", "Fuxin Electronics (Kunshan) Co., Ltd.", street))).toEqual([]);
    built.addRecord(site("2", "Lanxing Battery", "No. 9 Keji Road, Huizhou"));
    expect(
      built.match(site("q", "Huamei Garment Factory", "No. 7 Xingye Road, Humen, Dongguan")),
    ).toEqual([]);
  });

  it("refuses an index of another format", () => {
    const arrays = { ...buildIndex(list).arrays(), format: "older" as never };
    expect(() => openIndex(arrays)).toThrow("build it anew");
  });

  it("takes equivalents of its user", () => {
    const question = site("q", "埃克米电子有限公司");
    const records = [site("1", "Acme Electronics Co., Ltd."), site("2", "Aikemu Garment")];
    const equivalents = [["acme", "埃克米"]];
    expect(buildIndex(records, { equivalents }).match(question)[0]?.id).toBe("1");
  });
});

describe("lists", () => {
  it("gives a record of the right list once when asked to", () => {
    const right = [site("r", "Huamei Garment Factory", "No. 7 Xingye Road, Humen, Dongguan")];
    const left = [
      site("a", "Huamei", "Xingye Rd, Humen"),
      site("b", "Huamei Garment Factory", "No. 7 Xingye Road, Humen, Dongguan"),
    ];
    expect(linkLists(left, right).map(({ best }) => best?.id)).toEqual(["r", "r"]);
    expect(linkLists(left, right, { oneToOne: true }).map(({ best }) => best?.id)).toEqual([
      undefined,
      "r",
    ]);
  });

  it("gathers what is one site, and keeps the rest apart", () => {
    const { clusters, pairs } = dedupe([
      site("1", "Huamei Garment Factory", "No. 7 Xingye Road, Humen, Dongguan"),
      site("2", "HUAMEI GARMENT FACTORY", "7 Xingye Rd., Humen, Dongguan, China"),
      site("3", "Fuxin Electronics", street),
    ]);
    expect(clusters).toEqual([
      { id: "1", cluster: "1" },
      { id: "2", cluster: "1" },
      { id: "3", cluster: "3" },
    ]);
    expect(pairs).toMatchObject([{ a: "1", b: "2", band: "same" }]);
  });
});
