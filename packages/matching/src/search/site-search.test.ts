import { makeSiteId, printSiteId } from "@throughline/domain";
import { describe, expect, it } from "vitest";
import { findSites } from "./find-sites.ts";
import type { SiteToFind } from "./search-index.ts";
import { buildSearchIndex, suggestSites } from "./site-search.ts";

const publicId = makeSiteId(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9]));
const sites: readonly SiteToFind[] = [
  {
    id: "compal",
    name: "Compal Electronics Co., Ltd.",
    address: "No. 15, Third Avenue, Kunshan, Jiangsu 215300",
    country: "CN",
    identifiers: { site: publicId, os_id: "CN2019098ABC123", lei: "529900T8BM49AURSDO55" },
  },
  { id: "optics", name: "Compal Optics", address: "18# Zongbao Road, Chongqing", country: "CN" },
  { id: "boe", name: "合肥京东方光电科技有限公司", address: "安徽省合肥市", country: "CN" },
  { id: "boeLatin", name: "BOE Technology Group", address: "Beijing", country: "CN" },
  { id: "sunwoda", name: "深圳市欣旺达电子有限公司", country: "CN" },
  { id: "shenzhen", name: "Shenzhen Lihua Batteries", address: "Baoan District", country: "CN" },
  { id: "techfront", name: "Tech-Front (Chongqing) Computer", country: "CN" },
  { id: "murata", name: "株式会社村田製作所", address: "京都府長岡京市", country: "JP" },
  { id: "mercury", name: "m e r c u r y appar e l", address: "Dhaka", country: "BD" },
  { id: "mill", name: "Alpha Garments", address: "4 Mill Road, Leeds LS1 4DY", country: "GB" },
  { id: "miller", name: "Miller Footwear", aliases: ["Old Mill Shoes"], country: "GB" },
  { id: "viet", name: "Công ty TNHH Điện tử Đức Anh", address: "Hà Nội", country: "VN" },
];
const index = buildSearchIndex(sites);
const found = (text: string): string[] => suggestSites([index], text, 5).map(({ id }) => id);

