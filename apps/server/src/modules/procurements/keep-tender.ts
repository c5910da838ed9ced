/** Keeps a procurement that is known from elsewhere, with the contract that came of it. */
import { randomUUID } from "node:crypto";
import type { ProcurementFacts } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { linkToProcurement } from "../contracts/index.ts";
import { keepNew } from "./create-procurement.ts";

/**
 * Keeps it as it was, published and awarded, without the gate: what is over cannot be kept from being published. Its
 * mismatches show all the same. Ids are made anew.
 */
export async function keepTender(
  work: Work,
  contractId: string,
  facts: ProcurementFacts,
  more: { readonly invented?: boolean } = {},
): Promise<string> {
  const ids = new Map(facts.instances.map(({ id }) => [id, randomUUID()]));
  const idOf = (id: string): string => ids.get(id) ?? id;
  const content = {
    facts: {
      ...facts,
      id: "",
      instances: facts.instances.map((one) => ({ ...one, id: idOf(one.id) })),
      promises: facts.promises.map((one) => ({
        ...one,
        id: randomUUID(),
        criterionId: one.criterionId === null ? null : idOf(one.criterionId),
      })),
    },
    ocid: null,
    noticeId: null,
    riskOverride: null,
    frameworkId: null,
  };
  const id = await keepNew(work, content, "create-procurement", {}, more);
  await linkToProcurement(work, contractId, id, []);
  return id;
}
