/** Puts a commitment of either side forward, or drafts one while a meeting goes on. The other side confirms it. */
import type { CommitmentInput } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { howItIsSaid, requireSeeing } from "../dialogues/index.ts";
import {
  insertAct,
  insertCommitment,
  insertOrigin,
  isAtTable,
  isOwnContract,
} from "./commitments.store.ts";
import { requireChannelForPromises } from "./require-channel-for-promises.ts";

export async function makeCommitment(work: Work, input: CommitmentInput): Promise<string> {
  const sitting = await requireSeeing(work, input.seriesId, "commitments");
  if (!input.share && (!sitting.hosts || input.meetingId === null))
    throw new AppError("input_invalid", "Only whoever writes the minutes drafts promises.", [
      { path: "/share", message: "Put it forward, or name the meeting whose minutes you write." },
    ]);
  await requireChannelForPromises(work, input.seriesId);
  await requireReferences(work, input);
  const { seriesId, share } = input;
  const id = await insertCommitment(work, input);
  const { contractId, breakId } = input;
  if (contractId !== null || breakId !== null)
    await insertOrigin(work, id, { contractId, breakId });
  await insertAct(work, {
    seriesId,
    commitmentId: id,
    side: sitting.side,
    kind: "made",
    on: work.today,
    what: input.what,
    dueOn: input.dueOn,
    reason: null,
    shownBy: null,
    ...(await howItIsSaid(work, seriesId)),
    toldBy: sitting.name,
    share,
  });
  // What is promised, and by which role, may name people: it stays out of the audit.
  await recordAudit(work, {
    action: share ? "make-commitment" : "draft-commitment",
    subjectKind: "commitment",
    subjectId: id,
    after: {
      seriesId,
      meetingId: input.meetingId,
      contractId,
      debtor: input.debtor,
      dueOn: input.dueOn,
    },
  });
  return id;
}

/** What is named must be at this table; the contract must be our own. Another's reads like one that is not there. */
async function requireReferences(work: Work, input: CommitmentInput): Promise<void> {
  const { seriesId, contractId } = input;
  const named = [
    ["meetings", input.meetingId, "/meetingId"],
    ["agenda_items", input.agendaItemId, "/agendaItemId"],
    ["dialogue_threads", input.threadId, "/threadId"],
  ] as const;
  for (const [table, id, path] of named)
    if (id !== null && !(await isAtTable(work.tx, table, id, seriesId)))
      throw new AppError("reference_unknown", undefined, [
        { path, message: "Choose one of this series." },
      ]);
  if (contractId !== null && !(await isOwnContract(work, contractId)))
    throw new AppError("reference_unknown", "There is no such contract here.", [
      { path: "/contractId", message: "Choose one of your own contracts, or leave it out." },
    ]);
}
