/** What was said in the invented programme of the demonstration, in words. */
import type { PlannedMeeting, PlannedSeries } from "./planned-dialogue.ts";

export const theirs: readonly [string, string, string][] = [
  [
    "Name the places of final assembly of the models on our contracts, with street address",
    "head of sustainability",
    "where our vehicles are made",
  ],
  [
    "Ask the makers of battery cells and seats for their sites, and tell us what each answers",
    "head of purchasing",
    "makers of parts",
  ],
  [
    "Say who answers for labour conditions at the maker of the wiring harness, and bring them",
    "head of purchasing",
    "working hours at makers of parts",
  ],
  [
    "Report which steps were agreed with the workers' representatives, and by when each is done",
    "human rights officer",
    "remedy",
  ],
];

export const ours: readonly [string, string][] = [
  [
    "Send the clause on sites of production that later tenders will carry, half a year ahead",
    "what is coming in tenders",
  ],
  ["Write to the maker of the part together, so that it hears who buys what it makes", "leverage"],
  [
    "Say in writing who sees the list of sites, and for how long we keep it",
    "how information is kept",
  ],
];

export const reasons: readonly [string, ...string[]] = [
  "the maker of the part answers only through its importer",
  "the person who knows was on leave",
  "two lists contradicted each other and had to be compared",
  "our lawyers had to agree to what may be shown",
];

export const obstacles: readonly [number, number, NonNullable<PlannedMeeting["obstacle"]>][] = [
  [
    0,
    1,
    {
      who: "Maker of the battery cells",
      kind: "will_not_say",
      product: "traction battery",
      text: "It answers that its sites are a secret of its trade, and gives no other reason.",
      resolvedOn: "2024-11-05",
      resolution: "It named two sites after six buyers had written to it together.",
    },
  ],
  [
    1,
    1,
    {
      who: "Maker of the seats",
      kind: "confidentiality",
      product: "seat frames",
      text: "The contract forbids the car maker to name it to third parties.",
      resolvedOn: null,
      resolution: null,
    },
  ],
  [
    2,
    0,
    {
      who: "Maker of the wiring harness",
      kind: "no_contract_with_them",
      product: "wiring harness",
      text: "It supplies the maker of the door modules; the bus maker has no contract with it and no answer.",
      resolvedOn: null,
      resolution: null,
    },
  ],
  [
    3,
    2,
    {
      who: "Importer of control units",
      kind: "does_not_know",
      product: "control unit",
      text: "It buys from three firms in turn and does not know which of them made what is in our cars.",
      resolvedOn: "2025-02-11",
      resolution: "From the next model year the label on the part says who made it.",
    },
  ],
  [
    5,
    1,
    {
      who: "Maker of the battery cells",
      kind: "law_forbids",
      product: "traction battery",
      text: "It says that a law where it sits forbids giving lists of workers' dormitories abroad.",
      resolvedOn: null,
      resolution: null,
    },
  ],
];

export const threads: ReadonlyMap<number, NonNullable<PlannedSeries["thread"]>> = new Map([
  [
    0,
    {
      title: "Unpaid overtime at a maker of wiring harnesses",
      openedOn: "2024-02-01",
      closedOn: "2025-03-04",
      outcome:
        "Workers were paid what was owed for eleven months. Their representatives agreed to the sum and confirmed that it came.",
    },
  ],
  [
    1,
    {
      title: "Fees that migrant workers paid to get work at a maker of seats",
      openedOn: "2024-05-14",
      closedOn: null,
      outcome: null,
    },
  ],
]);

export const said: readonly [string, string][] = [
  ["The questions came early enough to ask our purchasing.", "Fewer subjects in one hour."],
  ["Somebody came who could decide.", "Send the minutes sooner."],
  ["We heard what workers said, not only what the audit says.", ""],
  ["It was said plainly what is not known.", "Bring the buyer who places the orders."],
];

/** What a meeting was about: the first asks where things are made, later ones begin with what was promised. */
export function topicsOf(at: number, k: number, n: number, makes: string, hasThread: boolean) {
  const where = {
    side: "buyers",
    source: "question_pack",
    title: `Where our ${makes} are made`,
    detail:
      "Which site put together each model we bought, and who can name the makers of its parts.",
    said: "The final assembly is named. How far up it can be seen was told honestly, with the step at which knowledge ends.",
    inThread: false,
  } as const;
  const asked = {
    side: "counterpart",
    source: "free",
    title: "What becomes of the information we give",
    detail: "Who sees the list, and what happens when something is found at one of the sites.",
    said: "It stays with the buyers of the programme and their monitors. Whoever is on the list hears of a finding before anybody else does.",
    inThread: false,
  } as const;
  const hours = {
    side: "buyers",
    source: "question_pack",
    title: "Working hours at makers of parts",
    detail: "Hours in the busiest month, and what workers say of the records.",
    said: "The audits say that hours are kept. What workers told the monitors says otherwise; nobody had shown this to the maker before.",
    inThread: false,
  } as const;
  const followUp = {
    side: "buyers",
    source: "open_commitment",
    title: "What was promised last time",
    detail: "Each promise of both sides, one by one.",
    said: "Read out one by one. Dates that moved were written down with the reason.",
    inThread: false,
  } as const;
  const remedy = {
    side: "buyers",
    source: "free",
    title: "Steps agreed with the workers",
    detail: "What they receive, when, and who on their side agreed to it.",
    said: "The next step has a date. Workers' representatives were heard before the meeting and will be asked again before it is called done.",
    inThread: true,
  } as const;
  if (k === 0) return at % 3 === 0 ? [where, asked] : [where];
  if (hasThread && k >= 2) return [followUp, remedy];
  return k === n - 1 ? [followUp, hours] : [followUp, where, ...(at % 2 === 0 ? [asked] : [])];
}
