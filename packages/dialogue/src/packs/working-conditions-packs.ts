/** Packs on working hours and wages. */
import type { QuestionPack } from "./question-pack.ts";

export const workingHoursPack: QuestionPack = {
  key: "working_hours",
  title: "Working hours",
  about:
    "Long hours are systemic in electronics and hang together with low wages: who cannot live on the basic wage works overtime.",
  issues: ["working_hours", "rest"],
  sources: [
    "Buyers and resellers in dialogue, summary of 18 September 2025: working hours and wages as first topics",
    "ILO Hours of Work (Industry) Convention, 1919 (No. 1)",
    "ILO Hours of Work (Commerce and Offices) Convention, 1930 (No. 30)",
    "UN Guiding Principles on Business and Human Rights, principles 13 and 19",
  ],
  questions: [
    {
      id: "working_hours.now",
      text: "How many hours a week did people at the sites that make our products work in the last twelve months: the median, and the busiest month?",
      why: "A yearly average hides the months in which orders peak, and those are the ones that hurt.",
      goodAnswer:
        "Figures by site and month, with their source (time records, not policy), how many people they cover, and whether agency workers are in them.",
      whom: "Whoever looks after labour conditions at the sites; production planning",
      asks: "counterpart",
    },
    {
      id: "working_hours.rest",
      text: "How often did somebody work seven days in a row, and in which months?",
      why: "A week without a day of rest is the plainest sign that hours are out of hand, and time records show it.",
      goodAnswer: "A number of people and weeks, the reason, and what was changed since.",
      whom: "Whoever looks after labour conditions at the sites",
      asks: "counterpart",
    },
    {
      id: "working_hours.consent",
      text: "How can a worker say no to overtime, and what becomes of those who do?",
      why: "Overtime that cannot be refused is a sign of forced labour.",
      goodAnswer:
        "A way to refuse that workers know and use, how often it was used, and a view from workers or their representatives, not from management alone.",
      whom: "Labour relations; if there are, workers' representatives heard beforehand",
      asks: "counterpart",
    },
    {
      id: "working_hours.records",
      text: "Where your figures and what workers say differ, which do you go by, and what did you do the last time?",
      why: "Audits often see the records they are shown; interviews away from the site have contradicted them.",
      goodAnswer: "An example with its date, how it was found, and what changed.",
      whom: "Whoever answers for audits and for complaints",
      asks: "counterpart",
    },
    {
      id: "working_hours.plan",
      text: "What is the next step towards fewer hours without less pay, at which site, by when, and who decides it?",
      why: "Hours that fall while pay falls with them leave workers worse off.",
      goodAnswer: "One site, one step, one date, a name; and what it needs from customers.",
      whom: "Somebody who may promise it",
      asks: "counterpart",
    },
    {
      id: "working_hours.ours",
      text: "Which of our orders came at short notice, changed late or bunched at the end of the budget year, and what would have helped?",
      why: "Late and bunched orders are worked off in overtime. That part is ours to change.",
      goodAnswer:
        "The buyers' own order dates against lead times, and one thing the buyers will change.",
      whom: "Whoever places the orders on the buyers' side",
      asks: "buyers",
    },
  ],
};

export const wagesPack: QuestionPack = {
  key: "wages",
  title: "Wages",
  about:
    "What people earn for a normal week, and whether contract and migrant workers earn the same. A legal minimum is not always enough to live on.",
  issues: ["wages_min", "wages_living", "wages_delay", "recruitment_fees"],
  sources: [
    "Buyers and resellers in dialogue, summary of 18 September 2025: wages differ among vulnerable groups, contract and migrant workers often earn less",
    "ILO Protection of Wages Convention, 1949 (No. 95)",
    "ILO Minimum Wage Fixing Convention, 1970 (No. 131)",
    "UN Guiding Principles on Business and Human Rights, principle 18 (groups at heightened risk)",
  ],
  questions: [
    {
      id: "wages.basic",
      text: "What does the lowest-paid worker at the sites that make our products earn in a normal week, without overtime and bonuses?",
      why: "With overtime in it a wage looks as if it were enough.",
      goodAnswer:
        "An amount with currency, hours and month, against the legal minimum and a named estimate of a living wage for the place.",
      whom: "Human resources of the sites; whoever looks after labour conditions",
      asks: "counterpart",
    },
    {
      id: "wages.groups",
      text: "How do pay and conditions of contract, agency and migrant workers, students and women differ from those of permanent local workers doing the same work?",
      why: "Averages hide those who are paid least, and they are often those who cannot complain.",
      goodAnswer:
        "Numbers of people and amounts by group, the reason for each difference, and what is done about it.",
      whom: "Human resources of the sites, and whoever answers for labour agencies",
      asks: "counterpart",
    },
    {
      id: "wages.fees",
      text: "What did migrant workers pay, to whom, to get the job, and what was paid back to them?",
      why: "Whoever is in debt for a job cannot leave it.",
      goodAnswer:
        "How it was asked of workers, amounts found, amounts paid back with dates, and which agencies are no longer used.",
      whom: "Whoever answers for recruitment",
      asks: "counterpart",
    },
    {
      id: "wages.deductions",
      text: "What is deducted from wages, for board, lodging, uniforms, fines or documents, and when were wages last paid late?",
      why: "What is earned and what arrives are two numbers.",
      goodAnswer:
        "Deductions by kind and amount, their ground in law or agreement, and dates of late payment.",
      whom: "Human resources of the sites",
      asks: "counterpart",
    },
    {
      id: "wages.voice",
      text: "Who bargains over wages at the site, when last, and with what result?",
      why: "Wages that are bargained for need no customer to look after them.",
      goodAnswer:
        "A union or elected representatives by name of the body, the agreement and its date; or plainly that there is none, and why.",
      whom: "Labour relations",
      asks: "counterpart",
    },
    {
      id: "wages.ours",
      text: "Which share of our price could carry higher wages, and which of our ways of scoring price stand against it?",
      why: "A tender decided by the lowest price is answered with the lowest wage.",
      goodAnswer:
        "How price was weighted, how unusually low bids were looked at, and what will be different next time.",
      whom: "Whoever designs the tender on the buyers' side",
      asks: "buyers",
    },
  ],
};
