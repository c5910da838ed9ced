/** English words about obstacles and promises that no engine makes. */
import type { ObstacleKind } from "@throughline/domain";

export const kindInWords: Readonly<Record<ObstacleKind, string>> = {
  will_not_say: "does not want to say",
  confidentiality: "says that it is confidential",
  no_contract_with_them: "has no contract with whoever asks",
  does_not_know: "does not know itself",
  law_forbids: "says that a law forbids it",
  other: "does not say",
};

/** The obstacle as the reason of an answer. @example "Maker of displays (screens) says that it is confidential: …" */
export function sayObstacle(row: {
  readonly who: string;
  readonly product: string | null;
  readonly kind: string;
  readonly text: string;
}): string {
  // The column's check constraint holds the vocabulary.
  const kind = kindInWords[row.kind as ObstacleKind];
  const about = row.product === null ? "" : ` (${row.product})`;
  return `${row.who}${about} ${kind}: ${row.text}`.slice(0, 4000);
}

/** A letter to whoever in the chain does not say. */
export function writeObstacleRequest(product: string | null): { subject: string; body: string } {
  const what = product ?? "the parts you make";
  return {
    subject: `Where ${what} for our contract ${product === null ? "are" : "is"} made`.slice(0, 300),
    body: [
      "Good day,",
      "",
      `goods we buy under a public contract contain ${what}. We ask you to tell us:`,
      "",
      "- the legal name and full address of each site where it is made, and what is done there,",
      "- since when, and the day your answer speaks about.",
      "",
      "If you cannot tell us, please say so and why: because it is confidential, because you do not know, or because a law forbids it. That is an answer, too, and we record it as such. You may give the sites to us without their names, or to whoever buys from you.",
      "",
      "Thank you.",
    ].join("\n"),
  };
}
