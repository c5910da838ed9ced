/** Lists on their way in: read, columns confirmed, rows checked and looked at, taken. Long work goes on when the tab closes. */
import {
  CheckedRow,
  ColumnMapping,
  ColumnProposal,
  FindingSeverity,
  IsoInstant,
  RecordChange,
  RowDecision,
  Sentence,
  SheetAbout,
} from "@throughline/domain";
import { z } from "zod";
import { endpoint, PageInput, pageOf, RecordId } from "./endpoint.ts";
import { DisclosureAbout } from "./disclosures.ts";

const tag = "Intake";

export const intakeStates = [
  "reading",
  "to_confirm",
  "checking",
  "to_review",
  "taking",
  "taken",
  "cancelled",
  "failed",
] as const;
export const IntakeState = z.enum(intakeStates);
export type IntakeState = z.infer<typeof IntakeState>;

export const IntakeCounts = z.object({
  read: z.int(),
  accepted: z.int(),
  corrected: z.int(),
  rejected: z.int(),
});

/** Progress of the step that runs. `rowsTotal` is `null` as long as nobody knows. */
export const IntakeProgress = z.object({
  rowsDone: z.int(),
  rowsTotal: z.int().nullable(),
  rowsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
});

export const IntakeSummary = z.object({
  id: RecordId,
  target: z.enum(["contract", "record"]),
  contract: z.object({ id: RecordId, title: z.string() }).nullable(),
  title: z.string(),
  fileName: z.string().nullable(),
  format: z.string().nullable(),
  state: IntakeState,
  stateSentence: Sentence,
  progress: IntakeProgress,
  counts: IntakeCounts.nullable(),
  createdAt: IsoInstant,
  finishedAt: IsoInstant.nullable(),
  disclosureId: RecordId.nullable(),
});
export type IntakeSummary = z.infer<typeof IntakeSummary>;

export const IntakeDetail = IntakeSummary.extend({
  version: z.int(),
  sizeBytes: z.int(),
  sha256: z.string(),
  notes: z.array(z.string()),
  sheets: z.array(SheetAbout),
  /** One proposal per filled sheet; the first is the one proposed. */
  proposals: z.array(ColumnProposal),
  mapping: ColumnMapping.nullable(),
  mappingFrom: z.enum(["person", "certain", "remembered"]).nullable(),
  /** Number of rows per check, worst first. */
  findings: z.array(
    z.object({
      check: z.string(),
      title: z.string(),
      severity: FindingSeverity,
      whatToDo: z.string(),
      rows: z.int(),
      corrected: z.int(),
    }),
  ),
  failure: z
    .object({ code: z.string(), title: z.string(), detail: z.string(), whatToDo: z.string() })
    .nullable(),
  /** What taking it made: sites by band, links, hits (contract); rows added and changed (record). */
  result: z.record(z.string(), z.number()).nullable(),
  can: z.object({
    confirm: z.boolean(),
    decide: z.boolean(),
    take: z.boolean(),
    cancel: z.boolean(),
    retry: z.boolean(),
  }),
});
export type IntakeDetail = z.infer<typeof IntakeDetail>;

export const IntakeRow = CheckedRow.extend({
  decision: RowDecision.nullable(),
  cells: z.array(z.string()),
});
export type IntakeRow = z.infer<typeof IntakeRow>;

const id = { intakeId: RecordId };

