/** Which laws bind a company on a day, and where a clause asks a firm for more than they do. */
import type { LawApplicability, laws as lawEndpoints } from "@throughline/contract";
import type { InferContractRouterOutputs } from "@orpc/contract";
import { AppError, type IsoDate } from "@throughline/domain";
import { currencyDecimals } from "@throughline/interchange";
import {
  applicableLaws,
  asksMoreThanLaw,
  laws,
  lookUpEcbRate,
  valuesOfCondition,
  type LawFacts,
  type LawVerdict,
} from "@throughline/requirements";
import type { Work } from "../../platform/api.ts";
import { listConditions } from "../line/index.ts";
import { openHouseLibrary } from "../requirements/index.ts";
import { gatherFacts, requireCompany } from "./company-facts.ts";
import { readContract } from "./facts.store.ts";
import { factKinds, factOf, sayWhom } from "./law-words.ts";

type Outputs = InferContractRouterOutputs<typeof lawEndpoints>;

/** The laws we know of. That one is not among them says nothing about it. */
export function listLaws(): Outputs["list"] {
  return {
    laws: laws.map((law) => ({
      law: law.id,
      name: law.name,
      jurisdiction: law.jurisdiction,
      kind: law.kind,
      binds: law.binds,
      confidence: law.confidence,
      sources: [...law.sources],
      cautions: [...law.cautions],
      editions: law.editions.map(({ inForceFrom, inForceUntil, appliesFrom, test }) => ({
        inForceFrom,
        inForceUntil,
        appliesFrom,
        binds: sayWhom(test),
      })),
      duties: law.duties.map((duty) => ({ ...duty })),
    })),
    facts: factKinds.map((fact) => ({ ...fact })),
  };
}

function tell(verdict: LawVerdict): LawApplicability {
  const { upcoming } = verdict;
  const ahead = upcoming === null ? null : upcoming.applies;
  return {
    law: verdict.law,
    name: verdict.name,
    jurisdiction: verdict.jurisdiction,
    kind: verdict.kind,
    binds: verdict.binds,
    // A law that binds nobody yet: whether it will bind this company is what there is to say.
    applies: ahead === "yes" ? "not_yet" : ahead === "unknown" ? "unknown" : verdict.applies,
    since: ahead === "yes" ? (upcoming?.from ?? null) : verdict.since,
    because: [...verdict.because],
    missingFacts: [...new Set(verdict.missingFacts.flatMap((fact) => factOf(fact) ?? []))],
    duties: verdict.duties.map((duty) => ({ ...duty })),
    confidence: verdict.confidence,
    sources: [...verdict.sources],
    cautions: [...verdict.cautions],
  };
}

/** Which of them bind a company on a day, by what was known of it then. */
export async function showApplicable(
  work: Work,
  input: { readonly supplierId?: string | undefined; readonly on?: IsoDate | undefined },
): Promise<Outputs["applicable"]> {
  const company = await requireCompany(work, input.supplierId);
  const on = input.on ?? work.today;
  const facts = await gatherFacts(work, company, on);
  return {
    whose: {
      name: company.name,
      country: facts.registeredIn ?? null,
      own: company.supplierId === null,
    },
    on,
    laws: applicableLaws(facts, on, lookUpEcbRate).map(tell),
  };
}

/** Clauses that ask the supplier for more than the laws that bind it; also those of which nobody can say yet. */
export async function showBeyondLaw(
  work: Work,
  input: { readonly contractId: string; readonly on?: IsoDate | undefined },
): Promise<Outputs["beyondLaw"]> {
  const contract = await readContract(work, input.contractId);
  if (contract === undefined) throw new AppError("not_found");
  const { supplier } = contract;
  if (supplier === null || supplier.supplier_id === null)
    return { supplier: supplier?.name ?? null, clauses: [] };
  const on = input.on ?? work.today;
  const company = await requireCompany(work, supplier.supplier_id);
  const known = await gatherFacts(work, company, on);
  const facts = withContract(known, contract);
  const verdicts = applicableLaws(facts, on, lookUpEcbRate);
  const library = await openHouseLibrary(work);
  const clauses = (await listConditions(work, contract.id)).flatMap((condition) => {
    const held = library.find(condition.requirement, condition.version ?? null);
    const compared = asksMoreThanLaw(
      {
        requirement: condition.requirement,
        parameters: held?.parameters ?? [],
        values: valuesOfCondition(condition),
      },
      facts,
      on,
      lookUpEcbRate,
      verdicts,
    );
    if (!compared.advice && compared.kind !== "unknown") return [];
    return [
      {
        conditionId: condition.id,
        clause: condition.clause,
        requirement: condition.requirement,
        title: held?.title ?? condition.requirement,
        says: [compared.sentence],
      },
    ];
  });
  return { supplier: supplier.name, clauses };
}

/** What a law about contracts asks of the contract itself. */
function withContract(
  facts: LawFacts,
  contract: NonNullable<Awaited<ReturnType<typeof readContract>>>,
): LawFacts {
  const { value_minor: minor, currency, kind, awarded_on: awardedOn } = contract;
  return {
    ...facts,
    figures: {
      ...facts.figures,
      ...(minor === null || currency === null
        ? {}
        : {
            contract_value: {
              value: minor / 10 ** currencyDecimals(currency),
              currency,
              asOf: awardedOn ?? contract.created_at.toISOString().slice(0, 10),
            },
          }),
    },
    statements: { ...facts.statements, contract_is_framework: kind === "framework" },
  };
}
