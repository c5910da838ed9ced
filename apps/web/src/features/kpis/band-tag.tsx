import type { KpiBand } from "@throughline/domain";
import type { ReactNode } from "react";
import { ToneTag, type Tone } from "../../components/tags.tsx";
import type { Bands } from "./queries.ts";

/** Without a target or a figure nothing is rated, and that never looks like something good. */
const tones: Record<KpiBand, Tone> = {
  good: "good",
  approaching_target: "care",
  requires_improvement: "care",
  inadequate: "break",
  other: "quiet",
};

/** The band by the name the organisation gave it. */
export function BandTag({
  band,
  bands,
}: {
  readonly band: KpiBand;
  readonly bands: Bands;
}): ReactNode {
  return <ToneTag tone={tones[band]}>{bands.labels[band]}</ToneTag>;
}
