/** Drafts the formal request for disclosure that most lines begin with: to be read, changed and sent by a person. */
import type { ContractCondition, ContractFact, IsoDate, ProductLine } from "@throughline/domain";
import { isTracingClause } from "./clause-duties.ts";
import { compareText, distinctSorted } from "./compare-text.ts";
import { listNames, say } from "./say.ts";
import { nameProduct } from "./trace-products.ts";

/** A letter ready to be read over and sent. `text` has paragraphs separated by empty lines. */
export interface RequestDraft {
  readonly addressee: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * Drafts the request.
 *
 * @param input.questions further questions in full sentences, for instance those the risk of the category suggests
 * @param input.components components to ask for where no clause names any
 * @example draftRequest({ contract, products: [], addressee: "Cedar IT", dueOn: "2026-12-18", components: [], questions: [] }).subject
 */
export function draftRequest(input: {
  readonly contract: ContractFact;
  readonly products: readonly ProductLine[];
  readonly addressee: string;
  readonly dueOn: IsoDate | null;
  readonly components: readonly string[];
  readonly questions: readonly string[];
}): RequestDraft {
  const { contract, addressee } = input;
  const conditions: ContractCondition[] = contract.conditions
    .filter(isTracingClause)
    .sort((a, b) => compareText(a.clause, b.clause) || compareText(a.id, b.id));
  const names = listNames(distinctSorted(input.products.map(nameProduct)), 12);
  const buyer = contract.buyer?.name ?? contract.authority?.name ?? null;
  const about = {
    title: contract.title,
    reference: contract.reference,
    buyer,
    products: names.list,
    more: names.more,
    count: input.products.length,
  };
  const named = distinctSorted(conditions.flatMap((condition) => condition.components));
  const components = (named.length > 0 ? named : distinctSorted(input.components)).join("; ");
  const bullets = [
    say("request.site").text,
    ...(components === "" ? [] : [say("request.component", { components }).text]),
    say("request.period").text,
    ...input.questions.map((question) => say("request.ask", { question }).text),
  ];
  const passOn =
    contract.supplier !== null &&
    contract.supplier.name === addressee &&
    contract.brands.length > 0;
  const paragraphs = [
    say("request.greeting", { addressee }).text,
    say(input.products.length > 0 ? "request.opening" : "request.opening_all", about).text,
    ...(conditions.length === 0
      ? [say("request.no_clause").text]
      : conditions.map(({ clause, summary }) => say("request.clause", { clause, summary }).text)),
    [say("request.list").text, ...bullets.map((bullet) => `- ${bullet}`)].join("\n"),
    ...(passOn ? [say("request.pass_on").text] : []),
    say("request.candour").text,
    ...(input.dueOn === null ? [] : [say("request.due", { due: input.dueOn }).text]),
    [contract.followUp?.person, buyer]
      .filter((part) => part !== undefined && part !== null)
      .join(", "),
  ];
  return {
    addressee,
    subject: say("request.subject", about).text,
    text: paragraphs.filter((one) => one !== "").join("\n\n"),
  };
}
