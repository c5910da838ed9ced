import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LineBreak } from "@throughline/domain";
import { buildAgreed, buildCommitment } from "../testing/build-commitments.ts";
import { buildBreak, buildLine } from "../testing/build-dialogue.ts";
import type { AgendaInput } from "./agenda-proposal.ts";
import { draftAgenda } from "./draft-agenda.ts";

const silent = buildBreak("silent", "Cedar IT has not answered since 3 March 2026.", {
  refs: [
    { kind: "product", id: "product-1" },
    { kind: "request", id: "request-1" },
  ],
});
const possible = buildBreak("possible", "Aster 14 is made at one of seven possible sites.");
const nobody = buildBreak("nobody", "Nobody is assigned to follow up this contract.");
const hit = buildBreak(
  "hit",
  "Larkhaven Assembly, one of seven possible sites, meets an official measure: WRO.",
  {
    severity: "severe",
    station: "checked",
    refs: [
      { kind: "screening", id: "hit-1" },
      { kind: "site", id: "site-1" },
    ],
  },
);
hit.sentence.params["site"] = "Larkhaven Assembly";
silent.sentence.params["sent"] = "2026-03-03";

function input(over: Partial<AgendaInput> = {}, breaks: readonly LineBreak[] = []): AgendaInput {
  const line = buildLine({ breaks: [...breaks] });
  return {
    asOf: "2026-11-20",
    counterpart: { name: "Cedar IT", role: "reseller" },
    lines: [{ line, supplier: "Cedar IT" }],
    commitments: [],
    requests: [],
    evidence: [],
    issues: [],
    packs: [],
    topics: [],
    minutes: 60,
    ...over,
  };
}

const textsOf = (draft: ReturnType<typeof draftAgenda>): string =>
  JSON.stringify([draft.chosen, draft.nextTime]);

