/** The endpoints that give files: series as a spreadsheet, a programme's figures with the records behind them. */
import type { SeriesSummary } from "@throughline/contract";
import { IsoDate } from "@throughline/domain";
import {
  writeCsvTable,
  writeDocx,
  writePdf,
  writeXlsxTables,
  type WrittenTable,
} from "@throughline/interchange";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { act, type Work } from "../../platform/api.ts";
import { actAsAnswerer } from "../../platform/guest.ts";
import { parseQuery } from "../../platform/parse-query.ts";
import type { ContextOf } from "../../platform/receive-upload.ts";
import { asFileName, mediaTypes, sendFile, type SentFile } from "../../platform/send-file.ts";
import { findOrganisation } from "../organisations/index.ts";
import { selectSeries } from "./list-series.ts";
import { showProgramme } from "./show-programme.ts";
import { layProgramme, writeProgrammeDocument, type ShownProgramme } from "./write-programme.ts";

const SeriesQuery = z.object({
  search: z.string().max(200).optional(),
  programmeId: z.uuid().optional(),
  contractId: z.uuid().optional(),
  supplierId: z.uuid().optional(),
  state: z.enum(["open", "paused", "closed"]).optional(),
  watch: z.enum(["lapsed", "waiting_for_us", "channel_closed"]).optional(),
  side: z.enum(["buyers", "counterpart"]).optional(),
  sort: z.enum(["changed", "title", "-title", "next", "last"]).default("changed"),
  format: z.enum(["xlsx", "csv"]),
});

const ProgrammeQuery = z.object({
  from: IsoDate.optional(),
  until: IsoDate.optional(),
  format: z.enum(["xlsx", "json", "docx", "pdf"]),
});
const ProgrammeId = z.object({ id: z.uuid() });

/** Adds `GET /api/dialogue/series/export` and `GET /api/dialogue/programmes/{id}/export`. */
export function registerDialogueFiles(http: FastifyInstance, contextOf: ContextOf): void {
  http.get("/api/dialogue/series/export", async (request, reply) => {
    const context = await contextOf(request);
    const file = await actAsAnswerer(context, "dialogue.read", async (work) => {
      const { format, ...filter } = parseQuery(SeriesQuery, request.query);
      const table = laySeries((await selectSeries(work, filter)).map(({ summary }) => summary));
      return {
        bytes: format === "csv" ? writeCsvTable(table) : await writeXlsxTables([table]),
        fileName: `series-${work.today}.${format}`,
        mediaType: mediaTypes[format],
      };
    });
    return sendFile(reply, file);
  });
  http.get("/api/dialogue/programmes/:id/export", async (request, reply) => {
    const context = await contextOf(request);
    const { file, lay } = await act(context, "dialogue.read", async (work) => {
      const { id } = parseQuery(ProgrammeId, request.params);
      const { format, ...stretch } = parseQuery(ProgrammeQuery, request.query);
      const programme = await showProgramme(work, { id, ...stretch });
      const fileName = `${asFileName(programme.title, "programme")}-${work.today}.${format}`;
      const drawnUpBy = await nameOf(work);
      const { today } = work;
      return {
        file: { fileName, mediaType: mediaTypes[format] },
        lay: () => layFile(programme, format, { drawnUpBy, today }),
      };
    });
    return sendFile(reply, { ...file, bytes: await lay() });
  });
}

/** Laid out after the transaction: a document takes longer than reading its figures. */
async function layFile(
  programme: ShownProgramme,
  format: z.infer<typeof ProgrammeQuery>["format"],
  about: { readonly drawnUpBy: string; readonly today: IsoDate },
): Promise<SentFile["bytes"]> {
  switch (format) {
    case "json":
      return new TextEncoder().encode(
        `${JSON.stringify(asJson(programme, about.today), null, 2)}\n`,
      );
    case "xlsx":
      return writeXlsxTables(layProgramme(programme));
    case "docx":
      return writeDocx(writeProgrammeDocument(programme, about));
    case "pdf":
      return writePdf(writeProgrammeDocument(programme, about));
  }
}

async function nameOf(work: Work): Promise<string> {
  return (await findOrganisation(work.tx, work.actor.organisationId))?.name ?? "";
}

/** Everything the screen shows, and nothing of who may what. */
function asJson({ can: _, version: __, ...programme }: ShownProgramme, asOf: IsoDate) {
  return { asOf, ...programme };
}

const words = (code: string): string => code.replaceAll("_", " ");

function laySeries(series: readonly SeriesSummary[]): WrittenTable {
  return {
    name: "Series",
    titles: [
      "Title",
      "Counterpart",
      "Role",
      "Led by",
      "Our side",
      "Programme",
      "Rests on",
      "Issues",
      "State",
      "Opened",
      "Every months",
      "Meetings held",
      "Last meeting",
      "Next meeting",
      "How it stands",
      "Channel",
      "Open commitments",
      "Overdue",
      "Waiting for us",
      "Kept",
      "Slipped",
    ],
    rows: series.map((one) => [
      one.title,
      one.counterpart.name,
      one.counterpart.role,
      one.host.name,
      one.mySide,
      one.programme?.title ?? null,
      words(one.basis),
      one.issues.map(words).join(", "),
      one.state,
      one.openedOn,
      one.cadenceMonths,
      one.meetingsHeld,
      one.lastMeetingOn,
      one.nextMeetingOn,
      one.says.text,
      one.channelOpen ? "open" : "closed",
      one.commitments.open,
      one.commitments.overdue,
      one.commitments.waitingForUs,
      one.commitments.kept,
      one.commitments.slipped,
    ]),
  };
}
