/** The endpoint that gives the ledger as a spreadsheet: exactly what is shown. */
import type { CommitmentSummary } from "@throughline/contract";
import { CommitmentState, DialogueSide, IsoDate } from "@throughline/domain";
import { writeCsvTable, writeXlsxTables, type WrittenTable } from "@throughline/interchange";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { actAsAnswerer } from "../../platform/guest.ts";
import { parseQuery } from "../../platform/parse-query.ts";
import type { ContextOf } from "../../platform/receive-upload.ts";
import { mediaTypes, sendFile } from "../../platform/send-file.ts";
import { selectCommitments } from "./list-commitments.ts";

const ExportQuery = z.object({
  seriesId: z.uuid().optional(),
  meetingId: z.uuid().optional(),
  programmeId: z.uuid().optional(),
  contractId: z.uuid().optional(),
  supplierId: z.uuid().optional(),
  state: CommitmentState.optional(),
  debtor: DialogueSide.optional(),
  waiting: z.enum(["for_us", "for_them"]).optional(),
  slipped: z.stringbool().optional(),
  dueFrom: IsoDate.optional(),
  dueTo: IsoDate.optional(),
  search: z.string().max(200).optional(),
  sort: z.enum(["due", "-due", "counterpart", "state", "slips"]).default("due"),
  format: z.enum(["xlsx", "csv"]),
});

/** Adds `GET /api/commitments/export`. */
export function registerCommitmentFiles(http: FastifyInstance, contextOf: ContextOf): void {
  http.get("/api/commitments/export", async (request, reply) => {
    const context = await contextOf(request);
    const file = await actAsAnswerer(context, "dialogue.read", async (work) => {
      const { format, ...wanted } = parseQuery(ExportQuery, request.query);
      const table = layCommitments((await selectCommitments(work, wanted)).found);
      return {
        bytes: format === "csv" ? writeCsvTable(table) : await writeXlsxTables([table]),
        fileName: `commitments-${work.today}.${format}`,
        mediaType: mediaTypes[format],
      };
    });
    return sendFile(reply, file);
  });
}

const words = (code: string): string => code.replaceAll("_", " ");

function layCommitments(found: readonly CommitmentSummary[]): WrittenTable {
  return {
    name: "Commitments",
    titles: [
      "Number",
      "Counterpart",
      "Series",
      "Meeting",
      "Whose",
      "Who",
      "Role",
      "What",
      "About",
      "Due",
      "First agreed for",
      "Slips",
      "Days late",
      "State",
      "How it stands",
      "Waits for",
      "Contract",
    ],
    rows: found.map((one) => [
      one.label,
      one.counterpart,
      one.series.title,
      one.meeting === null ? null : `${one.meeting.number}. ${one.meeting.title}`,
      one.debtor.side,
      one.debtor.name,
      one.debtor.role,
      one.what,
      one.about,
      one.dueOn,
      one.firstDueOn,
      one.slips,
      one.daysLate,
      words(one.state),
      one.says.text,
      one.waitsFor,
      one.contract?.reference ?? null,
    ]),
  };
}
