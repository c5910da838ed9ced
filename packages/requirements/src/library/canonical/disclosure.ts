/** Telling where things are made, and what was found there. */
import type { Parameter } from "@throughline/domain";
import {
  choice,
  countedFrom,
  days,
  flag,
  number,
  resultRequired,
  set,
} from "../parameter-kinds.ts";
import {
  type CanonicalRequirement,
  edition,
  firstVersion,
  refersTo,
} from "./canonical-requirement.ts";

const fieldsOfVersion1 = {
  legal_name: "legal name",
  address: "street address",
  city: "town",
  country: "country",
  products: "what it makes of what was bought",
  worker_count: "number of workers",
  os_id: "OS ID",
};

const tiers = set(
  "tiers",
  {
    label: "Tiers",
    help: "Which steps of the chain are to be named. A set and not a depth: smelters may be asked for without the steps between.",
    phrase: "{tiers}[?components: (components: {components})]",
  },
  {
    final_assembly: "final assembly",
    sub_assembly: "sub-assembly (one tier beyond)",
    component: "makers of the named components",
    material: "makers of materials",
    smelter_or_refiner: "smelters and refiners",
    raw_material_extraction: "extraction of raw materials",
    logistics: "logistics",
    repair_and_reuse: "repair and reuse",
    end_of_life: "end of life",
  },
);

const components = set(
  "components",
  {
    label: "Named components",
    help: "Components or raw materials chosen by risk and value; their makers are to be named.",
    phrase: "[!tiers:makers of {components}]",
  },
  null,
);

const fieldsTold = {
  label: "What is told of each site",
  help: "Without legal name and street address a site cannot be found, screened or visited.",
  phrase: "with {fields}",
};

const discloseSitesParameters = (fields: Parameter): Parameter[] => [
  tiers,
  components,
  fields,
  days("due_days", {
    label: "Days to disclose",
    help: "How long the supplier has, from the date named beside it.",
    phrase: "within {due_days:days}[?due_from: of {due_from}]",
  }),
  choice(
    "due_from",
    {
      label: "Counted from",
      help: "Ten days from a request and 28 from award cannot be ordered: which ends first depends on the contract.",
      phrase: "[!due_days:counted from {due_from}]",
    },
    countedFrom,
  ),
  choice(
    "confidentiality",
    {
      label: "Who may see it",
      help: "Published meets either of the others. Told to buyers does not reach a third party, nor the other way round.",
      phrase: "told to {confidentiality}",
    },
    {
      public: "everybody",
      buyers_only: "the buyers only",
      trusted_third_party: "a trusted third party",
    },
    [
      ["public", "buyers_only"],
      ["public", "trusted_third_party"],
    ],
  ),
  set(
    "formats",
    {
      label: "Formats accepted",
      help: "The fewer are accepted, the more is asked of whoever answers several buyers.",
      phrase: "as {formats}",
    },
    { csv: "CSV", xlsx: "spreadsheet", form: "form" },
    "fewer",
  ),
  resultRequired,
];

const discloseSites: Omit<
  CanonicalRequirement,
  "version" | "parameters" | "changes" | "publishedOn"
> = {
  key: "disclose_sites",
  title: "Name the sites where the products are made",
  purpose:
    "Nobody can look at conditions in a place nobody can name. Sites per product, not a list per brand, show which buyer stands behind which workers.",
  minimumVerification: "self_declared",
  evidenceTypes: ["company statement", "certificate/label", "official list or decision"],
  kpis: ["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10"],
  issues: ["disclosure", "minerals"],
  references: [
    refersTo(
      "EW-CC-2.1",
      "outcomes 1 and 2",
      "Factories of the products, and of their main components.",
    ),
    refersTo(
      "SE-LOU-17",
      "clause 4",
      "Traceability from final manufacturing up to named raw materials; four weeks is the usual time.",
    ),
    refersTo(
      "OECD-DDG-2018",
      "step 2",
      "Finding where harm may occur begins with knowing where things are made.",
    ),
  ],
  needsBrand: true,
  roles: ["selection", "technical", "award", "clause"],
  variants: [
    {
      bidderRole: "reseller",
      sizes: ["micro", "small"],
      values: { tiers: ["final_assembly"], due_days: 60, result_required: false },
      note: "A small reseller names final assembly and shows that it formally asked each brand; an answer that does not come is the brand's silence, not its failure.",
    },
    {
      bidderRole: "reseller",
      sizes: ["medium", "large"],
      values: { result_required: false },
      note: "A formal request to each brand, made in time and shown, performs the duty.",
    },
    {
      bidderRole: "brand",
      sizes: [],
      values: { result_required: true },
      note: "A brand knows or can find out who makes its products.",
    },
  ],
};

