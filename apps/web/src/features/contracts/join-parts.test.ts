import type { ContractLine } from "@throughline/contract";
import { ratio, stationNames, type Station } from "@throughline/domain";
import { expect, test } from "vitest";
import { joinParts } from "./join-parts.ts";

const sentence = { code: "s", params: {}, text: "s" };
const truth = { state: "unknown" as const, sentence };

function station(name: Station["name"], facts: readonly string[]): Station {
  return {
    name,
    recorded: true,
    state: "unknown",
    headline: sentence,
    detail: null,
    duty: truth,
    result: truth,
    facts: facts.map((id) => ({ id, sentence, source: "", actor: null, date: null, refs: [] })),
  };
}

function part(
  sites: readonly string[],
  from: number,
  total: number,
  facts: readonly string[],
  left: number,
): ContractLine {
  return {
    line: {
      asOf: "2026-11-20",
      contract: { id: "c", reference: "r", title: "t" },
      stations: stationNames.map((name) => station(name, name === "checked" ? facts : [])),
      products: [],
      sites: sites.map((siteId) => ({
        siteId,
        name: siteId,
        address: null,
        country: null,
        latitude: null,
        longitude: null,
        precision: "none",
        flags: [],
        screening: "not_screened",
        standing: sentence,
        toReview: false,
        productIds: [],
        tiers: [],
      })),
      completeness: {
        productsTraced: ratio(0, 0),
        productsWithAnySite: ratio(0, 0),
        spendTraced: ratio(0, 0),
        productsWithoutSpend: 0,
        tiersCovered: { asked: [], covered: [], ratio: ratio(0, 0) },
        componentsNamed: { asked: [], covered: [], ratio: ratio(0, 0) },
        nameAndAddress: ratio(0, 0),
        addressPrecision: {},
        verification: {},
        ageDays: null,
        screened: ratio(0, 0),
      },
      breaks: [],
      readiness: { ready: "not_applicable", sentence, gates: [], advice: [] },
    },
    edges: [],
    edgesLeftOut: 0,
    part: {
      products: { from: 0, total: 0 },
      sites: { from, total },
      breaks: { from: 0, total: 0 },
    },
    factsLeftOut: left === 0 ? [] : [{ station: "checked", count: left }],
  };
}

test("joins parts in order and says where the next begins", () => {
  const joined = joinParts([part(["a", "b"], 0, 3, ["1"], 1)]);
  expect(joined?.line.sites.map((site) => site.siteId)).toEqual(["a", "b"]);
  expect(joined?.factsLeftOut.get("checked")).toBe(1);
  expect(joined?.next).toEqual({ productsFrom: 0, sitesFrom: 2, breaksFrom: 0, factsFrom: 1 });
});

test("is complete when everything has come", () => {
  const joined = joinParts([part(["a", "b"], 0, 3, ["1"], 1), part(["c"], 2, 3, ["2"], 1)]);
  expect(joined?.line.sites.map((site) => site.siteId)).toEqual(["a", "b", "c"]);
  expect(
    joined?.line.stations.find((one) => one.name === "checked")?.facts.map((fact) => fact.id),
  ).toEqual(["1", "2"]);
  expect(joined?.next).toBeNull();
  expect(joined?.factsLeftOut.size).toBe(0);
});

test("joins nothing to nothing", () => {
  expect(joinParts([])).toBeNull();
});
