/** Letters of a session, in English. `{{link}}` is filled in when the letter leaves and is never stored. */

interface Told {
  readonly title: string;
  readonly purpose: string;
  readonly heldOn: string;
  readonly host: string;
}

interface Letter {
  readonly subject: string;
  readonly body: string;
}

function sayDay(day: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}

/** The subject stays below what a mail takes. */
const mostOfTitle = 200;

/** Invites one person. */
export function writeInvitation({ title, purpose, heldOn, host }: Told): Letter {
  return {
    subject: `Invitation: ${title.slice(0, mostOfTitle)}, ${sayDay(heldOn)}`,
    body: `${host} invites you to “${title}” on ${sayDay(heldOn)}.

${purpose}

The session is held under the Chatham House Rule: participants may use what they hear, and nobody says who said it. Ideas, questions and votes go to a board that does not know who you are. Please open your link before the session begins and take your ticket:

{{link}}

The link is yours alone and works once. With it your browser makes a random ticket and has it signed without showing it. From then on only the ticket admits you, and nobody, ${host} included, can tell which ticket is yours. Your institution is listed only if somebody of it agrees, and you are not.

If you cannot come, you need do nothing.
`,
  };
}

/** Tells that the summary can be read, by the link that was given before. */
export function writePublication({ title, heldOn, host }: Told): Letter {
  return {
    subject: `Summary: ${title.slice(0, mostOfTitle)}, ${sayDay(heldOn)}`,
    body: `${host} has published the summary of “${title}”, held on ${sayDay(heldOn)} under the Chatham House Rule, with all that was said on the board and how many votes it had. Nobody is named in it.

Your personal link opens it now:

{{link}}
`,
  };
}
