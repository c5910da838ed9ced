/**
 * The summary of a meeting of many under the Chatham House Rule. Nothing here has a place for a person: who said what is not
 * in the record, so it cannot come into its summary. Institutions are named only where each agreed.
 */
import type { IsoDate } from "@throughline/domain";
import type { DocumentBlock, DocumentContent } from "../document-content.ts";
import { dayIn, listUnder } from "./letter-party.ts";
import { sayAll, sayLetterIn } from "./letter-texts.ts";
import type { SayLetter } from "./letter-texts.ts";

export interface ForumIdea {
  readonly text: string;
  readonly votes: number;
  readonly comments: readonly string[];
  readonly questions: readonly string[];
}

export interface Forum {
  readonly language: string;
  readonly title: string;
  readonly date: IsoDate;
  readonly heldOn: IsoDate;
  readonly reference?: string;
  readonly drawnUpFrom: string;
  readonly convenors: readonly string[];
  readonly introduction: readonly string[];
  /** Without the convenors. */
  readonly persons: number;
  readonly institutions: readonly { readonly name: string; readonly agreedToBeNamed: boolean }[];
  /** What was talked about, question by question. */
  readonly questions: readonly { readonly question: string; readonly points: readonly string[] }[];
  readonly next: readonly string[];
  readonly ideas: readonly ForumIdea[];
}

function counted(
  key: "forum.people" | "forum.idea.votes" | "forum.institutions.rest",
  number: number,
  say: SayLetter,
): string {
  return say(`${key}.${number === 1 ? "one" : "more"}`, { number: String(number) });
}

function institutionBlocks(forum: Forum, say: SayLetter): DocumentBlock[] {
  // By letters, so that the order tells nothing about who came first or said most.
  const named = forum.institutions
    .filter((one) => one.agreedToBeNamed)
    .map((one) => one.name)
    .toSorted((a, b) => a.localeCompare(b, forum.language));
  const rest = forum.institutions.length - named.length;
  return [
    { kind: "heading", level: 1, text: say("forum.institutions") },
    {
      kind: "paragraph",
      text: named.length === 0 ? say("forum.institutions.none") : `${sayAll(named, say)}.`,
    },
    ...(rest === 0 || named.length === 0
      ? []
      : [{ kind: "paragraph" as const, text: counted("forum.institutions.rest", rest, say) }]),
  ];
}

function ideaBlocks(forum: Forum, say: SayLetter): DocumentBlock[] {
  const ideas = forum.ideas.toSorted(
    (a, b) => b.votes - a.votes || a.text.localeCompare(b.text, forum.language),
  );
  return [
    { kind: "page_break" },
    { kind: "heading", level: 1, text: say("forum.ideas") },
    { kind: "paragraph", text: say(ideas.length === 0 ? "forum.ideas.none" : "forum.ideas.about") },
    ...ideas.flatMap((idea): DocumentBlock[] => [
      {
        kind: "paragraph",
        text: [
          { text: counted("forum.idea.votes", idea.votes, say), bold: true },
          { text: `. ${idea.text}` },
        ],
      },
      ...(idea.comments.length + idea.questions.length === 0
        ? []
        : [
            {
              kind: "list" as const,
              numbered: false,
              items: [
                ...idea.comments.map((text) => say("forum.idea.comment", { text })),
                ...idea.questions.map((text) => say("forum.idea.question", { text })),
              ],
            },
          ]),
    ]),
  ];
}

/**
 * Lays the summary of a forum out, the idea board as its appendix.
 *
 * @returns what `writeDocx` and `writePdf` take
 * @example
 * await writeDocx(forumSummary(forum));
 */
export function forumSummary(forum: Forum): DocumentContent {
  const say = sayLetterIn(forum.language);
  return {
    kind: "summary",
    language: forum.language,
    title: say("forum.title", { title: forum.title }),
    date: forum.date,
    ...(forum.reference === undefined ? {} : { reference: forum.reference }),
    blocks: [
      {
        kind: "facts",
        facts: [
          { name: say("forum.held"), value: dayIn(forum.language)(forum.heldOn) },
          { name: say("forum.hosts"), value: sayAll(forum.convenors, say) },
          { name: say("forum.taking_part"), value: counted("forum.people", forum.persons, say) },
        ],
      },
      { kind: "note", title: say("forum.rule.title"), text: say("forum.rule") },
      ...forum.introduction.map((text) => ({ kind: "paragraph" as const, text })),
      ...institutionBlocks(forum, say),
      ...forum.questions.flatMap(({ question, points }): readonly DocumentBlock[] =>
        points.length === 0
          ? [
              { kind: "heading", level: 1, text: question },
              { kind: "paragraph", text: say("forum.points.none") },
            ]
          : listUnder(question, 1, points),
      ),
      ...listUnder(say("forum.next"), 1, forum.next),
      ...ideaBlocks(forum, say),
    ],
    drawnUp: { by: sayAll(forum.convenors, say), from: forum.drawnUpFrom },
  };
}
