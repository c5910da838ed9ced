/** Hours and wages at the sites. */
import { choice, flag, number, resultRequired } from "../parameter-kinds.ts";
import { type CanonicalRequirement, firstVersion, refersTo } from "./canonical-requirement.ts";

const reportMonths = number(
  "report_months",
  {
    label: "Reported every",
    help: "How often figures are given.",
    phrase: "reported {report_months:every}",
  },
  "months",
  "lower",
  [1, 60],
);

export const labourRequirements: readonly CanonicalRequirement[] = [
  {
    ...firstVersion,
    key: "working_hours",
    title: "Keep working hours within a limit",
    purpose:
      "Long weeks are the commonest finding and the first to be hidden. The law of the place applies wherever it is stricter.",
    parameters: [
      number(
        "max_hours",
        {
          label: "Hours a week at most",
          help: "Overtime included. The law of the place applies where it allows less.",
          phrase: "at most {max_hours} hours a week",
        },
        "hours_per_week",
        "lower",
        [35, 72],
      ),
      number(
        "rest_days",
        { label: "Days off in seven", help: "At least.", phrase: "{rest_days:days} off in seven" },
        "count",
        "higher",
        [1, 2],
      ),
      flag("voluntary_overtime", {
        label: "Overtime is voluntary",
        help: "Nobody loses by saying no.",
        phrase: "overtime voluntary",
      }),
      reportMonths,
      resultRequired,
    ],
    minimumVerification: "third_party_audited",
    evidenceTypes: [
      "worker-driven monitoring report",
      "social audit full",
      "worker testimony (restricted)",
    ],
    kpis: ["L1", "L2", "L3"],
    issues: ["working_hours", "rest"],
    references: [
      refersTo("ILO-FPRW", "beside them C001, C014", "Hours of work and weekly rest in industry."),
      refersTo("RBA-8.0", "A3", "60 hours and a day off in seven."),
      refersTo("ETI-BASE", "clause 6", "48 regular hours, 60 in all."),
    ],
    needsBrand: true,
    roles: ["award", "clause"],
    variants: [
      {
        bidderRole: "reseller",
        sizes: [],
        values: { result_required: false },
        note: "It passes the clause on, asks for figures and shows that it did.",
      },
      {
        bidderRole: "brand",
        sizes: [],
        values: { result_required: true },
        note: "At the sites that make what was bought.",
      },
    ],
  },
  {
    ...firstVersion,
    key: "wages",
    title: "Pay wages at or above a floor",
    purpose:
      "The legal minimum often does not feed a family. A dated way to close the gap is asked for, and the same pay whatever the contract or passport.",
    parameters: [
      choice(
        "floor",
        {
          label: "Floor",
          help: "The legal minimum holds in any case. Whether a collective agreement or a living wage is higher differs from place to place, so neither is stricter; asking for whichever is highest is.",
          phrase: "at least {floor}",
        },
        {
          legal_minimum: "the legal minimum",
          collective_agreement: "the legal minimum and the collective agreement that applies",
          living_wage: "the legal minimum and a living wage by a named benchmark",
          highest: "whichever is highest of legal minimum, collective agreement and living wage",
        },
        [
          ["highest", "collective_agreement"],
          ["highest", "living_wage"],
          ["collective_agreement", "legal_minimum"],
          ["living_wage", "legal_minimum"],
        ],
      ),
      number(
        "gap_closure_months",
        {
          label: "Months to close the gap",
          help: "From what is paid today to the floor, where the floor is above the law.",
          phrase: "reached within {gap_closure_months:months}",
        },
        "months",
        "lower",
        [1, 120],
      ),
      flag("equal_pay", {
        label: "Equal for contract and migrant workers",
        help: "The same work, the same pay.",
        phrase: "equal for contract and migrant workers",
      }),
      reportMonths,
      resultRequired,
    ],
    minimumVerification: "third_party_audited",
    evidenceTypes: [
      "worker-driven monitoring report",
      "social audit full",
      "trade-union statement",
    ],
    kpis: ["L4", "L5", "L6"],
    issues: ["wages_min", "wages_living", "wages_delay", "precarious", "discrimination"],
    references: [
      refersTo(
        "ILO-FPRW",
        "C100, C111; beside them C026, C095, C131",
        "Equal pay; wages and their protection.",
      ),
      refersTo("RBA-8.0", "A4", "Wages and benefits."),
    ],
    needsBrand: true,
    roles: ["award", "clause"],
    variants: [
      {
        bidderRole: "reseller",
        sizes: [],
        values: { result_required: false },
        note: "It passes the clause on, asks for figures and shows that it did.",
      },
      {
        bidderRole: "brand",
        sizes: [],
        values: { result_required: true },
        note: "At the sites that make what was bought.",
      },
    ],
  },
];
