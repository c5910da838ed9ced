/** Packs on traceability, times of crisis and remedy. */
import type { QuestionPack } from "./question-pack.ts";

export const traceabilityPack: QuestionPack = {
  key: "traceability",
  title: "Where it is made",
  about:
    "From the model on the contract to the places that make it and its parts, and who in between does not say.",
  issues: ["disclosure"],
  sources: [
    "Case study on supplier dialogue, November 2025: product-level traceability and obstacles with component suppliers",
    "Buyers and resellers in dialogue, summary of 18 September 2025: first-tier sites, yearly updates",
    "UN Guiding Principles on Business and Human Rights, principles 17 and 21",
  ],
  questions: [
    {
      id: "traceability.models",
      text: "Which site put together each model we bought, and since when?",
      why: "A list of all factories of a brand says nothing about what stands in our offices.",
      goodAnswer:
        "A site with full legal name and street address for each model; where it is one of several, all of them and which is likeliest.",
      whom: "Whoever keeps the supplier list by product",
      asks: "counterpart",
    },
    {
      id: "traceability.parts",
      text: "Who makes the parts with the highest risk (battery, display, main board, cables), and how far up can you see?",
      why: "Harm sits more often with the maker of a part than at the last assembly.",
      goodAnswer:
        "Names and addresses as far as they are known, and the step at which knowledge ends.",
      whom: "Purchasing of components",
      asks: "counterpart",
    },
    {
      id: "traceability.obstacles",
      text: "Who in the chain will not say, and what do they give as the reason?",
      why: "A confidentiality clause, a missing contract and unwillingness each need another answer, and others may have met the same.",
      goodAnswer:
        "The company or its kind, the reason it gave, and what would move it: our letter, a later date, an agreement on secrecy.",
      whom: "Whoever asked them",
      asks: "counterpart",
    },
    {
      id: "traceability.changes",
      text: "How do you learn that a model has moved to another site, and how soon would we?",
      why: "A list is right on the day it was made.",
      goodAnswer: "An event that starts it, a number of days, a name.",
      whom: "Whoever keeps the supplier list by product",
      asks: "counterpart",
    },
    {
      id: "traceability.protection",
      text: "What would you need to be told us: who may see it, for how long, under which agreement?",
      why: "Sites are given where it is clear what becomes of the information.",
      goodAnswer: "Conditions we can say yes or no to today.",
      whom: "Somebody who may decide on disclosure; legal",
      asks: "counterpart",
    },
    {
      id: "traceability.ours",
      text: "What do we do with the sites once we have them, and what did we do with the last ones?",
      why: "Answering for a drawer is work for nothing.",
      goodAnswer: "Who looked at them, against which lists, what was monitored, what came of it.",
      whom: "Whoever follows up the contract on the buyers' side",
      asks: "buyers",
    },
  ],
};

