/** From a contract file to the dated facts of its KPIs, without a server. What is entered by people is kept by a server alone. */
import { defaultBandScheme, type KpiFacts } from "@throughline/domain";
import { settleDialogue, type ContractFile } from "@throughline/interchange";
import { assembleLineFacts, type ReadSource } from "./assemble-line-facts.ts";

/** Assembles them as far as the file goes: every fact with its day, so that any day can be asked for. */
export async function assembleKpiFacts(
  file: ContractFile,
  sources: readonly ReadSource[],
  today: string,
): Promise<KpiFacts> {
  const { facts, named } = await assembleLineFacts(file, sources, { asOf: today, today });
  return {
    format: "throughline-kpi-facts/1",
    gatheredOn: today,
    currency: facts.currency,
    contract: facts.contract,
    products: facts.products,
    requests: facts.requests.map((request) => ({ ...request, withdrawnOn: null, dueBefore: [] })),
    answers: facts.answers,
    disclosures: facts.disclosures,
    sites: [{ from: null, sites: facts.sites, links: facts.links, named: [...named] }],
    dialogue: settleDialogue(file) ?? { series: [], meetings: [], commitments: [] },
    evidence: facts.disclosures.map(({ id, title, receivedOn, withdrawnOn }) => ({
      id,
      title,
      from: receivedOn,
      until: withdrawnOn,
      elsewhere: [],
    })),
    added: [],
    entries: [],
    bands: defaultBandScheme,
  };
}
