import { Button } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { AppliesTag, LawSources, sayJurisdiction } from "./law-tags.tsx";
import type { Applicability } from "./queries.ts";

/** One law held against a company: whether it applies, since when, why, what it asks, what is missing to say so. */
export function LawCard({
  law,
  nameOf,
  onRecord,
}: {
  readonly law: Applicability;
  /** What a fact is called. */
  readonly nameOf: (fact: string) => string;
  /** Left out for those who may not record facts. */
  readonly onRecord?: (fact: string) => void;
}): ReactNode {
  const id = `law-${law.law}`;
  return (
    <article className="card stack-small" aria-labelledby={id}>
      <div className="spread">
        <h3 id={id}>{law.name}</h3>
        <AppliesTag applies={law.applies} />
      </div>
      <p className="quiet">
        {[
          sayJurisdiction(law.jurisdiction),
          ...(law.since === null
            ? []
            : [
                t(law.applies === "not_yet" ? "laws.from" : "laws.since", {
                  date: formatDate(law.since),
                }),
              ]),
          ...(law.binds === "buyer" ? [t("laws.bindsBuyer")] : []),
        ].join(" · ")}
      </p>
      <ul>
        {law.because.map((sentence) => (
          <li key={sentence.text}>{sentence.text}</li>
        ))}
      </ul>
      {law.missingFacts.length > 0 &&
        (onRecord === undefined ? (
          <p className="care-text">
            {t("laws.missing", { facts: law.missingFacts.map(nameOf).join("; ") })}
          </p>
        ) : (
          <div className="row">
            <span className="care-text">{t("laws.missingHere")}</span>
            {law.missingFacts.map((fact) => (
              <Button
                key={fact}
                size="small"
                variant="secondary"
                aria-label={t("laws.recordThis", { fact: nameOf(fact) })}
                onClick={() => onRecord(fact)}
              >
                {nameOf(fact)}
              </Button>
            ))}
          </div>
        ))}
      {law.applies !== "no" && law.duties.length > 0 && (
        <details>
          <summary>{t("laws.duties", { n: law.duties.length })}</summary>
          <ul>
            {law.duties.map((duty) => (
              <li key={duty.key}>
                {duty.text}
                {duty.due !== null && <span className="quiet"> ({duty.due})</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      <LawSources law={law} />
    </article>
  );
}
