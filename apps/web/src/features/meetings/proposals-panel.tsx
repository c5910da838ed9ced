import { Button, Checkbox } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { AgendaItemInput } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import type { Meeting } from "../../api/dialogue.ts";
import { useChange } from "../../api/use-change.ts";
import { Loaded } from "../../components/loaded.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { agendaDraftQuery, type Proposal } from "./queries.ts";

/** An item as it is added, without what was only said to choose it. */
function itemOf({ why: _, fits: __, whose: ___, ...item }: Proposal): AgendaItemInput {
  return item;
}

function Group({
  title,
  what,
  proposals,
  chosen,
  onChoose,
}: {
  readonly title: string;
  readonly what: string;
  readonly proposals: readonly (readonly [number, Proposal])[];
  readonly chosen: ReadonlySet<number>;
  readonly onChoose: (at: number, add: boolean) => void;
}): ReactNode {
  if (proposals.length === 0) return null;
  return (
    <fieldset className="plain stack">
      <legend>{title}</legend>
      <p className="quiet measure">{what}</p>
      {proposals.map(([at, proposal]) => (
        <div key={at} className="proposal">
          <Checkbox
            size="small"
            checked={chosen.has(at)}
            onChange={(event) => onChoose(at, event.target.checked)}
            description={proposal.why.text}
          >
            {proposal.title}
            {proposal.minutes !== null && (
              <span className="quiet"> {t("agenda.minutesSay", { n: proposal.minutes })}</span>
            )}
          </Checkbox>
          {(proposal.detail !== "" || proposal.brings !== "") && (
            <details className="plain small proposal-more">
              <summary>{t("agendaDraft.more")}</summary>
              {proposal.detail !== "" && (
                <p className="agenda-text wrap-anywhere">{proposal.detail}</p>
              )}
              {proposal.brings !== "" && (
                <p className="wrap-anywhere">
                  <span className="quiet">{t("agenda.bringsSay")}</span> {proposal.brings}
                </p>
              )}
            </details>
          )}
        </div>
      ))}
    </fieldset>
  );
}

function Proposals({
  meeting,
  proposals,
  asOf,
}: {
  readonly meeting: Meeting;
  readonly proposals: readonly Proposal[];
  readonly asOf: string;
}): ReactNode {
  const numbered = proposals.map((proposal, at) => [at, proposal] as const);
  const fitting = numbered.filter(([, { fits }]) => fits);
  const owed = numbered.filter(([, { fits, whose }]) => !fits && whose === "buyers");
  const later = numbered.filter(([, { fits, whose }]) => !fits && whose === "counterpart");
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set(fitting.map(([at]) => at)));
  const add = useChange((items: AgendaItemInput[]) =>
    api.meetings.addItems({ id: meeting.id, items }),
  );
  function choose(at: number, include: boolean): void {
    const next = new Set(chosen);
    if (include) next.add(at);
    else next.delete(at);
    setChosen(next);
  }
  if (proposals.length === 0)
    return <p className="quiet measure">{t("agendaDraft.none", { date: formatDate(asOf) })}</p>;
  const groups = [
    [t("agendaDraft.fits"), t("agendaDraft.fitsWhat", { date: formatDate(asOf) }), fitting],
    [t("agendaDraft.later"), t("agendaDraft.laterWhat"), later],
    [t("agendaDraft.owed"), t("agendaDraft.owedWhat"), owed],
  ] as const;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const items = numbered.filter(([at]) => chosen.has(at)).map(([, one]) => itemOf(one));
        if (items.length > 0) add.mutate(items);
      }}
    >
      {add.isError && <ProblemNotice error={add.error} />}
      {groups.map(([title, what, of]) => (
        <Group
          key={title}
          title={title}
          what={what}
          proposals={of}
          chosen={chosen}
          onChoose={choose}
        />
      ))}
      <div>
        <Button type="submit" size="small" loading={add.isPending} disabled={chosen.size === 0}>
          {chosen.size === 0 ? t("agendaDraft.addNone") : t("agendaDraft.add", { n: chosen.size })}
        </Button>
      </div>
    </form>
  );
}

/** What is open with this counterpart, drafted from the line: tick what should be talked about. */
export function ProposalsPanel({ meeting }: { readonly meeting: Meeting }): ReactNode {
  const query = useQuery(agendaDraftQuery(meeting.id));
  return (
    <section className="card stack" aria-labelledby="meeting-proposals">
      <div>
        <h3 className="section-title" id="meeting-proposals">
          {t("agendaDraft.title")}
        </h3>
        <p className="quiet measure">{t("agendaDraft.what")}</p>
      </div>
      <Loaded query={query} lines={4}>
        {({ proposals, asOf }) => (
          <Proposals
            key={`${query.dataUpdatedAt}`}
            meeting={meeting}
            proposals={proposals}
            asOf={asOf}
          />
        )}
      </Loaded>
    </section>
  );
}
