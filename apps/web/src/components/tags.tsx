import type { ProductTrace, RowOutcome, ScreeningStatus } from "@throughline/domain";
import type { ReactNode } from "react";
import { t } from "../texts/t.ts";

export type Tone = "good" | "care" | "break" | "quiet";
const signs: Record<Tone, string> = { good: "✓", care: "!", break: "✕", quiet: "–" };

/** A word with a sign and a colour; the sign keeps it readable without the colour. */
export function ToneTag({
  tone,
  children,
}: {
  readonly tone: Tone;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <span className={`tag tag-${tone}`}>
      <span aria-hidden="true">{signs[tone]}</span>
      <span>{children}</span>
    </span>
  );
}

const traceTones: Record<ProductTrace["status"], Tone> = {
  traced: "good",
  imprecise: "care",
  brand_level_only: "care",
  refused: "quiet",
  cannot_because: "quiet",
  withdrawn: "break",
  shown_false: "break",
  silent: "break",
  asked: "care",
  missing: "break",
};

/** How one product stands. */
export function TraceTag({ status }: { readonly status: ProductTrace["status"] }): ReactNode {
  return <ToneTag tone={traceTones[status]}>{t(`trace.${status}`)}</ToneTag>;
}

const screeningTones: Record<ScreeningStatus, Tone> = {
  hit: "break",
  no_hit_on_partial_list: "quiet",
  no_hit: "good",
  not_screened: "care",
};

/** What screening says; never screened never looks like screened. */
export function ScreeningTag({ status }: { readonly status: ScreeningStatus }): ReactNode {
  return <ToneTag tone={screeningTones[status]}>{t(`screening.${status}`)}</ToneTag>;
}

const outcomeTones: Record<RowOutcome, Tone> = {
  accepted: "good",
  corrected: "care",
  rejected: "break",
};

/** What became of a disclosed row. */
export function OutcomeTag({ outcome }: { readonly outcome: RowOutcome }): ReactNode {
  return <ToneTag tone={outcomeTones[outcome]}>{t(`outcome.${outcome}`)}</ToneTag>;
}
