/** Changes the mailbox, language or country of a supplier. A mailbox may be a person's: it stands sealed in the audit. */
import { AppError } from "@throughline/domain";
import { subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { findSupplier, updateSupplier, type SupplierChange } from "./suppliers.store.ts";

export async function reviseSupplier(
  work: Work,
  input: SupplierChange & { readonly id: string; readonly version: number },
): Promise<{ version: number }> {
  const { tx, actor } = work;
  const before = await findSupplier(tx, actor.organisationId, input.id);
  if (before === undefined) throw new AppError("not_found", "There is no such supplier here.");
  const { id, version, ...change } = input;
  const next = await updateSupplier(tx, actor.organisationId, id, version, change);
  if (next === undefined) throw new AppError("conflict");
  const seal = async (email: string | null): Promise<unknown> =>
    email === null ? null : sealPersonal(work, subjectOf(actor), email);
  await recordAudit(work, {
    action: "revise-supplier",
    subjectKind: "supplier",
    subjectId: id,
    before: {
      language: before.language,
      country: before.country,
      ...(change.email === undefined ? {} : { email: await seal(before.email) }),
    },
    after: {
      ...(change.language === undefined ? {} : { language: change.language }),
      ...(change.country === undefined ? {} : { country: change.country }),
      ...(change.email === undefined ? {} : { email: await seal(change.email) }),
    },
  });
  return { version: next };
}

/** Keeps the address a request goes to as the supplier's mailbox, where none is known. */
export async function rememberMailbox(
  work: Work,
  supplierId: string,
  email: string,
): Promise<void> {
  const supplier = await findSupplier(work.tx, work.actor.organisationId, supplierId);
  if (supplier === undefined || supplier.email !== null) return;
  await reviseSupplier(work, { id: supplier.id, version: supplier.version, email });
}
