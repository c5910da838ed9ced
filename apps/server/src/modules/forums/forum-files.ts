/** `GET /api/forums/{forumId}/appendix`: the board as the appendix of the summary. */
import type { ForumDetail, PublicBoard } from "@throughline/contract";
import { orderEntries, type BoardEntry } from "@throughline/domain";
import {
  writeCsvTable,
  writeDocx,
  writePdf,
  writeXlsxTables,
  type TableCell,
  type WrittenTable,
} from "@throughline/interchange";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { act, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { parseQuery } from "../../platform/parse-query.ts";
import type { ContextOf } from "../../platform/receive-upload.ts";
import { asFileName, mediaTypes, sendFile, type SentFile } from "../../platform/send-file.ts";
import { getForum, requireForum } from "./keep-forums.ts";
import { assembleBoard } from "./run-board.ts";
import { layOutSummary } from "./lay-out-summary.en.ts";

const Query = z.object({
  forumId: z.uuid(),
  format: z.enum(["json", "csv", "xlsx", "docx", "pdf"]),
});

/** Adds it. */
export function registerForumFiles(http: FastifyInstance, contextOf: ContextOf): void {
  http.get<{ Params: { forumId: string }; Querystring: Record<string, unknown> }>(
    "/api/forums/:forumId/appendix",
    async (request, reply) => {
      const context = await contextOf(request);
      const file = await act(context, "dialogue.read", async (work) => {
        const query = parseQuery(Query, { ...request.query, ...request.params });
        return exportAppendix(work, query.forumId, query.format);
      });
      return sendFile(reply, file);
    },
  );
}

/** The board as participants see it: what is hidden stays hidden, with its reason. */
async function exportAppendix(
  work: Work,
  forumId: string,
  format: z.infer<typeof Query>["format"],
): Promise<SentFile> {
  const forum = await getForum(work, forumId);
  const board = await assembleBoard(work, await requireForum(work, forumId), { host: false });
  await recordAudit(work, {
    action: "export-board",
    subjectKind: "forum",
    subjectId: forumId,
    after: { format },
  });
  return {
    bytes: await write(forum, board, format, work.today),
    fileName: `${asFileName(forum.title, "forum")}-${forum.heldOn}.${format}`,
    mediaType: mediaTypes[format],
  };
}

async function write(
  forum: ForumDetail,
  board: PublicBoard,
  format: z.infer<typeof Query>["format"],
  today: string,
): Promise<Uint8Array> {
  switch (format) {
    case "json":
      return Buffer.from(
        JSON.stringify(
          {
            title: forum.title,
            heldOn: forum.heldOn,
            host: forum.host,
            rule: "Chatham House Rule: who said what was never stored.",
            participants: forum.tickets,
            institutions: forum.institutions,
            summary: forum.summary,
            prompts: board.prompts,
            entries: board.entries,
          },
          null,
          2,
        ),
      );
    case "csv":
      return writeCsvTable(layEntries(board));
    case "xlsx":
      return writeXlsxTables([layEntries(board), layAbout(forum)]);
    case "docx":
      return writeDocx(layOutSummary(forum, board, today));
    case "pdf":
      return writePdf(layOutSummary(forum, board, today));
  }
}

const kinds = { idea: "Idea", question: "Question", comment: "Comment" } as const;

/** Entries under their question, each comment under what it is about. */
function inReadingOrder({ prompts, entries }: PublicBoard): BoardEntry[] {
  const places = [...prompts.map(({ id }) => id), null];
  const under = (parent: BoardEntry): BoardEntry[] =>
    orderEntries(entries.filter(({ parentId }) => parentId === parent.id));
  return places.flatMap((promptId) =>
    orderEntries(
      entries.filter((entry) => entry.promptId === promptId && entry.parentId === null),
    ).flatMap((entry) => [entry, ...under(entry)]),
  );
}

function layEntries(board: PublicBoard): WrittenTable {
  const texts = new Map(board.entries.map(({ id, text }) => [id, text]));
  const prompts = new Map(board.prompts.map(({ id, text }) => [id, text]));
  return {
    name: "Board",
    titles: [
      "Question",
      "Kind",
      "Text",
      "Theme",
      "Votes",
      "Comment on",
      "Merged into",
      "Answered",
      "Hidden because",
    ],
    rows: inReadingOrder(board).map((entry): TableCell[] => [
      entry.promptId === null ? null : (prompts.get(entry.promptId) ?? null),
      kinds[entry.kind],
      entry.text,
      entry.theme,
      entry.kind === "comment" ? null : entry.votes,
      entry.parentId === null ? null : (texts.get(entry.parentId) ?? "(hidden)"),
      entry.mergedInto === null ? null : (texts.get(entry.mergedInto) ?? "(hidden)"),
      entry.kind === "question" ? (entry.answered ? "yes" : "no") : null,
      entry.hiddenReason,
    ]),
  };
}

function layAbout(forum: ForumDetail): WrittenTable {
  return {
    name: "Session",
    titles: ["What", "Value"],
    rows: [
      ["Title", forum.title],
      ["Held on", forum.heldOn],
      ["Host", forum.host],
      ["Rule", "Chatham House Rule: who said what was never stored."],
      ["Participants with a ticket", forum.tickets],
      ...forum.institutions.map((name): TableCell[] => ["Institution (agreed to be listed)", name]),
    ],
  };
}
