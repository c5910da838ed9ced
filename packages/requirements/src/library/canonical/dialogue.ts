/** Answering, reporting, meeting: what keeps the two sides of a contract in touch. */
import { kpiCatalogue } from "@throughline/measurement";
import { choice, days, flag, number, set } from "../parameter-kinds.ts";
import {
  type CanonicalRequirement,
  edition,
  firstVersion,
  refersTo,
} from "./canonical-requirement.ts";

const respondQuery: Omit<
  CanonicalRequirement,
  "version" | "parameters" | "changes" | "publishedOn"
> = {
  key: "respond_query",
  title: "Answer the buyer's questions",
  purpose:
    "A question about a site or a report needs a person who answers in time, even where the answer is that nothing is known yet.",
  minimumVerification: "self_declared",
  evidenceTypes: ["company statement"],
  kpis: ["R1"],
  issues: ["disclosure"],
  references: [
    refersTo("OECD-DDG-2018", "step 5", "Telling those concerned how harm is handled."),
    refersTo("SE-LOU-17", "clause 3", "The duty to report."),
  ],
  needsBrand: false,
  roles: ["clause"],
  variants: [
    {
      bidderRole: null,
      sizes: ["micro"],
      values: { named_contact: true },
      note: "One named person is enough; a holiday may be told beforehand.",
    },
  ],
};

const namedContact = flag("named_contact", {
  label: "A named person answers",
  help: "Who to ask, and who stands in.",
  phrase: "by a named person",
});

