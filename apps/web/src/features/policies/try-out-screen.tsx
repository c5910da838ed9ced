import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import type { DataColumn } from "../../components/data-table.tsx";
import { ExportRows } from "../../components/export-rows.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatCountry, formatDate, formatMoney } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { AskedList, sayBidders } from "./asked-list.tsx";
import { PolicyHeading } from "./policy-heading.tsx";
import { policyQuery, trialQuery, type Asked, type Trial, type TryInput } from "./queries.ts";
import { SituationForm } from "./situation-form.tsx";
import { readSituation, SituationState } from "./situation-state.ts";

/** What is asked of the API by an address; `null` where nothing was tried yet or cannot be read. */
function inputOf(state: SituationState, currency: string): TryInput | null {
  const on = state.on === undefined ? {} : { on: state.on };
  if (state.of === "procurement")
    return state.id === undefined ? null : { ...on, procurementId: state.id };
  if (state.of === "contract")
    return state.id === undefined ? null : { ...on, contractId: state.id };
  const { situation, faults } = readSituation(state, currency);
  return state.tried === undefined || faults.length > 0 ? null : { ...on, situation };
}

function sayFacts({ situation, on }: Trial): string {
  const { cpv, risk, value, country, procedure, bidderRoles, sizes } = situation;
  const unknown = t("policyTry.notKnown");
  const list = (words: readonly string[]): string =>
    words.length === 0 ? unknown : words.join(", ");
  return [
    `${t("policyTry.cpv")}: ${list(cpv)}`,
    `${t("policyTry.risk")}: ${t(`procurement.risk.${risk}`)}`,
    `${t("procurements.col.value")}: ${value === null ? unknown : formatMoney(value)}`,
    `${t("policyTry.country")}: ${country === null ? unknown : formatCountry(country)}`,
    `${t("policyTry.procedure")}: ${procedure === null ? unknown : t(`procedure.${procedure}`)}`,
    `${t("policyTry.bidders")}: ${list(bidderRoles.map((role) => t(`procurement.bidder.${role}`)))}`,
    `${t("policyTry.sizes")}: ${list(sizes.map((size) => t(`bidderSize.${size}`)))}`,
    `${t("policyTry.on")}: ${formatDate(on)}`,
  ].join("; ");
}

function Fires({ trial, title }: { readonly trial: Trial; readonly title: TitleOf }): ReactNode {
  return (
    <section className="card stack-small" aria-labelledby="fires">
      <h2 id="fires" className="section-title">
        {t("policyTry.fires")}
      </h2>
      {trial.fires.length === 0 && <p className="quiet">{t("policyTry.firesNone")}</p>}
      <ul className="facts">
        {trial.fires.map((row) => (
          <li key={row.rowId}>
            <AppLink href={`/policy/rows/${row.rowId}`}>{row.title}</AppLink>{" "}
            {row.overriddenBy.length > 0 && (
              <ToneTag tone="quiet">
                {t("policyTry.overridden", {
                  rows: row.overriddenBy.map((id) => title(id) ?? id).join(", "),
                })}
              </ToneTag>
            )}
            <p className="from">{row.because.map(({ text }) => text).join(" ")}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

type TitleOf = (id: string) => string | undefined;

function Result({ trial }: { readonly trial: Trial }): ReactNode {
  const title: TitleOf = (id) =>
    [...trial.fires, ...trial.doesNotFire].find(({ rowId }) => rowId === id)?.title;
  const columns: readonly DataColumn<Asked>[] = [
    { id: "requirement", header: t("policyTry.col.requirement"), value: (one) => one.title },
    {
      id: "role",
      header: t("policyTry.col.role"),
      value: (one) => t(`requirementRole.${one.role}`),
    },
    { id: "asks", header: t("policyTry.col.asks"), value: (one) => one.asks.text },
    { id: "of", header: t("policyTry.col.of"), value: sayBidders },
    {
      id: "rows",
      header: t("policyTry.col.rows"),
      value: (one) => one.rowIds.map((id) => title(id) ?? id).join("; "),
    },
  ];
  return (
    <div className="stack" aria-live="polite">
      <p className="quiet small">{t("policyTry.read", { facts: sayFacts(trial) })}</p>
      {trial.conflicts.length > 0 && (
        <section className="banner banner-care" aria-labelledby="undecided">
          <div>
            <h2 id="undecided" className="section-title">
              {t("policyTry.conflicts")}
            </h2>
            <ul>
              {trial.conflicts.map(({ sentence }) => (
                <li key={sentence.text}>{sentence.text}</li>
              ))}
            </ul>
          </div>
        </section>
      )}
      <section className="card stack-small" aria-labelledby="asked">
        <div className="spread">
          <h2 id="asked" className="section-title">
            {t("policyTry.asked")}
          </h2>
          {trial.asked.length > 0 && (
            <ExportRows name={t("policyTry.exportName")} columns={columns} rows={trial.asked} />
          )}
        </div>
        {trial.asked.length === 0 ? (
          <p>{t("policyTry.askedNone")}</p>
        ) : (
          <AskedList asked={trial.asked} rowTitle={title} />
        )}
      </section>
      {trial.unknowns.length > 0 && (
        <section className="banner banner-care" aria-labelledby="unknowns">
          <div>
            <h2 id="unknowns" className="section-title">
              {t("policyTry.unknowns")}
            </h2>
            <ul>
              {trial.unknowns.map(({ rowId, sentence }) => (
                <li key={`${rowId} ${sentence.text}`}>
                  <AppLink href={`/policy/rows/${rowId}`}>{sentence.text}</AppLink>
                </li>
              ))}
            </ul>
          </div>
        </section>
      )}
      <Fires trial={trial} title={title} />
      {trial.doesNotFire.length > 0 && (
        <details className="plain">
          <summary>
            {t("policyTry.doesNot", { n: trial.doesNotFire.length + trial.doesNotFireLeftOut })}
          </summary>
          <ul className="facts">
            {trial.doesNotFire.map((row) => (
              <li key={row.rowId}>
                <AppLink href={`/policy/rows/${row.rowId}`}>{row.title}</AppLink>
                <p className="from">{row.because.text}</p>
              </li>
            ))}
          </ul>
          {trial.doesNotFireLeftOut > 0 && (
            <p className="quiet">{t("policyTry.leftOut", { n: trial.doesNotFireLeftOut })}</p>
          )}
        </details>
      )}
    </div>
  );
}

/** Tries the policy on something to be bought, on a procurement or on a contract: which rows fire, and why. */
export function TryOutScreen(): ReactNode {
  const [state, setState] = useUrlState(SituationState);
  const head = useQuery(policyQuery);
  const currency = head.data?.currency ?? "EUR";
  const input = head.data === undefined ? null : inputOf(state, currency);
  const trial = useQuery(trialQuery(input));
  return (
    <>
      <PolicyHeading title={t("policyTry.title")} what={t("policyTry.what")} />
      <div className="stack">
        <Loaded query={head} lines={6}>
          {() => (
            <SituationForm
              key={JSON.stringify(state)}
              state={state}
              currency={currency}
              save={t("policyTry.do")}
              onTry={(change) => setState(change, { push: true })}
            />
          )}
        </Loaded>
        {input === null ? (
          <p className="quiet">
            {t(state.of === "situation" ? "policyTry.begin" : "policyTry.chooseFirst")}
          </p>
        ) : (
          <Loaded query={trial} lines={6}>
            {(found) => <Result trial={found} />}
          </Loaded>
        )}
      </div>
    </>
  );
}
