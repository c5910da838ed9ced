/** Changes what is recorded of a contract: only the fields that were sent. */
import type { ContractRevision, Party } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { checkContract, kindAfter, type ContractShape } from "./contracts.policy.ts";
import {
  contractColumns,
  listParties,
  setParties,
  updateContract,
  type ContractRow,
} from "./contracts.store.ts";
import { checkReferences } from "./create-contract.ts";
import { describeForAudit } from "./describe-for-audit.ts";
import { requireOwnContract } from "./require-contract.ts";
import { setSuppliers } from "./set-suppliers.ts";
import { partiesOf } from "./show-contract.ts";

/** Revises the contract if nobody changed it since; the whole must still hold together. */
export async function reviseContract(
  work: Work,
  input: z.infer<typeof ContractRevision>,
): Promise<{ version: number }> {
  const row = await requireOwnContract(work, input.id);
  const { organisationId } = work.actor;
  const current = shapeOf(row, partiesOf(await listParties(work.tx, row.id)));
  const { id, version, ...given } = input;
  const changes = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Partial<ContractShape>; // the same fields, without those that were left out
  const merged: ContractShape = { ...current, ...changes };
  merged.kind = kindAfter(row.kind as ContractShape["kind"], merged.frameworkId); // the column's check constraint holds the vocabulary
  const check = checkContract(merged);
  if (!check.ok) throw new AppError(check.code, check.details[0]?.message, check.details);
  await checkReferences(work, {
    frameworkId: changes.frameworkId === undefined ? null : merged.frameworkId,
    lotNumber: merged.lotNumber,
    followUp: changes.followUp ?? null,
  });

  const next = await updateContract(
    work.tx,
    organisationId,
    id,
    version,
    contractColumns(merged),
    work.now,
  );
  if (next === undefined) throw new AppError("conflict");
  for (const role of ["buyer", "authority"] as const) {
    const party = changes[role];
    if (party !== undefined)
      await setParties(work.tx, organisationId, id, role, party === null ? [] : [party]);
  }
  if (changes.supplier !== undefined)
    await setSuppliers(work, id, "supplier", changes.supplier === null ? [] : [changes.supplier]);
  if (changes.brands !== undefined) await setSuppliers(work, id, "brand", changes.brands);

  const before = Object.fromEntries(
    Object.entries(current).filter(([field]) => field in changes),
  ) as Partial<ContractShape>; // the same fields as the changes
  await recordAudit(work, {
    action: "revise-contract",
    subjectKind: "contract",
    subjectId: id,
    before: describeForAudit(before),
    after: describeForAudit(changes),
  });
  return { version: next };
}

function shapeOf(
  row: ContractRow,
  parties: Record<"buyer" | "authority" | "supplier", Party | null> & { readonly brands: Party[] },
): ContractShape {
  return {
    // The column's check constraint holds the vocabulary.
    kind: row.kind as ContractShape["kind"],
    reference: row.reference,
    title: row.title,
    frameworkId: row.framework_id,
    lotNumber: row.lot_number,
    ocid: row.ocid,
    ...parties,
    cpv: row.cpv,
    value:
      row.value_minor === null || row.currency === null
        ? null
        : { minorUnits: row.value_minor, currency: row.currency },
    awardedOn: row.awarded_on,
    signedOn: row.signed_on,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    extensionDecisionOn: row.extension_decision_on,
    followUp: {
      personId: row.follow_up_person_id,
      name: row.follow_up_name,
      hoursPerMonth: row.follow_up_hours_per_month,
    },
    knownCountries: row.known_countries,
    components: row.components,
  };
}