export const dialogueRequirements: readonly CanonicalRequirement[] = [
  {
    ...firstVersion,
    key: "report_severe",
    title: "Report severe harm without being asked",
    purpose:
      "Who hears of forced labour, child labour or danger to life in the chain says so at once. What a supplier reports itself is never held against it like what others find.",
    parameters: [
      days("due_days", {
        label: "Days to report",
        help: "Counted from the day the supplier learnt of it.",
        phrase: "within {due_days:days} of learning of it",
      }),
      set(
        "kinds",
        { label: "Kinds of harm", help: "What counts as severe.", phrase: "{kinds}" },
        {
          forced_labour: "forced labour",
          child_labour: "child labour",
          danger_to_life: "conditions that endanger life",
          environmental_harm: "serious harm to the environment",
          grand_corruption: "grand corruption",
          attacks_on_defenders: "attacks on people who defend rights or the environment",
        },
      ),
    ],
    minimumVerification: "self_declared",
    evidenceTypes: [
      "company statement",
      "worker-driven monitoring report",
      "NGO/press report",
      "trade-union statement",
    ],
    kpis: ["C5"],
    issues: ["forced_labour", "child_labour", "ohs", "environment", "corruption", "retaliation"],
    references: [
      refersTo(
        "SE-LOU-17",
        "clause 3",
        "Severe deviations are reported; two weeks is the usual time.",
      ),
      refersTo("UNGP-2011", "principles 14 and 24", "The most severe first."),
      refersTo("ILO-FPRW", "C029, C105, C138, C182, C155", "Forced labour, child labour, safety."),
    ],
    needsBrand: false,
    roles: ["clause"],
    variants: [
      {
        bidderRole: "reseller",
        sizes: ["micro", "small"],
        values: { due_days: 30 },
        note: "What it learns of; it is not asked to search beyond its own suppliers.",
      },
    ],
  },
  {
    ...respondQuery,
    ...firstVersion,
    parameters: [
      days("due_days", {
        label: "Days to answer",
        help: "Counted from the question.",
        phrase: "within {due_days:days}",
      }),
      namedContact,
    ],
  },
  {
    ...respondQuery,
    version: 2,
    publishedOn: edition,
    parameters: [
      number(
        "due_working_days",
        {
          label: "Working days to answer",
          help: "Counted from the question, by the calendar of the buyer's country.",
          phrase: "within {due_working_days:working_days}",
        },
        "business_days",
        "lower",
        [1, 120],
      ),
      namedContact,
    ],
    changes: [
      {
        parameter: "due_working_days",
        note: "Answers are counted in working days now. Calendar days do not convert by themselves: 14 days are ten working days only where no holiday falls among them.",
        lookAgain: false,
      },
    ],
  },
  {
    ...firstVersion,
    key: "meeting",
    title: "Meet regularly about human rights and environment",
    purpose:
      "Dialogue that goes on for the whole contract brings more than a questionnaire: obstacles are told, steps agreed, and both sides learn.",
    parameters: [
      number(
        "per_year",
        {
          label: "Meetings a year",
          help: "How often at least.",
          phrase: "{per_year:meetings} a year",
        },
        "per_year",
        "higher",
        [1, 52],
      ),
      choice(
        "attendee",
        {
          label: "Who attends",
          help: "A meeting without anybody who knows the subject ends in 'we will come back to you'.",
          phrase: "attended by {attendee}",
        },
        {
          knowledgeable_person: "a person who knows the subject",
          contact_person: "the contact person",
        },
        [["knowledgeable_person", "contact_person"]],
      ),
      days("minutes_days", {
        label: "Days to confirm in writing",
        help: "How soon what was agreed, with dates, is written down.",
        phrase: "confirmed in writing within {minutes_days:days}",
      }),
    ],
    minimumVerification: "self_declared",
    evidenceTypes: ["company statement"],
    kpis: ["R2", "R3", "R4"],
    issues: [],
    references: [
      refersTo(
        "OECD-DDG-2018",
        "steps 3 and 4",
        "Working with suppliers on prevention, and following it up.",
      ),
      refersTo("SE-LOU-17", "clause 4", "Dialogue is one of the ways of follow-up."),
    ],
    needsBrand: false,
    roles: ["award", "clause"],
    variants: [
      {
        bidderRole: null,
        sizes: ["micro", "small"],
        values: { per_year: 1 },
        note: "Once a year, by video, with the buyer's agenda in advance.",
      },
    ],
  },
  {
    ...firstVersion,
    key: "kpi_report",
    title: "Report agreed indicators",
    purpose:
      "A few figures agreed with the supplier, seen over time, show whether anything moves. They inform the dialogue and do not replace it.",
    parameters: [
      set(
        "kpis",
        {
          label: "Indicators",
          help: "From the catalogue; each with its formula and source.",
          phrase: "{kpis}",
        },
        Object.fromEntries(kpiCatalogue.map(({ id, name }) => [id, name])),
      ),
      number(
        "every_months",
        { label: "Reported every", help: "How often.", phrase: "{every_months:every}" },
        "months",
        "lower",
        [1, 60],
      ),
    ],
    minimumVerification: "self_declared",
    evidenceTypes: ["company statement", "self-assessment"],
    kpis: ["R3"],
    issues: [],
    references: [
      refersTo(
        "UK-PA-2023",
        "s52, s71",
        "At least three indicators for contracts above GBP 5 million, assessed yearly; frameworks excepted.",
      ),
      refersTo("OECD-DDG-2018", "step 4", "Following results."),
    ],
    needsBrand: false,
    roles: ["clause"],
    variants: [
      {
        bidderRole: null,
        sizes: ["micro", "small"],
        values: { every_months: 12 },
        note: "Yearly, and only figures the firm has anyway.",
      },
    ],
  },
  {
    ...firstVersion,
    key: "continuous_improvement",
    title: "Describe how transparency and remedy get better over the contract",
    purpose:
      "Tells those who have a routine from those who stop at the minimum, without asking anybody to be perfect on the first day.",
    parameters: [
      flag("routine_described", {
        label: "Routine described",
        help: "Who does what, when, to learn more about the chain each year.",
        phrase: "with its routine described",
      }),
      number(
        "targets_per_year",
        {
          label: "Targets a year",
          help: "Set by the supplier itself.",
          phrase: "{targets_per_year:targets} a year",
        },
        "per_year",
        "higher",
        [1, 12],
      ),
      number(
        "report_months",
        {
          label: "Reported every",
          help: "How often it says how far it is.",
          phrase: "reported {report_months:every}",
        },
        "months",
        "lower",
        [1, 60],
      ),
    ],
    minimumVerification: "self_declared",
    evidenceTypes: ["company statement", "self-assessment"],
    kpis: ["R3", "T10"],
    issues: ["disclosure"],
    references: [
      refersTo("OECD-DDG-2018", "steps 4 and 5", "Following results and telling of them."),
    ],
    needsBrand: false,
    roles: ["award", "clause"],
    variants: [
      {
        bidderRole: null,
        sizes: ["micro", "small"],
        values: { targets_per_year: 1, report_months: 12 },
        note: "One target a year, in the firm's own words.",
      },
    ],
  },
  {
    ...firstVersion,
    key: "award_improvement",
    title: "Score what a bidder offers beyond the minimum",
    purpose:
      "An award criterion rewards suppliers that go further. What wins must then stand in the contract, or it was a promise to nobody.",
    parameters: [
      number(
        "weight_percent",
        {
          label: "Weight",
          help: "Share of all award criteria. A heavier weight is not stricter: it asks no more of anybody, it pays more for it.",
          phrase: "weighing {weight_percent} %",
        },
        "percent",
        "none",
        [1, 100],
      ),
      set(
        "topics",
        {
          label: "What is scored",
          help: "Each topic needs a clause that carries it into the contract.",
          phrase: "for {topics}",
        },
        {
          transparency: "transparency of the chain",
          remedy: "contributions to remedy",
          stakeholders: "engagement with workers and those who speak for them",
          due_diligence: "due diligence beyond the minimum",
        },
      ),
    ],
    minimumVerification: "self_declared",
    evidenceTypes: ["company statement", "worker-driven monitoring report", "remediation proof"],
    kpis: ["R3"],
    issues: [],
    references: [
      refersTo(
        "EU-2014-24",
        "art. 67",
        "Award criteria may be social where they are linked to the subject matter and can be verified.",
      ),
      refersTo(
        "UK-PA-2023",
        "PPN 002",
        "Central government gives social value at least a tenth of the weight.",
      ),
    ],
    needsBrand: false,
    roles: ["award"],
    variants: [],
  },
];
