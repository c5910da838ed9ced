/** Drafts one request about several contracts, in the words of a template or our own. Nothing is saved. */
import { AppError, nameFamily, type IsoDate } from "@throughline/domain";
import { sayDate } from "@throughline/tracing";
import type { Work } from "../../platform/api.ts";
import { traceContracts, type GatheredFacts } from "../line/index.ts";
import { findOrganisation } from "../organisations/index.ts";
import { chooseProducts, draftContractRequest, type DraftedRequest } from "./draft-request.ts";
import { fillTemplate } from "./fill-template.ts";
import { refuseUnknownPlaceholders } from "./keep-templates.ts";
import { chooseDueDay, type DueDay } from "./requests.policy.ts";
import type { RequestContract } from "./requests.store.ts";
import { refuseKeptElsewhere } from "./require-own-contract.ts";
import { findTemplate } from "./templates.store.ts";
import { writeLetterForMany, type ContractAsked } from "./write-letter-for-many.ts";

export async function draftForMany(
  work: Work,
  input: {
    readonly contracts: readonly RequestContract[];
    readonly brand: string | null;
    readonly templateId: string | null;
  },
): Promise<DraftedRequest> {
  const { templateId } = input;
  const template =
    templateId === null
      ? null
      : ((await findTemplate(work.tx, work.actor.organisationId, { id: templateId })) ??
        refuseTemplate());
  const [only] = input.contracts;
  if (template === null && only !== undefined && input.contracts.length === 1)
    return draftContractRequest(work, {
      id: only.contractId,
      brand: input.brand,
      productIds: only.productIds,
    });

  const asked = await gatherAsked(work, input);
  const due = chooseEarliest(asked, work.today);
  const suppliers = new Set(asked.flatMap(({ facts }) => facts.contract.supplier?.name ?? []));
  const [supplier] = suppliers;
  const addressee =
    suppliers.size === 1 && supplier !== undefined ? supplier : (input.brand ?? "the supplier");
  const sender = await nameSender(work, asked);
  const letter =
    template === null
      ? writeLetterForMany({ asked, addressee, due, sender })
      : fillWords(template, { asked, addressee, due, sender });
  return {
    addressee,
    brand: input.brand,
    ...letter,
    productIds: asked.flatMap(({ products }) => products.map((product) => product.id)),
    dueOn: due.on,
    dueBecause: due.because(sayDate),
  };
}

function refuseTemplate(): never {
  throw new AppError("reference_unknown", "There is no such template here.", [
    { path: "/templateId", message: "Choose one of your templates." },
  ]);
}

async function gatherAsked(
  work: Work,
  input: { readonly contracts: readonly RequestContract[]; readonly brand: string | null },
): Promise<(ContractAsked & { readonly facts: GatheredFacts["facts"] })[]> {
  const ids = [...new Set(input.contracts.map((one) => one.contractId))];
  const traced = await traceContracts(work, ids, work.today);
  return ids.map((id) => {
    const one = traced.get(id);
    if (one === undefined) throw new AppError("not_found", "There is no such contract here.");
    if (one.keptElsewhere) refuseKeptElsewhere();
    const productIds = input.contracts
      .filter((contract) => contract.contractId === id)
      .flatMap((contract) => contract.productIds);
    const products = chooseProducts(one.facts.products, one.line, {
      brand: input.brand,
      productIds,
    });
    return { contract: one.facts.contract, products, facts: one.facts };
  });
}

/** The earliest day that a clause of any of the contracts gives; where none does, four weeks. */
function chooseEarliest(asked: readonly ContractAsked[], today: IsoDate): DueDay {
  const days = asked.map(({ contract }) => ({ contract, due: chooseDueDay(contract, today) }));
  const byClause = days.filter(({ due }) => due.clause !== null);
  // Days of our own habit are all the same day: a clause whose day has passed says more than none.
  const found = (byClause.length > 0 ? byClause : days).reduce((a, b) =>
    b.due.on < a.due.on || (b.due.on === a.due.on && b.due.missed && !a.due.missed) ? b : a,
  );
  if (asked.length === 1) return found.due;
  const { reference } = found.contract;
  if (found.due.clause === null) {
    if (!found.due.missed) return found.due;
    return { ...found.due, because: (day) => `${found.due.because(day)} (${reference})` };
  }
  return {
    ...found.due,
    because: (day) =>
      `${found.due.because(day)} (${reference}, the earliest of ${asked.length} contracts)`,
  };
}

async function nameSender(work: Work, asked: readonly ContractAsked[]): Promise<string> {
  const people = new Set(asked.flatMap(({ contract }) => contract.followUp?.person ?? []));
  const name = (await findOrganisation(work.tx, work.actor.organisationId))?.name ?? "";
  const [person] = people;
  return people.size === 1 && person !== undefined ? `${person}, ${name}` : name;
}

function fillWords(
  template: { readonly subject: string; readonly body: string },
  input: {
    readonly asked: readonly ContractAsked[];
    readonly addressee: string;
    readonly due: DueDay;
    readonly sender: string;
  },
): { subject: string; body: string } {
  // A template kept by an earlier version may hold what this one does not know.
  refuseUnknownPlaceholders(template);
  const { asked, addressee, due, sender } = input;
  const products = asked.flatMap((one) => one.products);
  const clauses = asked.flatMap(({ contract }) =>
    contract.conditions
      .filter(({ requirement, tiers }) => requirement === "disclose_sites" || tiers.length > 0)
      .map(({ clause, summary }) => `clause ${clause} of ${contract.reference}: ${summary}`),
  );
  const values = {
    supplier: addressee,
    contracts: asked
      .map(({ contract: { title, reference } }) => `${title} (${reference})`)
      .join("; "),
    products:
      products.length === 0
        ? "all products of the contract"
        : [...new Set(products.map(nameFamily))].join("; "),
    due: sayDate(due.on),
    clause: clauses.length === 0 ? "(no clause is recorded)" : [...new Set(clauses)].join("; "),
    sender,
  };
  return {
    subject: fillTemplate(template.subject, values).slice(0, 300),
    body: fillTemplate(template.body, values),
  };
}
