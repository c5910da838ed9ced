/** Dialogue in a contract file: series with one counterpart each, their meetings, and what was promised, act by act. */
import { z } from "zod";
import {
  CommitmentActKind,
  CounterpartRole,
  DialogueSide,
  IsoDate,
  SeriesBasis,
  ShownBy,
} from "@throughline/domain";

const Text = z.string().trim().min(1).max(2_000);
const list = <Item extends z.ZodType>(item: Item): z.ZodDefault<z.ZodArray<Item>> =>
  z.array(item).default([]);

export const MeetingInFile = z.strictObject({
  title: Text,
  on: IsoDate.describe("Day it was planned for."),
  plannedOn: IsoDate.optional().describe(
    "Left out: the first day on which something is told of it.",
  ),
  heldOn: IsoDate.optional(),
  cancelledOn: IsoDate.optional(),
  agendaSentOn: IsoDate.optional(),
  leadDays: z
    .int()
    .min(0)
    .max(90)
    .default(10)
    .describe("Days before the meeting by which its agenda leaves."),
  fitConfirmedOn: IsoDate.optional().describe(
    "When somebody of the counterpart with mandate and topics was confirmed.",
  ),
  minutesSentOn: IsoDate.optional(),
  minutesConfirmedOn: IsoDate.optional(),
  topics: list(
    z.strictObject({
      title: Text,
      breakId: Text.optional().describe("Key of the break of the line it is about."),
    }),
  ),
});

export const CommitmentActInFile = z
  .strictObject({
    kind: CommitmentActKind,
    side: DialogueSide.describe("Who says it."),
    on: IsoDate,
    what: Text.optional().describe("What is promised: for `made`, `corrected` and `postponed`."),
    dueOn: IsoDate.optional(),
    reason: Text.optional(),
    shownBy: ShownBy.optional().describe("What shows that it was done."),
    via: z.enum(["account", "link"]).default("account"),
  })
  .check(({ value, issues }) => {
    const refuse = (key: string, message: string): void => {
      issues.push({ code: "custom", input: value, path: [key], message });
    };
    const puts = ["made", "corrected", "postponed"].includes(value.kind);
    if (puts && value.what === undefined) refuse("what", "Say what is promised.");
    if (!puts && value.what !== undefined)
      refuse("what", `'${value.kind}' puts no wording forward.`);
    if (!puts && value.dueOn !== undefined)
      refuse("dueOn", `'${value.kind}' puts no date forward.`);
    const needsReason = ["corrected", "postponed", "refused", "disputed", "released"];
    if (needsReason.includes(value.kind) && value.reason === undefined)
      refuse("reason", "Say why.");
    if (value.shownBy !== undefined && value.kind !== "fulfilled")
      refuse("shownBy", "What shows it goes with `fulfilled`.");
  });

export const CommitmentInFile = z
  .strictObject({
    debtor: DialogueSide.describe("Who owes it."),
    debtorName: Text.describe("Organisation; a role, never a person."),
    debtorRole: Text.optional(),
    meeting: z
      .int()
      .positive()
      .optional()
      .describe("Number of the meeting of this series at which it was made, from 1."),
    about: Text.optional().describe("Break or topic it is for."),
    acts: z.array(CommitmentActInFile).min(1).describe("All that was said of it, oldest first."),
  })
  .check(({ value, issues }) => {
    for (const [at, act] of value.acts.entries()) {
      const refuse = (key: string, message: string): void => {
        issues.push({ code: "custom", input: value, path: ["acts", at, key], message });
      };
      if ((act.kind === "made") !== (at === 0))
        refuse("kind", at === 0 ? "It begins with `made`." : "It is made once.");
      const before = value.acts[at - 1];
      if (before !== undefined && act.on < before.on)
        refuse("on", "It is said before what was said last.");
    }
  });

export const SeriesInFile = z
  .strictObject({
    title: Text,
    counterpart: Text,
    counterpartRole: CounterpartRole.default("supplier"),
    basis: SeriesBasis.default("contract"),
    issues: list(Text),
    cadenceMonths: z.int().positive().max(60).optional(),
    openedOn: IsoDate,
    closedOn: IsoDate.optional(),
    meetings: list(MeetingInFile).describe("In the order of their numbers."),
    commitments: list(CommitmentInFile),
  })
  .check(({ value, issues }) => {
    for (const [at, { meeting }] of value.commitments.entries())
      if (meeting !== undefined && meeting > value.meetings.length)
        issues.push({
          code: "custom",
          input: value,
          path: ["commitments", at, "meeting"],
          message: `The series has no meeting ${meeting}.`,
        });
  });
export type SeriesInFile = z.infer<typeof SeriesInFile>;
