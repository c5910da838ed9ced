/**
 * The invitation to a dialogue, as public buyers and those who advise them recommend it: purpose first, the hoped-for outcome
 * of each side, one or two issues, what each brings, who should come, how information is protected. One brand at a time.
 */
import type { IsoDate, SeriesBasis } from "@throughline/domain";
import type { DocumentBlock, DocumentContent } from "../document-content.ts";
import { sayAll, sayLetterIn } from "./letter-texts.ts";
import type { SayLetter } from "./letter-texts.ts";
import {
  addresseeLines,
  dayIn,
  listUnder,
  mailRuns,
  namesOf,
  replyTo,
  sayMeetingTime,
  senderLines,
} from "./letter-party.ts";
import type { LetterAbout, MeetingTime } from "./letter-party.ts";

export interface LetterIssue {
  readonly title: string;
  readonly why: string;
}

/** What each side hopes for, or brings. */
export interface BothSides {
  readonly buyers: readonly string[];
  readonly counterpart: readonly string[];
}

export interface Invitation extends LetterAbout {
  readonly basis: SeriesBasis;
  /** What the basis is, in words that follow "What connects us is": "contract WH-2026-07, laptops and peripherals". */
  readonly basisAbout: string;
  readonly purpose: string;
  /** One or two. */
  readonly issues: readonly LetterIssue[];
  readonly hopes: BothSides;
  readonly brings: BothSides;
  /** What whoever attends should know and may decide. */
  readonly attendee: { readonly mandate: readonly string[]; readonly topics: readonly string[] };
  /** Besides what always holds: further promises on how information is protected. */
  readonly protection: readonly string[];
  readonly times: readonly MeetingTime[];
  /** Months between meetings; `null`: as needed. */
  readonly cadenceMonths: number | null;
  readonly replyBy: IsoDate | null;
  /** With lines to sign by hand. */
  readonly toSign: boolean;
}

function minutesOf(time: MeetingTime): number {
  return Math.round((Date.parse(time.endsAt) - Date.parse(time.startsAt)) / 60_000);
}

function opening(invitation: Invitation, say: SayLetter): DocumentBlock[] {
  const { buyers, counterpart } = invitation;
  const names = namesOf(buyers);
  const count = (["one", "two"] as const)[invitation.issues.length - 1] ?? "more";
  const together = say("invitation.together", {
    buyers: sayAll(names, say),
    lead: names[0] ?? "",
  });
  return [
    {
      kind: "paragraph",
      text: say("invitation.greeting", { counterpart: counterpart.organisation }),
    },
    {
      kind: "paragraph",
      text: say(`invitation.basis.${invitation.basis}`, { about: invitation.basisAbout }),
    },
    ...(names.length > 1 ? [{ kind: "paragraph" as const, text: together }] : []),
    { kind: "heading", level: 1, text: say("invitation.why") },
    { kind: "paragraph", text: invitation.purpose },
    {
      kind: "heading",
      level: 1,
      text: say(`invitation.issues.${count}`),
    },
    {
      kind: "list",
      numbered: false,
      items: invitation.issues.map(({ title, why }) => [
        { text: title, bold: true },
        { text: why === "" ? "" : `. ${why}` },
      ]),
    },
    {
      kind: "paragraph",
      text: say(`invitation.issues.keep.${count === "one" ? "one" : "more"}`),
    },
  ];
}

function whatEachSide(invitation: Invitation, say: SayLetter): DocumentBlock[] {
  const { hopes, brings } = invitation;
  return [
    { kind: "heading", level: 1, text: say("invitation.hopes") },
    ...listUnder(say("invitation.hopes.buyers"), 2, hopes.buyers),
    ...(hopes.counterpart.length === 0
      ? [{ kind: "paragraph" as const, text: say("invitation.hopes.none") }]
      : listUnder(say("invitation.hopes.counterpart"), 2, hopes.counterpart)),
    ...(brings.buyers.length + brings.counterpart.length === 0
      ? []
      : [
          { kind: "heading" as const, level: 1 as const, text: say("invitation.brings") },
          ...listUnder(say("invitation.brings.buyers"), 2, brings.buyers),
          ...listUnder(say("invitation.brings.counterpart"), 2, brings.counterpart),
        ]),
  ];
}

