/** What was agreed, in writing, after a meeting: the minutes by topic and the promises of both sides, to be confirmed. */
import type { IsoDate } from "@throughline/domain";
import type { DocumentBlock, DocumentContent, RichText } from "../document-content.ts";
import { meetingFacts } from "./agenda-document.ts";
import type { MeetingInLetter } from "./agenda-document.ts";
import {
  addresseeLines,
  attendeeTable,
  dayIn,
  mailRuns,
  namesOf,
  replyTo,
  sayMeetingTime,
  senderLines,
} from "./letter-party.ts";
import type { LetterAbout, LetterAttendee, MeetingTime } from "./letter-party.ts";
import { sayLetterIn } from "./letter-texts.ts";
import type { SayLetter } from "./letter-texts.ts";

export interface MinutesOfTopic {
  readonly title: string;
  /** What was said, by side where it matters; never by person. */
  readonly said: readonly string[];
  readonly agreed: readonly string[];
}

/** A promise of either side. */
export interface CommitmentInLetter {
  /** Organisation that owes it, and the role there. */
  readonly who: string;
  readonly role?: string;
  readonly what: string;
  readonly about?: string;
  readonly by: IsoDate | null;
}

export interface Confirmation extends LetterAbout {
  readonly meeting: MeetingInLetter;
  readonly heldOn: IsoDate;
  readonly attendees: readonly LetterAttendee[];
  readonly minutes: readonly MinutesOfTopic[];
  /** Of both sides. */
  readonly commitments: readonly CommitmentInLetter[];
  /** Earlier ones and how they stand, in a sentence: "Kept on 3 March 2027", "Moved once; due 1 June 2027". */
  readonly earlier: readonly (Pick<CommitmentInLetter, "who" | "what"> & {
    readonly stands: string;
  })[];
  readonly obstacles: readonly { readonly who: string; readonly what: string }[];
  readonly next: MeetingTime | null;
  /** Where it is confirmed or corrected: a link with a code of its own, or by mail alone. */
  readonly confirmLink?: string;
  readonly confirmBy: IsoDate | null;
}

function minutesBlocks(confirmation: Confirmation, say: SayLetter): DocumentBlock[] {
  return [
    { kind: "heading", level: 1, text: say("confirmation.minutes") },
    ...confirmation.minutes.flatMap((topic): DocumentBlock[] => {
      const items: RichText[] = [
        ...topic.said,
        ...topic.agreed.map((what) => [{ text: say("confirmation.agreed", { what }), bold: true }]),
      ];
      return [
        { kind: "heading", level: 2, text: topic.title },
        items.length === 0
          ? { kind: "paragraph", text: say("forum.points.none") }
          : { kind: "list", numbered: false, items },
      ];
    }),
  ];
}

function promiseRow(
  confirmation: Confirmation,
  one: CommitmentInLetter,
  say: SayLetter,
): RichText[] {
  return [
    [{ text: one.who, bold: true }, { text: one.role === undefined ? "" : `\n${one.role}` }],
    one.about === undefined
      ? one.what
      : say("confirmation.promises.about", { what: one.what, about: one.about }),
    one.by === null ? "–" : dayIn(confirmation.language)(one.by),
  ];
}

function promiseBlocks(confirmation: Confirmation, say: SayLetter): DocumentBlock[] {
  const { commitments, earlier, obstacles } = confirmation;
  const who = { heading: say("confirmation.promises.who"), share: 3 };
  const what = { heading: say("confirmation.promises.what"), share: 5 };
  return [
    { kind: "heading", level: 1, text: say("confirmation.promises") },
    {
      kind: "table",
      about: say("confirmation.promises"),
      columns: [who, what, { heading: say("confirmation.promises.when"), share: 2.2 }],
      rows: commitments.map((one) => promiseRow(confirmation, one, say)),
      whenEmpty: say("confirmation.promises.none"),
    },
    ...(earlier.length === 0
      ? []
      : [
          { kind: "heading" as const, level: 1 as const, text: say("confirmation.earlier") },
          {
            kind: "table" as const,
            about: say("confirmation.earlier"),
            columns: [who, what, { heading: say("confirmation.earlier.stands"), share: 3 }],
            rows: earlier.map((one) => [one.who, one.what, one.stands]),
            whenEmpty: "",
          },
        ]),
    ...(obstacles.length === 0
      ? []
      : [
          { kind: "heading" as const, level: 1 as const, text: say("confirmation.obstacles") },
          {
            kind: "table" as const,
            about: say("confirmation.obstacles"),
            columns: [
              { heading: say("confirmation.obstacles.who"), share: 3 },
              { heading: say("confirmation.obstacles.what"), share: 6 },
            ],
            rows: obstacles.map((one) => [one.who, one.what]),
            whenEmpty: "",
          },
        ]),
  ];
}

