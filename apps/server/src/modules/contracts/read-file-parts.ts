/** Turns parts of a contract file into what a contract is made from. */
import { ContractInput } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { ContractFile, PartyInFile } from "@throughline/interchange";
import type { z } from "zod";

/** A party of the file as a contract takes it. */
export function partyOf(party: PartyInFile | undefined): unknown {
  return party === undefined ? null : { ...party, country: party.country ?? null };
}

/** The parties of the file by role. */
export function partiesOf(file: ContractFile): Record<string, unknown> {
  return {
    buyer: partyOf(file.buyer),
    authority: partyOf(file.authority),
    supplier: partyOf(file.supplier),
    brands: file.brands.map(partyOf),
  };
}

/** The file's schema is wider than what can be kept (lengths, numbers of entries): the rest is refused by place. */
export function asInput(value: unknown, prefix: string): ContractInput {
  const parsed: z.ZodSafeParseResult<ContractInput> = ContractInput.safeParse(value);
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.map((issue) => ({
    path: `${prefix}/${issue.path.map(String).join("/")}`,
    message: issue.message,
  }));
  throw new AppError("contract_file_invalid", details[0]?.message, details);
}