export const intakes = {
  list: endpoint("GET", "/intakes", tag, "Lists on their way in, and what became of those before")
    .input(PageInput.extend({ contractId: RecordId.optional(), open: z.stringbool().optional() }))
    .output(pageOf(IntakeSummary)),
  get: endpoint(
    "GET",
    "/intakes/{intakeId}",
    tag,
    "One intake: step, progress with time left, columns, what was found",
  )
    .input(z.object(id))
    .output(IntakeDetail),
  startText: endpoint(
    "POST",
    "/intakes/text",
    tag,
    "Begin an intake from pasted text (a table or a label)",
  )
    .input(
      z.object({
        contractId: RecordId.nullable().default(null),
        about: DisclosureAbout.nullable().default(null),
        deliveryId: RecordId.nullable().default(null),
        text: z.string().min(1).max(5_000_000),
      }),
    )
    .output(z.object({ intakeId: RecordId })),
  confirmColumns: endpoint(
    "POST",
    "/intakes/{intakeId}/columns",
    tag,
    "Confirm or correct which column holds what; remembered for this supplier's next list",
  )
    .input(
      z.object({
        ...id,
        version: z.int(),
        mapping: ColumnMapping,
        remember: z.boolean().default(true),
      }),
    )
    .output(z.object({ version: z.int() })),
  listRows: endpoint(
    "GET",
    "/intakes/{intakeId}/rows",
    tag,
    "Rows after their checks, each with what was found and corrected",
  )
    .input(
      PageInput.extend({
        ...id,
        outcome: z.enum(["accepted", "corrected", "rejected"]).optional(),
        check: z.string().max(60).optional(),
        search: z.string().max(200).optional(),
      }),
    )
    .output(pageOf(IntakeRow)),
  decideRow: endpoint(
    "PUT",
    "/intakes/{intakeId}/rows/{row}",
    tag,
    "Undo corrections of a row, edit its cells, leave it out; an empty decision takes all back",
  )
    .input(z.object({ ...id, row: z.coerce.number().int().positive(), decision: RowDecision }))
    .output(IntakeRow),
  decideCheck: endpoint(
    "POST",
    "/intakes/{intakeId}/decisions",
    tag,
    "Decide for all rows one check speaks about: undo the correction, leave them out, or take the decision back",
  )
    .input(
      z.object({
        ...id,
        check: z.string().max(60),
        act: z.enum(["undo_correction", "leave_out", "take_back"]),
      }),
    )
    .output(z.object({ rows: z.int() })),
  changes: endpoint(
    "GET",
    "/intakes/{intakeId}/changes",
    tag,
    "What taking it would change in the record, cell by cell",
  )
    .input(z.object(id))
    .output(
      z.object({
        changes: z.array(RecordChange),
        /** Of long lists only the first rows are compared beforehand. */
        rowsCompared: z.int(),
        rowsTotal: z.int(),
      }),
    ),
  take: endpoint(
    "POST",
    "/intakes/{intakeId}/take",
    tag,
    "Take the list: as a disclosure of the contract, or into the record",
  )
    .input(z.object({ ...id, version: z.int() }))
    .output(z.object({ version: z.int() })),
  cancel: endpoint(
    "POST",
    "/intakes/{intakeId}/cancel",
    tag,
    "Stop and leave nothing behind but this entry",
  )
    .input(z.object(id))
    .output(z.object({ version: z.int() })),
  retry: endpoint(
    "POST",
    "/intakes/{intakeId}/retry",
    tag,
    "Go on after a failure from where it stood",
  )
    .input(z.object(id))
    .output(z.object({ version: z.int() })),
};

/** Outside the typed client: files, streamed to disk with a limit. */
export const intakeFiles = {
  startForContract: endpoint(
    "POST",
    "/contracts/{id}/intakes",
    tag,
    "Begin an intake for a contract (multipart: field `about` as JSON, optionally `unattended` as `true`, then `file`)",
  )
    .input(
      z.object({
        id: RecordId,
        about: z.string(),
        /** Goes on to the end by itself where every column is recognised. */
        unattended: z.enum(["true"]).optional(),
        file: z.file(),
      }),
    )
    .output(z.object({ intakeId: RecordId })),
  startForRecord: endpoint(
    "POST",
    "/record/intakes",
    tag,
    "Begin an intake into the record: any list, or the workbook filled in (multipart: optionally `deliveryId`, `unattended` as `true`, then `file`)",
  )
    .input(
      z.object({
        deliveryId: RecordId.optional(),
        unattended: z.enum(["true"]).optional(),
        file: z.file(),
      }),
    )
    .output(z.object({ intakeId: RecordId })),
  rejects: endpoint(
    "GET",
    "/intakes/{intakeId}/rejects",
    tag,
    "Rejected rows as a spreadsheet that can be fixed and sent again",
  )
    .input(z.object({ ...id, format: z.enum(["xlsx", "csv"]) }))
    .output(z.file()),
};
