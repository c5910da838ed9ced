import type { RequestState } from "@throughline/contract";
import type { ReactNode } from "react";
import { t } from "../texts/t.ts";
import { ToneTag, type Tone } from "./tags.tsx";

const tones: Record<RequestState, Tone> = {
  draft: "quiet",
  held: "care",
  sent: "quiet",
  bounced: "break",
  not_opened: "care",
  opened: "quiet",
  part_filled: "care",
  passed_on: "quiet",
  answered: "good",
  overdue: "break",
  withdrawn: "quiet",
};

/** Where a request stands, in a word. The sentence beside it says why. */
export function RequestTag({ state }: { readonly state: RequestState }): ReactNode {
  return <ToneTag tone={tones[state]}>{t(`requestState.${state}`)}</ToneTag>;
}

/** How much a request's state asks for attention. */
export function requestTone(state: RequestState): Tone {
  return tones[state];
}
