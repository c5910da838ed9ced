/** What was done to a procurement, newest first; and undoing the latest. */
import type { ProcurementAct } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import {
  changeProcurement,
  loadVersion,
  requirePublisher,
  Snapshot,
  type ActKind,
} from "./change-procurement.ts";
import { loadProcurement } from "./load-procurement.ts";
import { markUndone, readActs, type StoredAct } from "./procurement-acts.store.ts";
import { sayProcurement } from "./procurement-sentences.ts";

const About = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** An act as it is told. */
export function describeAct(act: StoredAct): ProcurementAct {
  return {
    id: act.id,
    kind: act.kind,
    // Only `changeProcurement` writes acts, and only of these kinds.
    sentence: sayProcurement(`act.${act.kind as ActKind}`, About.parse(act.about)),
    reason: act.reason,
    by: act.by,
    at: act.doneAt.toISOString(),
    undone: act.undone,
  };
}

export async function listActs(
  work: Work,
  input: {
    readonly id: string;
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<{ items: ProcurementAct[]; next: string | null }> {
  await loadProcurement(work, input.id);
  const before =
    input.after === undefined ? null : decodeCursor(input.after, z.tuple([z.int()]))[0];
  const acts = await readActs(work, input.id, { before, limit: input.limit + 1 });
  const { rows, next } = cutPage(acts, input.limit, ({ sequence }) => [sequence]);
  return { items: rows.map(describeAct), next };
}

/** Undoes the latest act: the procurement is again what it was before. Waivers are taken back by themselves. */
export async function undoAct(
  work: Work,
  input: { readonly id: string; readonly version: number; readonly actId: string },
): Promise<{ version: number }> {
  const loaded = await loadVersion(work, input);
  const [last] = await readActs(work, input.id, { before: null, limit: 1 });
  if (last === undefined || last.id !== input.actId)
    throw new AppError("conflict", "Something was done since; only the latest act can be undone.");
  if (last.before === null || last.undone || last.versionAfter !== loaded.version)
    throw new AppError("stage_does_not_allow", "This act cannot be undone.");
  const before = Snapshot.parse(last.before);
  // Undoing a publication, or that it was taken back, is publishing: with the same right, and never round the gate.
  if (before.facts.stage !== loaded.facts.stage) requirePublisher(work);
  await markUndone(work, last.id);
  const version = await changeProcurement(work, loaded, {
    kind: "undo-act",
    about: {},
    content: before,
    undoable: false,
  });
  return { version };
}
