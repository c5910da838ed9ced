/** Invented letters of each kind, with everything in them that can be. */
import { defaultBandScheme } from "@throughline/domain";
import type { KpiPublication, PublishedFigure } from "@throughline/domain";
import type { Agenda } from "./agenda-document.ts";
import type { Confirmation } from "./confirmation-letter.ts";
import type { Forum } from "./forum-summary.ts";
import type { Invitation } from "./invitation-letter.ts";
import type { LetterAbout } from "./letter-party.ts";

const about: LetterAbout = {
  language: "en-GB",
  date: "2026-11-20",
  place: "Northbridge",
  reference: "WH-2026-07",
  drawnUpFrom: "the record of the series “Working hours at final assembly”",
  buyers: [
    {
      organisation: "Northbridge University",
      address: ["Procurement, 1 College Road", "Northbridge NB1 2AB"],
      mailbox: "responsible.procurement@northbridge.example",
      role: "Responsible-procurement officer",
      foi: true,
    },
    { organisation: "City of Sandholm", role: "Head of procurement", foi: true },
    { organisation: "Cedar IT", role: "Sustainability manager" },
  ],
  counterpart: {
    organisation: "Aster Computing SE",
    is: "brand",
    role: "Human rights in the supply chain",
    address: ["Lindenstraße 12, 10969 Berlin, Germany"],
    mailbox: "human-rights@aster.example",
  },
};

const meeting = {
  title: "Working hours at three sites",
  series: "Working hours at final assembly",
  number: 2,
  time: {
    startsAt: "2027-01-12T10:00:00Z",
    endsAt: "2027-01-12T11:30:00Z",
    timeZone: "Europe/London",
  },
  place: { form: "online", where: "meet.example/abc", link: "https://meet.example/abc" },
} as const;

const hopes = {
  buyers: [
    "An agreed picture of working hours at the three sites that assemble what we buy",
    "Two improvements that workers at these sites would notice within a year",
  ],
  counterpart: [
    "To be asked once, by all of us, and in one form",
    "To know early what tenders will ask",
  ],
};

export const invitation: Invitation = {
  ...about,
  basis: "contract",
  basisAbout:
    "contract WH-2026-07, laptops and peripherals, under which Cedar IT supplies your products to us",
  purpose:
    "We would like to understand together how long people work where our laptops are assembled, what keeps hours long, and what each of us can change. Excessive overtime is often linked to low wages, so the one is rarely mended without the other. What we buy, when we order and how we forecast may be part of the cause; we would like to hear that, too.",
  issues: [
    {
      title: "Working hours",
      why: "They are a systemic issue of the sector; every brand and product is affected.",
    },
    { title: "Wages", why: "Long hours often make up for wages that would not do." },
  ],
  hopes,
  brings: {
    buyers: [
      "Our order forecasts for the next four quarters",
      "What workers told an independent monitor, as far as they agreed to it",
    ],
    counterpart: [
      "Hours by week at the three sites, as you hold them",
      "What you have tried, and what did not work",
    ],
  },
  attendee: {
    mandate: ["may agree on steps and dates, or knows who may"],
    topics: ["knows working time and wages at your final assembly sites"],
  },
  protection: ["What you mark as confidential stays in this series until you release it."],
  times: [
    meeting.time,
    { startsAt: "2027-01-19T13:00:00Z", endsAt: "2027-01-19T14:30:00Z", timeZone: "Europe/London" },
  ],
  cadenceMonths: 6,
  replyBy: "2026-12-11",
  toSign: true,
};

export const agenda: Agenda = {
  ...about,
  meeting,
  purpose: "To agree on a picture of working hours and on first steps.",
  focus: ["working hours", "wages"],
  hopes,
  topics: [
    {
      title: "Sites of the IdeaLine 3",
      about: "One of seven possible sites makes it; Cedar IT has not answered since 3 March 2026.",
      why: "While it is not known where it is made, nobody can look at hours there.",
      broughtBy: "Northbridge University",
      brings: [
        { organisation: "Northbridge University", what: "The label text and the order numbers" },
        { organisation: "Aster Computing SE", what: "The site for each order" },
      ],
      questions: [
        "Which of the seven sites made the units of order 4711?",
        "What would make it possible to say so with each delivery?",
      ],
      minutes: 25,
    },
    {
      title: "Overtime in peak weeks",
      why: "Two sites reported more than 60 hours in nine of twelve weeks.",
      broughtBy: "Aster Computing SE",
      brings: [],
      questions: [],
      minutes: 40,
    },
  ],
  papers: [
    { title: "Working hours by week, Suzhou, second half of 2026", from: "Aster Computing SE" },
    {
      title: "Conditions of contract, clause 14",
      from: "Northbridge University",
      link: "https://northbridge.example/conditions",
    },
  ],
  attendees: [
    {
      organisation: "Northbridge University",
      role: "Responsible-procurement officer",
      topics: ["contract", "traceability"],
    },
    {
      organisation: "Aster Computing SE",
      role: "Human rights in the supply chain",
      topics: ["working hours", "wages"],
    },
  ],
  keptForNextTime: [{ title: "Recycling", why: "two issues are enough for one meeting" }],
  addBy: "2027-01-05",
};