describe("searching sites", () => {
  it.each([
    ["compal elec", ["compal"]],
    ["elec compal", ["compal"]],
    ["optics", ["optics"]],
    ["kunshan third", ["compal"]],
    ["215300", ["compal"]],
    ["2153", ["compal"]],
    ["ls1 4dy", ["mill"]],
    ["duc anh dien tu", ["viet"]],
    ["shoes", ["miller"]],
  ])("finds every word in any order, the last one as a beginning: %s", (text, ids) => {
    expect(found(text)).toEqual(ids);
  });

  it.each([
    ["Hefei BOE", "boe"],
    ["京东方", "boe"],
    ["京东方", "boeLatin"],
    ["jingdong", "boe"],
    ["京东", "boe"],
    ["旺达", "sunwoda"],
    ["欣旺達電子", "sunwoda"],
    ["xinwangda", "sunwoda"],
    ["sunwoda", "sunwoda"],
    ["深圳", "shenzhen"],
    ["shenzhen", "sunwoda"],
    ["深圳电池", "shenzhen"],
    ["murata", "murata"],
    ["村田", "murata"],
    ["宝安区", "shenzhen"],
  ])("reads across scripts: %s", (text, id) => {
    expect(found(text)).toContain(id);
  });

  it.each([
    ["techfront", "techfront"],
    ["tech front", "techfront"],
    ["techfro", "techfront"],
    ["mercury apparel", "mercury"],
    ["mercuryapparel", "mercury"],
    ["com pal optics", "optics"],
  ])("takes words written as one or in two: %s", (text, id) => {
    expect(found(text)).toContain(id);
  });

  it.each([
    ["copmal optics", "optics"],
    ["compl optics", "optics"],
    ["compall", "optics"],
    ["shenzehn", "shenzhen"],
    ["electornisc compal", "compal"],
    ["footwaer", "miller"],
    ["xinwagda", "sunwoda"],
  ])("forgives a slip from four letters, two from eight: %s", (text, id) => {
    const hits = suggestSites([index], text, 5);
    expect(hits.map((hit) => hit.id)).toContain(id);
    expect(hits.every((hit) => hit.nearly)).toBe(true);
  });

  it("forgives none in short words and numbers", () => {
    expect(found("boa")).toEqual([]);
    expect(found("215301")).toEqual([]);
  });

  it("puts names before aliases before addresses, and what is as typed before what is nearly so", () => {
    expect(found("mill")).toEqual(["miller", "mill"]);
    expect(found("compal")[0]).toBe("optics");
    const both = suggestSites([index], "compal", 5);
    expect(both.map(({ id, nearly }) => [id, nearly])).toEqual([
      ["optics", false],
      ["compal", false],
    ]);
  });

  it.each([publicId, printSiteId(publicId), ` ${printSiteId(publicId).toLowerCase()} `])(
    "finds a site by our id: %s",
    (text) => {
      expect(suggestSites([index], text, 5)).toMatchObject([{ id: "compal", byId: true }]);
    },
  );

  it("finds a site by other identifiers, and only by whole ones", () => {
    expect(found("529900T8BM49AURSDO55")).toEqual(["compal"]);
    expect(found("cn2019098abc123")).toEqual(["compal"]);
    expect(found("529900T8BM49AURSDO5")).toEqual([]);
  });

  it("says which words it found, and where", () => {
    const [hit] = suggestSites([index], "copmal opt", 5);
    expect(hit?.words).toEqual([
      { where: "name", word: "compal", typed: "copmal", how: "nearly" },
      { where: "name", word: "optics", typed: "opt", how: "begins" },
    ]);
  });

  it("finds nothing where there is nothing to look for", () => {
    for (const text of ["", "  ", "-,.", "。，"]) expect(found(text)).toEqual([]);
    expect(suggestSites([], "compal", 5)).toEqual([]);
  });

  it("counts and filters, and pages in one order", () => {
    const all = findSites([index], "c", { limit: 50, nearly: false });
    expect(all.asTyped).toBe(all.hits.length);
    const inBritain = findSites([index], "mill", { limit: 5, nearly: false, country: "GB" });
    expect(inBritain.asTyped).toBe(2);
    expect(findSites([index], "mill", { limit: 5, nearly: false, country: "CN" }).asTyped).toBe(0);
    const only = findSites([index], "compal", {
      limit: 5,
      nearly: false,
      only: new Set(["compal"]),
    });
    expect(only.hits.map(({ id }) => id)).toEqual(["compal"]);
    const except = findSites([index], "compal", {
      limit: 5,
      nearly: false,
      except: new Set(["compal"]),
    });
    expect(except.hits.map(({ id }) => id)).toEqual(["optics"]);
  });

  it("tells a site that two indexes hold once, by the better of its names", () => {
    const own = buildSearchIndex([
      { id: "optics", name: "", aliases: ["Kepler Lens Works"], shared: true, foreign: true },
      { id: "mine", name: "Kepler Glass", country: "DE" },
    ]);
    const both = findSites([own, index], "kepler", { limit: 5, nearly: false });
    expect(both.hits.map(({ id }) => id)).toEqual(["mine", "optics"]);
    expect(findSites([own, index], "compal", { limit: 5, nearly: false }).asTyped).toBe(2);
    const shared = buildSearchIndex([
      { ...sites[1], id: "optics", name: "Compal Optics", shared: true },
    ]);
    const once = findSites([shared, index], "compal optics", { limit: 5, nearly: false });
    expect(once.hits.map(({ id }) => id)).toEqual(["optics"]);
    expect(once.asTyped).toBe(1);
    const ownOnly = findSites([own], "kepler", { limit: 5, nearly: false, ownOnly: true });
    expect(ownOnly.hits.map(({ id }) => id)).toEqual(["mine"]);
  });

  it("gives a site further names", () => {
    const some = buildSearchIndex([{ id: "a", name: "Alpha Works", address: "Mill Lane" }]);
    some.extend({ id: "a", name: "", aliases: ["Beta Plant"], otherAddresses: ["Dock Road"] });
    some.extend({ id: "b", name: "", aliases: ["Beta Yard"] });
    const find = (text: string): string[] => suggestSites([some], text, 5).map(({ id }) => id);
    expect(find("alpha beta dock")).toEqual(["a"]);
    expect(find("beta")).toEqual(
      ["a", "b"].toSorted((a, b) => find("beta").indexOf(a) - find("beta").indexOf(b)),
    );
    expect(some.live).toBe(2);
  });
});
