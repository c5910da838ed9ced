import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { kpiName } from "../../components/kpi-name.ts";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { formatDate, formatNumber } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { membersQuery, policyQuery, rowQuery, useRowId, type Row } from "./queries.ts";
import { RowActs } from "./row-acts.tsx";

function sayDates(row: Row): string {
  return row.effectiveTo === null
    ? t("policyRow.fromOn", { from: formatDate(row.effectiveFrom) })
    : t("policyRow.fromTo", {
        from: formatDate(row.effectiveFrom),
        to: formatDate(row.effectiveTo),
      });
}

function FollowUpTold({ row }: { readonly row: Row }): ReactNode {
  const members = useQuery(membersQuery);
  const { followUp } = row.ask;
  if (followUp === null) return <span className="quiet">{t("policyRow.followUpNone")}</span>;
  const person = members.data?.items.find(({ personId }) => personId === followUp.personId)?.name;
  const parts = [
    ...followUp.ways.map((way) => t(`followUp.way.${way}`)),
    ...followUp.kpis.map(({ kpi }) => kpiName(kpi)),
    ...followUp.evidenceTypes,
    ...(person === undefined ? [] : [person]),
    ...(followUp.role === null ? [] : [followUp.role]),
    ...(followUp.hoursPerMonth === null
      ? []
      : [t("policyRow.hours", { n: formatNumber(followUp.hoursPerMonth) })]),
  ];
  return <>{parts.join("; ")}</>;
}

/** One row: when it fires, what it asks, from when and why, and the rows before and after it. */
export function RowScreen(): ReactNode {
  const found = useQuery(rowQuery(useRowId()));
  const mayWrite = useQuery(policyQuery).data?.can.write ?? false;
  const said = (text: string): ReactNode =>
    text === "" ? <span className="quiet">{t("policyRow.notSaid")}</span> : text;
  return (
    <Loaded query={found} lines={10} page>
      {(row) => (
        <>
          <PageHeading
            title={row.title}
            crumbs={[{ href: "/policy", text: t("policy.title") }]}
            lead={
              <p>
                <ToneTag tone={row.state === "in_force" ? "good" : "quiet"}>
                  {t(`policy.state.${row.state}`)}
                </ToneTag>{" "}
                {sayDates(row)}
              </p>
            }
          />
          <div className="stack">
            {mayWrite && <RowActs row={row} />}
            <section className="card">
              <dl className="about">
                <div>
                  <dt>{t("policyRow.when")}</dt>
                  <dd>{row.whenSays.text}</dd>
                </div>
                <div>
                  <dt>{t("policyRow.asks")}</dt>
                  <dd>
                    <AppLink href={`/requirements/${row.ask.requirement}`}>
                      {row.requirementTitle}
                    </AppLink>
                    , {t(`requirementRole.${row.ask.role}`)}: {row.asks.text}.{" "}
                    <span className="quiet small">
                      {row.ask.version === null
                        ? t("policyRow.versionHeld")
                        : t("policyRow.version", { version: row.ask.version })}
                    </span>
                  </dd>
                </div>
                <div>
                  <dt>{t("policyRow.followUp")}</dt>
                  <dd>
                    <FollowUpTold row={row} />
                  </dd>
                </div>
                <div>
                  <dt>{t("policyRow.dates")}</dt>
                  <dd>
                    {sayDates(row)}{" "}
                    {row.announcedOn === null
                      ? t("policyRow.notAnnounced")
                      : t("policyRow.announced", { date: formatDate(row.announcedOn) })}{" "}
                    {row.noticeMonths !== null && t("policyRow.notice", { n: row.noticeMonths })}
                  </dd>
                </div>
                <div>
                  <dt>{t("policyRow.reason")}</dt>
                  <dd>{said(row.reason)}</dd>
                </div>
                <div>
                  <dt>{t("policyRow.proportionality")}</dt>
                  <dd>{said(row.proportionality)}</dd>
                </div>
              </dl>
            </section>
            {row.history.length > 1 && (
              <section className="card stack-small" aria-labelledby="history">
                <h2 id="history" className="section-title">
                  {t("policyRow.history")}
                </h2>
                <ol className="timeline">
                  {row.history.map((one) => (
                    <li key={one.id} className={one.state === "future" ? "is-to_come" : undefined}>
                      <span className="timeline-mark" aria-hidden="true" />
                      <div>
                        {one.id === row.id ? (
                          <strong>
                            {one.title} ({t("policyRow.here")})
                          </strong>
                        ) : (
                          <AppLink href={`/policy/rows/${one.id}`}>{one.title}</AppLink>
                        )}
                        <p className="small">{sayDates(one)}</p>
                        <p className="small quiet">{one.asks.text}</p>
                      </div>
                    </li>
                  ))}
                </ol>
              </section>
            )}
          </div>
        </>
      )}
    </Loaded>
  );
}
