/** The conditions that hold for a contract: its framework's, with their origin, and its own. */
import type { ContractCondition } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { conditionOf } from "./describe-contract.ts";
import { readConditions, readContracts } from "./line.store.ts";

/** Lists them as they stand now; empty for a contract the acting organisation may not see. */
export async function listConditions(work: Work, contractId: string): Promise<ContractCondition[]> {
  const [contract] = await readContracts(work.tx, [contractId]);
  if (contract === undefined) return [];
  const { framework_id: frameworkId, framework_title: title } = contract;
  const rows = await readConditions(
    work.tx,
    frameworkId === null ? [contractId] : [contractId, frameworkId],
  );
  const of = (id: string, from: string | null): ContractCondition[] =>
    rows.filter((row) => row.contract_id === id).map((row) => conditionOf(row, from));
  return [...(frameworkId === null ? [] : of(frameworkId, title)), ...of(contractId, null)];
}