export const confirmation: Confirmation = {
  ...about,
  date: "2027-01-14",
  meeting,
  heldOn: "2027-01-12",
  attendees: agenda.attendees,
  minutes: [
    {
      title: "Sites of the IdeaLine 3",
      said: [
        "Aster explained that orders move between two sites by week.",
        "The buyers asked for the site with each delivery note.",
      ],
      agreed: ["Aster names the site of each past order."],
    },
    {
      title: "Overtime in peak weeks",
      said: ["Aster sees late changes of orders as one of the causes."],
      agreed: [],
    },
  ],
  commitments: [
    {
      who: "Aster Computing SE",
      role: "Human rights in the supply chain",
      what: "Name the site of each order since March 2026",
      about: "Sites of the IdeaLine 3",
      by: "2027-02-26",
    },
    {
      who: "Northbridge University",
      role: "Responsible-procurement officer",
      what: "Share order forecasts for four quarters",
      by: "2027-01-29",
    },
    {
      who: "City of Sandholm",
      what: "Ask its departments not to change orders within six weeks of delivery",
      by: null,
    },
  ],
  earlier: [
    {
      who: "Aster Computing SE",
      what: "Send working hours by week for Suzhou",
      stands: "Kept late, on 4 January 2027; due 15 December 2026.",
    },
  ],
  obstacles: [
    {
      who: "A maker of batteries",
      what: "Will not name its sites: its contract with Aster says nothing of it.",
    },
  ],
  next: {
    startsAt: "2027-07-06T09:00:00Z",
    endsAt: "2027-07-06T10:30:00Z",
    timeZone: "Europe/London",
  },
  confirmLink: "https://hub.example/confirm/7GQ2-M9XK",
  confirmBy: "2027-01-28",
};

export const forum: Forum = {
  language: "en-GB",
  title: "Public buyers and resellers, fourth meeting",
  date: "2026-11-20",
  heldOn: "2026-11-12",
  drawnUpFrom: "the notes and the idea board of the meeting",
  convenors: ["Hub of the North", "Fair Devices Pact"],
  introduction: [
    "The meeting looked at which levers buyers and resellers have, and how to use them together.",
  ],
  persons: 15,
  institutions: [
    { name: "Northbridge University", agreedToBeNamed: true },
    { name: "Cedar IT", agreedToBeNamed: true },
    { name: "Secret Borough", agreedToBeNamed: false },
    { name: "City of Sandholm", agreedToBeNamed: true },
  ],
  questions: [
    {
      question: "Which levers do contracts give?",
      points: [
        "Yearly updates of disclosed sites before a contract is extended.",
        "Requirements that grow over time, told early.",
      ],
    },
    { question: "What should happen next?", points: [] },
  ],
  next: ["A template invitation to brands is drafted by the convenors."],
  ideas: [
    {
      text: "Ask the ecolabels to make some social criteria mandatory",
      votes: 9,
      comments: ["Together, not one by one."],
      questions: ["Which criteria first?"],
    },
    { text: "Meet brands one by one", votes: 12, comments: [], questions: [] },
    { text: "A shared calendar of tenders", votes: 1, comments: [], questions: [] },
  ],
};

function figure(kpi: string, name: string, over: Partial<PublishedFigure>): PublishedFigure {
  return {
    kpi,
    name,
    formula: "counted / all",
    unit: "%",
    from: "2026-01-01",
    to: "2026-12-31",
    basis: "computed",
    numerator: 4,
    denominator: 6,
    value: 66.666,
    target: { number: 90, words: null },
    band: "requires_improvement",
    bandLabel: "Requires improvement",
    says: "4 of 6 products are traced.",
    heldBack: false,
    ...over,
  };
}

export const publication: KpiPublication = {
  format: "throughline-kpis/1",
  publisher: "Northbridge University",
  contract: {
    reference: "WH-2026-07",
    title: "Laptops and peripherals 2026–2029",
    buyer: "Northbridge University",
    supplier: "Cedar IT",
    invented: true,
  },
  year: 2026,
  asOf: "2027-01-31",
  supplierConduct: [
    figure("T10", "Product traceability", {
      formula: "products linked to a specific factory / products sold",
    }),
    figure("R1", "Response time to buyer query", {
      unit: "working days (median)",
      numerator: 7,
      denominator: 9,
      value: 6,
      target: { number: 10, words: null },
      band: "good",
      bandLabel: "Good",
      says: "Half of 7 answers came within 6 working days; 2 questions are unanswered.",
      formula: "reply - question date",
    }),
    figure("R3", "Commitments kept", {
      numerator: 0,
      denominator: 0,
      value: null,
      band: "other",
      bandLabel: "Other",
      says: "No commitment was due, so there is nothing to tell.",
      formula: "meeting commitments closed by agreed date / due",
    }),
  ],
  workerOutcomes: [
    figure("C7", "Workers receiving remedy", {
      basis: "entered",
      numerator: null,
      denominator: null,
      value: null,
      heldBack: true,
      target: { number: null, words: null },
      band: "other",
      bandLabel: "Other",
      says: "Held back, since fewer than three persons were counted.",
      formula: "workers remedied / workers identified as affected",
    }),
    figure("L1", "Excessive overtime rate", {
      unit: "% worker-weeks",
      basis: "entered",
      numerator: 120,
      denominator: 480,
      value: 25,
      target: { number: null, words: "fewer each quarter" },
      band: "approaching_target",
      bandLabel: "Approaching target",
      says: "120 of 480 sampled worker-weeks were longer than 60 hours.",
      formula: "worker-weeks over 60 h (or legal limit) / worker-weeks sampled",
    }),
  ],
  ownPractice: [],
  bands: defaultBandScheme,
  replaces: null,
  correction: null,
  publishedAt: "2027-02-01T09:00:00Z",
};
