import type { ReactNode } from "react";
import { ToneTag, type Tone } from "../../components/tags.tsx";
import { formatCountry } from "../../texts/format.ts";
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

/** "Germany", "European Union"; parts of a country stay as the law names them. */
export function sayJurisdiction(jurisdiction: string): string {
  return /^[A-Z]{2}$/.test(jurisdiction) ? formatCountry(jurisdiction) : jurisdiction;
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
        <p className="small">
          <strong>{t("laws.cautions")}</strong> {law.cautions.join(" ")}
        </p>
      )}
      <p className="small quiet">
        {t(`laws.confidence.${law.confidence}`)}{" "}
        {t("laws.sources", { sources: law.sources.join("; ") })}
      </p>
    </div>
  );
}
