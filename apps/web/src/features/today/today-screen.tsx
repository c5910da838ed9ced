import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { meQuery } from "../../api/me.ts";
import { sidesOf } from "../../api/sides.ts";
import { todayQuery, type Today } from "../../api/today.ts";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { formatDate } from "../../texts/format.ts";
import { t, type TextKey } from "../../texts/t.ts";
import { TodayLists } from "./today-lists.tsx";
import { TodayWaiting } from "./today-waiting.tsx";

type Item = Today["overdue"][number];
const shownAtFirst = 8;

/** Where an item is dealt with: the line of its contract, opened at its station. */
function placeOf(item: Item): string {
  return `/contracts/${item.contractId}${item.station === null ? "" : `?station=${item.station}`}#next`;
}

function ItemRow({ item, asOf }: { readonly item: Item; readonly asOf: string }): ReactNode {
  const { action } = item;
  const late = action.dueOn !== null && action.dueOn < asOf;
  return (
    <li>
      <StateMark state={item.severity === "minor" ? "partly" : "broken"} size={22} />
      <div>
        <AppLink href={placeOf(item)}>
          <strong>{action.sentence.text}</strong>
        </AppLink>
        <p className="small quiet">{action.why.text}</p>
        <p className="small quiet">
          {item.contractTitle}
          {action.owner !== null && ` · ${action.owner}`}
        </p>
      </div>
      <span className={late ? "small break-text" : "small quiet"}>
        {action.dueOn === null
          ? t("line.noDue")
          : t("line.due", { date: formatDate(action.dueOn) })}
      </span>
    </li>
  );
}

function Section({
  title,
  items,
  asOf,
}: {
  readonly title: TextKey;
  readonly items: readonly Item[];
  readonly asOf: string;
}): ReactNode {
  const [all, setAll] = useState(false);
  if (items.length === 0) return null;
  return (
    <section className="card" aria-labelledby={title}>
      <h2 className="section-title" id={title}>
        {t(title)} <span className="quiet">{items.length}</span>
      </h2>
      <ul className="today-list">
        {(all ? items : items.slice(0, shownAtFirst)).map((item) => (
          <ItemRow key={`${item.contractId} ${item.action.id}`} item={item} asOf={asOf} />
        ))}
      </ul>
      {!all && items.length > shownAtFirst && (
        <Button size="small" variant="tertiary" onClick={() => setAll(true)}>
          {t("today.moreOthers", { n: items.length })}
        </Button>
      )}
    </section>
  );
}

function Ending({ today }: { readonly today: Today }): ReactNode {
  if (today.endingSoon.length === 0) return null;
  return (
    <section className="card" aria-labelledby="ending">
      <h2 className="section-title" id="ending">
        {t("today.ending")}
      </h2>
      <ul className="today-list">
        {today.endingSoon.map((contract) => (
          <li key={contract.contractId}>
            <StateMark
              state={
                contract.ready === "yes"
                  ? "whole"
                  : contract.ready === "no"
                    ? "broken"
                    : "not_applicable"
              }
              size={22}
            />
            <AppLink href={`/contracts/${contract.contractId}`}>{contract.title}</AppLink>
            <span className="row small">
              {t("today.ends", { date: formatDate(contract.endsOn) })}
              <ToneTag
                tone={
                  contract.ready === "yes" ? "good" : contract.ready === "no" ? "break" : "quiet"
                }
              >
                {t(`ready.${contract.ready}`)}
              </ToneTag>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is due, what is broken, what waits for a decision. Nothing that cannot be acted upon. */
export function TodayScreen(): ReactNode {
  const today = useQuery(todayQuery);
  const me = useQuery(meQuery).data;
  const mayTake = me?.can.includes("disclosure.read") ?? false;
  // Who only answers has no contract to begin with: requests come to it.
  const begins = sidesOf(me?.acting?.organisationRoles ?? []).includes("asks");
  const mayWrite = me?.can.includes("contract.write") ?? false;
  // A first start names the organisation for nobody in particular and gives it no role but that of the operator.
  const unsaid =
    me?.can.includes("organisation.write") === true &&
    me.acting?.organisationRoles.every((role) => role === "hub_operator") === true;
  return (
    <>
      <PageHeading
        title={t("today.title")}
        lead={
          today.data !== undefined &&
          today.data.counts.contracts > 0 && (
            <p className="quiet">
              {t("today.asOf", {
                date: formatDate(today.data.asOf),
                looked: today.data.counts.contractsLookedAt,
                all: today.data.counts.contracts,
              })}
            </p>
          )
        }
      />
      <Loaded query={today} lines={6}>
        {(data) => {
          const nothing =
            data.overdue.length +
              data.dueSoon.length +
              data.toDecide.length +
              data.others.length +
              data.waiting.length ===
            0;
          if (data.counts.contracts === 0) {
            return (
              <div className="stack">
                <TodayWaiting items={data.waiting} />
                {mayTake && <TodayLists />}
                {unsaid && (
                  <EmptyState title={t("today.unsaid")} what={t("today.unsaidWhat")}>
                    <ButtonLink size="small" variant="secondary" href="/organisation">
                      {t("today.say")}
                    </ButtonLink>
                  </EmptyState>
                )}
                {begins && (
                  <EmptyState title={t("today.empty")} what={t("today.emptyWhat")}>
                    {mayWrite && (
                      <ButtonLink size="small" href="/contracts/new">
                        {t("contracts.new")}
                      </ButtonLink>
                    )}
                  </EmptyState>
                )}
                {!begins && nothing && (
                  <EmptyState title={t("today.calm")} what={t("today.calmAnswers")}>
                    <ButtonLink size="small" variant="secondary" href="/record">
                      {t("today.record")}
                    </ButtonLink>
                  </EmptyState>
                )}
              </div>
            );
          }
          return (
            <div className="stack">
              {nothing && <EmptyState title={t("today.calm")} what={t("today.calmWhat")} />}
              <Section title="today.overdue" items={data.overdue} asOf={data.asOf} />
              <Section title="today.dueSoon" items={data.dueSoon} asOf={data.asOf} />
              <TodayWaiting items={data.waiting} />
              {mayTake && <TodayLists />}
              <Section title="today.toDecide" items={data.toDecide} asOf={data.asOf} />
              <Section title="today.others" items={data.others} asOf={data.asOf} />
              <Ending today={data} />
            </div>
          );
        }}
      </Loaded>
    </>
  );
}
