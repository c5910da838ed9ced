import type { DutyState } from "@throughline/domain";
import type { ReactNode } from "react";
import { ToneTag, type Tone } from "../../components/tags.tsx";
import { t } from "../../texts/t.ts";

/** What is not known is marked like what needs care, never like what is met. */
const tones: Record<DutyState, Tone> = {
  met: "good",
  due: "care",
  overdue: "break",
  performed_without_result: "care",
  on_agreed_plan: "care",
  not_due_yet: "quiet",
  date_unknown: "care",
  does_not_apply: "quiet",
};

/** How a duty stands, in a word. */
export function DutyTag({ state }: { readonly state: DutyState }): ReactNode {
  return <ToneTag tone={tones[state]}>{t(`dutyState.${state}`)}</ToneTag>;
}
