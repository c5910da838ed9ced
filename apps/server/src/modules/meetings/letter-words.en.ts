/** English words of letters about a meeting, as plain text: what stands in the mail itself, beside the documents. */
import type { IsoDate, MeetingForm } from "@throughline/domain";
import { sayList } from "@throughline/requirements";

/** One item of the agenda, as it is written. */
export interface ItemInLetter {
  readonly title: string;
  readonly detail: string;
  readonly brings: string;
  readonly minutes: number | null;
  readonly by: string;
}

/** A promise, as it is written. */
export interface PromiseInLetter {
  readonly who: string;
  readonly role: string | null;
  readonly what: string;
  readonly dueOn: IsoDate | null;
  readonly about: string | null;
}

/** What a letter is written from. */
export interface LetterFacts {
  readonly host: string;
  readonly counterpart: string;
  readonly series: string;
  readonly number: number;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly form: MeetingForm;
  readonly place: string;
  readonly protection: string;
  readonly aims: readonly {
    readonly who: string;
    readonly purpose: string;
    readonly hopes: string;
    readonly brings: string;
  }[];
  readonly items: readonly ItemInLetter[];
  /** Roles of the other side that are asked for. */
  readonly asked: readonly { readonly role: string; readonly topics: readonly string[] }[];
  /** Page of the meeting. */
  readonly page: string;
}

/** What was said and promised, after it. */
export interface MinutesFacts {
  readonly heldOn: IsoDate;
  readonly revision: number;
  readonly summary: string;
  readonly items: readonly { readonly title: string; readonly text: string }[];
  readonly promises: readonly PromiseInLetter[];
  readonly confirmBy: IsoDate;
}

export interface Letter {
  readonly subject: string;
  readonly body: string;
}

const forms: Readonly<Record<MeetingForm, string>> = {
  online: "online",
  in_person: "in person",
  telephone: "by telephone",
};

/** What stands for a secret in a mail is the server's to write, nobody else's. */
const plain = (text: string): string => text.replaceAll("{{", "{ {");

/** @example sayWhen(start, end, "Europe/Oslo") // "Thursday 3 December 2026, 10:00 to 11:30 (Europe/Oslo)" */
export function sayWhen(from: Date, until: Date, timeZone: string): string {
  const day = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
  const sameDay = day.format(from) === day.format(until);
  return `${day.format(from).replace(",", "")}, ${time.format(from)} to ${sameDay ? "" : `${day.format(until).replace(",", "")}, `}${time.format(until)} (${timeZone})`;
}

function sayDay(day: IsoDate): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC",
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(new Date(`${day}T00:00:00Z`));
}

const shortSubject = (text: string): string =>
  text.length > 290 ? `${text.slice(0, 289)}…` : text;

function whenAndWhere(facts: LetterFacts): string {
  const where = facts.place === "" ? forms[facts.form] : `${forms[facts.form]}, ${facts.place}`;
  return [`When: ${sayWhen(facts.startsAt, facts.endsAt, facts.timeZone)}`, `How: ${where}`].join(
    "\n",
  );
}

function aimsOf({ aims }: LetterFacts): string[] {
  return aims.map(({ who, purpose, hopes, brings }) =>
    [
      `${who} wants: ${purpose}`,
      `${who} hopes for: ${hopes}`,
      ...(brings === "" ? [] : [`${who} brings: ${brings}`]),
    ].join("\n"),
  );
}

function agendaOf({ items }: LetterFacts): string {
  if (items.length === 0) return "Nothing stands on the agenda yet.";
  const lines = items.map(({ title, detail, brings, minutes, by }, at) =>
    [
      `${at + 1}. ${title}${minutes === null ? "" : ` (${minutes} minutes)`} – ${by}`,
      ...(detail === "" ? [] : [detail]),
      ...(brings === "" ? [] : [`Please bring: ${brings}`]),
    ]
      .map((line, first) => (first === 0 ? line : line.replaceAll(/^/gmu, "   ")))
      .join("\n"),
  );
  return ["Agenda", ...lines].join("\n\n");
}

function askedOf({ asked }: LetterFacts): string[] {
  if (asked.length === 0) return [];
  const roles = asked.map(({ role, topics }) =>
    topics.length === 0
      ? `- ${role}`
      : `- ${role} (${sayList(topics.map((topic) => topic.replaceAll("_", " ")))})`,
  );
  return [
    [
      "Whom we ask you to send, able to speak about the topics and to decide or to take them back:",
      ...roles,
    ].join("\n"),
  ];
}

function together(...parts: readonly (string | readonly string[])[]): string {
  return plain(
    parts
      .flat()
      .filter((part) => part !== "")
      .join("\n\n"),
  );
}

/** Who reads a letter: by name, and how a seat without an account is opened, where there is one (with its placeholders). */
export interface Reader {
  readonly name: string;
  readonly howToOpen: string | null;
}

