/**
 * The requirements as clauses, in English, in our own words. Drafts: nobody learned in the law of any place has checked them. `{key}` is a value; a stretch
 * in `[?key:…]` falls away where no value is given. By key, or by key and version where versions differ.
 */
export const wordingsEn: Readonly<Record<string, string>> = {
  "disclose_sites:1":
    "The supplier names the production sites of the products delivered, for the tiers and components stated, with the particulars stated for each site[?due_days:, within {due_days} days][?due_from=award: of award][?due_from=signature: of signature][?due_from=request: of the buyer's request][?due_from=delivery: of the first delivery]. Where a site is in another's hands, it asks for it formally and shows the request and the answer.",
  disclose_sites:
    "The supplier names the production sites of the products delivered, for the tiers and components stated, with the particulars stated for each site[?due_days:, within {due_days} days][?due_from=award: of award][?due_from=signature: of signature][?due_from=request: of the buyer's request][?due_from=delivery: of the first delivery].[?refresh_months: It brings the list up to date every {refresh_months} months.][?on_change_days: It tells of a new or closed site within {on_change_days} days.] Where a site is in another's hands, it asks for it formally and shows the request and the answer.",
  disclose_findings:
    "The supplier shares what audits and monitoring found at the production sites, to the extent stated[?age_max_months:, not older than {age_max_months} months][?due_days:, within {due_days} days of the event that calls for it].",
  chemical_inventory:
    "The supplier shares the inventory of chemicals used and stored at the sites concerned[?due_days: within {due_days} days of the event that calls for it][?monitoring_reports:, together with monitoring reports on health, safety and the environment].",
  purchasing_practice_report:
    "The supplier reports[?due_days: within {due_days} days of the event that calls for it] how its own trading conditions, on the topics stated, may bear on working conditions, and what it changes.",
  report_severe:
    "The supplier reports severe harm of the kinds stated in the supply chain of the products without being asked[?due_days:, within {due_days} days of learning of it]. What it reports itself is not held against it like what others find.",
  "respond_query:1":
    "The supplier answers the buyer's questions about the supply chain of the products[?due_days: within {due_days} days]. An answer may say what is not known and why.",
  respond_query:
    "The supplier answers the buyer's questions about the supply chain of the products[?due_working_days: within {due_working_days} working days][?named_contact:, by a person it names]. An answer may say what is not known and why.",
  meeting:
    "Buyer and supplier meet about human rights and the environment in the supply chain[?per_year: at least {per_year} times a year], the supplier being represented as stated.[?minutes_days: What was agreed is confirmed in writing within {minutes_days} days.]",
  kpi_report:
    "The supplier reports the indicators agreed[?every_months: every {every_months} months], with the figures they are made of.",
  continuous_improvement:
    "The supplier describes how it will learn more about its supply chain and contribute to remedy over the contract[?targets_per_year:, sets itself at least {targets_per_year} targets a year][?report_months: and reports every {report_months} months how far it is].",
  award_improvement:
    "What a bidder offers beyond the minimum, on the topics stated, is scored[?weight_percent: with {weight_percent} per cent of the whole]. What it offers becomes part of the contract.",
  corrective_plan:
    "Where a breach is found, the supplier sees to a corrective plan[?plan_days: within {plan_days} days][?workers_take_part:, made with workers or their representatives].[?fix_days_critical: Critical findings are mended within {fix_days_critical} days.][?fix_days_major: Major ones within {fix_days_major} days.][?fix_days_minor: Minor ones within {fix_days_minor} days.]",
  remedy:
    "Where workers were harmed, the supplier takes part in remedy in proportion to its involvement[?worker_driven:; the workers concerned share in its design and decision][?representative_required:, through a representative they chose].[?agreed_days: A remedy is agreed within {agreed_days} days of the harm being confirmed.]",
  site_access:
    "The supplier arranges that those stated may visit the production sites[?notice_days: with at most {notice_days} days of notice][?off_site_interviews: and speak with workers away from the site].",
  no_retaliation:
    "Nobody suffers for having spoken with a monitor or raised a concern[?covers_representatives:, nor do their representatives and families]. The supplier shows this by the means stated.",
  due_diligence_system:
    "The supplier carries out due diligence on human rights and the environment by the steps and with the reach stated[?age_max_months:, and shows it by evidence not older than {age_max_months} months].",
  code_of_conduct:
    "The supplier has a code of conduct that rests on the standards stated[?public:, publishes it][?flows_down: and binds its suppliers to it].",
  stakeholder_engagement:
    "The supplier engages with workers and those who speak for them at the steps stated[?per_year:, at least {per_year} times a year][?feedback_answered:, writes down what they said and answers it].",
  flow_down:
    "The supplier passes these conditions on to those it buys from[?tiers_deep:, over {tiers_deep} tiers][?in_writing:, in writing].",
  brand_certificate:
    "The supplier attaches, for the products stated, a signed undertaking of the brand that it will meet the requirements named in it.",
  label_or_equivalent:
    "The products[?share_percent:, at least {share_percent} per cent of them,] carry one of the labels stated, or other proof shows that they meet the same criteria.",
  statement:
    "The supplier publishes the statement that the laws stated ask of it[?areas:, covering at least {areas} areas][?age_max_months:, not older than {age_max_months} months]. Whom none of them binds may give a short statement of its own where this is accepted.",
  working_hours:
    "At the production sites nobody works more than the law of the place allows[?max_hours:, nor more than {max_hours} hours a week, overtime included][?rest_days:, and everybody has at least {rest_days} days off in seven].[?voluntary_overtime: Overtime is voluntary.][?report_months: Figures are reported every {report_months} months.]",
  wages:
    "At the production sites wages reach at least the floor stated[?gap_closure_months:, within {gap_closure_months} months where they do not yet][?equal_pay:, and are equal for contract and migrant workers doing the same work].[?report_months: Figures are reported every {report_months} months.]",
};
