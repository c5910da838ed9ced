import type { IntakeState } from "@throughline/contract";
import type { ReactNode } from "react";
import { ToneTag, type Tone } from "../../components/tags.tsx";
import { t } from "../../texts/t.ts";

const tones: Record<IntakeState, Tone> = {
  reading: "quiet",
  to_confirm: "care",
  checking: "quiet",
  to_review: "care",
  taking: "quiet",
  taken: "good",
  cancelled: "quiet",
  failed: "break",
};

/** Where a list stands, in a word. */
export function IntakeTag({ state }: { readonly state: IntakeState }): ReactNode {
  return <ToneTag tone={tones[state]}>{t(`intakeState.${state}`)}</ToneTag>;
}
