/** One letter about several contracts, in our own words. */
import { nameFamily, type ContractFact, type ProductLine } from "@throughline/domain";
import { sayDate } from "@throughline/tracing";
import type { DueDay } from "./requests.policy.ts";
import type { Letter } from "./write-letter.ts";

/** A contract with the products that are asked about; none: the contract as a whole. */
export interface ContractAsked {
  readonly contract: ContractFact;
  readonly products: readonly ProductLine[];
}

/** Longer lists are not read in a letter; the request itself names every product. */
const mostNamed = 12;

export function writeLetterForMany(input: {
  readonly asked: readonly ContractAsked[];
  readonly addressee: string;
  readonly due: DueDay;
  readonly sender: string;
}): Letter {
  const { asked, addressee, due, sender } = input;
  return {
    subject: `Where our products are made: ${asked.length} contracts`,
    body: [
      `Dear ${addressee},`,
      `We buy from you under ${asked.length} contracts and ask you once for all of them. Please tell us at which production sites the products below are made.`,
      ...asked.map(describeContract),
      "For each product, please name the site of final assembly with its legal name and full address, and the sites of the main components as far as you know them. Say whether a product is made at a site, or at one of several.",
      "If you cannot say something, that and the reason is an answer too. What you answer once counts for every contract named here.",
      `Please answer by ${sayDate(due.on)}. ${due.inLetter(sayDate)}`,
      sender,
    ].join("\n\n"),
  };
}

function describeContract({ contract, products }: ContractAsked): string {
  const names = [...new Set(products.map(nameFamily))];
  const shown = names.slice(0, mostNamed);
  const more = names.length - shown.length;
  const clauses = contract.conditions.filter(
    ({ requirement, tiers }) => requirement === "disclose_sites" || tiers.length > 0,
  );
  return [
    `${contract.title} (${contract.reference})`,
    ...(names.length === 0
      ? ["- all products of the contract"]
      : [...shown.map((name) => `- ${name}`), ...(more > 0 ? [`- and ${more} more`] : [])]),
    ...clauses.map(({ clause, summary }) => `Clause ${clause}: ${summary}`),
  ].join("\n");
}
