import type { AskedProduct, AskedRequest } from "@throughline/contract";
import type { ReactNode } from "react";
import { ToneTag, type Tone } from "../../components/tags.tsx";
import { t } from "../../texts/t.ts";

const tones: Record<AskedRequest["state"], Tone> = {
  new: "care",
  opened: "care",
  part_filled: "care",
  passed_on: "quiet",
  answered: "good",
  overdue: "break",
  withdrawn: "quiet",
};

/** Where a request stands for whoever was asked. */
export function AskedTag({ state }: { readonly state: AskedRequest["state"] }): ReactNode {
  return <ToneTag tone={tones[state]}>{t(`askedState.${state}`)}</ToneTag>;
}

const answerTones: Record<AskedProduct["answer"], Tone> = {
  nothing_yet: "care",
  sites: "good",
  one_of_several: "good",
  asked_and_refused: "quiet",
  cannot_because: "quiet",
  shown_false: "break",
};

/** What is answered so far about one product. */
export function AskedAnswerTag({ product }: { readonly product: AskedProduct }): ReactNode {
  return (
    <ToneTag tone={answerTones[product.answer]}>
      {t(`askedAnswer.${product.answer}`, { n: product.sites })}
    </ToneTag>
  );
}
