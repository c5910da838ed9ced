/** Plants a contract with products straight into the tables, for tests that are not about contracts. */
import { randomUUID } from "node:crypto";
import type { Tx } from "@throughline/db";
import type { Actor } from "@throughline/domain";
import { makeWork, type Work } from "../platform/api.ts";

/** Work as a route would give it, on a fixed day. */
export function workOf(tx: Tx, actor: Actor, now = new Date("2026-11-20T09:00:00Z")): Work {
  return makeWork({ tx, actor, tokenId: null, now });
}

export interface PlantedContract {
  readonly contractId: string;
  /** In the order of `products`. */
  readonly productIds: readonly string[];
}

/** A stand-alone contract; products are `[brand, family, part number]`. */
export async function plantContract(
  work: Work,
  products: readonly (readonly [brand: string, family: string, partNumber?: string])[] = [
    ["Lenovo", "IdeaPad 3"],
  ],
): Promise<PlantedContract> {
  const contractId = randomUUID();
  await work.tx
    .insertInto("contracts")
    .values({
      id: contractId,
      organisation_id: work.actor.organisationId,
      kind: "stand_alone",
      reference: contractId.slice(0, 8),
      title: "Laptops",
    })
    .execute();
  const productIds = products.map(() => randomUUID());
  if (products.length > 0) {
    await work.tx
      .insertInto("product_lines")
      .values(
        products.map(([brand, family, partNumber], position) => ({
          id: productIds[position] ?? randomUUID(),
          contract_id: contractId,
          organisation_id: work.actor.organisationId,
          brand,
          family,
          part_number: partNumber ?? null,
          position,
        })),
      )
      .execute();
  }
  return { contractId, productIds };
}
