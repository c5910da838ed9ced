import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { DataColumn } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ExportRows } from "../../components/export-rows.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatDate, todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { askedKey, AskedList, sayBidders } from "./asked-list.tsx";
import { PolicyHeading } from "./policy-heading.tsx";
import { policyQuery, scaleUpQuery, type ScaleUp } from "./queries.ts";
import { SituationForm } from "./situation-form.tsx";
import { readSituation, SituationState } from "./situation-state.ts";

type Step = ScaleUp["steps"][number];
type Change = Step["changes"][number];

// A sign each, so that the word is read without colour; none of them is a break.
const signs: Record<Change["what"], string> = {
  new: "+",
  stricter: "▲",
  weaker: "▼",
  different: "≠",
  gone: "−",
};

function ChangeTag({ what }: { readonly what: Change["what"] }): ReactNode {
  return (
    <span className="tag tag-quiet">
      <span aria-hidden="true">{signs[what]}</span>
      <span>{t(`scaleUp.what.${what}`)}</span>
    </span>
  );
}

const columns: readonly DataColumn<Change & { readonly on: string }>[] = [
  { id: "on", header: t("scaleUp.col.on"), value: ({ on }) => on },
  { id: "what", header: t("scaleUp.col.change"), value: ({ what }) => t(`scaleUp.what.${what}`) },
  {
    id: "requirement",
    header: t("policyTry.col.requirement"),
    value: ({ sentence }) => sentence.text,
  },
  {
    id: "role",
    header: t("policyTry.col.role"),
    value: ({ role }) => t(`requirementRole.${role}`),
  },
];

/** Whether a step has passed, counts today or is to come. */
function standOf(steps: readonly Step[], at: number): "past" | "now" | "toCome" {
  const today = todayHere();
  const step = steps[at];
  const next = steps[at + 1];
  if (step === undefined || step.on > today) return "toCome";
  return next === undefined || next.on > today ? "now" : "past";
}

function Steps({ steps }: { readonly steps: readonly Step[] }): ReactNode {
  return (
    <ol className="timeline scale-up">
      {steps.map((step, at) => {
        const stand = standOf(steps, at);
        return (
          <li key={step.on} className={stand === "toCome" ? "is-to_come" : undefined}>
            <span className="timeline-mark" aria-hidden="true" />
            <div className="card stack-small">
              <h2 className="section-title">
                {t("scaleUp.from", { date: formatDate(step.on) })}{" "}
                <ToneTag tone={stand === "now" ? "good" : "quiet"}>{t(`scaleUp.${stand}`)}</ToneTag>
              </h2>
              {step.changes.length === 0 && at > 0 && <p className="quiet">{t("scaleUp.same")}</p>}
              {step.changes.length > 0 && (
                <ul className="facts">
                  {step.changes.map((change) => (
                    <li key={`${change.requirement} ${change.role} ${change.what}`}>
                      <ChangeTag what={change.what} /> {change.sentence.text}
                      {step.asked
                        .filter(
                          ({ requirement, role }) =>
                            requirement === change.requirement && role === change.role,
                        )
                        .map((asked) => (
                          <p key={askedKey(asked)}>
                            {asked.asks.text}{" "}
                            <span className="quiet small">{sayBidders(asked)}</span>
                          </p>
                        ))}
                    </li>
                  ))}
                </ul>
              )}
              {step.asked.length === 0 ? (
                <p className="quiet">{t("scaleUp.nothing")}</p>
              ) : (
                <details className="plain" open={step.changes.length === 0}>
                  <summary>{t("scaleUp.all", { n: step.asked.length })}</summary>
                  <AskedList asked={step.asked} rowTitle={() => undefined} />
                </details>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** The same table over the years, for one kind of purchase: what the market can be told. */
export function ScaleUpScreen(): ReactNode {
  const [state, setState] = useUrlState(SituationState);
  const head = useQuery(policyQuery);
  const currency = head.data?.currency ?? "EUR";
  const { situation, faults } = readSituation(state, currency);
  const wanted =
    state.tried === undefined || faults.length > 0 || head.data === undefined ? null : situation;
  const found = useQuery(scaleUpQuery(wanted));
  return (
    <>
      <PolicyHeading title={t("scaleUp.title")} what={t("scaleUp.what")} />
      <div className="stack">
        <Loaded query={head} lines={6}>
          {() => (
            <SituationForm
              key={JSON.stringify(state)}
              state={state}
              currency={currency}
              only
              save={t("policyTry.do")}
              onTry={(change) => setState(change, { push: true })}
            />
          )}
        </Loaded>
        {wanted === null ? (
          <p className="quiet">{t("scaleUp.begin")}</p>
        ) : (
          <Loaded query={found} lines={6}>
            {({ steps }) =>
              steps.every(({ asked }) => asked.length === 0) ? (
                <EmptyState title={t("scaleUp.none")} />
              ) : (
                <div className="stack">
                  <div>
                    <ExportRows
                      name="policy-over-the-years"
                      columns={columns}
                      rows={steps.flatMap((step) =>
                        step.changes.map((change) => ({ ...change, on: step.on })),
                      )}
                    />
                  </div>
                  <Steps steps={steps} />
                </div>
              )
            }
          </Loaded>
        )}
      </div>
    </>
  );
}
