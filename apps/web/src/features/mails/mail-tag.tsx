import type { MailSummary } from "@throughline/contract";
import type { ReactNode } from "react";
import { ToneTag, type Tone } from "../../components/tags.tsx";
import { t } from "../../texts/t.ts";

const tones: Record<MailSummary["state"], Tone> = {
  queued: "quiet",
  held: "care",
  sent: "good",
  bounced: "break",
  failed: "break",
};

/** What became of a mail, in a word. */
export function MailTag({ state }: Pick<MailSummary, "state">): ReactNode {
  return <ToneTag tone={tones[state]}>{t(`mailState.${state}`)}</ToneTag>;
}
