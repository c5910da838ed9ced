import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { seriesQuery, type Meeting } from "../../api/dialogue.ts";
import { AgendaItemDialog } from "../../components/dialogue/agenda-item-dialog.tsx";
import { AgendaBudget, AgendaList } from "../../components/dialogue/agenda-list.tsx";
import { PeopleSection } from "../../components/dialogue/people-section.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { t } from "../../texts/t.ts";
import { PacksDrawer } from "./packs-drawer.tsx";
import { ProposalsPanel } from "./proposals-panel.tsx";

/** The agenda, what could be on it, and who comes. */
export function PreparePhase({ meeting }: { readonly meeting: Meeting }): ReactNode {
  const [adding, setAdding] = useState(false);
  const series = useQuery(seriesQuery(meeting.series.id));
  const threads = (series.data?.threads ?? []).filter(({ closedOn }) => closedOn === null);
  const { can } = meeting;
  return (
    <div className="stack-large">
      <section className="stack" aria-labelledby="meeting-agenda">
        <div className="spread">
          <h2 className="section-title" id="meeting-agenda">
            {t("agenda.heading")}
          </h2>
          {can.write && (
            <Button
              className="no-print"
              size="small"
              variant="secondary"
              onClick={() => setAdding(true)}
            >
              {t("agenda.add")}
            </Button>
          )}
        </div>
        {meeting.items.length === 0 ? (
          <EmptyState
            level={3}
            title={t("agenda.empty")}
            what={t(can.edit ? "agenda.emptyWhatHost" : "agenda.emptyWhat")}
          />
        ) : (
          <>
            <AgendaBudget meeting={meeting} />
            <AgendaList
              meeting={meeting}
              threads={threads}
              mayEdit={can.write}
              mayOrder={can.edit}
            />
          </>
        )}
      </section>
      {can.edit && (
        <div className="sides no-print">
          <ProposalsPanel meeting={meeting} />
          <PacksDrawer meetingId={meeting.id} />
        </div>
      )}
      <PeopleSection meeting={meeting} />
      {adding && (
        <AgendaItemDialog
          meetingId={meeting.id}
          item={null}
          threads={threads}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}
