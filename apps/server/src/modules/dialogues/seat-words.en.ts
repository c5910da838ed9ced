/** The letters that carry a seat's link. `{{link}}` and `{{code}}` are filled in at sending. */
import type { IsoDate } from "@throughline/domain";
import { sayDate } from "@throughline/tracing";
import type { SeatSees } from "./sittings.store.ts";

export interface SeatWords {
  readonly subject: string;
  readonly body: string;
}

/** What is told of a seat in its letter. */
export interface SeatTold {
  readonly kind: "joint" | "counterpart";
  readonly host: string;
  readonly title: string;
  /** The one counterpart of the series. */
  readonly counterpart: string;
  readonly sees: readonly SeatSees[];
  /** What the buyers said they want and hope for. */
  readonly aim: { readonly purpose: string; readonly hopedOutcome: string } | null;
  readonly protection: string;
  /** Words of the host's own. */
  readonly letter: string;
  readonly expiresOn: IsoDate;
}

const seen: Readonly<Record<SeatSees, string>> = {
  meetings: "meetings and agendas",
  minutes: "minutes",
  commitments: "commitments",
  feedback: "feedback",
};

/**
 * How to open a seat without an account. For every letter to a seat, so that it reads the same everywhere.
 *
 * @example howToOpen("2027-12-31").split("\n")[0] // "How to take your seat"
 */
export function howToOpen(expiresOn: IsoDate): string {
  return [
    "How to take your seat",
    "Open {{link}}",
    "type the code {{code}}",
    "and a word of your own: whoever opens the seat first chooses it.",
    "",
    "You need no account. Keep the word: with link and code alone nobody speaks for you, not even whoever sent you this.",
    "With an account of your own, only your own people get in.",
    `Link and code work until ${sayDate(expiresOn)}.`,
  ].join("\n");
}

/** A seat was offered. */
export function wordOffer(told: SeatTold): SeatWords {
  const { kind, host, title, counterpart, aim } = told;
  const opening =
    kind === "counterpart"
      ? `${host} invites you to a dialogue: ${title}.`
      : `${host} invites you to sit with the buyers in its dialogue with ${counterpart}: ${title}.`;
  const shows =
    kind === "counterpart"
      ? "There you see who sits at the table, what each side wants, agendas, minutes and what was promised by whom by when; you add to the agenda, confirm or correct minutes and promises, and say what you want from it yourself."
      : told.sees.length === 0
        ? "There you see who sits at the table and what each side wants."
        : `There you see who sits at the table, what each side wants, and ${told.sees.map((one) => seen[one]).join(", ")}.`;
  return {
    subject: `${title}: a seat for you`.slice(0, 300),
    body: [
      opening,
      ...(told.letter === "" ? [] : [told.letter]),
      ...(aim === null
        ? []
        : [`What we want: ${aim.purpose}`, `What we hope comes of it: ${aim.hopedOutcome}`]),
      ...(told.protection === ""
        ? []
        : [`How what is said there is protected: ${told.protection}`]),
      shows,
      howToOpen(told.expiresOn),
    ].join("\n\n"),
  };
}

/** A seat's link was made anew. */
export function wordRenewal(told: Pick<SeatTold, "host" | "title" | "expiresOn">): SeatWords {
  return {
    subject: `${told.title}: a new link to your seat`.slice(0, 300),
    body: [
      `${told.host} has made a new link to your seat in the dialogue “${told.title}”. The old one opens nothing any more, and whoever sat there has got up.`,
      "What was said and promised there stays; a new word is chosen at the first opening.",
      howToOpen(told.expiresOn),
    ].join("\n\n"),
  };
}
