import type { OrganisationRole } from "@throughline/domain";
import { permissions } from "@throughline/domain";
import { expect, test } from "vitest";
import { sidesOf } from "../api/sides.ts";
import { navigationFor } from "./navigation.ts";

const shownTo = (roles: readonly OrganisationRole[]): string[] =>
  navigationFor(permissions, roles).map(({ href }) => href);

test("who buys asks, who sells answers, and one organisation may do both", () => {
  expect(sidesOf(["buyer"])).toEqual(["asks"]);
  expect(sidesOf(["reseller", "brand"])).toEqual(["answers"]);
  expect(sidesOf(["buyer", "reseller"])).toEqual(["asks", "answers"]);
});

test("one that has not said what it is may be on either side; the operator of a hub begins as a buyer", () => {
  expect(sidesOf([])).toEqual(["asks", "answers"]);
  expect(sidesOf(["hub_operator"])).toEqual(["asks"]);
});

test("a supplier comes to its requests and its record first, a buyer to its contracts", () => {
  expect(shownTo(["reseller"]).slice(0, 5)).toEqual([
    "/",
    "/asked",
    "/record",
    "/releases",
    "/contracts",
  ]);
  expect(shownTo(["buyer"]).slice(0, 5)).toEqual([
    "/",
    "/contracts",
    "/duties",
    "/kpis",
    "/suppliers",
  ]);
  expect(shownTo(["buyer"])).not.toContain("/record");
});

test("each place stands there once, whatever the organisation is", () => {
  for (const roles of [["buyer", "reseller"], [], ["hub_operator"], ["brand"]] as const) {
    const texts = navigationFor(permissions, roles).map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  }
});

test("a buyer that was asked something finds its record, too", () => {
  const shown = navigationFor(permissions, ["buyer"], true).map(({ href }) => href);
  expect(shown).toContain("/record");
  expect(shown).toContain("/requests");
});

test("nobody is shown what they may not", () => {
  expect(navigationFor([], ["buyer", "brand"])).toEqual([]);
});
