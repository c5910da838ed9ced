/** The mails that carry a request, remind of it, and tell what became of it. `{{link}}` and `{{code}}` are filled in at sending. */
import type { IsoDate } from "@throughline/domain";
import { sayDate } from "@throughline/tracing";
import type { ReminderKind } from "./reminders.policy.ts";

export interface MailWords {
  readonly subject: string;
  readonly body: string;
}

/** What is said of a request in each of its mails. */
export interface Told {
  readonly requester: string;
  readonly subject: string;
  readonly dueOn: IsoDate | null;
  readonly expiresOn: IsoDate;
}

function howToAnswer(expiresOn: IsoDate): string {
  return [
    "How to answer",
    "Open {{link}}",
    "and type the code {{code}}",
    "",
    "You need no account. You can stop at any time and go on later; only what you release is handed over.",
    "Whoever has the link and the code can see what you filled in and answer for you. That is also whoever made them for you: with an account of your own, nobody but your own people gets in.",
    `They work until ${sayDate(expiresOn)}.`,
  ].join("\n");
}

function cut(subject: string): string {
  return subject.slice(0, 300);
}

/** The letter itself with how to answer. */
export function wordRequest(told: Told, letter: string): MailWords {
  return { subject: cut(told.subject), body: `${letter}\n\n${howToAnswer(told.expiresOn)}` };
}

/** A reminder. `kind` says why it goes out now. */
export function wordReminder(told: Told, kind: ReminderKind | "by_hand"): MailWords {
  const { requester, subject, dueOn, expiresOn } = told;
  const day = dueOn === null ? null : sayDate(dueOn);
  const opening =
    kind === "overdue" && day !== null
      ? `${requester} asked you for an answer by ${day}. That day has passed, and nothing has been released yet.`
      : day === null
        ? `${requester} waits for your answer.`
        : `${requester} asks you for an answer by ${day}.`;
  return {
    subject: cut(`${kind === "overdue" ? "Overdue" : "Reminder"}: ${subject}`),
    body: [
      opening,
      "Parts of an answer are welcome before the rest is there. If you cannot say something, that and the reason is an answer too.",
      howToAnswer(expiresOn),
    ].join("\n\n"),
  };
}

/** The due day was moved. The reason is the requester's own words. */
export function wordExtension(told: Told, reason: string): MailWords {
  const day = told.dueOn === null ? "" : sayDate(told.dueOn);
  return {
    subject: cut(`New day for your answer: ${told.subject}`),
    body: [
      `${told.requester} now asks for your answer by ${day}.`,
      `The reason given: ${reason}`,
      howToAnswer(told.expiresOn),
    ].join("\n\n"),
  };
}

/** The request was withdrawn; no link in it. */
export function wordWithdrawal(told: Told, reason: string): MailWords {
  return {
    subject: cut(`Withdrawn: ${told.subject}`),
    body: [
      `${told.requester} has withdrawn its request “${told.subject}”. You need not answer it any more.`,
      `The reason given: ${reason}`,
      "Its link does not work any more. What you filled in stays yours.",
    ].join("\n\n"),
  };
}
