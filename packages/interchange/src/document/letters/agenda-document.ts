/** The agenda of one meeting, sent ahead so that both sides can prepare. */
import type { IsoDate } from "@throughline/domain";
import type { DocumentBlock, DocumentContent, RichText } from "../document-content.ts";
import type { BothSides } from "./invitation-letter.ts";
import {
  attendeeTable,
  dayIn,
  listUnder,
  mailRuns,
  namesOf,
  replyTo,
  sayMeetingTime,
  sayPlace,
} from "./letter-party.ts";
import type { LetterAbout, LetterAttendee, MeetingPlace, MeetingTime } from "./letter-party.ts";
import { sayAll, sayLetterIn } from "./letter-texts.ts";
import type { SayLetter } from "./letter-texts.ts";

/** One meeting as the letters name it. */
export interface MeetingInLetter {
  readonly title: string;
  readonly series: string;
  readonly number: number;
  readonly time: MeetingTime;
  readonly place: MeetingPlace;
}

export interface AgendaTopic {
  readonly title: string;
  /** What on record it is about: "clause 14.2, due since 3 March 2026". */
  readonly about?: string;
  readonly why?: string;
  /** Organisation whose topic it is. */
  readonly broughtBy: string;
  /** Who prepares what. */
  readonly brings: readonly { readonly organisation: string; readonly what: string }[];
  readonly questions: readonly string[];
  readonly minutes: number | null;
}

export interface AgendaPaper {
  readonly title: string;
  readonly from: string;
  readonly link?: string;
}

export interface Agenda extends LetterAbout {
  readonly meeting: MeetingInLetter;
  readonly purpose: string;
  /** One or two. */
  readonly focus: readonly string[];
  readonly hopes: BothSides;
  readonly topics: readonly AgendaTopic[];
  readonly papers: readonly AgendaPaper[];
  readonly attendees: readonly LetterAttendee[];
  /** What did not fit, and why. */
  readonly keptForNextTime: readonly { readonly title: string; readonly why: string }[];
  /** Until when topics can be added. */
  readonly addBy: IsoDate | null;
}

/** When, where and who, as the agenda and the confirmation both begin. */
export function meetingFacts(
  about: LetterAbout,
  meeting: MeetingInLetter,
  say: SayLetter,
): readonly { readonly name: string; readonly value: RichText }[] {
  const buyers = sayAll(namesOf(about.buyers), say);
  return [
    { name: say("meeting.when"), value: sayMeetingTime(meeting.time, about.language) },
    { name: say("meeting.where"), value: sayPlace(meeting.place, say) },
    {
      name: say("meeting.with"),
      value: say("meeting.parties", { buyers, counterpart: about.counterpart.organisation }),
    },
  ];
}

function topicBlocks(topic: AgendaTopic, number: number, say: SayLetter): DocumentBlock[] {
  const facts: { name: string; value: RichText }[] = [];
  if (topic.about !== undefined) facts.push({ name: say("agenda.about"), value: topic.about });
  if (topic.why !== undefined) facts.push({ name: say("agenda.why"), value: topic.why });
  facts.push({ name: say("agenda.brought_by"), value: topic.broughtBy });
  for (const { organisation, what } of topic.brings)
    facts.push({ name: say("agenda.brings", { who: organisation }), value: what });
  if (topic.minutes !== null)
    facts.push({
      name: say("agenda.time"),
      value: say("minutes", { number: String(topic.minutes) }),
    });
  return [
    {
      kind: "heading",
      level: 2,
      text: say("agenda.topic", { number: String(number), title: topic.title }),
    },
    { kind: "facts", facts },
    ...listUnder(say("agenda.questions"), 3, topic.questions),
  ];
}

function papersBlock(papers: readonly AgendaPaper[], say: SayLetter): DocumentBlock[] {
  return [
    { kind: "heading", level: 1, text: say("agenda.papers") },
    {
      kind: "table",
      about: say("agenda.papers"),
      columns: [
        { heading: say("agenda.paper"), share: 5 },
        { heading: say("agenda.paper.from"), share: 3 },
      ],
      rows: papers.map(({ title, from, link }) => [
        [{ text: title, ...(link === undefined ? {} : { link }) }],
        from,
      ]),
      whenEmpty: say("agenda.papers.none"),
    },
  ];
}

/**
 * Lays an agenda out.
 *
 * @returns what `writeDocx` and `writePdf` take
 * @throws RangeError when the meeting's time is no instant, or its time zone none
 * @example
 * await writePdf(agendaDocument(agenda));
 */
export function agendaDocument(agenda: Agenda): DocumentContent {
  const say = sayLetterIn(agenda.language);
  const { meeting, buyers } = agenda;
  const mailbox = replyTo(buyers);
  const hopes: readonly DocumentBlock[] =
    agenda.hopes.buyers.length + agenda.hopes.counterpart.length === 0
      ? []
      : [
          { kind: "heading", level: 1, text: say("agenda.hopes") },
          ...listUnder(sayAll(namesOf(buyers), say), 2, agenda.hopes.buyers),
          ...listUnder(agenda.counterpart.organisation, 2, agenda.hopes.counterpart),
        ];
  const add =
    agenda.addBy === null
      ? say("agenda.add.undated", { mailbox })
      : say("agenda.add.text", { day: dayIn(agenda.language)(agenda.addBy), mailbox });
  return {
    kind: "agenda",
    language: agenda.language,
    title: say("agenda.title", { title: meeting.title }),
    subtitle: say("meeting.number", { series: meeting.series, number: String(meeting.number) }),
    sender: namesOf(buyers),
    ...(agenda.place === undefined ? {} : { place: agenda.place }),
    date: agenda.date,
    ...(agenda.reference === undefined ? {} : { reference: agenda.reference }),
    blocks: [
      {
        kind: "facts",
        facts: [
          ...meetingFacts(agenda, meeting, say),
          { name: say("meeting.purpose"), value: agenda.purpose },
          ...(agenda.focus.length === 0
            ? []
            : [{ name: say("meeting.focus"), value: sayAll(agenda.focus, say) }]),
        ],
      },
      ...hopes,
      { kind: "heading", level: 1, text: say("agenda.topics") },
      ...(agenda.topics.length === 0
        ? [{ kind: "paragraph" as const, text: say("agenda.topics.none") }]
        : agenda.topics.flatMap((topic, index) => topicBlocks(topic, index + 1, say))),
      ...listUnder(
        say("agenda.later"),
        1,
        agenda.keptForNextTime.map(({ title, why }) => say("agenda.later.item", { title, why })),
      ),
      ...papersBlock(agenda.papers, say),
      { kind: "heading", level: 1, text: say("meeting.attending") },
      attendeeTable(agenda.attendees, say("meeting.attending"), say),
      { kind: "note", title: say("agenda.add"), text: mailRuns(add, mailbox) },
    ],
    drawnUp: { by: buyers[0]?.organisation ?? "", from: agenda.drawnUpFrom },
  };
}