/** Where it is read and answered. */
function whereToAnswer({ page }: LetterFacts, { howToOpen }: Reader): string {
  return howToOpen === null
    ? `You find it at ${page}`
    : [`With an account you find it at ${page}`, howToOpen].join("\n\n");
}

/** The invitation with the agenda. */
export function wordInvitation(
  facts: LetterFacts,
  to: Reader,
  words: { readonly letter: string; readonly again: boolean },
): Letter {
  const day = sayWhen(facts.startsAt, facts.endsAt, facts.timeZone);
  return {
    subject: shortSubject(
      `${words.again ? "Agenda, as it stands now" : "Invitation and agenda"}: ${facts.title}, ${day}`,
    ),
    body: [
      together(
        `Dear ${to.name},`,
        words.letter,
        `${facts.host} invites ${facts.counterpart} to meeting ${facts.number} of “${facts.series}”: ${facts.title}.`,
        whenAndWhere(facts),
        aimsOf(facts),
        agendaOf(facts),
        askedOf(facts),
        "You can add to the agenda, and say who comes.",
      ),
      whereToAnswer(facts, to),
      together(
        facts.protection === "" ? "" : `How what is said is protected: ${facts.protection}`,
        facts.host,
      ),
    ].join("\n\n"),
  };
}

/** Time or place changed. */
export function wordUpdate(facts: LetterFacts, to: Reader): Letter {
  return {
    subject: shortSubject(
      `Changed: ${facts.title}, ${sayWhen(facts.startsAt, facts.endsAt, facts.timeZone)}`,
    ),
    body: [
      together(
        `Dear ${to.name},`,
        `the meeting ${facts.number} of “${facts.series}”, ${facts.title}, was changed. It is now:`,
        whenAndWhere(facts),
        agendaOf(facts),
      ),
      whereToAnswer(facts, to),
      together(facts.host),
    ].join("\n\n"),
  };
}

/** It is not held. */
export function wordCancellation(
  facts: LetterFacts,
  to: { readonly name: string },
  reason: string,
): Letter {
  return {
    subject: shortSubject(
      `Cancelled: ${facts.title}, ${sayWhen(facts.startsAt, facts.endsAt, facts.timeZone)}`,
    ),
    body: together(
      `Dear ${to.name},`,
      `the meeting ${facts.number} of “${facts.series}”, ${facts.title}, is not held: ${reason}`,
      `It was planned for ${sayWhen(facts.startsAt, facts.endsAt, facts.timeZone)}.`,
      facts.host,
    ),
  };
}

function promisesOf({ promises }: MinutesFacts): string {
  if (promises.length === 0) return "Nothing was promised by either side.";
  const lines = promises.map(
    ({ who, role, what, dueOn, about }) =>
      `- ${who}${role === null ? "" : ` (${role})`}: ${what}${dueOn === null ? "" : `, by ${sayDay(dueOn)}`}${about === null ? "" : ` (about ${about})`}`,
  );
  return ["What was promised, by whom and by when", ...lines].join("\n");
}

/** What was said and promised, to be confirmed or corrected. */
export function wordMinutes(
  facts: LetterFacts,
  minutes: MinutesFacts,
  to: Reader & { readonly replies: boolean },
): Letter {
  return {
    subject: shortSubject(
      `${minutes.revision > 1 ? "Minutes, corrected" : "Minutes and promises"}: ${facts.title}, ${sayDay(minutes.heldOn)}`,
    ),
    body: [
      together(
        `Dear ${to.name},`,
        `thank you for the meeting of ${sayDay(minutes.heldOn)} (number ${facts.number} of “${facts.series}”). This is what was said and promised.`,
        minutes.summary,
        minutes.items.map(({ title, text }) => (text === "" ? title : `${title}\n${text}`)),
        promisesOf(minutes),
        to.replies
          ? `Please confirm it, or say what is to be corrected, by ${sayDay(minutes.confirmBy)}; and tell us how the meeting was.`
          : "",
      ),
      whereToAnswer(facts, to),
      together(facts.host),
    ].join("\n\n"),
  };
}

/** The one reminder that minutes wait to be confirmed. */
export function wordReminder(facts: LetterFacts, sentOn: IsoDate, to: Reader): Letter {
  return {
    subject: shortSubject(`Minutes to confirm: ${facts.title}, sent on ${sayDay(sentOn)}`),
    body: [
      together(
        `Dear ${to.name},`,
        `on ${sayDay(sentOn)} you were sent the minutes of meeting ${facts.number} of “${facts.series}”. They are not confirmed yet. Please confirm them, or say what is to be corrected. You are reminded of them this once.`,
      ),
      whereToAnswer(facts, to),
      together(facts.host),
    ].join("\n\n"),
  };
}