function whoAttends(invitation: Invitation, say: SayLetter): DocumentBlock[] {
  const { mandate, topics } = invitation.attendee;
  return [
    { kind: "heading", level: 1, text: say("invitation.attend") },
    {
      kind: "paragraph",
      text: say("invitation.attend.ask", { counterpart: invitation.counterpart.organisation }),
    },
    { kind: "list", numbered: false, items: [...mandate, ...topics] },
    { kind: "paragraph", text: say("invitation.attend.pass") },
  ];
}

function protection(invitation: Invitation, say: SayLetter): DocumentBlock[] {
  const { buyers, counterpart } = invitation;
  const foi = namesOf(buyers.filter((buyer) => buyer.foi === true));
  const readers = sayAll([...namesOf(buyers), counterpart.organisation], say);
  const promises = [
    say("invitation.protect.alone"),
    say("invitation.protect.record", { readers }),
    say("invitation.protect.prices"),
    say("invitation.protect.tender"),
    ...(foi.length === 0
      ? []
      : [
          say(foi.length === 1 ? "invitation.protect.foi.one" : "invitation.protect.foi.more", {
            buyers: sayAll(foi, say),
          }),
        ]),
    ...invitation.protection,
  ];
  return [...listUnder(say("invitation.protect"), 1, promises)];
}

function whenToMeet(invitation: Invitation, say: SayLetter): DocumentBlock[] {
  const { times, cadenceMonths, language, replyBy } = invitation;
  const [first] = times;
  const mailbox = replyTo(invitation.buyers);
  const reply =
    replyBy === null
      ? say("invitation.when.reply_undated", { mailbox })
      : say("invitation.when.reply", { day: dayIn(language)(replyBy), mailbox });
  return [
    { kind: "heading", level: 1, text: say("invitation.when") },
    ...(first === undefined
      ? [{ kind: "paragraph" as const, text: say("invitation.when.open") }]
      : [
          {
            kind: "paragraph" as const,
            text: say("invitation.when.choose", {
              minutes: say("minutes", { number: String(minutesOf(first)) }),
            }),
          },
          {
            kind: "list" as const,
            numbered: false,
            items: times.map((time) => sayMeetingTime(time, language)),
          },
        ]),
    ...(cadenceMonths === null
      ? []
      : [
          {
            kind: "paragraph" as const,
            text: say("invitation.when.cadence", { months: String(cadenceMonths) }),
          },
        ]),
    { kind: "paragraph", text: mailRuns(reply, mailbox) },
    { kind: "paragraph", text: say("invitation.close") },
  ];
}

/** A title within a sentence: a capital that only begins it goes, one of an abbreviation stays. English. */
function withinSentence(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/**
 * Lays an invitation out as a letter of the first buyer, signed by all of them.
 *
 * @returns what `writeDocx` and `writePdf` take
 * @throws RangeError when a proposed time is no instant, or its time zone none
 * @example
 * await writeDocx(invitationLetter(invitation));
 */
export function invitationLetter(invitation: Invitation): DocumentContent {
  const say = sayLetterIn(invitation.language);
  const { buyers, counterpart } = invitation;
  const lead = buyers[0] ?? counterpart;
  return {
    kind: "letter",
    language: invitation.language,
    title: say("invitation.title", {
      issues: sayAll(
        invitation.issues.map((issue) => withinSentence(issue.title)),
        say,
      ),
    }),
    subtitle: say("invitation.parties", {
      buyers: namesOf(buyers).join(", "),
      counterpart: counterpart.organisation,
    }),
    sender: senderLines(lead),
    addressee: addresseeLines(counterpart),
    ...(invitation.place === undefined ? {} : { place: invitation.place }),
    date: invitation.date,
    ...(invitation.reference === undefined ? {} : { reference: invitation.reference }),
    blocks: [
      ...opening(invitation, say),
      ...whatEachSide(invitation, say),
      ...whoAttends(invitation, say),
      ...protection(invitation, say),
      ...whenToMeet(invitation, say),
      {
        kind: "signatures",
        signatures: buyers.map(({ organisation, role, name }) => ({
          organisation,
          ...(role === undefined ? {} : { role }),
          ...(name === undefined ? {} : { name }),
          toSign: invitation.toSign,
        })),
      },
    ],
    drawnUp: { by: lead.organisation, from: invitation.drawnUpFrom },
  };
}
