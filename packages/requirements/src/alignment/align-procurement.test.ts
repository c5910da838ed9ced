import type { BidPromise, ProcurementFacts, RequirementInstance } from "@throughline/domain";
import { describe, expect, it } from "vitest";
import { findRequirement, newestRequirements } from "../library/canonical-library.ts";
import type { AskedItem } from "../policy/policy-row.ts";
import {
  buildInstance,
  buildProcurement,
  dialogue,
  soundInstances,
} from "../testing/build-procurement.ts";
import { alignProcurement } from "./align-procurement.ts";
import { type AlignmentOptions, findingCodes } from "./alignment-shapes.ts";
import { applyFix } from "./apply-fix.ts";
import { leadTime } from "./lead-time.ts";

const noPolicy: AlignmentOptions = { policy: null };
const align = (facts: ProcurementFacts, options = noPolicy) =>
  alignProcurement(facts, findRequirement, options).findings;

/** The sound procurement with some of its instances changed. */
const changed = (
  changes: Readonly<Record<string, Partial<RequirementInstance>>>,
  over: Partial<ProcurementFacts> = {},
) =>
  buildProcurement({
    instances: soundInstances.map((one) => ({ ...one, ...changes[one.id] })),
    ...over,
  });

const promise: BidPromise = {
  id: "promise",
  bidder: "Cedar IT",
  winning: true,
  criterionId: "award",
  requirement: null,
  text: "We name the makers of batteries.",
  values: {},
};

const asked = (over: Partial<AskedItem> = {}): AskedItem => ({
  requirement: "disclose_sites",
  version: null,
  role: "clause",
  values: { due_days: 28, due_from: "award", tiers: ["final_assembly"] },
  followUp: null,
  rowIds: ["row"],
  bidders: [],
  undecided: [],
  ...over,
});

const smallFirmsNote = findRequirement("disclose_sites")?.variants[0]?.note ?? "";
const resellers = { expectedBidders: ["reseller" as const] };

