import type { ReleaseSummary } from "@throughline/contract";
import type { ReactNode } from "react";
import { t } from "../../texts/t.ts";
import { ToneTag, type Tone } from "../tags.tsx";

const tones: Record<ReleaseSummary["state"], Tone> = {
  valid: "good",
  superseded: "quiet",
  expired: "care",
  withdrawn: "break",
};

/** Where a release stands, in a word. The sentence beside it says why. */
export function ReleaseTag({ state }: { readonly state: ReleaseSummary["state"] }): ReactNode {
  return <ToneTag tone={tones[state]}>{t(`releaseState.${state}`)}</ToneTag>;
}
