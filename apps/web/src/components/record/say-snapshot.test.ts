import { tiers, type RecordContent } from "@throughline/domain";
import { expect, test } from "vitest";
import { readContent } from "./say-snapshot.ts";

const site = (key: string) => ({
  key,
  name: `Site ${key}`,
  address: null,
  country: null,
  latitude: null,
  longitude: null,
  osId: null,
  workers: null,
  flags: [],
  confirmedOn: null,
  verification: "self_declared" as const,
  masked: null,
});
const product = (key: string) => ({ key, brand: "Aster", family: key, partNumbers: [] });
const answer = (key: string, productKey: string | null) => ({
  key,
  productKey,
  answer: "cannot_because" as const,
  saidBy: null,
  reason: "Nobody told us.",
  document: null,
  answeredOn: "2026-11-01",
  selfReported: false,
});

const content: RecordContent = {
  sites: ["a", "b", "c", "d"].map(site),
  products: ["laptop", "phone"].map(product),
  links: [
    {
      productKey: "laptop",
      siteKey: "c",
      tier: "component",
      component: "battery",
      kind: "confirmed",
      from: null,
      to: null,
    },
    {
      productKey: "laptop",
      siteKey: "a",
      tier: "final_assembly",
      component: null,
      kind: "one_of_several",
      from: null,
      to: null,
    },
    {
      productKey: "laptop",
      siteKey: "b",
      tier: "final_assembly",
      component: null,
      kind: "one_of_several",
      from: null,
      to: null,
    },
  ],
  answers: [answer("x", "phone"), answer("y", null), answer("z", "gone")],
};

test("sites stand under their product, the last tier first, alternatives together", () => {
  const read = readContent(content, tiers);
  expect(
    read.products[0]?.groups.map(({ tier, oneOf, sites }) => [
      tier,
      oneOf,
      sites.map((one) => one.site.key),
    ]),
  ).toEqual([
    ["final_assembly", true, ["a", "b"]],
    ["component", false, ["c"]],
  ]);
  expect(read.unlinked.map(({ key }) => key)).toEqual(["d"]);
});

test("an answer stands under its product, and under everything where that is not among what is shown", () => {
  const read = readContent(content, tiers);
  expect(read.products[1]?.answers.map(({ key }) => key)).toEqual(["x"]);
  expect(read.general.map(({ key }) => key)).toEqual(["y", "z"]);
});