/** Each kind of mismatch: how it comes about, what is said, and whether one act mends it. */
const cases: readonly (readonly [
  code: (typeof findingCodes)[number],
  severity: string,
  facts: ProcurementFacts,
  sentence: string,
  fixable: boolean,
  options?: AlignmentOptions,
])[] = [
  [
    "criterion_without_clause",
    "blocking",
    buildProcurement({ instances: soundInstances.slice(0, 2) }),
    "Award criterion A1 asks “Name the sites where the products are made”, and no clause of the contract does.",
    true,
  ],
  [
    "clause_stricter_than_scored",
    "serious",
    changed({ clause: { values: { ...soundInstances[0]?.values, due_days: 10 } } }),
    "Clause 14.2 asks more than award criterion A1 did, of “Name the sites where the products are made” (Days to disclose).",
    true,
  ],
  [
    "clause_weaker_than_scored",
    "serious",
    changed({ clause: { values: { due_days: 28, due_from: "award" } } }),
    "Clause 14.2 asks less than award criterion A1 did, of “Name the sites where the products are made” (Tiers).",
    true,
  ],
  [
    "clause_differs_from_scored",
    "serious",
    changed({ clause: { values: { ...soundInstances[0]?.values, due_from: "request" } } }),
    "Clause 14.2 and award criterion A1 ask “Name the sites where the products are made” in ways of which neither is stricter (Counted from).",
    true,
  ],
  [
    "clause_without_follow_up",
    "blocking",
    changed({ clause: { followUp: { ...dialogue, ways: [] } } }),
    "Clause 14.2 says nothing of how it is looked after: no indicator, no evidence, no dialogue.",
    true,
  ],
  [
    "nobody_follows_up",
    "serious",
    changed({ clause: { followUp: { ...dialogue, role: null } } }),
    "Nobody is named to look after clause 14.2.",
    true,
  ],
  [
    "no_hours_to_follow_up",
    "serious",
    changed({ clause: { followUp: { ...dialogue, hoursPerMonth: 0 } } }),
    "No hours are planned for looking after clause 14.2.",
    true,
  ],
  [
    "hours_not_said",
    "advice",
    changed(
      { clause: { followUp: { ...dialogue, hoursPerMonth: null } } },
      { hours: { preparation: 200, followUp: null } },
    ),
    "Nobody said how many hours a month go into looking after the contract.",
    true,
  ],
  [
    "no_link_to_subject_matter",
    "blocking",
    changed({ clause: { subjectMatterLink: " " } }),
    "Clause 14.2 does not say how it is linked to what is bought.",
    true,
  ],
  [
    "label_without_equivalent",
    "blocking",
    changed({ award: { labels: ["TCO Certified"] } }),
    "Award criterion A1 names TCO Certified and does not say that equivalents are accepted.",
    true,
  ],
  [
    "not_announced",
    "blocking",
    changed({ clause: { announced: false } }),
    "Clause 14.2 is not announced in the call for competition.",
    true,
  ],
  [
    "weights_do_not_sum",
    "blocking",
    changed({ price: { weight: 100 } }),
    "The award criteria weigh 110 % together.",
    true,
  ],
  [
    "weight_not_said",
    "serious",
    changed({ award: { weight: null } }),
    "Award criterion A1 has no weight.",
    true,
  ],
  [
    "weight_cannot_matter",
    "serious",
    changed({ award: { weight: 0 }, price: { weight: 100 } }),
    "Award criterion A1 weighs nothing: no answer to it can change who wins.",
    true,
  ],
  [
    "brand_needed_in_short_tender",
    "serious",
    changed(
      { clause: { wording: smallFirmsNote } },
      { ...resellers, announcedOn: "2026-03-25", deadlineOn: "2026-04-15" },
    ),
    "Award criterion A1 can be met only with the brand's cooperation (“Name the sites where the products are made”), and bidders have 21 days from first announcement to deadline.",
    true,
  ],
  [
    "brand_not_bound",
    "advice",
    changed(
      {
        clause: { wording: smallFirmsNote, values: { due_days: 10, due_from: "award" } },
        award: { values: { due_days: 10, due_from: "award" } },
      },
      resellers,
    ),
    "Clause 14.2 can be met only with the brand's cooperation (“Name the sites where the products are made”); no undertaking of the brand is asked for and no time is given after award.",
    true,
  ],
  [
    "lead_time_unknown",
    "advice",
    changed({ clause: { wording: smallFirmsNote } }, { ...resellers, deadlineOn: null }),
    "Award criterion A1 can be met only with the brand's cooperation, and how long bidders have cannot be told: the first announcement or the deadline is not recorded.",
    false,
  ],
  [
    "asked_by_policy_and_absent",
    "blocking",
    buildProcurement(),
    "The policy asks “Meet regularly about human rights and environment” as a clause, and it is not there.",
    true,
    { policy: [asked({ requirement: "meeting", values: { per_year: 2 } })] },
  ],
  [
    "weaker_than_policy",
    "serious",
    buildProcurement(),
    "Clause 14.2 asks less than the policy, of “Name the sites where the products are made” (Days to disclose).",
    true,
    { policy: [asked({ values: { due_days: 10, due_from: "award", tiers: ["final_assembly"] } })] },
  ],
  [
    "stricter_than_policy",
    "advice",
    buildProcurement(),
    "Clause 14.2 asks more than the policy does at this value and risk, of “Name the sites where the products are made” (Tiers).",
    true,
    { policy: [asked({ values: { due_days: 28, due_from: "award" } })] },
  ],
  [
    "not_asked_by_policy",
    "advice",
    buildProcurement({ risk: "low", instances: soundInstances.slice(2) }),
    "Clause 14.2 asks “Name the sites where the products are made”, which the policy does not ask where the risk is low.",
    false,
    { policy: [] },
  ],
  [
    "small_firms_not_provided_for",
    "advice",
    buildProcurement(resellers),
    "Small firms are asked more than the library's variant for them, of “Name the sites where the products are made” (Days to disclose): clause 14.2.",
    true,
  ],
  [
    "more_than_the_law",
    "advice",
    buildProcurement(),
    "No law asks this of a firm of twenty.",
    false,
    {
      policy: null,
      laws: [
        {
          instanceId: "clause",
          sentence: { code: "law.more", params: {}, text: "No law asks this of a firm of twenty." },
        },
      ],
    },
  ],
  [
    "promise_not_carried",
    "blocking",
    buildProcurement({ stage: "awarded", promises: [promise] }),
    "Cedar IT promised “We name the makers of batteries.”, and no clause carries it.",
    true,
  ],
  [
    "promise_carried_weaker",
    "blocking",
    buildProcurement({
      stage: "awarded",
      promises: [{ ...promise, values: { due_days: 14, due_from: "award" } }],
    }),
    "Clause 14.2 asks less than Cedar IT promised, of “Name the sites where the products are made” (Days to disclose).",
    true,
  ],
  [
    "evidence_below_minimum",
    "serious",
    buildProcurement({
      instances: [
        buildInstance({
          requirement: "disclose_findings",
          version: 1,
          values: {},
          followUp: { ...dialogue, ways: ["evidence"], evidenceTypes: ["company statement"] },
        }),
      ],
    }),
    "The evidence named in clause 14.2 (company statement) is self-declared at best; “Share what audits and monitoring found” needs documented.",
    true,
  ],
  [
    "older_version",
    "advice",
    changed({ award: { version: 1 } }),
    "Award criterion A1 was taken from version 1 of “Name the sites where the products are made”; the library has version 2.",
    true,
  ],
];

