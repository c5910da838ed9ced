/** What a supplier has in place: due diligence, code, stakeholders, passing on, statements, labels, undertakings. */
import { choice, flag, number, resultRequired, set } from "../parameter-kinds.ts";
import { type CanonicalRequirement, firstVersion, refersTo } from "./canonical-requirement.ts";

const steps = {
  embed: "policy and responsibility",
  identify: "finding risks",
  prevent: "preventing harm",
  track: "following results",
  communicate: "telling of it",
  remedy: "remedy",
};

const ageMaxMonths = number(
  "age_max_months",
  {
    label: "Not older than",
    help: "Evidence ages; one year is usual.",
    phrase: "shown by evidence not older than {age_max_months:months}",
  },
  "months",
  "lower",
  [1, 60],
);

export const systemRequirements: readonly CanonicalRequirement[] = [
  {
    ...firstVersion,
    key: "due_diligence_system",
    title: "Have due diligence in place",
    purpose:
      "The six steps of due diligence, as far as the firm's size and place in the chain go. What counts is that they are done, not that they are filed.",
    parameters: [
      set(
        "steps",
        { label: "Steps", help: "The six steps of the OECD guidance.", phrase: "{steps}" },
        steps,
      ),
      choice(
        "reach",
        {
          label: "How far it reaches",
          help: "Each step further takes in the one before.",
          phrase: "reaching {reach}",
        },
        {
          own_operations: "its own operations",
          direct_suppliers: "its own operations and direct suppliers",
          whole_chain: "the whole chain",
        },
        [
          ["whole_chain", "direct_suppliers"],
          ["direct_suppliers", "own_operations"],
        ],
      ),
      ageMaxMonths,
    ],
    minimumVerification: "documented",
    evidenceTypes: ["self-assessment", "company statement", "social audit summary"],
    kpis: ["M3", "M4", "P3"],
    issues: ["forced_labour", "child_labour", "environment"],
    references: [
      refersTo("OECD-DDG-2018", "steps 1 to 6", "The process."),
      refersTo("UNGP-2011", "principles 17 to 22", "Human rights due diligence."),
      refersTo(
        "DE-LKSG",
        null,
        "Binds large firms in Germany; passing on to small ones has limits.",
      ),
      refersTo("EU-CSDDD", null, "Will bind very large firms."),
      refersTo("SE-LOU-17", "clause 2", "The process as Swedish regions and Adda ask for it."),
    ],
    needsBrand: false,
    roles: ["selection", "award", "clause"],
    variants: [
      {
        bidderRole: null,
        sizes: ["micro"],
        values: { steps: ["embed", "identify"], reach: "own_operations" },
        note: "A short policy and a look at where its risks lie.",
      },
      {
        bidderRole: null,
        sizes: ["small"],
        values: { steps: ["embed", "identify", "prevent"], reach: "direct_suppliers" },
        note: "As far as its direct suppliers.",
      },
    ],
  },
  {
    ...firstVersion,
    key: "code_of_conduct",
    title: "Have a code of conduct for suppliers and pass it on",
    purpose: "Says in public what is expected, and binds those the firm buys from.",
    parameters: [
      set(
        "standards",
        { label: "Rests on", help: "What the code takes up.", phrase: "resting on {standards}" },
        { ilo_fundamental: "the ILO's fundamental instruments", industry_code: "an industry code" },
      ),
      flag("flows_down", {
        label: "Passed on",
        help: "Suppliers are bound by it and pass it on in turn.",
        phrase: "passed on to suppliers",
      }),
      flag("public", { label: "Published", help: "Anybody can read it.", phrase: "published" }),
    ],
    minimumVerification: "self_declared",
    evidenceTypes: ["company statement"],
    kpis: [],
    issues: ["forced_labour", "child_labour", "discrimination", "foa", "ohs"],
    references: [
      refersTo("ILO-FPRW", null, "The fundamental instruments."),
      refersTo("RBA-8.0", null, "One industry code among others."),
      refersTo("EW-CODE", null, "A code of labour standards for electronics."),
      refersTo("OECD-DDG-2018", "step 1", "Policy."),
    ],
    needsBrand: false,
    roles: ["selection", "award", "clause"],
    variants: [
      {
        bidderRole: null,
        sizes: ["micro", "small"],
        values: { standards: ["ilo_fundamental"], flows_down: false, public: false },
        note: "Signing the buyer's code counts as having one.",
      },
    ],
  },
  {
    ...firstVersion,
    key: "stakeholder_engagement",
    title: "Engage with workers and those who speak for them",
    purpose:
      "Who was asked, when, and what changed because of it. Interviewing managers is not engagement.",
    parameters: [
      set(
        "stages",
        {
          label: "At which steps",
          help: "Evidence differs from step to step.",
          phrase: "when {stages}",
        },
        steps,
      ),
      number(
        "per_year",
        { label: "Times a year", help: "How often at least.", phrase: "{per_year:times} a year" },
        "per_year",
        "higher",
        [1, 12],
      ),
      flag("feedback_answered", {
        label: "What was said is answered",
        help: "What stakeholders said is written down and answered.",
        phrase: "with what was said written down and answered",
      }),
    ],
    minimumVerification: "worker_verified",
    evidenceTypes: [
      "trade-union statement",
      "worker-driven monitoring report",
      "worker testimony (restricted)",
    ],
    kpis: ["W1", "W2", "W3"],
    issues: ["foa", "community"],
    references: [
      refersTo("OECD-DDG-2018", "all steps", "Engagement belongs to each step."),
      refersTo(
        "UNGP-2011",
        "principles 18, 20, 29, 31",
        "Consultation, and channels people trust.",
      ),
    ],
    needsBrand: true,
    roles: ["award", "clause"],
    variants: [
      {
        bidderRole: "reseller",
        sizes: ["micro", "small"],
        values: { stages: ["identify"], per_year: 1 },
        note: "Asks its brands whom they talked to and passes it on.",
      },
    ],
  },
  {
    ...firstVersion,
    key: "flow_down",
    title: "Pass the requirements on to suppliers",
    purpose: "A clause that ends at the reseller reaches nobody who makes anything.",
    parameters: [
      number(
        "tiers_deep",
        {
          label: "Tiers",
          help: "How many steps up the chain it is passed on.",
          phrase: "over {tiers_deep:tiers}",
        },
        "count",
        "higher",
        [1, 10],
      ),
      flag("in_writing", {
        label: "In writing",
        help: "In the contract or a signed letter.",
        phrase: "in writing",
      }),
    ],
    minimumVerification: "self_declared",
    evidenceTypes: ["company statement"],
    kpis: [],
    issues: ["disclosure"],
    references: [
      refersTo("EU-2014-24", "art. 71", "Duties of subcontractors and how they are checked."),
      refersTo("SE-LOU-17", "clause 2", "Commitments are passed on in writing."),
    ],
    needsBrand: true,
    roles: ["clause"],
    variants: [
      {
        bidderRole: "reseller",
        sizes: ["micro", "small"],
        values: { tiers_deep: 1 },
        note: "To the distributor or brand it buys from.",
      },
    ],
  },
  {
    ...firstVersion,
    key: "brand_certificate",
    title: "Attach the brand's signed undertaking",
    purpose:
      "A reseller can speak for itself only. Where the brand's cooperation is needed, the brand says so itself, before the contract and not after.",
    parameters: [
      choice(
        "signatory",
        {
          label: "Signed for",
          help: "A signature that binds the group binds each of its companies.",
          phrase: "signed for {signatory}",
        },
        { brand_group: "the brand's group", brand_company: "the brand's company in the country" },
        [["brand_group", "brand_company"]],
      ),
      choice(
        "scope",
        {
          label: "Covers",
          help: "An undertaking for all products covers those of the tender.",
          phrase: "covering {scope}",
        },
        { all_products: "all its products", tender_products: "the products of the tender" },
        [["all_products", "tender_products"]],
      ),
      set(
        "requirements",
        {
          label: "Confirms",
          help: "Which requirements the brand says it will meet.",
          phrase: "confirming {requirements}",
        },
        null,
      ),
      resultRequired,
    ],
    minimumVerification: "self_declared",
    evidenceTypes: ["company statement"],
    kpis: ["P3"],
    issues: ["disclosure"],
    references: [
      refersTo("EU-2014-24", "art. 63", "Relying on the capacities of others."),
      refersTo("UNGP-2011", "principle 19", "Making leverage where there is none."),
    ],
    needsBrand: true,
    roles: ["selection", "technical", "award", "clause"],
    variants: [
      {
        bidderRole: "reseller",
        sizes: ["micro", "small"],
        values: { scope: "tender_products", result_required: false },
        note: "For the main brands by value; for the others a formal request.",
      },
    ],
  },
  {
    ...firstVersion,
    key: "label_or_equivalent",
    title: "A label, or equivalent proof",
    purpose:
      "A label spares everybody a questionnaire where its criteria cover what is asked. Many social issues it does not measure: it is proof of its criteria and of nothing else.",
    parameters: [
      set(
        "labels",
        {
          label: "Labels accepted",
          help: "One of them is enough; the fewer there are, the more is asked.",
          phrase: "{labels}",
        },
        null,
        "fewer",
      ),
      flag(
        "equivalent_accepted",
        {
          label: "Equivalents accepted",
          help: "EU law asks for it: other labels and other proof that meet the same criteria.",
          phrase: "",
        },
        "no",
      ),
      number(
        "share_percent",
        {
          label: "Share of products",
          help: "How much of what is delivered carries it.",
          phrase: "for {share_percent} % of products",
        },
        "percent",
        "higher",
        [1, 100],
      ),
    ],
    minimumVerification: "third_party_audited",
    evidenceTypes: ["certificate/label"],
    kpis: ["P3"],
    issues: ["environment", "working_hours"],
    references: [
      refersTo("EU-2014-24", "art. 43", "Labels as proof, with equivalents accepted."),
      refersTo("TCO-CERT", null, "A label of the first type for IT products."),
      refersTo("EPEAT", null, "Some of its social criteria are optional."),
    ],
    needsBrand: true,
    roles: ["technical", "award", "clause"],
    variants: [
      {
        bidderRole: null,
        sizes: ["micro", "small"],
        values: { equivalent_accepted: true },
        note: "Other proof counts: a label's fee must not keep a small maker out.",
      },
    ],
  },
  {
    ...firstVersion,
    key: "statement",
    title: "Publish the statement the law asks for",
    purpose:
      "Firms that a law binds publish how they look after human rights in their chains. Asking for it costs them nothing new; for others it is more than the law.",
    parameters: [
      set(
        "laws",
        { label: "Under", help: "A statement for each law named.", phrase: "under {laws}" },
        {
          "UK-MSA-54": "the UK Modern Slavery Act",
          "NO-APENHET": "the Norwegian Transparency Act",
          "AU-MSA": "the Australian Modern Slavery Act",
          "CA-S211": "the Canadian act on forced and child labour in supply chains",
        },
      ),
      number(
        "areas",
        {
          label: "Areas covered",
          help: "How many of the areas that guidance names it speaks about.",
          phrase: "covering {areas:areas}",
        },
        "count",
        "higher",
        [1, 7],
      ),
      number(
        "age_max_months",
        {
          label: "Not older than",
          help: "It covers the last financial year.",
          phrase: "not older than {age_max_months:months}",
        },
        "months",
        "lower",
        [6, 36],
      ),
      flag(
        "own_words_accepted",
        {
          label: "A statement of its own counts",
          help: "Where no law binds the firm, a short statement of its own does.",
          phrase: "",
        },
        "no",
      ),
    ],
    minimumVerification: "documented",
    evidenceTypes: ["company statement", "official list or decision"],
    kpis: ["P2"],
    issues: ["forced_labour", "child_labour"],
    references: [
      refersTo("UK-MSA-54", "s54", "A yearly statement, approved and signed."),
      refersTo("NO-APENHET", null, "A yearly account by 30 June."),
      refersTo("AU-MSA", null, "A yearly statement to the register."),
      refersTo("CA-S211", null, "A yearly report by 31 May."),
    ],
    needsBrand: false,
    roles: ["selection", "clause"],
    variants: [
      {
        bidderRole: null,
        sizes: ["micro", "small", "medium"],
        values: { own_words_accepted: true },
        note: "Most firms of this size are bound by none of these laws.",
      },
    ],
  },
];
