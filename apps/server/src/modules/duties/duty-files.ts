/** The endpoints that give files: duties as a spreadsheet, a calendar feed. */
import type { ContractDuty } from "@throughline/contract";
import { DutyState, IsoDate } from "@throughline/domain";
import { writeCsvTable, writeXlsxTables, type WrittenTable } from "@throughline/interchange";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { act } from "../../platform/api.ts";
import { countTries, type TryLimit } from "../../platform/limit-tries.ts";
import { parseQuery } from "../../platform/parse-query.ts";
import type { ContextOf } from "../../platform/receive-upload.ts";
import { mediaTypes, sendFile } from "../../platform/send-file.ts";
import { readFeed } from "./calendar-feeds.ts";
import { dayOf } from "./duties.policy.ts";
import { selectDuties } from "./list-duties.ts";

const ExportQuery = z.object({
  contractId: z.uuid().optional(),
  state: DutyState.optional(),
  whose: z.enum(["supplier", "buyer"]).optional(),
  owner: z.union([z.literal("mine"), z.literal("nobody"), z.uuid()]).optional(),
  requirement: z.string().max(60).optional(),
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  search: z.string().max(200).optional(),
  sort: z.enum(["due", "-due", "contract", "state"]).default("due"),
  format: z.enum(["xlsx", "csv"]),
});

/** Addresses of feeds tried from one network address that open nothing. */
const feedTries: TryLimit = { name: "calendar-address", most: 30, seconds: 60 };

/** Adds `GET /api/duties/export` and `GET /api/calendar/{secret}`, the latter for calendar programs, without a sign-in. */
export function registerDutyFiles(http: FastifyInstance, contextOf: ContextOf): void {
  http.get("/api/duties/export", async (request, reply) => {
    const context = await contextOf(request);
    const file = await act(context, "contract.read", async (work) => {
      const { sort, format, ...wanted } = parseQuery(ExportQuery, request.query);
      const table = layDuties(await selectDuties(work, wanted, sort));
      return {
        bytes: format === "csv" ? writeCsvTable(table) : await writeXlsxTables([table]),
        fileName: `duties-${work.today}.${format}`,
        mediaType: mediaTypes[format],
      };
    });
    return sendFile(reply, file);
  });
  http.get<{ Params: { secret: string } }>("/api/calendar/:secret", async (request, reply) => {
    const context = await contextOf(request);
    const secret = request.params.secret.replace(/\.ics$/u, "");
    const text = await countTries(context, [[feedTries, context.clientAddress]], () =>
      context.database.withActor({ organisationId: null, personId: null }, (tx) =>
        readFeed(tx, secret, {
          now: context.now,
          requestId: context.requestId,
          host: new URL(context.publicUrl).hostname,
        }),
      ),
    );
    return reply
      .type("text/calendar; charset=utf-8")
      .header("content-disposition", 'inline; filename="duties.ics"')
      .send(text);
  });
}

const words = (code: string): string => code.replaceAll("_", " ");

function layDuties(duties: readonly ContractDuty[]): WrittenTable {
  return {
    name: "Duties",
    titles: [
      "Due",
      "State",
      "How it stands",
      "Contract",
      "Title",
      "Supplier",
      "Clause",
      "What",
      "Whose",
      "Looked after by",
      "Done on",
      "Result on",
      "Plan until",
    ],
    rows: duties.map((duty) => [
      dayOf(duty),
      words(duty.state),
      duty.says.text,
      duty.contract.reference,
      duty.contract.title,
      duty.supplier,
      duty.clause,
      duty.what,
      duty.whose,
      duty.owner,
      duty.performedOn,
      duty.achievedOn,
      duty.planUntil,
    ]),
  };
}
