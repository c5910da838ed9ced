/** Who writes, who is written to, and when they meet: what the letters have in common. */
import type { CounterpartRole, IsoDate, MeetingForm } from "@throughline/domain";
import type { DocumentBlock, RichText } from "../document-content.ts";
import { sayDay } from "../document-texts.ts";
import type { SayLetter } from "./letter-texts.ts";

/** An organisation as it stands in a letter. The mailbox is a role's, such as `csr@aster.example`. */
export interface LetterParty {
  readonly organisation: string;
  readonly address?: readonly string[];
  readonly mailbox?: string;
  /** Role of whoever signs or is written to. */
  readonly role?: string;
  /** Only where the person agreed to be named. */
  readonly name?: string;
  /** Subject to freedom-of-information law. */
  readonly foi?: boolean;
}

export interface LetterCounterpart extends LetterParty {
  readonly is: CounterpartRole;
}

/** What every letter bears. */
export interface LetterAbout {
  /** BCP 47. */
  readonly language: string;
  readonly date: IsoDate;
  readonly place?: string;
  readonly reference?: string;
  /** From what it was drawn up, as it stands at its foot: "the record of the series “Working hours”". */
  readonly drawnUpFrom: string;
  /** Buyers; the first leads. At least one. */
  readonly buyers: readonly LetterParty[];
  readonly counterpart: LetterCounterpart;
}

/** A time to meet, as two instants and the place whose clock they are told by. */
export interface MeetingTime {
  /** `2027-01-12T10:00:00Z` */
  readonly startsAt: string;
  readonly endsAt: string;
  /** IANA, such as `Europe/Oslo`. */
  readonly timeZone: string;
}

export interface MeetingPlace {
  readonly form: MeetingForm;
  readonly where?: string;
  readonly link?: string;
}

/** Somebody of one side who attends: by role, with what they may speak on. */
export interface LetterAttendee {
  readonly organisation: string;
  readonly role: string;
  readonly topics?: readonly string[];
}

/** Sender lines: the first buyer. */
export function senderLines(party: LetterParty): readonly string[] {
  return [party.organisation, ...(party.address ?? []), party.mailbox ?? ""];
}

/** Addressee lines. */
export function addresseeLines(party: LetterParty): readonly string[] {
  return [
    party.organisation,
    party.name ?? "",
    party.role ?? "",
    ...(party.address ?? []),
    party.mailbox ?? "",
  ];
}

/** Names of organisations, in their order. */
export function namesOf(parties: readonly LetterParty[]): readonly string[] {
  return parties.map((party) => party.organisation);
}

/** Where replies go: the leading buyer's mailbox, or its name where there is none. */
export function replyTo(buyers: readonly LetterParty[]): string {
  return buyers[0]?.mailbox ?? buyers[0]?.organisation ?? "";
}

/**
 * "Tuesday 12 January 2027, 11:00 to 12:30 (Europe/Oslo, UTC+1)".
 *
 * @throws RangeError when an instant or the time zone is none
 */
export function sayMeetingTime(time: MeetingTime, language: string): string {
  const { timeZone } = time;
  const start = new Date(time.startsAt);
  const day = new Intl.DateTimeFormat(language, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone,
  }).format(start);
  const clock = new Intl.DateTimeFormat(language, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  });
  const offset = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" })
    .formatToParts(start)
    .find((part) => part.type === "timeZoneName")
    ?.value.replace("GMT", "UTC");
  return `${day}, ${clock.format(start)}–${clock.format(new Date(time.endsAt))} (${timeZone}, ${offset ?? "UTC"})`;
}

/** "Online: meet.example/abc", with the address to click on. */
export function sayPlace(place: MeetingPlace, say: SayLetter): RichText {
  const form = say(`form.${place.form}`);
  const where = place.where ?? place.link;
  if (where === undefined) return form;
  return [
    { text: `${form}: ` },
    { text: where, ...(place.link === undefined ? {} : { link: place.link }) },
  ];
}

/** Who attends, as a table by side. */
export function attendeeTable(
  attendees: readonly LetterAttendee[],
  about: string,
  say: SayLetter,
): DocumentBlock {
  return {
    kind: "table",
    about,
    columns: [
      { heading: say("attendee.organisation"), share: 3 },
      { heading: say("attendee.role"), share: 3 },
      { heading: say("attendee.topics"), share: 4 },
    ],
    rows: attendees.map(({ organisation, role, topics }) => [
      organisation,
      role,
      (topics ?? []).join(", "),
    ]),
    whenEmpty: say("attendee.none"),
  };
}

/** A list under a heading, or nothing. */
export function listUnder(
  heading: string,
  level: 1 | 2 | 3,
  items: readonly RichText[],
): readonly DocumentBlock[] {
  return items.length === 0
    ? []
    : [
        { kind: "heading", level, text: heading },
        { kind: "list", numbered: false, items },
      ];
}

/** A mail address to write to, as a link. */
export function mailRuns(text: string, mailbox: string): RichText {
  const [before = "", after = ""] = text.split(mailbox);
  return mailbox.includes("@")
    ? [{ text: before }, { text: mailbox, link: `mailto:${mailbox}` }, { text: after }]
    : text;
}

/** Says days in a language: "3 March 2027". */
export function dayIn(language: string): (day: IsoDate) => string {
  return (day) => sayDay(day, language);
}
