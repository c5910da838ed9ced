import type { ShareCandidate } from "@throughline/contract";
import { expect, test } from "vitest";
import { candidateKey, noChoice, readChoices } from "./share-draft.ts";

const candidate: ShareCandidate = {
  source: { kind: "contract", id: "c1", label: "Laptops 2026", draft: false },
  requirement: "disclose_sites",
  title: "Disclose production sites",
  version: 2,
  role: "clause",
  values: { due_days: 28 },
  says: { code: "x", params: {}, text: "within 28 days" },
  resellers: ["Cedar IT"],
  alreadyShared: false,
};

test("nothing leaves that was not chosen, and no reseller is named unless one says so", () => {
  expect(readChoices([candidate], new Map())).toEqual([]);
  const chosen = new Map([[candidateKey(candidate), { ...noChoice, chosen: true }]]);
  expect(readChoices([candidate], chosen)).toEqual([
    {
      requirement: "disclose_sites",
      role: "clause",
      version: 2,
      values: { due_days: 28 },
      floor: null,
      resellers: [],
      schemes: [],
    },
  ]);
});

test("who could do without says why", () => {
  const choice = {
    chosen: true,
    nameResellers: true,
    floor: "nothing" as const,
    reason: " We have never used the answers. ",
  };
  expect(readChoices([candidate], new Map([[candidateKey(candidate), choice]]))[0]).toMatchObject({
    floor: { values: {}, reason: "We have never used the answers." },
    resellers: ["Cedar IT"],
  });
});
