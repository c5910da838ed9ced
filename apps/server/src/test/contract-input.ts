/** What a contract is made from, with everything unknown that a test does not name. */
import { ContractInput } from "@throughline/contract";
import type { z } from "zod";

let made = 0;

/** A stand-alone contract with a reference of its own unless told otherwise. */
export function contractInput(given: Partial<z.input<typeof ContractInput>> = {}): ContractInput {
  made += 1;
  return ContractInput.parse({
    kind: "stand_alone",
    reference: `C-${made}`,
    title: `Contract ${made}`,
    ...given,
  });
}

/** A party by name. */
export function party(name: string): NonNullable<ContractInput["supplier"]> {
  return { name, country: null, invented: true, identifiers: [] };
}

/** A product line by brand and family. */
export function product(
  brand: string,
  family: string,
  partNumber: string | null = null,
): ContractInput["products"][number] {
  return { brand, family, partNumber, quantity: null, value: null, cpv: null };
}

/** A clause that asks for the sites of final assembly. */
export function siteClause(
  given: Partial<ContractInput["conditions"][number]> = {},
): ContractInput["conditions"][number] {
  return {
    clause: "14.2",
    requirement: "disclose_sites",
    summary: "The supplier names the sites of final assembly.",
    dueDays: 30,
    dueFrom: "request",
    refreshEveryMonths: 12,
    gatesExtension: true,
    tiers: ["final_assembly"],
    components: [],
    ...given,
  };
}
