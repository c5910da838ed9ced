/** The summary of a session as a document, in English: what the host wrote, and the board as its appendix. */
import type { ForumDetail, PublicBoard } from "@throughline/contract";
import { orderEntries, type BoardEntry } from "@throughline/domain";
import { forumSummary, type DocumentBlock, type DocumentContent } from "@throughline/interchange";

const said = {
  appendix: "Appendix: what was said on the board",
  about:
    "Ideas and questions under the question they were said to, most votes first. Who said what, and when, was never stored.",
  rest: "Anything else",
  nothing: "Nobody said anything here.",
  from: "the board of the session",
} as const;

function votes(count: number): string {
  return `${count} ${count === 1 ? "vote" : "votes"}`;
}

function words({ text, hiddenReason }: BoardEntry): string {
  return hiddenReason === null ? (text ?? "") : `Hidden by the host: ${hiddenReason}`;
}

function layEntry(entry: BoardEntry, { entries }: PublicBoard): DocumentBlock[] {
  const merged = orderEntries(entries.filter(({ mergedInto }) => mergedInto === entry.id));
  const about = new Set([entry.id, ...merged.map(({ id }) => id)]);
  const comments = orderEntries(
    entries.filter(({ parentId }) => parentId !== null && about.has(parentId)),
  );
  const items = [
    ...merged.map(
      (one) =>
        `Merged into it by the host: ${words(one)} (${votes(one.votes)}; may be the same people)`,
    ),
    ...comments.map((one) => `Comment: ${words(one)}`),
  ];
  const kind = entry.kind === "question" ? ` Question${entry.answered ? ", answered" : ""}:` : "";
  const theme = entry.theme === null ? "" : ` [${entry.theme}]`;
  return [
    {
      kind: "paragraph",
      text: [
        { text: `${votes(entry.votes)}.`, bold: true },
        { text: `${kind} ${words(entry)}${theme}` },
      ],
    },
    ...(items.length === 0 ? [] : [{ kind: "list" as const, numbered: false, items }]),
  ];
}

/** Lays it out; what is hidden stays hidden. `date` is the day the document bears. */
export function layOutSummary(
  forum: ForumDetail,
  board: PublicBoard,
  date: string,
): DocumentContent {
  const content = forumSummary({
    language: "en-GB",
    title: forum.title,
    date,
    heldOn: forum.heldOn,
    drawnUpFrom: said.from,
    convenors: [forum.host],
    introduction: [forum.purpose, ...forum.summary.split(/\n{2,}/u)].filter(
      (text) => text.trim() !== "",
    ),
    persons: forum.tickets,
    institutions: forum.institutions.map((name) => ({ name, agreedToBeNamed: true })),
    questions: [],
    next: [],
    ideas: [],
  });
  // Its own list of ideas knows no questions: the board is laid out here instead.
  const end = content.blocks.findIndex(({ kind }) => kind === "page_break");
  const places = [...board.prompts, null];
  return {
    ...content,
    blocks: [
      ...content.blocks.slice(0, end < 0 ? content.blocks.length : end),
      { kind: "page_break" },
      { kind: "heading", level: 1, text: said.appendix },
      { kind: "paragraph", text: said.about },
      ...places.flatMap((prompt): DocumentBlock[] => {
        const tops = orderEntries(
          board.entries.filter(
            ({ promptId, parentId, mergedInto }) =>
              promptId === (prompt?.id ?? null) && parentId === null && mergedInto === null,
          ),
        );
        if (prompt === null && tops.length === 0) return [];
        return [
          { kind: "heading", level: 2, text: prompt?.text ?? said.rest },
          ...(tops.length === 0
            ? [{ kind: "paragraph" as const, text: said.nothing }]
            : tops.flatMap((entry) => layEntry(entry, board))),
        ];
      }),
    ],
  };
}
