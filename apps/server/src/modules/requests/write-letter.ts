/** The letter a contract manager would send: what is known, what is asked, by when and why then, how to answer. */
import type { ContractFact, ProductLine, ProductTrace } from "@throughline/domain";
import type { AskableItem } from "@throughline/risk";
import { draftRequest, sayDate } from "@throughline/tracing";
import type { DueDay } from "./requests.policy.ts";

/** Longer lists are not read; the products themselves are named above. */
const mostKnown = 8;

const worthSaying: ReadonlySet<ProductTrace["status"]> = new Set([
  "imprecise",
  "brand_level_only",
  "silent",
  "refused",
  "cannot_because",
  "withdrawn",
  "shown_false",
]);

export interface Letter {
  readonly subject: string;
  readonly body: string;
}

/** Writes the letter; nothing in it is invented: every sentence follows from the line, the clauses or the reference data. */
export function writeLetter(input: {
  readonly contract: ContractFact;
  readonly products: readonly ProductLine[];
  readonly traces: readonly ProductTrace[];
  readonly askable: readonly AskableItem[];
  readonly addressee: string;
  readonly due: DueDay;
}): Letter {
  const { contract, products, askable, due } = input;
  const draft = draftRequest({
    contract,
    products,
    addressee: input.addressee,
    dueOn: null,
    items: askable,
  });
  const signature = [contract.followUp?.person, contract.buyer?.name ?? contract.authority?.name]
    .filter((part) => part !== undefined)
    .join(", ");
  const paragraphs = draft.text.split("\n\n");
  if (signature !== "" && paragraphs.at(-1) === signature) paragraphs.pop();
  const known = listKnown(input.traces);
  if (known !== null) paragraphs.splice(2, 0, known);
  return {
    subject: draft.subject,
    body: [
      ...paragraphs,
      "Where you have them, please add the OS ID of each site and the number of its workers.",
      `Please answer by ${sayDate(due.on)}. ${due.inLetter(sayDate)}`,
      "A reply to this message is enough: a spreadsheet with one site per row, a list, or the manufacturer's own text, as it stands. Parts of an answer are welcome before the rest is there.",
      ...(signature === "" ? [] : [signature]),
    ].join("\n\n"),
  };
}

function listKnown(traces: readonly ProductTrace[]): string | null {
  const bySentence = new Map<string, string[]>();
  for (const trace of traces) {
    if (!worthSaying.has(trace.status)) continue;
    const names = bySentence.get(trace.sentence.text) ?? [];
    bySentence.set(trace.sentence.text, [...names, trace.family]);
  }
  if (bySentence.size === 0) return null;
  const lines = [...bySentence]
    .slice(0, mostKnown)
    .map(([sentence, names]) => `- ${[...new Set(names)].join(", ")}: ${sentence}`);
  const more = bySentence.size - lines.length;
  return ["What we know so far:", ...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join("\n");
}
