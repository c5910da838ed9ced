/** Enters figures and judgements, corrects them, takes them back. An entry is never changed: a later one names it. */
import type { KpiEntryInput } from "@throughline/contract";
import { AppError, type KpiEntry } from "@throughline/domain";
import { subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { checkEntry, type GivenEntry } from "./kpis.policy.ts";
import {
  findEntry,
  insertEntry,
  readEntries,
  type NewEntry,
  type StoredEntry,
} from "./kpis.store.ts";
import { openContractKpis, requireOwnContract } from "./open-kpis.ts";
import { performDuties, takeBackDuties } from "./perform-duties.ts";

function entryOf(kpi: string, given: GivenEntry, replaces: string | null): NewEntry {
  return { kpi, kind: given.judgement === null ? "figure" : "judgement", ...given, replaces };
}

/** Refuses what cannot be taken: field by field, and days to come. */
export function requireEntry(work: Work, kpi: string, given: GivenEntry): void {
  const details = checkEntry(kpi, given);
  if (details.length > 0)
    throw new AppError(
      details[0]?.path === "/kpi" ? "reference_unknown" : "input_invalid",
      details[0]?.message,
      details,
    );
  if (given.to > work.today)
    throw new AppError("date_in_future", undefined, [
      { path: "/to", message: "Give today's date or an earlier one." },
    ]);
}

/** What stands for the same KPI, days and kind. */
export function findStanding(
  entries: readonly StoredEntry[],
  { kpi, kind, from, to }: Pick<KpiEntry, "kpi" | "kind" | "from" | "to">,
): StoredEntry | undefined {
  return entries.find(
    (one) =>
      one.replacedBy === null &&
      one.kind === kind &&
      one.kpi === kpi &&
      one.from === from &&
      one.to === to,
  );
}

/** Writes an entry with its audit entry. Whether it may be written was asked before. */
export async function keepEntry(work: Work, contractId: string, entry: NewEntry): Promise<string> {
  const id = await insertEntry(work, contractId, entry);
  const { note, evidence, ...told } = entry;
  const seal = async (text: string) =>
    text === "" ? null : sealPersonal(work, subjectOf(work.actor), text);
  await recordAudit(work, {
    action:
      entry.kind === "taken_back"
        ? "take-back-kpi-entry"
        : entry.replaces === null
          ? "enter-kpi"
          : "correct-kpi-entry",
    subjectKind: "kpi_entry",
    subjectId: id,
    after: {
      contractId,
      ...told,
      note: await seal(note),
      evidence:
        evidence === null
          ? null
          : { title: await seal(evidence.title), reference: await seal(evidence.reference) },
    },
  });
  return id;
}

/** Performs what an entry performs: the duties to measure of its period. */
export async function performByEntry(
  work: Work,
  contractId: string,
  entryId: string,
  { kpi, to }: Pick<KpiEntry, "kpi" | "to">,
): Promise<number> {
  const { measured } = await openContractKpis(work, contractId, work.today);
  return performDuties(work, measured, { contractId, kpi, day: to, entryId, note: "" });
}

/** Enters one. What stands for the same days already is corrected, not entered beside it. */
export async function enterFigure(
  work: Work,
  { id: contractId, kpi, ...given }: KpiEntryInput & { readonly id: string },
): Promise<{ entryId: string; dutiesPerformed: number }> {
  await requireOwnContract(work, contractId);
  requireEntry(work, kpi, given);
  const entry = entryOf(kpi, given, null);
  if (findStanding(await readEntries(work, [contractId]), entry) !== undefined)
    throw new AppError("already_exists", "A figure stands for these days; correct it instead.");
  const entryId = await keepEntry(work, contractId, entry);
  return { entryId, dutiesPerformed: await performByEntry(work, contractId, entryId, entry) };
}

async function requireOpenEntry(work: Work, entryId: string): Promise<StoredEntry> {
  const entry = await findEntry(work, entryId);
  if (entry === undefined || entry.kind === "taken_back") throw new AppError("not_found");
  if (entry.replacedBy !== null)
    throw new AppError("conflict", "It has been corrected or taken back already.");
  return entry;
}

/** Corrects one: both are kept, the later one counts. */
export async function correctEntry(
  work: Work,
  { entryId, ...given }: GivenEntry & { readonly entryId: string },
): Promise<{ entryId: string }> {
  const before = await requireOpenEntry(work, entryId);
  requireEntry(work, before.kpi, given);
  const entry = entryOf(before.kpi, given, before.id);
  const other = findStanding(await readEntries(work, [before.contractId]), entry);
  if (other !== undefined && other.id !== before.id)
    throw new AppError("already_exists", "Another figure stands for these days.");
  return { entryId: await replaceEntry(work, before, entry) };
}

/** Writes what replaces an entry, and lets the duties follow. */
export async function replaceEntry(
  work: Work,
  before: StoredEntry,
  entry: NewEntry,
): Promise<string> {
  const id = await keepEntry(work, before.contractId, entry);
  await takeBackDuties(work, before.id, "The figure it rested on was corrected.");
  await performByEntry(work, before.contractId, id, entry);
  return id;
}

/** Takes one back, with the duties it performed. */
export async function takeBackEntry(
  work: Work,
  { entryId, reason }: { readonly entryId: string; readonly reason: string },
): Promise<void> {
  const before = await requireOpenEntry(work, entryId);
  await keepEntry(work, before.contractId, {
    kpi: before.kpi,
    kind: "taken_back",
    from: before.from,
    to: before.to,
    numerator: null,
    denominator: null,
    value: null,
    judgement: null,
    note: reason,
    evidence: null,
    replaces: before.id,
  });
  await takeBackDuties(work, before.id, "The figure it rested on was taken back.");
}
