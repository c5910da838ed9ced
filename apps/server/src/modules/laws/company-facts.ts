/** Facts about companies: recorded with day and source, never changed, taken back where they were wrong. */
import type { CompanyFactInput, CompanyFactRecord } from "@throughline/contract";
import { AppError, type CountryCode, type ErrorDetail, type IsoDate } from "@throughline/domain";
import {
  lawMetrics,
  lawStatements,
  type LawFacts,
  type LawFigure,
  type LawMetric,
  type LawStatement,
} from "@throughline/requirements";
import { may, subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { findSupplier } from "../suppliers/index.ts";
import {
  insertFact,
  markTakenBack,
  readFacts,
  readOwnCompany,
  type StoredFact,
} from "./facts.store.ts";
import { factKinds } from "./law-words.ts";

/** A company facts are about: a supplier of ours, or our own organisation. */
export interface Company {
  readonly supplierId: string | null;
  readonly name: string;
  readonly country: CountryCode | null;
}

/** The supplier, or our own organisation; another's supplier is as unknown as nobody's. */
export async function requireCompany(work: Work, supplierId: string | undefined): Promise<Company> {
  if (supplierId === undefined) return { supplierId: null, ...(await readOwnCompany(work)) };
  const supplier = await findSupplier(work.tx, work.actor.organisationId, supplierId);
  if (supplier === undefined) throw new AppError("not_found");
  return { supplierId, name: supplier.name, country: supplier.country };
}

/** Everything recorded, with its history. */
export async function listFacts(
  work: Work,
  input: { readonly supplierId?: string | undefined },
): Promise<{ facts: CompanyFactRecord[]; can: { write: boolean } }> {
  const { supplierId } = await requireCompany(work, input.supplierId);
  const facts = await readFacts(work, supplierId);
  return {
    facts: facts.map((one) => ({
      ...one,
      recordedAt: one.recordedAt.toISOString(),
      takenBackAt: one.takenBackAt?.toISOString() ?? null,
    })),
    can: { write: may(work, "supplier.write") },
  };
}

/** Records facts: all or none. */
export async function recordFacts(
  work: Work,
  input: {
    readonly supplierId?: string | undefined;
    readonly facts: readonly CompanyFactInput[];
  },
): Promise<{ ids: string[] }> {
  const { supplierId } = await requireCompany(work, input.supplierId);
  const details = input.facts.flatMap((fact, at) => checkFact(fact, `/facts/${at}`));
  if (details.length > 0) throw new AppError("input_invalid", details[0]?.message, details);
  const ahead = input.facts.findIndex(({ asOf }) => asOf > work.today);
  if (ahead >= 0)
    throw new AppError("date_in_future", undefined, [
      { path: `/facts/${ahead}/asOf`, message: "Give today's date or an earlier one." },
    ]);
  const ids: string[] = [];
  for (const fact of input.facts) {
    const id = await insertFact(work, supplierId, fact);
    await recordAudit(work, {
      action: "record-company-fact",
      subjectKind: "company_fact",
      subjectId: id,
      // Whoever told us may stand in the source.
      after: {
        supplierId,
        ...fact,
        source: await sealPersonal(work, subjectOf(work.actor), fact.source),
      },
    });
    ids.push(id);
  }
  return { ids };
}

function checkFact(fact: CompanyFactInput, path: string): ErrorDetail[] {
  const known = factKinds.find((one) => one.fact === fact.fact);
  if (known === undefined)
    return [{ path: `${path}/fact`, message: "No law we know asks for this." }];
  const faults: ErrorDetail[] = [];
  const kind = Array.isArray(fact.value)
    ? "countries"
    : typeof fact.value === "boolean"
      ? "statement"
      : "figure";
  if (kind !== known.kind)
    faults.push({
      path: `${path}/value`,
      message: {
        figure: "Give a number.",
        statement: "Say yes or no.",
        countries: "Give countries.",
      }[known.kind],
    });
  const single = known.fact === "registered_in" || known.fact === "buyer_country";
  if (single && Array.isArray(fact.value) && fact.value.length !== 1)
    faults.push({ path: `${path}/value`, message: "Give one country." });
  if (known.money !== (fact.currency !== null))
    faults.push({
      path: `${path}/currency`,
      message: known.money ? "Say in which currency." : "This is no amount of money.",
    });
  return faults;
}

/** Takes a fact back; that it was recorded stays known. */
export async function takeBackFact(
  work: Work,
  { factId }: { readonly factId: string },
): Promise<void> {
  const outcome = await markTakenBack(work, factId);
  if (outcome === "not_found") throw new AppError("not_found");
  if (outcome === "already") throw new AppError("conflict", "It has been taken back already.");
  await recordAudit(work, {
    action: "take-back-company-fact",
    subjectKind: "company_fact",
    subjectId: factId,
  });
}

/** The facts of a company as they were known on a day, in the shape the laws are tried on. */
export async function gatherFacts(work: Work, company: Company, on: IsoDate): Promise<LawFacts> {
  const latest = new Map<string, StoredFact>();
  for (const fact of await readFacts(work, company.supplierId))
    if (fact.takenBackAt === null && fact.asOf <= on && !latest.has(fact.fact))
      latest.set(fact.fact, fact);
  const said = (fact: string): boolean | null => {
    const value = latest.get(fact)?.value;
    return typeof value === "boolean" ? value : null;
  };
  const countries = (fact: string): readonly CountryCode[] => {
    const value = latest.get(fact)?.value;
    return Array.isArray(value) ? value : [];
  };
  const withGroup = said("figures_with_group");
  const figures: Partial<Record<LawMetric, LawFigure>> = {};
  for (const metric of lawMetrics) {
    const fact = latest.get(metric);
    if (typeof fact?.value === "number")
      figures[metric] = {
        value: fact.value,
        currency: fact.currency,
        asOf: fact.asOf,
        withGroup,
      };
  }
  const statements: Partial<Record<LawStatement, boolean>> = {};
  for (const statement of lawStatements) {
    const value = said(statement);
    if (value !== null) statements[statement] = value;
  }
  const own = await readOwnCompany(work);
  return {
    figures,
    inGroup: said("in_group"),
    registeredIn: countries("registered_in")[0] ?? company.country,
    businessIn: countries("business_in"),
    businessInAll: said("business_in_all") ?? false,
    buyerCountry: countries("buyer_country")[0] ?? own.country,
    statements,
  };
}