describe("an agenda drafted from the line", () => {
  it("tells what they can do something about apart from what we owe", () => {
    const draft = draftAgenda(input({}, [silent, possible, nobody]));
    expect(draft.chosen.map(({ source, title }) => [source, title.text])).toEqual([
      ["unanswered_request", "Our question of 3 March 2026"],
      ["break", "Where what we bought is made"],
    ]);
    expect(draft.weOwe.map(({ sentence }) => sentence.text)).toEqual([
      "Nobody is assigned to follow up this contract.",
    ]);
    expect(draft.focus).toEqual(["traceability"]);
    expect(draft.sentence.text).toBe("The meeting is about where it is made.");
  });

  it("brings an official measure first, as one, with its possible sites kept apart", () => {
    const [first] = draftAgenda(input({}, [possible, hit])).chosen;
    expect(first?.source).toBe("official_measure");
    expect(first?.title.text).toBe("An official measure against Larkhaven Assembly");
    expect(first?.detail.text).toBe(
      "Larkhaven Assembly, one of seven possible sites, meets an official measure: WRO. It is an official measure, not a finding of ours. Whether it is about this site, nobody has decided yet.",
    );
  });

  it("brings up promises of both sides; ours are among what we owe as well", () => {
    const commitments = [
      buildAgreed([], { id: "theirs" }),
      buildAgreed([], { id: "ours", debtor: "buyers", debtorName: "Northbridge" }),
      buildCommitment([{}], { id: "waiting" }),
    ];
    const draft = draftAgenda(input({ commitments }));
    expect(draft.chosen.map(({ key }) => key)).toEqual([
      "commitment:ours",
      "commitment:theirs",
      "commitments:waiting",
    ]);
    expect(draft.weOwe.map(({ sentence }) => sentence.text)).toEqual([
      "We promised “Name the site that makes the battery” by 1 May 2026.",
    ]);
  });

  it("does not ask twice: a request that a break speaks of is one topic", () => {
    const request = {
      id: "request-1",
      addressee: "Cedar IT",
      brand: null,
      about: "laptops",
      sentOn: "2026-03-03",
      dueOn: "2026-03-31",
    };
    const draft = draftAgenda(
      input({ requests: [request, { ...request, id: "other" }] }, [silent]),
    );
    expect(draft.chosen.map(({ key }) => key)).toEqual(["break-silent", "request:other"]);
  });

  it("keeps two issues in focus and the rest for next time, with the reason", () => {
    const draft = draftAgenda(input({ issues: ["working_hours", "wages"] }, [possible]));
    expect(draft.focus).toEqual(["working_hours", "wages"]);
    expect(draft.chosen.map(({ key }) => key)).toEqual(["pack:wages", "pack:working_hours"]);
    expect(draft.nextTime.map(({ because }) => because.text)).toEqual([
      "Kept for next time: this meeting is about working hours and wages.",
    ]);
    expect(draft.sentence.text).toBe(
      "The meeting is about working hours and wages; one point is kept for next time.",
    );
  });

  it("says nothing of other suppliers, and to a brand nothing but of its own models", () => {
    const other = { line: buildLine({ breaks: [possible] }), supplier: "Rowan Systems" };
    expect(draftAgenda(input({ lines: [other] })).chosen).toEqual([]);
    const product = {
      productId: "product-1",
      brand: "Aster",
      family: "Aster 14",
      partNumber: null,
      quantity: 1,
      value: null,
      status: "silent",
      sentence: { code: "product.silent", params: {}, text: "Cedar IT has not answered." },
      finalAssembly: {
        kind: null,
        siteIds: [],
        alternativesCount: null,
        notManufacturing: 0,
        truncated: false,
      },
      tiers: [],
    } as const;
    const lines = [
      {
        line: buildLine({
          breaks: [silent, possible],
          products: [
            { ...product, finalAssembly: { ...product.finalAssembly, siteIds: [] }, tiers: [] },
            {
              ...product,
              productId: "product-2",
              brand: "Birch",
              family: "Birch 3",
              finalAssembly: { ...product.finalAssembly, siteIds: [] },
              tiers: [],
            },
          ],
        }),
        supplier: "Cedar IT",
      },
    ];
    const draft = draftAgenda(input({ lines, counterpart: { name: "Aster", role: "brand" } }));
    expect(draft.chosen.map(({ detail }) => detail.text)).toEqual([
      "Of one model of Aster that we bought, these are not traced to the place of final assembly: Aster 14.",
    ]);
    expect(textsOf(draft)).not.toMatch(/Cedar|Birch/);
  });

  it("never takes more time than there is, and loses no proposal", () => {
    const some = fc.record({
      minutes: fc.integer({ min: 0, max: 120 }),
      issues: fc.subarray(["working_hours", "wages", "traceability", "minerals"]),
      packs: fc.subarray(["crisis_times", "remedy", "wages"] as const),
      breaks: fc.subarray([silent, possible, nobody, hit]),
      topics: fc.array(
        fc.record({ id: fc.uuid(), minutes: fc.option(fc.integer({ min: 1, max: 60 })) }),
        { maxLength: 4 },
      ),
    });
    fc.assert(
      fc.property(some, ({ minutes, issues, packs, breaks, topics }) => {
        const told = topics.map((one) => ({
          ...one,
          title: "Delivery",
          detail: "",
          addedBy: "counterpart" as const,
        }));
        const draft = draftAgenda(input({ minutes, issues, packs, topics: told }, breaks));
        const taken = draft.chosen.reduce((sum, one) => sum + one.suggestedMinutes, 0);
        expect(taken).toBe(draft.minutes);
        expect(draft.minutes + draft.keptMinutes).toBeLessThanOrEqual(minutes);
        expect(draft.focus.length).toBeLessThanOrEqual(2);
        const all = draftAgenda(input({ minutes: 10_000, issues, packs, topics: told }, breaks));
        expect(draft.chosen.length + draft.nextTime.length).toBe(
          all.chosen.length + all.nextTime.length,
        );
        for (const { title, detail, bring, why } of draft.chosen)
          for (const { text } of [title, detail, bring, why])
            expect(text).not.toMatch(/undefined|\[[?!]|\{\w/);
      }),
    );
  });
});
