/** Adds product lines to a contract. */
import type { ProductInput } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { linkStandingDisclosures } from "../disclosures/index.ts";
import { checkProducts } from "./contracts.policy.ts";
import { insertProducts } from "./products.store.ts";
import { requireOwnContract } from "./require-contract.ts";

/** Adds the products behind those that are there. Disclosures that came before them and have no link yet are linked. */
export async function addProducts(
  work: Work,
  input: { readonly id: string; readonly products: readonly z.infer<typeof ProductInput>[] },
): Promise<{ ids: string[] }> {
  await requireOwnContract(work, input.id);
  const details = checkProducts(input.products);
  if (details.length > 0) throw new AppError("input_invalid", details[0]?.message, details);
  const ids = await insertProducts(work.tx, work.actor.organisationId, input.id, input.products);
  await recordAudit(work, {
    action: "add-products",
    subjectKind: "contract",
    subjectId: input.id,
    after: input.products.map((product, index) => ({ id: ids[index], ...product })),
  });
  await linkStandingDisclosures(work, input.id);
  return { ids };
}