export const crisisTimesPack: QuestionPack = {
  key: "crisis_times",
  title: "Times of crisis",
  about:
    "Stops at short notice, cancelled orders, sickness, conflict, layoffs: what becomes of workers then, and what our own practice does to them.",
  issues: ["dismissal", "movement", "ohs", "wages_delay"],
  sources: [
    "Case study on supplier dialogue, November 2025: buyers reflect on purchasing practices linked to harm",
    "UN Guiding Principles on Business and Human Rights, principles 7 (conflict), 13 and 19",
    "ILO Protection of Wages Convention, 1949 (No. 95)",
  ],
  questions: [
    {
      id: "crisis_times.stops",
      text: "When production last stopped at short notice, what were workers paid, and for how long?",
      why: "Whoever is paid by the day carries the stop alone.",
      goodAnswer: "Dates, people, what the law asks and what was paid; agency workers included.",
      whom: "Human resources of the sites",
      asks: "counterpart",
    },
    {
      id: "crisis_times.layoffs",
      text: "Who was let go, who was told beforehand, and was severance paid in full?",
      why: "Unpaid severance is the commonest harm when orders fall.",
      goodAnswer:
        "Numbers by group, dates of notice, amounts owed and paid, talks with workers' representatives.",
      whom: "Human resources of the sites; labour relations",
      asks: "counterpart",
    },
    {
      id: "crisis_times.sickness",
      text: "What happens to somebody who is ill, or is kept on the site by an order of quarantine: pay, doctor, a way to leave?",
      why: "Restrictions on movement turned dormitories into places people could not leave.",
      goodAnswer:
        "What applied last time, who decided it, how workers could complain, what changed.",
      whom: "Health and safety of the sites",
      asks: "counterpart",
    },
    {
      id: "crisis_times.conflict",
      text: "Which sites or sources lie where there is armed conflict or where people are put to work by the state, and how are these looked at more closely?",
      why: "There the worst harm is likeliest, and ordinary audits see least.",
      goodAnswer:
        "Places by name, who advises on them, what would make you leave and what becomes of workers then.",
      whom: "Whoever answers for human rights due diligence",
      asks: "counterpart",
    },
    {
      id: "crisis_times.ours",
      text: "Which of our orders were cancelled, put off or changed after work on them had begun, and who paid for it?",
      why: "A cancelled order is felt first by those who were to work on it. That part is ours.",
      goodAnswer:
        "The buyers' own cancellations and changes with dates, what was paid all the same, and a rule for next time.",
      whom: "Whoever places the orders on the buyers' side",
      asks: "buyers",
    },
    {
      id: "crisis_times.warning",
      text: "How would you warn us, and how early, and what could we do: pay sooner, accept later, keep the order?",
      why: "Help that is agreed beforehand comes in time.",
      goodAnswer:
        "A person on each side, a number of days, two or three things the buyers may do under the contract.",
      whom: "Somebody who may promise it on each side",
      asks: "counterpart",
    },
  ],
};

export const remedyPack: QuestionPack = {
  key: "remedy",
  title: "Remedy",
  about:
    "What workers who were harmed receive, through which way, and who agreed that it is enough.",
  issues: ["retaliation", "foa"],
  sources: [
    "Case study on supplier dialogue, November 2025: remediation with workers' representatives at its core",
    "UN Guiding Principles on Business and Human Rights, principles 22, 25, 29 and 31",
  ],
  questions: [
    {
      id: "remedy.ways",
      text: "How can a worker at these sites complain to you, in which languages, and how many did in the last year?",
      why: "A way that nobody uses is no way.",
      goodAnswer:
        "Numbers by site and subject, how long answers took, and what workers say of it. None at all is explained.",
      whom: "Whoever runs the grievance mechanism",
      asks: "counterpart",
    },
    {
      id: "remedy.open",
      text: "Which cases are open at sites that make our products, and what is the next step in each, by when?",
      why: "A case without a next step has stopped.",
      goodAnswer: "Steps with dates and names of bodies; nothing that lets a worker be known.",
      whom: "Whoever answers for the cases",
      asks: "counterpart",
    },
    {
      id: "remedy.received",
      text: "What did workers receive in the cases you closed, and who on their side agreed that it is enough?",
      why: "A corrected procedure is no remedy for those who were harmed before.",
      goodAnswer:
        "Kinds and sums of remedy, numbers of people, agreement of workers or their representatives; or why that could not be had.",
      whom: "Whoever answers for the cases; workers' representatives heard beforehand",
      asks: "counterpart",
    },
    {
      id: "remedy.reprisal",
      text: "How do you keep those who speak from being punished for it, and what did you do the last time somebody was?",
      why: "The employer may be the danger. Who decides who learns what are those affected.",
      goodAnswer: "A rule, a person outside the site, an example.",
      whom: "Whoever answers for the cases",
      asks: "counterpart",
    },
    {
      id: "remedy.share",
      text: "What did each in the chain pay or do towards it, and what is asked of us?",
      why: "Who has contributed to harm contributes to making it good, buyers included.",
      goodAnswer: "Shares by party, and a request to the buyers that they can answer.",
      whom: "Somebody who may promise it on each side",
      asks: "counterpart",
    },
    {
      id: "remedy.ours",
      text: "Did our lead times, prices or payment play a part, and what do we change?",
      why: "Causes that stay bring the harm back.",
      goodAnswer:
        "A look at the buyers' own records of the order in question, and one change with a date.",
      whom: "Whoever places the orders on the buyers' side",
      asks: "buyers",
    },
  ],
};
