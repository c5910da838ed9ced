/** Disclosures as they are shown. */
import type { Disclosure } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import {
  countOutcomes,
  findDisclosure,
  findDisclosures,
  findRows,
  holdsContract,
  type DisclosureRecord,
  type OutcomeCounts,
  type TakenRow,
} from "./disclosures.store.ts";

/** Disclosures of one contract, newest first. */
export async function listDisclosures(
  work: Work,
  { id }: { readonly id: string },
): Promise<{ items: Disclosure[] }> {
  if (!(await holdsContract(work, id))) throw new AppError("not_found");
  const records = await findDisclosures(work, id);
  const counts = await countOutcomes(
    work,
    records.map((record) => record.id),
  );
  return { items: records.map((record) => show(record, counts.get(record.id))) };
}

/** One disclosure with every row as it ended. */
export async function getDisclosure(
  work: Work,
  { disclosureId }: { readonly disclosureId: string },
): Promise<Disclosure & { rows: TakenRow[] }> {
  const record = await findDisclosure(work, disclosureId);
  if (record === undefined) throw new AppError("not_found");
  const counts = await countOutcomes(work, [disclosureId]);
  return { ...show(record, counts.get(disclosureId)), rows: await findRows(work, disclosureId) };
}

const noRows: OutcomeCounts = { read: 0, accepted: 0, corrected: 0, rejected: 0 };

function show(record: DisclosureRecord, counts: OutcomeCounts = noRows): Disclosure {
  return {
    id: record.id,
    contractId: record.contract_id,
    title: record.title,
    declaredBy: record.declared_by,
    brand: record.brand,
    asOf: record.as_of,
    receivedOn: record.received_on,
    withdrawnOn: record.withdrawn_on,
    withdrawnReason: record.withdrawn_reason,
    format: record.format,
    fileName: record.file_name,
    truncated: record.truncated,
    alternatives: record.alternatives,
    foreignMarket: record.foreign_market,
    notes: [...record.notes, ...record.link_notes],
    counts,
    recordedAt: record.recorded_at.toISOString(),
  };
}
