import { ScreeningFact } from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  buildMeasureIndex,
  screenSite,
  screenSites,
  type SiteToScreen,
  toScreeningFacts,
  tradeMeasures,
} from "./index.ts";

const asOf = "2026-11-20";
const site = (name: string, extra: Partial<SiteToScreen> = {}): SiteToScreen => ({
  name,
  aliases: [],
  owners: [],
  country: "CN",
  address: null,
  ...extra,
});
const statuses = (screened: SiteToScreen, on = asOf): readonly string[] =>
  screenSite(screened, on).map(({ list, status }) => `${list} ${status}`);
const clean = ["cbp_wro_findings no_hit", "uflpa_entities no_hit_on_partial_list"];

describe("screening a site", () => {
  it("finds Hefei Bitland on both lists, as measures with source and date", () => {
    const [cbp, uflpa] = screenSite(site("Hefei Bitland Information Technology Co.,Ltd"), asOf);
    expect(cbp?.status).toBe("hit");
    expect(cbp?.hits[0]).toMatchObject({
      effectiveOn: "2020-09-08",
      matchedOn: "name",
      measure: "Withhold-release order against Hefei Bitland Information Technology Co., Ltd.",
    });
    expect(cbp?.hits[0]?.explanation).toContain('"bitland"');
    expect(cbp?.hits[0]?.explanation).toContain("CBP, transcription, January 2026");
    expect(uflpa?.hits[0]).toMatchObject({ effectiveOn: null, matchedOn: "name" });
    expect(uflpa?.hits[0]?.explanation).toContain("June 2022");
    expect(uflpa?.hits[0]?.explanation).toContain("check them against the Federal Register");
  });

  it("finds other names, owners and mangled names", () => {
    expect(
      screenSite(site("Hefei Baolongda Information Technology"), asOf)[1]?.hits[0]?.explanation,
    ).toContain("another name of Hefei Bitland");
    expect(statuses(site("H e fe i B i t land I nfo r mat i o n Te c h no l o g y"))[0]).toBe(
      "cbp_wro_findings hit",
    );
    expect(
      screenSite(
        site("Unit 4", { owners: ["Linglong International Europe"], country: "RS" }),
        asOf,
      )[0]?.hits[0]?.matchedOn,
    ).toBe("owner");
    expect(
      screenSite(site("Unit 4", { aliases: ["HEFEI BITLAND OPTOELECTRONIC"] }), asOf)[1]?.hits[0]
        ?.matchedOn,
    ).toBe("alias");
    expect(
      screenSite(
        site("Unit 4", { address: "Lop County Hair Product Industrial Park, Hotan" }),
        asOf,
      )[0]?.hits[0]?.matchedOn,
    ).toBe("address");
    expect(statuses(site("Hefei Bitland Information Technology", { country: null }))[0]).toBe(
      "cbp_wro_findings hit",
    );
  });

  it("leaves neighbours, namesakes in trade and place, and other trades alone", () => {
    for (const name of [
      "LCFC（Hefei) Electronics Technology Co., Ltd.",
      "Hefei Information Technology Co., Ltd.",
      "Camel Active Apparel",
      "Compal Information (Kunshan) Co., Ltd.",
      "Tobacco Malawi",
      "Turkmenistan Cotton Spinning",
    ]) {
      expect(statuses(site(name)), name).toEqual(clean);
    }
  });

  it("does not say screened where no name could be looked up", () => {
    expect(statuses(site("合肥宝龙达信息技术有限公司"))).toEqual([
      "cbp_wro_findings not_screened",
      "uflpa_entities not_screened",
    ]);
    expect(
      toScreeningFacts("s", screenSite(site("–"), asOf), asOf).map(({ screenedOn }) => screenedOn),
    ).toEqual([null, null]);
  });

  it("knows only the measures of its day", () => {
    expect(statuses(site("Hefei Bitland Information Technology"), "2020-09-07")).toEqual(clean);
    expect(statuses(site("Hefei Bitland Information Technology"), "2020-09-08")[0]).toBe(
      "cbp_wro_findings hit",
    );
  });

  it("records measures of goods and vessels as not searched by name", () => {
    const { notByName } = buildMeasureIndex();
    expect(notByName.map(({ name }) => name)).toContain(
      "Cotton from Turkmenistan and products made with it",
    );
    expect(notByName.every(({ scope }) => scope === "goods" || scope === "vessel")).toBe(true);
  });

  it("finds every listed entity by each of its names, in its own country", () => {
    const entities = tradeMeasures.filter(({ scope }) => scope === "entity");
    expect(entities.length).toBeGreaterThan(70);
    for (const { id, name, aliases, country } of entities) {
      for (const text of [name, ...aliases]) {
        const hits = screenSite(site(text, { country }), asOf).flatMap((screening) =>
          screening.hits.map(({ measureId }) => measureId),
        );
        expect(hits, text).toContain(id);
      }
    }
  });

  it("gives facts the line can read, each hit waiting for a verdict", () => {
    const facts = toScreeningFacts(
      "s1",
      screenSite(site("Hefei Bitland Information Technology Co.,Ltd"), asOf),
      asOf,
    );
    for (const fact of facts) expect(ScreeningFact.parse(fact).hit?.verdict).toBe("waiting");
    expect(facts[0]).toMatchObject({
      siteId: "s1",
      listId: "cbp_wro_findings",
      status: "hit",
      screenedOn: asOf,
    });
  });
});

const word = fc.constantFrom(
  "Hefei",
  "Bitland",
  "Information",
  "Technology",
  "Hoshine",
  "Silicon",
  "Xinjiang",
  "Zhonghe",
  "Camel",
  "Group",
  "Co.",
  "Ltd",
  "深圳",
  "b i t land",
);
const name = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));

describe("properties", () => {
  it("adding other names or owners never loses a hit nor lowers its fit", () => {
    fc.assert(
      fc.property(
        name,
        fc.array(name, { maxLength: 3 }),
        fc.array(name, { maxLength: 3 }),
        fc.constantFrom("CN", "TW", null),
        (own, aliases, owners, country) => {
          const before = screenSite(site(own, { country }), asOf).flatMap(({ hits }) => hits);
          const after = new Map(
            screenSite(site(own, { aliases, owners, country }), asOf).flatMap(({ hits }) =>
              hits.map((hit) => [hit.measureId, hit.probability] as const),
            ),
          );
          for (const { measureId, probability } of before)
            expect(after.get(measureId) ?? 0).toBeGreaterThanOrEqual(probability);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("screening together is screening one by one", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ id: fc.uuid(), own: name }), {
          selector: ({ id }) => id,
          maxLength: 8,
        }),
        (drawn) => {
          const sites = drawn.map(({ id, own }) => ({ id, ...site(own) }));
          const together = screenSites(sites, asOf);
          for (const one of sites) expect(together.get(one.id)).toEqual(screenSite(one, asOf));
        },
      ),
    );
  });
});
