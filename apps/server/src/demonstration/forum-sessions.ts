/** What is said in the invented sessions. Institutions and words are invented; who says what is nowhere, here neither. */
import type { Audience } from "@throughline/domain";

export interface DemonstrationSession {
  readonly title: string;
  readonly purpose: string;
  readonly prompts: readonly { readonly audience: Audience; readonly text: string }[];
  /** Institutions of the people invited, one for each person. */
  readonly people: readonly string[];
  readonly said: readonly {
    readonly kind: "idea" | "question";
    /** Which question it answers, from 0. */
    readonly prompt: number | null;
    readonly text: string;
    readonly votes: number;
    readonly comments?: readonly string[];
    readonly theme?: string;
    readonly mergedInto?: string;
    readonly hiddenReason?: string;
    readonly answered?: boolean;
  }[];
  readonly summary: string;
}

const together =
  "Ask a brand together, with one letter and one list of models, instead of one by one.";

export const closedSession: DemonstrationSession = {
  title: "From tender to contract: who follows up? (invented)",
  purpose:
    "How buyers and resellers can carry what a tender asks into the years of the contract, and who does the work. People and institutions are invented.",
  prompts: [
    {
      audience: "public_buyers",
      text: "What would make follow-up easier for you once the contract is signed?",
    },
    { audience: "resellers", text: "Which requirement costs you most, and changes least?" },
    { audience: "all", text: "What should be tried together before the next meeting?" },
  ],
  people: [
    "Northbridge University (invented)",
    "City of Larkhaven (invented)",
    "Westmere Hospitals (invented)",
    "Cedar IT (invented)",
    "Birch Systems (invented)",
    "Harbour Regions Purchasing (invented)",
    "Cedar IT (invented)",
    "Kestrel Supply (invented)",
  ],
  said: [
    {
      kind: "idea",
      prompt: 0,
      text: "Name the person who follows up in the contract itself, with hours a month.",
      votes: 6,
      theme: "People and time",
      comments: [
        "We did; the first year it was a trainee, and it still helped.",
        "Hours, not only a name: otherwise it is done on top of everything else.",
      ],
    },
    {
      kind: "idea",
      prompt: 0,
      text: "A calendar that says what is due from the supplier, not only when the contract ends.",
      votes: 4,
      theme: "People and time",
    },
    {
      kind: "question",
      prompt: 0,
      text: "What may be asked of a running contract that was signed without a clause for it?",
      votes: 3,
      answered: true,
      comments: ["What the supplier agrees to. Dialogue needs no clause, a penalty does."],
    },
    {
      kind: "idea",
      prompt: 1,
      text: "Lists of sites every year in another layout for each buyer. The sites are the same.",
      votes: 8,
      theme: "One answer for all",
      comments: ["One list, released to each buyer, would save us weeks."],
    },
    {
      kind: "idea",
      prompt: 1,
      text: "Asking us for what only the brand can know. We pass it on and wait, and it looks as if we were silent.",
      votes: 5,
    },
    {
      kind: "idea",
      prompt: 1,
      text: "A certificate that says nothing about the site where the device is made.",
      votes: 2,
      hiddenReason: "It named a scheme and a colleague; the point stands in the summary.",
    },
    { kind: "idea", prompt: 2, text: together, votes: 7, theme: "One answer for all" },
    {
      kind: "idea",
      prompt: 2,
      text: "Write to the brands jointly.",
      votes: 3,
      mergedInto: together,
    },
    {
      kind: "idea",
      prompt: 2,
      text: "Keep three questions identical in all tenders of the coming year and see what comes back.",
      votes: 4,
      comments: ["Working hours, sites, and who answers us."],
    },
    {
      kind: "question",
      prompt: null,
      text: "Who keeps the notes of what was agreed here until the next meeting?",
      votes: 1,
    },
  ],
  summary: `This summarises a discussion held under the Chatham House Rule. People and institutions are invented.

There was considerable agreement, within and between the two groups, that the work begins where tenders end: somebody has to be named for it, with time.

For public buyers: several would write the person and the hours into the contract. Some follow up by dialogue where no clause allows more, which suppliers said they accept as long as it is said beforehand what is wanted.

For resellers: what costs most is preparing the same answer in many layouts. A reseller noted that being asked what only the brand can know makes it look silent while it waits. One participant noted that a certificate may say nothing about the site at which a device is made.

To be tried: ask one brand together, and keep three questions identical in the tenders of the coming year.`,
};

export const openSession: DemonstrationSession = {
  title: "What to ask of brands next year (invented)",
  purpose:
    "Choose one or two issues that buyers and resellers raise together next year. People and institutions are invented. The board is open: take your own ticket and try it.",
  prompts: [
    { audience: "all", text: "Which issue should all of us raise with brands next year?" },
    { audience: "public_buyers", text: "What can you offer a brand that opens its books?" },
  ],
  people: [
    "Northbridge University (invented)",
    "City of Larkhaven (invented)",
    "Westmere Hospitals (invented)",
    "Birch Systems (invented)",
    "Cedar IT (invented)",
  ],
  said: [
    {
      kind: "idea",
      prompt: 0,
      text: "Working hours in final assembly in the months before a new model.",
      votes: 3,
      comments: ["And forecasts from us, so that the peak is smaller."],
    },
    { kind: "idea", prompt: 0, text: "Sites of batteries, with address and year.", votes: 2 },
    {
      kind: "question",
      prompt: 0,
      text: "Is one issue enough for a whole year?",
      votes: 1,
    },
    {
      kind: "idea",
      prompt: 1,
      text: "Longer contracts without a new tender for those who answer.",
      votes: 1,
    },
  ],
  summary: "",
};