/** How a disclosure is kept up: what version 2 added. */
const upkeep: Parameter[] = [
  number(
    "refresh_months",
    {
      label: "Refreshed every",
      help: "Sites change by the year; a list nobody refreshes says where things were made once.",
      phrase: "refreshed {refresh_months:every}",
    },
    "months",
    "lower",
    [1, 60],
  ),
  days("on_change_days", {
    label: "Days to tell of a change",
    help: "How soon a new or closed site is to be told.",
    phrase: "changes told within {on_change_days:days}",
  }),
];

export const disclosureRequirements: readonly CanonicalRequirement[] = [
  {
    ...discloseSites,
    ...firstVersion,
    parameters: discloseSitesParameters(set("fields", fieldsTold, fieldsOfVersion1)),
  },
  {
    ...discloseSites,
    version: 2,
    publishedOn: edition,
    parameters: [
      ...discloseSitesParameters(
        set("fields", fieldsTold, {
          ...fieldsOfVersion1,
          union_present: "whether a union or elected representatives are there",
        }),
      ),
      ...upkeep,
    ],
    changes: [
      {
        parameter: "refresh_months",
        note: "New: how often the list is refreshed. A list given before was given once; agree a rhythm.",
        lookAgain: true,
      },
      {
        parameter: "on_change_days",
        note: "New: how soon a change is told between two refreshes.",
        lookAgain: false,
      },
      {
        parameter: "fields",
        note: "New to ask for: whether a union or elected representatives are at the site. What was asked before still fits.",
        lookAgain: false,
      },
    ],
  },
  {
    ...firstVersion,
    key: "disclose_findings",
    title: "Share what audits and monitoring found",
    purpose:
      "Findings that stay with the auditor help nobody. A buyer that sees them can ask about the plan; one that sees only a certificate cannot.",
    parameters: [
      choice(
        "level",
        {
          label: "How much",
          help: "Whoever shares the full findings has shared the summary.",
          phrase: "{level}",
        },
        { full: "full findings", summary: "a summary of findings" },
        [["full", "summary"]],
      ),
      set(
        "triggers",
        {
          label: "When",
          help: "After award, and again where there is evidence of a breach.",
          phrase: "{triggers}",
        },
        { award: "after award", breach: "on evidence of a breach" },
      ),
      days("due_days", {
        label: "Days to share",
        help: "Counted from whatever set it off.",
        phrase: "within {due_days:days}",
      }),
      number(
        "age_max_months",
        {
          label: "Not older than",
          help: "An old audit tells of an old factory.",
          phrase: "not older than {age_max_months:months}",
        },
        "months",
        "lower",
        [1, 60],
      ),
      resultRequired,
    ],
    minimumVerification: "documented",
    evidenceTypes: ["worker-driven monitoring report", "social audit full", "social audit summary"],
    kpis: ["M1", "M2"],
    issues: ["disclosure"],
    references: [
      refersTo(
        "EW-CC-2.1",
        "outcomes 3 and 4",
        "Findings on compliance in summary or full; in full where a breach is shown.",
      ),
      refersTo("OECD-DDG-2018", "step 5", "Telling those concerned how harm is handled."),
    ],
    needsBrand: true,
    roles: ["award", "clause"],
    variants: [
      {
        bidderRole: "reseller",
        sizes: [],
        values: { level: "summary", result_required: false },
        note: "A reseller asks its brands formally and passes on what it gets.",
      },
      {
        bidderRole: "brand",
        sizes: [],
        values: { result_required: true },
        note: "A brand holds its audits, or can have them.",
      },
    ],
  },
  {
    ...firstVersion,
    key: "chemical_inventory",
    title: "Share the inventory of chemicals",
    purpose:
      "Illness from solvents shows years later. Workers and those who speak for them need to know what is used before it does.",
    parameters: [
      set(
        "triggers",
        {
          label: "When",
          help: "On evidence of a breach of health and safety, or for every site from the start.",
          phrase: "{triggers}",
        },
        { ohs_breach: "on evidence of a breach of health and safety", award: "after award" },
      ),
      days("due_days", {
        label: "Days to share",
        help: "Counted from whatever set it off.",
        phrase: "within {due_days:days}",
      }),
      flag("monitoring_reports", {
        label: "With monitoring reports",
        help: "Reports on health, safety and the environment of the site besides the inventory.",
        phrase: "with monitoring reports on health, safety and environment",
      }),
      resultRequired,
    ],
    minimumVerification: "documented",
    evidenceTypes: ["social audit full", "worker-driven monitoring report", "company statement"],
    kpis: ["L7", "L8"],
    issues: ["chemicals", "ohs"],
    references: [
      refersTo(
        "EW-CC-2.1",
        "outcome 5",
        "Inventory and monitoring reports where health and safety was breached.",
      ),
      refersTo("ILO-FPRW", "C155, C187; beside them C170", "Safety and health at work; chemicals."),
    ],
    needsBrand: true,
    roles: ["clause"],
    variants: [
      {
        bidderRole: "reseller",
        sizes: [],
        values: { result_required: false },
        note: "A formal request to the brand performs the duty.",
      },
      {
        bidderRole: "brand",
        sizes: [],
        values: { result_required: true },
        note: "A brand can have its makers show it.",
      },
    ],
  },
  {
    ...firstVersion,
    key: "purchasing_practice_report",
    title: "Report on trading conditions that may harm workers",
    purpose:
      "Late changes, short lead times and low prices push a factory into overtime. Whoever buys has to look at its own part, the buyer not less than the brand.",
    parameters: [
      set(
        "triggers",
        { label: "When", help: "On evidence of a breach, or every year.", phrase: "{triggers}" },
        { breach: "on evidence of a breach", yearly: "every year" },
      ),
      days("due_days", {
        label: "Days to report",
        help: "Counted from whatever set it off.",
        phrase: "within {due_days:days}",
      }),
      set(
        "topics",
        { label: "About", help: "What of the trade is told.", phrase: "about {topics}" },
        {
          prices: "prices",
          lead_times: "lead times",
          order_changes: "changes of orders",
          payment: "times of payment",
        },
      ),
      resultRequired,
    ],
    minimumVerification: "self_declared",
    evidenceTypes: ["company statement", "self-assessment"],
    kpis: ["P1"],
    issues: ["working_hours", "wages_min"],
    references: [
      refersTo(
        "EW-CC-2.1",
        "outcome 6",
        "Trading conditions that may stand in the way of decent work.",
      ),
      refersTo("UNGP-2011", "principles 13 and 19", "Stopping one's own part in a harm."),
    ],
    needsBrand: true,
    roles: ["award", "clause"],
    variants: [
      {
        bidderRole: "reseller",
        sizes: ["micro", "small"],
        values: { triggers: ["breach"], result_required: false },
        note: "Its own terms with the brand, where a breach is shown.",
      },
      {
        bidderRole: "brand",
        sizes: [],
        values: { result_required: true },
        note: "Its terms with those who make for it.",
      },
    ],
  },
];