describe("a procurement that holds together", () => {
  it("has no finding", () => {
    expect(align(buildProcurement())).toEqual([]);
  });

  it("may ask in the contract only, without any criterion", () => {
    expect(align(buildProcurement({ instances: soundInstances.slice(2) }))).toEqual([]);
  });

  it("may be followed up by dialogue instead of a number, or by a number alone", () => {
    const kpi = { kpi: "T1", target: null, targetText: "all of them", everyMonths: 12 };
    const byNumber = { ...dialogue, ways: ["kpi" as const], kpis: [kpi] };
    expect(align(changed({ clause: { followUp: byNumber } }))).toEqual([]);
    expect(align(changed({ clause: { followUp: dialogue } }))).toEqual([]);
  });

  it("may leave what depends on a brand to the contract, with time after award", () => {
    const facts = buildProcurement({
      ...resellers,
      announcedOn: "2026-03-25",
      deadlineOn: "2026-04-15",
      instances: [buildInstance({ wording: smallFirmsNote })],
    });
    expect(align(facts)).toEqual([]);
  });

  it("may carry what was promised word by word, or stricter", () => {
    const written = changed(
      { clause: { wording: `It holds: ${promise.text}` } },
      {
        stage: "awarded",
        promises: [promise],
      },
    );
    expect(align(written)).toEqual([]);
    const values = { due_days: 60, due_from: "award" };
    const stage = "awarded" as const;
    expect(align(buildProcurement({ stage, promises: [{ ...promise, values }] }))).toEqual([]);
    expect(align(buildProcurement({ stage, promises: [{ ...promise, winning: false }] }))).toEqual(
      [],
    );
  });
});

describe("each kind of mismatch", () => {
  it("is shown here", () => {
    expect(new Set(cases.map(([code]) => code))).toEqual(new Set(findingCodes));
  });

  for (const [code, severity, facts, sentence, fixable, options = noPolicy] of cases) {
    it(`finds and mends ${code}`, () => {
      const found = align(facts, options).filter((finding) => finding.code === code);
      expect(found.map((finding) => [finding.severity, finding.sentence.text])).toEqual([
        [severity, sentence],
      ]);
      const [finding] = found;
      expect(finding?.why.text).toMatch(/\.$/);
      expect(finding?.fix !== null).toBe(fixable);
      const given = { role: "Contract management", number: 3 };
      const after = finding?.fix ? applyFix(facts, finding.fix, given) : buildProcurement();
      expect(align(after, fixable ? options : noPolicy).map((one) => one.code)).not.toContain(code);
    });
  }
});

