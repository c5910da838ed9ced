/** The endpoints that give files: meetings as a spreadsheet, papers of one, its calendar entry. */
import type { MeetingSummary } from "@throughline/contract";
import { IsoDate, MeetingState, toLocalDay } from "@throughline/domain";
import { writeCsvTable, writeXlsxTables, type WrittenTable } from "@throughline/interchange";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { actAsAnswerer } from "../../platform/guest.ts";
import { parseQuery } from "../../platform/parse-query.ts";
import type { ContextOf } from "../../platform/receive-upload.ts";
import { mediaTypes, sendFile } from "../../platform/send-file.ts";
import { selectMeetings } from "./list-meetings.ts";
import { writeEntry, writePaper } from "./write-papers.ts";

const ExportQuery = z.object({
  seriesId: z.uuid().optional(),
  programmeId: z.uuid().optional(),
  contractId: z.uuid().optional(),
  state: MeetingState.optional(),
  waiting: z.stringbool().optional(),
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  search: z.string().max(200).optional(),
  sort: z.enum(["date", "-date", "counterpart"]).default("-date"),
  format: z.enum(["xlsx", "csv"]),
});
const PaperQuery = z.object({
  id: z.uuid(),
  kind: z.enum(["invitation", "agenda", "confirmation"]),
  format: z.enum(["docx", "pdf"]),
});
const OneQuery = z.object({ id: z.uuid() });

interface OfOne {
  Params: { id: string };
  Querystring: Record<string, unknown>;
}

/** Adds `GET /api/meetings/export`, `…/{id}/document` and `…/{id}/calendar`. */
export function registerMeetingFiles(http: FastifyInstance, contextOf: ContextOf): void {
  http.get("/api/meetings/export", async (request, reply) => {
    const context = await contextOf(request);
    const file = await actAsAnswerer(context, "dialogue.read", async (work) => {
      const { format, ...wanted } = parseQuery(ExportQuery, request.query);
      const table = layMeetings(await selectMeetings(work, wanted));
      return {
        bytes: format === "csv" ? writeCsvTable(table) : await writeXlsxTables([table]),
        fileName: `meetings-${work.today}.${format}`,
        mediaType: mediaTypes[format],
      };
    });
    return sendFile(reply, file);
  });
  http.get<OfOne>("/api/meetings/:id/document", async (request, reply) => {
    const context = await contextOf(request);
    const file = await actAsAnswerer(context, "dialogue.read", (work) =>
      writePaper(work, parseQuery(PaperQuery, { ...request.query, ...request.params }), context),
    );
    return sendFile(reply, file);
  });
  http.get<OfOne>("/api/meetings/:id/calendar", async (request, reply) => {
    const context = await contextOf(request);
    const file = await actAsAnswerer(context, "dialogue.read", (work) =>
      writeEntry(work, parseQuery(OneQuery, request.params).id, context),
    );
    return sendFile(reply, file);
  });
}

const words = (code: string): string => code.replaceAll("_", " ");

function layMeetings(meetings: readonly MeetingSummary[]): WrittenTable {
  return {
    name: "Meetings",
    titles: [
      "Day",
      "Starts (UTC)",
      "Time zone",
      "Counterpart",
      "Series",
      "Number",
      "Title",
      "State",
      "Held on",
      "How",
      "Items",
      "Agenda",
      "Agenda late by days",
      "Minutes",
      "Promises",
      "What is next",
    ],
    rows: meetings.map((one) => [
      toLocalDay(new Date(one.startsAt), one.timeZone),
      one.startsAt,
      one.timeZone,
      one.counterpart,
      one.series.title,
      one.number,
      one.title,
      one.state,
      one.heldOn,
      words(one.form),
      one.agenda.items,
      one.agenda.says.text,
      one.agenda.lateDays,
      one.minutes.state,
      one.commitments,
      one.next?.text ?? null,
    ]),
  };
}
