/** What happens when harm is found: access, plans, remedy, protection of those who speak. */
import { days, flag, number, resultRequired, set } from "../parameter-kinds.ts";
import { type CanonicalRequirement, firstVersion, refersTo } from "./canonical-requirement.ts";

export const remedyRequirements: readonly CanonicalRequirement[] = [
  {
    ...firstVersion,
    key: "corrective_plan",
    title: "Put right what was found, by a plan with dates",
    purpose:
      "A finding is the beginning. A plan with dates for each grade, made with workers, can be followed up; a promise to improve cannot.",
    parameters: [
      days("plan_days", {
        label: "Days to a plan",
        help: "Counted from the finding being told.",
        phrase: "a plan within {plan_days:days}",
      }),
      days("fix_days_critical", {
        label: "Days to mend what is critical",
        help: "Danger to life, forced or child labour.",
        phrase: "critical findings mended within {fix_days_critical:days}",
      }),
      days(
        "fix_days_major",
        {
          label: "Days to mend what is major",
          help: "Serious and repeated breaches.",
          phrase: "major ones within {fix_days_major:days}",
        },
        730,
      ),
      days(
        "fix_days_minor",
        {
          label: "Days to mend what is minor",
          help: "The rest.",
          phrase: "minor ones within {fix_days_minor:days}",
        },
        730,
      ),
      flag("workers_take_part", {
        label: "Workers take part",
        help: "Workers or their representatives help make the plan and confirm that it works.",
        phrase: "workers taking part",
      }),
      resultRequired,
    ],
    minimumVerification: "documented",
    evidenceTypes: ["remediation proof", "worker-driven monitoring report", "social audit full"],
    kpis: ["C1", "C2", "C3", "M4"],
    issues: ["working_hours", "wages_min", "recruitment_fees", "forced_labour", "ohs", "dormitory"],
    references: [
      refersTo(
        "EW-CC-2.1",
        "outcome 9",
        "Written evidence of what was mended and of what keeps it from coming back; else of the leverage used.",
      ),
      refersTo("OECD-DDG-2018", "step 3", "Stopping, preventing, mitigating."),
    ],
    needsBrand: true,
    roles: ["clause"],
    variants: [
      {
        bidderRole: "reseller",
        sizes: [],
        values: { result_required: false },
        note: "A reseller asks, presses and shows the leverage it used.",
      },
      {
        bidderRole: "brand",
        sizes: [],
        values: { result_required: true },
        note: "A brand has the plan made and carried out.",
      },
    ],
  },
  {
    ...firstVersion,
    key: "remedy",
    title: "Take part in remedy for the workers concerned",
    purpose:
      "Putting the factory right does not make good what workers lost. Remedy is theirs by right, and they have a say in what it is.",
    parameters: [
      flag("worker_driven", {
        label: "Worker-driven",
        help: "Workers and those they choose are part of design and decision.",
        phrase: "driven by the workers",
      }),
      flag("representative_required", {
        label: "A chosen representative takes part",
        help: "Somebody the workers chose, not whom management named.",
        phrase: "with a representative they chose",
      }),
      days(
        "agreed_days",
        {
          label: "Days to an agreed remedy",
          help: "Counted from the harm being confirmed.",
          phrase: "agreed within {agreed_days:days}",
        },
        730,
      ),
      resultRequired,
    ],
    minimumVerification: "worker_verified",
    evidenceTypes: [
      "remediation proof",
      "trade-union statement",
      "worker testimony (restricted)",
      "worker-driven monitoring report",
    ],
    kpis: ["C4", "C6", "C7", "W1", "W3", "W4"],
    issues: [
      "recruitment_fees",
      "wages_min",
      "wages_delay",
      "chemicals",
      "harassment",
      "dismissal",
      "documents",
    ],
    references: [
      refersTo(
        "EW-WDR",
        null,
        "Remedy is a right; workers and their representatives stand at its core.",
      ),
      refersTo(
        "UNGP-2011",
        "principles 19, 22, 29, 31",
        "Who causes or contributes remedies; who is linked uses leverage and may take a role.",
      ),
      refersTo("OECD-DDG-2018", "step 6", "Providing for remedy, or cooperating in it."),
    ],
    needsBrand: true,
    roles: ["award", "clause"],
    variants: [
      {
        bidderRole: "reseller",
        sizes: [],
        values: { result_required: false },
        note: "It uses its leverage and takes part; it does not remedy in the maker's place.",
      },
      {
        bidderRole: "brand",
        sizes: [],
        values: { result_required: true },
        note: "With its makers; in proportion to its part in the harm.",
      },
    ],
  },
  {
    ...firstVersion,
    key: "site_access",
    title: "Give access to production sites",
    purpose:
      "Somebody workers trust must be able to come. An announced visit led by management sees what management shows.",
    parameters: [
      set(
        "who",
        { label: "Who may come", help: "Each of them has to be let in.", phrase: "{who}" },
        { monitor: "a worker-side monitor", buyer: "the buyer", union: "a trade union" },
      ),
      number(
        "notice_days",
        {
          label: "Days of notice",
          help: "None means unannounced, which asks most.",
          phrase: "with at most {notice_days:days} of notice",
        },
        "days",
        "lower",
        [0, 120],
      ),
      flag("off_site_interviews", {
        label: "Interviews off site",
        help: "Workers may be spoken to where management does not listen.",
        phrase: "interviews off site allowed",
      }),
      resultRequired,
    ],
    minimumVerification: "documented",
    evidenceTypes: ["site visit", "worker-driven monitoring report"],
    kpis: ["M1"],
    issues: ["foa", "retaliation"],
    references: [
      refersTo("EW-CC-2.1", "outcome 7", "Access for monitors, else a formal request for it."),
      refersTo(
        "ILO-FPRW",
        "C087, C098; beside them C135",
        "Freedom of association; workers' representatives.",
      ),
    ],
    needsBrand: true,
    roles: ["clause"],
    variants: [
      {
        bidderRole: "reseller",
        sizes: [],
        values: { result_required: false },
        note: "A formal request for access performs the duty.",
      },
      {
        bidderRole: "brand",
        sizes: [],
        values: { result_required: true },
        note: "A brand can have the door opened.",
      },
    ],
  },
  {
    ...firstVersion,
    key: "no_retaliation",
    title: "No reprisal against workers who speak",
    purpose:
      "One dismissal after an interview silences a whole factory. Without this clause no other finding can be trusted.",
    parameters: [
      set(
        "proof",
        {
          label: "Shown by",
          help: "A statement is a promise; interviews show whether it is kept.",
          phrase: "shown by {proof}",
        },
        { statement: "a statement of the site", interviews: "interviews with workers" },
      ),
      flag("covers_representatives", {
        label: "Covers representatives and families",
        help: "Union members, chosen representatives and families of those who spoke.",
        phrase: "representatives and families covered",
      }),
      resultRequired,
    ],
    minimumVerification: "worker_verified",
    evidenceTypes: [
      "worker testimony (restricted)",
      "trade-union statement",
      "worker-driven monitoring report",
      "company statement",
    ],
    kpis: ["W5"],
    issues: ["retaliation", "foa"],
    references: [
      refersTo(
        "EW-CC-2.1",
        "outcome 8",
        "Nobody suffers for having talked; else a meeting with management is formally asked for.",
      ),
      refersTo(
        "ILO-FPRW",
        "C087, C098; beside them C135",
        "Protection against acts against union members and representatives.",
      ),
      refersTo("RBA-8.0", "D6", "Identity protected, no reprisal."),
    ],
    needsBrand: true,
    roles: ["clause"],
    variants: [
      {
        bidderRole: "reseller",
        sizes: [],
        values: { proof: ["statement"], result_required: false },
        note: "It passes the clause on and asks for the statement.",
      },
      {
        bidderRole: "brand",
        sizes: [],
        values: { result_required: true },
        note: "It answers for those who make for it.",
      },
    ],
  },
];