describe("lots", () => {
  const lots = [
    { id: "L1", title: "Laptops", cpv: [] },
    { id: "L2", title: "Servers", cpv: [] },
  ];

  it("names the lots a clause leaves out, and adds it for those", () => {
    const facts = changed({ clause: { lots: ["L1"] } }, { lots });
    const [finding] = align(facts);
    expect(finding?.sentence.text).toBe(
      "Award criterion A1 asks “Name the sites where the products are made” in L2, and no clause of the contract does.",
    );
    const after = finding?.fix ? applyFix(facts, finding.fix) : facts;
    expect(after.instances.at(-1)).toMatchObject({ role: "clause", lots: ["L2"] });
  });

  it("adds up weights lot by lot", () => {
    const facts = changed({ award: { lots: ["L1"] } }, { lots });
    expect(align(facts).map(({ sentence }) => sentence.text)).toEqual([
      "The award criteria of L2 weigh 90 % together.",
    ]);
  });
});

describe("the key of a finding", () => {
  const keyOf = (facts: ProcurementFacts) =>
    align(facts).find(({ code }) => code === "clause_weaker_than_scored")?.key;

  it("stays while it is the same mismatch, and changes with the values it is about", () => {
    const weaker = { due_days: 60, due_from: "award", tiers: ["final_assembly"] };
    const key = keyOf(changed({ clause: { values: weaker } }));
    expect(key).toMatch(/^clause_weaker_than_scored:/);
    expect(
      keyOf(changed({ clause: { values: { ...weaker }, wording: "Other words.", place: "15" } })),
    ).toBe(key);
    expect(keyOf(changed({ clause: { values: { ...weaker, due_days: 90 } } }))).not.toBe(key);
  });
});

describe("after publication", () => {
  it("offers no fix that would change what bidders were told", () => {
    const facts = changed({ clause: { announced: false } }, { stage: "published" });
    expect(align(facts).map(({ code, fix }) => [code, fix])).toEqual([["not_announced", null]]);
  });
});

describe("threads", () => {
  it("leads from criterion and promise to clause, follow-up and person", () => {
    const facts = buildProcurement({ stage: "awarded", promises: [promise] });
    const { threads, findings } = alignProcurement(facts, findRequirement, noPolicy);
    expect(threads).toEqual([
      {
        key: "disclose_sites",
        requirement: "disclose_sites",
        title: "Name the sites where the products are made",
        criteria: ["award"],
        promises: ["promise"],
        clauses: ["clause"],
        kpis: [],
        evidenceTypes: [],
        dialogue: true,
        person: { personId: null, role: "Contract management", hoursPerMonth: 2 },
        findings: findings.map(({ key }) => key),
      },
      expect.objectContaining({ key: "price", requirement: null, criteria: ["price"] }),
    ]);
  });
});

describe("lead time", () => {
  const days = (
    announcedOn: string | null,
    publishedOn: string | null,
    deadlineOn: string | null,
  ) => leadTime({ announcedOn, publishedOn, deadlineOn });

  it("runs from the first announcement, and is compared with the usual two to four weeks", () => {
    expect(days("2026-01-15", "2026-03-25", "2026-04-15").days).toBe(90);
    expect(days(null, "2026-03-25", "2026-04-15").sentence.text).toBe(
      "Bidders have 21 days from first announcement to deadline: the usual two to four weeks, too short to get a brand to agree.",
    );
    expect(
      ["2026-04-07", "2026-04-08", "2026-04-22", "2026-04-23"].map(
        (deadline) => days(null, "2026-03-25", deadline).comparison,
      ),
    ).toEqual(["shorter", "usual", "usual", "longer"]);
  });

  it("is unknown where a day is missing or the days are the wrong way round", () => {
    expect(days(null, null, "2026-04-15").comparison).toBe("unknown");
    expect(days("2026-05-01", null, "2026-04-15")).toMatchObject({ days: null, short: false });
  });
});

describe("the library's own evidence", () => {
  it("is enough for what each requirement needs, so that mending one mismatch makes no other", () => {
    expect(newestRequirements.length).toBeGreaterThan(20);
    const short = newestRequirements.filter((requirement) => {
      const instance = buildInstance({
        requirement: requirement.key,
        version: requirement.version,
        values: {},
        followUp: { ...dialogue, ways: ["evidence"], evidenceTypes: requirement.evidenceTypes },
      });
      const findings = align(buildProcurement({ instances: [instance] }));
      return findings.some(({ code }) => code === "evidence_below_minimum");
    });
    expect(short.map(({ key }) => key)).toEqual([]);
  });
});
