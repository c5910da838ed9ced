import { CopyButton } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { kpiName } from "../../components/kpi-name.ts";
import { ToneTag } from "../../components/tags.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { languageNames } from "../../texts/list-languages.ts";
import { t } from "../../texts/t.ts";
import { z } from "zod";
import { ParameterLadder } from "./parameter-ladder.tsx";
import type { Detail } from "./queries.ts";
import { issueName } from "./say-requirement.ts";

/** What it is, in a few facts. */
export function FactsSection({ detail }: { readonly detail: Detail }): ReactNode {
  const { requirement } = detail;
  const list = (names: readonly string[]): string =>
    names.length === 0 ? t("requirement.noneNamed") : names.join("; ");
  const facts = [
    [t("requirement.roles"), list(requirement.roles.map((role) => t(`requirementRole.${role}`)))],
    [t("requirement.verification"), t(`verification.${requirement.minimumVerification}`)],
    [t("requirement.evidence"), list(requirement.evidenceTypes)],
    [t("requirement.issues"), list(requirement.issues.map(issueName))],
    [t("requirement.kpis"), list(requirement.kpis.map(kpiName))],
    [t("requirement.urn"), detail.urn],
  ] as const;
  return (
    <section className="card" aria-labelledby="facts">
      <h2 id="facts" className="section-title">
        {t("requirement.facts")}
      </h2>
      <dl className="about">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Each parameter with its ladder. */
export function ParametersSection({ detail }: { readonly detail: Detail }): ReactNode {
  const { parameters } = detail.requirement;
  return (
    <section className="card stack" aria-labelledby="parameters">
      <h2 id="parameters" className="section-title">
        {t("requirement.parameters")}
      </h2>
      {parameters.length === 0 ? (
        <p className="quiet">{t("parameter.none")}</p>
      ) : (
        <>
          <p className="quiet small">{t("requirement.parametersWhat")}</p>
          <ul className="parameter-cards">
            {parameters.map((parameter) => (
              <li key={parameter.key} className="stack-small">
                <h3>{parameter.label}</h3>
                {parameter.help !== "" && <p className="small quiet">{parameter.help}</p>}
                <ParameterLadder
                  parameter={parameter}
                  value={detail.adoption?.values[parameter.key]}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const WordingState = z.object({
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional()
    .catch(undefined),
});

/** The clause in each of its languages, drafted and checked kept apart. */
export function WordingsSection({ detail }: { readonly detail: Detail }): ReactNode {
  const [state, setState] = useUrlState(WordingState);
  const shown =
    detail.clauses.find(({ language }) => language === state.language) ?? detail.clauses[0];
  if (shown === undefined) return null;
  const pattern = detail.requirement.wordings.find(({ language }) => language === shown.language);
  const nameOf = (code: string): string =>
    languageNames().find(([one]) => one === code)?.[1] ?? code;
  return (
    <section className="card stack" aria-labelledby="wordings">
      <h2 id="wordings" className="section-title">
        {t("requirement.wordings")}
      </h2>
      <p className="quiet small measure">{t("requirement.wordingsWhat")}</p>
      <div
        className="tabs-bar no-print"
        role="group"
        aria-label={t("requirement.wording.language")}
      >
        {detail.clauses.map(({ language }) => (
          <button
            key={language}
            type="button"
            className="count-tile"
            aria-pressed={language === shown.language}
            onClick={() => setState({ language })}
          >
            {nameOf(language)}
          </button>
        ))}
      </div>
      <p className="row">
        <strong>{nameOf(shown.language)}</strong>
        <ToneTag tone={shown.status === "checked" ? "good" : "care"}>
          {t(`requirement.wording.${shown.status}`)}
        </ToneTag>
      </p>
      <div className="letter" lang={shown.language}>
        {shown.text}
      </div>
      <div className="no-print">
        <CopyButton
          size="small"
          copyText={shown.text}
          text={t("requirement.wording.copy")}
          activeText={t("secret.copied")}
        />
      </div>
      {pattern !== undefined && pattern.text !== shown.text && (
        <details className="plain no-print">
          <summary className="small">{t("requirement.wording.pattern")}</summary>
          <div className="letter" lang={shown.language}>
            {pattern.text}
          </div>
        </details>
      )}
    </section>
  );
}

function sayWho(variant: Detail["requirement"]["variants"][number]): string {
  const who = t(`requirement.variant.${variant.bidderRole ?? "anyBidder"}`);
  return variant.sizes.length === 0
    ? who
    : t("requirement.variant.size", {
        who,
        sizes: variant.sizes.map((size) => t(`bidderSize.${size}`)).join(", "),
      });
}

/** What to ask of resellers and brands, small and large. */
export function VariantsSection({ detail }: { readonly detail: Detail }): ReactNode {
  const { variants } = detail.requirement;
  return (
    <section className="card stack-small" aria-labelledby="variants">
      <h2 id="variants" className="section-title">
        {t("requirement.variants")}
      </h2>
      {variants.length === 0 && <p className="quiet">{t("requirement.variants.none")}</p>}
      <ul className="facts">
        {variants.map((variant, at) => (
          <li key={sayWho(variant)}>
            <strong>{t("requirement.variant.of", { who: sayWho(variant) })}</strong>
            <p>{detail.variantsAsk[at]?.text}</p>
            <p className="from">{variant.note}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Laws, standards and guidance: identifiers and our own words, each with how sure our entry is. */
export function ReferencesSection({ detail }: { readonly detail: Detail }): ReactNode {
  const { references } = detail.requirement;
  if (references.length === 0) return null;
  return (
    <section className="card stack-small" aria-labelledby="references">
      <h2 id="references" className="section-title">
        {t("requirement.references")}
      </h2>
      <p className="quiet small">{t("requirement.references.what")}</p>
      <ul className="facts">
        {references.map(({ framework, place, note }) => {
          const known = detail.frameworks.find(({ id }) => id === framework);
          return (
            <li key={`${framework} ${place ?? ""} ${note}`}>
              <strong>{known?.name ?? framework}</strong>
              {place !== null && `, ${place}`}
              <p>{note}</p>
              <p className="from">
                {[framework, ...(known === undefined ? [] : [known.jurisdiction])].join(" · ")}
              </p>
              {known !== undefined && known.confidence !== "high" && (
                <ToneTag tone="care">
                  {t(`requirement.reference.uncertain.${known.confidence}`)}
                </ToneTag>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
