import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markText } from "./mark-text.ts";
import { buildSearchIndex, suggestSites } from "./site-search.ts";

/** The text with what was found in brackets. */
function mark(name: string, typed: string): string {
  const index = buildSearchIndex([{ id: "a", name }]);
  const [hit] = suggestSites([index], typed, 1);
  let out = "";
  let end = 0;
  for (const [from, to] of markText(index.reader, name, hit?.words ?? [])) {
    out += `${name.slice(end, from)}[${name.slice(from, to)}]`;
    end = to;
  }
  return out + name.slice(end);
}

describe("marking what was found", () => {
  it.each([
    ["Compal Optics Co., Ltd.", "comp opt", "[Comp]al [Opt]ics Co., Ltd."],
    ["Compal Optics", "copmal", "[Compal] Optics"],
    ["Électronique Générale", "generale elec", "[Élec]tronique [Générale]"],
    ["深圳市欣旺达电子有限公司", "shenzhen xinwangda", "[深圳]市[欣旺达]电子有限公司"],
    ["深圳市欣旺达电子有限公司", "旺达", "深圳市欣[旺达]电子有限公司"],
    ["深圳市欣旺達電子", "电子", "深圳市欣旺達[電子]"],
    ["合肥京东方光电", "BOE", "合肥[京东方]光电"],
    ["Tech-Front Chongqing", "techfront", "[Tech]-[Front] Chongqing"],
    ["m e r c u r y appar e l", "mercury apparel", "[m e r c u r y] [appar e l]"],
    ["Alpha", "beta", "Alpha"],
  ])("%s, typed: %s", (name, typed, marked) => {
    expect(mark(name, typed)).toBe(marked);
  });

  it("stays inside any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (name, typed) => {
        expect(mark(name, typed).replaceAll(/[[\]]/g, "")).toBe(name.replaceAll(/[[\]]/g, ""));
      }),
    );
  });
});
