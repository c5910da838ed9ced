/** Invitation, agenda and confirmation as documents: what is on record, laid out by the letters of `interchange`. */
import type { CommitmentSummary, MinutesContent, Obstacle } from "@throughline/contract";
import { findPack } from "@throughline/dialogue";
import type { DialogueSide, IsoDate } from "@throughline/domain";
import {
  agendaDocument,
  confirmationLetter,
  invitationLetter,
  type Agenda,
  type DocumentContent,
  type Invitation,
  type LetterAttendee,
  type LetterParty,
  type MeetingInLetter,
} from "@throughline/interchange";
import { askedOf, type GatheredPapers } from "./gather-papers.ts";
import { shownPeople } from "./keep-people.ts";
import { sayIssue } from "./meeting-sentences.ts";
import type { PersonRow } from "./people.store.ts";

/** What every document bears. */
function aboutOf(papers: GatheredPapers, date: IsoDate) {
  const { series, buyers, people } = papers;
  const mailbox = people.find(
    ({ side, name, address, by }) =>
      side === "buyers" && name === null && address !== null && by === series.host,
  )?.address;
  const parties = buyers.map((organisation, at): LetterParty => ({
    organisation,
    ...(at === 0 && mailbox !== undefined && mailbox !== null ? { mailbox } : {}),
  }));
  return {
    // Days are said as they are in Europe.
    language: series.language === "en" ? "en-GB" : series.language,
    date,
    drawnUpFrom: `the record of the series “${series.title}”`,
    buyers: parties,
    counterpart: { organisation: series.counterpart, is: series.counterpartRole },
  };
}

function timeOf({ meeting }: GatheredPapers) {
  return {
    startsAt: meeting.startsAt.toISOString(),
    endsAt: meeting.endsAt.toISOString(),
    timeZone: meeting.timeZone,
  };
}

function meetingOf(papers: GatheredPapers): MeetingInLetter {
  const { meeting, series } = papers;
  const place = meeting.place;
  return {
    title: meeting.title,
    series: series.title,
    number: meeting.number,
    time: timeOf(papers),
    place: {
      form: meeting.form,
      ...(place === "" ? {} : { where: place }),
      ...(linkOf(place) === null ? {} : { link: place }),
    },
  };
}

/** The place, where it is an address to join by. */
export function linkOf(place: string): string | null {
  const url = URL.parse(place);
  return url !== null && (url.protocol === "https:" || url.protocol === "http:") ? place : null;
}

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

function bothSides(
  { aims }: GatheredPapers,
  pick: (aim: GatheredPapers["aims"][number]) => string,
): Record<DialogueSide, string[]> {
  const of = (side: DialogueSide): string[] =>
    aims.filter((aim) => aim.side === side).flatMap((aim) => linesOf(pick(aim)));
  return { buyers: of("buyers"), counterpart: of("counterpart") };
}

function attendeesOf({ series }: GatheredPapers, people: readonly PersonRow[]): LetterAttendee[] {
  return people.map(({ side, mine, by, roleTitle, topics }) => ({
    // Somebody asked for by role is the other side's, whoever wrote it down.
    organisation: side === "counterpart" ? series.counterpart : mine ? series.host : by,
    role: roleTitle,
    topics: topics.map(sayIssue),
  }));
}

/** Questions stand below a topic as lines that begin with a hyphen. */
function splitDetail(detail: string): { about: string; questions: string[] } {
  const lines = detail.split("\n");
  const isQuestion = (line: string): boolean => line.startsWith("- ");
  return {
    about: lines
      .filter((line) => !isQuestion(line))
      .join("\n")
      .trim(),
    questions: lines.filter(isQuestion).map((line) => line.slice(2).trim()),
  };
}

