import type { ReactNode } from "react";
import { ToneTag, type Tone } from "../../components/tags.tsx";
import { t } from "../../texts/t.ts";
import type { Applicability } from "./queries.ts";

/** Whether a law applies is neither good nor bad; that nobody knows needs care. */
const tones: Record<Applicability["applies"], Tone> = {
  yes: "good",
  no: "quiet",
  not_yet: "quiet",
  unknown: "care",
};

/** Whether a law binds the company, in words. */
export function AppliesTag({ applies }: { readonly applies: Applicability["applies"] }): ReactNode {
  return <ToneTag tone={tones[applies]}>{t(`laws.applies.${applies}`)}</ToneTag>;
}

/** Where what is said of a law comes from, how sure it is, and what may be otherwise. */
export function LawSources({
  law,
}: {
  readonly law: Pick<Applicability, "confidence" | "sources" | "cautions">;
}): ReactNode {
  return (
    <div className="stack-small">
      {law.cautions.length > 0 && (
        <ul>
          {law.cautions.map((caution) => (
            <li key={caution} className="care-text">
              {caution}
            </li>
          ))}
        </ul>
      )}
      <p className="small quiet">
        {t(`laws.confidence.${law.confidence}`)}{" "}
        {t("laws.sources", { sources: law.sources.join("; ") })}
      </p>
    </div>
  );
}