function confirmText(confirmation: Confirmation, say: SayLetter): RichText {
  const { confirmLink, confirmBy, language } = confirmation;
  const mailbox = replyTo(confirmation.buyers);
  const mail = mailRuns(
    say(
      confirmLink === undefined ? "confirmation.confirm.mail_only" : "confirmation.confirm.mail",
      {
        mailbox,
      },
    ),
    mailbox,
  );
  const rest = [
    confirmBy === null ? "" : say("confirmation.confirm.by", { day: dayIn(language)(confirmBy) }),
    say("confirmation.confirm.rule"),
  ].filter((text) => text !== "");
  return [
    ...(confirmLink === undefined
      ? []
      : [
          { text: say("confirmation.confirm.link") },
          { text: say("confirmation.confirm.link_label"), link: confirmLink },
          { text: ". " },
        ]),
    ...(typeof mail === "string" ? [{ text: mail }] : mail),
    { text: ` ${rest.join(" ")}` },
  ];
}

/**
 * Lays a confirmation out as a letter of the leading buyer.
 *
 * @returns what `writeDocx` and `writePdf` take
 * @throws RangeError when a time is no instant, or its time zone none
 * @example
 * await writePdf(confirmationLetter(confirmation));
 */
export function confirmationLetter(confirmation: Confirmation): DocumentContent {
  const say = sayLetterIn(confirmation.language);
  const { buyers, counterpart, meeting } = confirmation;
  const lead = buyers[0] ?? counterpart;
  const day = dayIn(confirmation.language)(confirmation.heldOn);
  return {
    kind: "confirmation",
    language: confirmation.language,
    title: say("confirmation.title", { day }),
    subtitle: say("meeting.number", { series: meeting.series, number: String(meeting.number) }),
    sender: senderLines(lead),
    addressee: addresseeLines(counterpart),
    ...(confirmation.place === undefined ? {} : { place: confirmation.place }),
    date: confirmation.date,
    ...(confirmation.reference === undefined ? {} : { reference: confirmation.reference }),
    blocks: [
      {
        kind: "paragraph",
        text: say("confirmation.greeting", { counterpart: counterpart.organisation }),
      },
      { kind: "paragraph", text: say("confirmation.thanks", { day }) },
      { kind: "facts", facts: meetingFacts(confirmation, meeting, say) },
      { kind: "heading", level: 1, text: say("meeting.took_part") },
      attendeeTable(confirmation.attendees, say("meeting.took_part"), say),
      ...minutesBlocks(confirmation, say),
      ...promiseBlocks(confirmation, say),
      ...(confirmation.next === null
        ? []
        : [
            { kind: "heading" as const, level: 1 as const, text: say("confirmation.next") },
            {
              kind: "paragraph" as const,
              text: sayMeetingTime(confirmation.next, confirmation.language),
            },
          ]),
      { kind: "note", title: say("confirmation.confirm"), text: confirmText(confirmation, say) },
      { kind: "paragraph", text: say("confirmation.close") },
      {
        kind: "signatures",
        signatures: namesOf(buyers).map((organisation, index) => {
          const { role, name } = buyers[index] ?? {};
          return {
            organisation,
            ...(role === undefined ? {} : { role }),
            ...(name === undefined ? {} : { name }),
          };
        }),
      },
    ],
    drawnUp: { by: lead.organisation, from: confirmation.drawnUpFrom },
  };
}
