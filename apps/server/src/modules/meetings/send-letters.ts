/** Letters about a meeting, one an address, in the transaction of what they tell. */
import type { IsoDate } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { queueMail, type MailPart } from "../mail/index.ts";
import { carrySeatLink, howToOpen } from "../dialogues/index.ts";
import { gatherLetter, type GatheredLetter } from "./gather-letter.ts";
import type { PaperParts } from "./gather-papers.ts";
import {
  wordCancellation,
  wordInvitation,
  wordUpdate,
  type Letter,
  type Reader,
} from "./letter-words.en.ts";
import { insertMeetingMail, type MeetingMailKind } from "./meetings.store.ts";
import type { Recipient } from "./recipients.policy.ts";
import { writeDocumentParts, writeInvitationPart } from "./write-papers.ts";

/** What is told of a meeting before it is held. */
export type MeetingNews =
  | { readonly kind: "invitation"; readonly letter: string; readonly again: boolean }
  | { readonly kind: "update" }
  | { readonly kind: "cancellation" };

/** Writes to everybody who is told of the meeting; answers the mails' ids. */
export async function sendLetters(
  work: Work,
  meetingId: string,
  news: MeetingNews,
  parts: PaperParts,
): Promise<string[]> {
  const gathered = await gatherLetter(work, meetingId, parts, {
    wanted: ["meetings"],
    drafts: false,
  });
  const documents = async (): Promise<MailPart[]> =>
    news.kind === "cancellation" ? [] : writeDocumentParts(work, gathered, "agenda");
  return queueLetters(work, gathered, news.kind, {
    documents,
    // Each its own: what address another's seat has is nobody's to read.
    invitation: (recipient) => writeInvitationPart(work, gathered, parts, recipient),
    word: (to) => wordNews(gathered, news, to),
  });
}

/** The words of one letter. */
export function wordNews(
  { facts, meeting }: GatheredLetter,
  news: MeetingNews,
  to: Reader,
): Letter {
  switch (news.kind) {
    case "invitation":
      return wordInvitation(facts, to, news);
    case "update":
      return wordUpdate(facts, to);
    case "cancellation":
      return wordCancellation(facts, to, meeting.cancelledReason ?? "");
  }
}

/** How a recipient is addressed, and how it opens its seat without an account. */
export function readerOf({ name, seat }: Pick<Recipient, "name" | "seat">, today: IsoDate): Reader {
  const opens = seat !== null && seat.expiresOn >= today;
  return { name, howToOpen: opens ? howToOpen(seat.expiresOn) : null };
}

/** What a letter to one recipient is made of. */
export interface LetterMakers {
  /** The same for everybody. */
  readonly documents: () => Promise<readonly MailPart[]>;
  readonly invitation?: (recipient: Recipient) => readonly MailPart[];
  readonly word: (to: Reader, recipient: Recipient) => Letter;
}

/** Queues one mail an address. */
export async function queueLetters(
  work: Work,
  { meeting, recipients }: Pick<GatheredLetter, "meeting" | "recipients">,
  kind: MeetingMailKind,
  { documents, invitation = () => [], word }: LetterMakers,
): Promise<string[]> {
  const mailIds: string[] = [];
  if (recipients.to.length === 0) return mailIds;
  // Written once, whoever gets them.
  const written = await documents();
  for (const recipient of recipients.to) {
    const mailId = await queueMail(work, {
      kind: `meeting_${kind}`,
      toAddress: recipient.address,
      toName: recipient.name,
      ...word(readerOf(recipient, work.today), recipient),
      deliveryId: null,
      parts: [...invitation(recipient), ...written],
    });
    if (recipient.seat !== null) await carrySeatLink(work, mailId, recipient.seat.id);
    await insertMeetingMail(work, meeting.id, mailId, kind);
    mailIds.push(mailId);
  }
  return mailIds;
}
