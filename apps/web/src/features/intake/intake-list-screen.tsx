import { Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { z } from "zod";
import { meQuery } from "../../api/me.ts";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatInstant, formatNumber } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { IntakeTag } from "./intake-tag.tsx";
import { intakeListQuery, type IntakeListRow } from "./queries.ts";

const ListState = z.object({
  show: z.enum(["open", "all"]).catch("open").default("open"),
  contract: z.uuid().optional().catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
});

const columns: readonly DataColumn<IntakeListRow>[] = [
  {
    id: "list",
    header: t("intakes.col.list"),
    names: true,
    value: (row) => row.title,
    cell: (row) => (
      <>
        <AppLink href={`/intakes/${row.id}`}>
          <strong className="wrap-anywhere">{row.title}</strong>
        </AppLink>
        <span className="sub wrap-anywhere">{row.fileName ?? t("intakes.pasted")}</span>
      </>
    ),
  },
  {
    id: "stands",
    header: t("intakes.col.stands"),
    value: (row) => row.stateSentence.text,
    cell: (row) => (
      <>
        <IntakeTag state={row.state} /> {row.stateSentence.text}
      </>
    ),
  },
  {
    id: "rows",
    header: t("intakes.col.rows"),
    numeric: true,
    value: (row) => row.counts?.read ?? row.progress.rowsTotal,
    cell: (row) => {
      const rows = row.counts?.read ?? row.progress.rowsTotal;
      return rows === null ? "–" : formatNumber(rows);
    },
  },
  {
    id: "for",
    header: t("intakes.col.for"),
    value: (row) => row.contract?.title ?? t("intakes.forRecord"),
    cell: (row) =>
      row.contract === null ? (
        t("intakes.forRecord")
      ) : (
        <AppLink href={`/contracts/${row.contract.id}`}>{row.contract.title}</AppLink>
      ),
  },
  {
    id: "begun",
    header: t("intakes.col.begun"),
    value: (row) => row.createdAt,
    cell: (row) => formatInstant(row.createdAt),
  },
];

/** Lists on their way in, and what became of those before. */
export function IntakeListScreen(): ReactNode {
  const [state, setState] = useUrlState(ListState);
  const me = useQuery(meQuery).data;
  const mayTake = me?.can.includes("disclosure.write") ?? false;
  const list = useQuery(
    intakeListQuery({
      limit: 25,
      ...(state.show === "open" ? { open: "true" } : {}),
      ...(state.contract === undefined ? {} : { contractId: state.contract }),
      ...(state.after === undefined ? {} : { after: state.after }),
    }),
  );
  const begin = mayTake && (
    <ButtonLink
      href={
        state.contract === undefined ? "/intakes/new" : `/intakes/new?contract=${state.contract}`
      }
    >
      {t("intakes.new")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeading
        title={t("intakes.title")}
        lead={<p className="quiet measure">{t("intakes.what")}</p>}
        actions={begin === false ? undefined : begin}
      />
      <div className="stack">
        <div className="row-end no-print">
          <Select
            size="small"
            label={t("intakes.show")}
            value={state.show}
            onChange={(event) =>
              setState(
                { show: event.target.value === "all" ? "all" : "open", after: undefined },
                { push: true },
              )
            }
          >
            <option value="open">{t("intakes.showOpen")}</option>
            <option value="all">{t("intakes.showAll")}</option>
          </Select>
        </div>
        {state.contract !== undefined && <p className="quiet">{t("intakes.ofContract")}</p>}
        <Loaded query={list} lines={6}>
          {(page) =>
            page.items.length === 0 ? (
              state.show === "open" ? (
                <EmptyState title={t("intakes.none")} what={t("intakes.noneWhat")}>
                  <ButtonLink size="small" variant="secondary" href="/intakes?show=all">
                    {t("intakes.showAll")}
                  </ButtonLink>
                  {begin}
                </EmptyState>
              ) : (
                <EmptyState title={t("intakes.empty")} what={t("intakes.emptyWhat")}>
                  {begin}
                </EmptyState>
              )
            ) : (
              <>
                <p className="quiet" role="status">
                  {t("intakes.shown", { n: page.items.length })}
                </p>
                <DataTable
                  caption={t("intakes.title")}
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
    </>
  );
}
