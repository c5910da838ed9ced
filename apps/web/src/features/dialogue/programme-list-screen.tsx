import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { z } from "zod";
import { AppLink } from "../../components/app-link.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { DialogueNav } from "../../components/dialogue/dialogue-nav.tsx";
import { sayIssue } from "../../components/dialogue/say-issue.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { ExportRows } from "../../components/export-rows.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { useGo } from "../../routing/use-go.ts";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { programmeListQuery, type ProgrammePage } from "./queries.ts";
import { sayPeriod } from "./say-period.ts";

const ProgrammeDialog = lazy(() => import("./programme-dialog.tsx"));

const ListState = z.object({ after: z.string().max(600).optional().catch(undefined) });

type Row = ProgrammePage["items"][number];

const columns: readonly DataColumn<Row>[] = [
  {
    id: "title",
    header: t("programme.col.title"),
    names: true,
    value: (row) => row.title,
    cell: (row) => (
      <>
        <AppLink href={`/dialogue/programmes/${row.id}`}>
          <strong>{row.title}</strong>
        </AppLink>
        <span className="sub">
          {row.issues.map(sayIssue).join(", ")} {row.invented && t("contract.invented")}
        </span>
      </>
    ),
  },
  {
    id: "period",
    header: t("programme.col.period"),
    value: sayPeriod,
    cell: (row) => (
      <>
        {sayPeriod(row)}{" "}
        {row.closedOn !== null && (
          <ToneTag tone="quiet">
            {t("programme.closed", { date: formatDate(row.closedOn) })}
          </ToneTag>
        )}
      </>
    ),
  },
  {
    id: "series",
    header: t("programme.col.series"),
    numeric: true,
    value: (row) => row.series,
  },
  {
    id: "meetings",
    header: t("programme.col.meetings"),
    numeric: true,
    value: (row) => row.meetingsHeld,
  },
  {
    id: "counterparts",
    header: t("programme.col.counterparts"),
    numeric: true,
    value: (row) => row.counterpartsMet,
  },
];

/** Programmes: several series with one purpose, and what came of each in figures. */
export function ProgrammeListScreen(): ReactNode {
  const [state, setState] = useUrlState(ListState);
  const [making, setMaking] = useState(false);
  const go = useGo();
  const list = useQuery(programmeListQuery(state.after));
  const mayWrite = list.data?.can.write ?? false;
  return (
    <>
      <PageHeading
        title={t("programmes.title")}
        lead={<p className="quiet measure">{t("programmes.what")}</p>}
        actions={
          mayWrite ? (
            <Button onClick={() => setMaking(true)}>{t("programme.new")}</Button>
          ) : undefined
        }
      />
      <div className="stack">
        <DialogueNav />
        <Loaded query={list} lines={5}>
          {(page) =>
            page.items.length === 0 ? (
              <EmptyState title={t("programmes.empty")} what={t("programmes.emptyWhat")}>
                {mayWrite && (
                  <Button size="small" onClick={() => setMaking(true)}>
                    {t("programme.new")}
                  </Button>
                )}
              </EmptyState>
            ) : (
              <>
                <div className="spread">
                  <p className="quiet" role="status">
                    {t("programmes.shown", { n: page.items.length })}
                  </p>
                  <ExportRows name="programmes" columns={columns} rows={page.items} />
                </div>
                <DataTable
                  caption={t("programmes.title")}
                  columns={columns}
                  rows={page.items}
                  rowKey={(row) => row.id}
                />
                <PageSteps
                  after={state.after}
                  next={page.next}
                  onGo={(after) => setState({ after }, { push: true })}
                />
              </>
            )
          }
        </Loaded>
      </div>
      <Suspense fallback={null}>
        {making && (
          <ProgrammeDialog
            programme={null}
            onMade={(id) => go(`/dialogue/programmes/${id}`)}
            onClose={() => setMaking(false)}
          />
        )}
      </Suspense>
    </>
  );
}