export function layAgenda(papers: GatheredPapers, date: IsoDate): DocumentContent {
  const { series, agenda, aims, people } = papers;
  const purpose = aims.find(({ side }) => side === "buyers")?.purpose ?? series.title;
  return agendaDocument({
    ...aboutOf(papers, date),
    meeting: meetingOf(papers),
    purpose,
    focus: series.issues.map(sayIssue),
    hopes: bothSides(papers, ({ hopedOutcome }) => hopedOutcome),
    topics: agenda.map((item): Agenda["topics"][number] => {
      const { about, questions } = splitDetail(item.detail);
      const asked = item.side === "buyers" ? series.counterpart : series.host;
      return {
        title: item.title,
        ...(about === "" ? {} : { about }),
        broughtBy: item.by,
        brings: item.brings === "" ? [] : [{ organisation: asked, what: item.brings }],
        questions,
        minutes: item.minutes,
      };
    }),
    papers: [],
    attendees: attendeesOf(papers, shownPeople(people)),
    keptForNextTime: [],
    addBy: null,
  });
}

export function layInvitation(papers: GatheredPapers, date: IsoDate): DocumentContent {
  const { series, aims, people } = papers;
  const own = aims.find(({ side }) => side === "buyers");
  const asked = askedOf(people);
  const issues = series.issues.map((issue): Invitation["issues"][number] => ({
    title: sayIssue(issue),
    why: findPack(issue)?.about ?? "",
  }));
  return invitationLetter({
    ...aboutOf(papers, date),
    basis: series.basis,
    basisAbout: series.basisTold === "" ? series.title : series.basisTold,
    purpose: own?.purpose ?? series.title,
    issues,
    // What they hope for, they say themselves.
    hopes: { ...bothSides(papers, ({ hopedOutcome }) => hopedOutcome), counterpart: [] },
    brings: {
      ...bothSides(papers, ({ brings }) => brings),
      counterpart: papers.agenda.flatMap(({ side, brings }) =>
        side === "buyers" ? linesOf(brings) : [],
      ),
    },
    attendee: {
      mandate: asked.map(({ roleTitle }) => roleTitle),
      topics: [...new Set(asked.flatMap(({ topics }) => topics))].map(sayIssue),
    },
    protection: linesOf(series.protection),
    times: [timeOf(papers)],
    cadenceMonths: series.cadenceMonths,
    replyBy: null,
    toSign: false,
  });
}

/** What is confirmed beside the meeting itself. */
export interface Confirmed {
  readonly content: MinutesContent;
  readonly promises: readonly CommitmentSummary[];
  /** Earlier ones of the series and how they stand, in neutral words. */
  readonly earlier: readonly {
    readonly who: string;
    readonly what: string;
    readonly stands: string;
  }[];
  readonly obstacles: readonly Obstacle[];
  readonly confirmBy: IsoDate | null;
}

export function layConfirmation(
  papers: GatheredPapers,
  confirmed: Confirmed,
  date: IsoDate,
): DocumentContent {
  const { meeting, people } = papers;
  const { content, promises, earlier, obstacles, confirmBy } = confirmed;
  const came = people.filter(({ id }) => meeting.came.includes(id));
  const summary = linesOf(content.summary);
  return confirmationLetter({
    ...aboutOf(papers, date),
    meeting: meetingOf(papers),
    heldOn: meeting.heldOn ?? date,
    attendees: attendeesOf(papers, came),
    minutes: [
      ...(summary.length === 0 ? [] : [{ title: "In short", said: summary, agreed: [] }]),
      ...content.items.map(({ title, text }) => ({ title, said: linesOf(text), agreed: [] })),
    ],
    commitments: promises.map(({ debtor, what, about, dueOn }) => ({
      who: debtor.name,
      ...(debtor.role === null ? {} : { role: debtor.role }),
      what,
      ...(about === null ? {} : { about }),
      by: dueOn,
    })),
    earlier,
    obstacles: obstacles.map(({ who, text }) => ({ who, what: text })),
    next: null,
    confirmBy,
  });
}
