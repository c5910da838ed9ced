/** A procurement with its risk weighed: what every use case begins with. */
import type { ProcurementRisk } from "@throughline/contract";
import { AppError, type ProcurementFacts } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { weighRisk } from "../policies/index.ts";
import { readProcurements, type StoredProcurement } from "./procurements.store.ts";

export interface LoadedProcurement extends StoredProcurement {
  readonly risk: ProcurementRisk;
}

/** CPV codes of the procurement and its lots, each once. */
export function cpvOf(facts: Pick<ProcurementFacts, "cpv" | "lots">): string[] {
  return [...new Set([...facts.cpv, ...facts.lots.flatMap((lot) => lot.cpv)])];
}

/** Puts the weighed risk in, unless somebody said otherwise. */
export function putRisk(work: Work, stored: StoredProcurement): LoadedProcurement {
  const { level: weighed, because } = weighRisk(cpvOf(stored.facts), [], work.today);
  const level = stored.riskOverride?.level ?? weighed;
  return {
    ...stored,
    facts: { ...stored.facts, risk: level },
    risk: { level, weighed, because, overridden: stored.riskOverride },
  };
}

/** The procurement, or `not_found`: another's as one that does not exist. */
export async function loadProcurement(work: Work, id: string): Promise<LoadedProcurement> {
  const [stored] = await readProcurements(work, [id]);
  if (stored === undefined) throw new AppError("not_found", "There is no such procurement here.");
  return putRisk(work, stored);
}
