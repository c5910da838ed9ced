import { Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { z } from "zod";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ExportRows } from "../../components/export-rows.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { RequestsNav } from "../../components/requests-nav.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { AskedTag } from "./asked-tag.tsx";
import { askedListQuery, type AskedRow } from "./queries.ts";

const ListState = z.object({
  show: z.enum(["open", "all"]).catch("open").default("open"),
  after: z.string().max(600).optional().catch(undefined),
});

const columns: readonly DataColumn<AskedRow>[] = [
  {
    id: "subject",
    header: t("asked.col.request"),
    names: true,
    value: (row) => row.subject,
    cell: (row) => (
      <>
        <AppLink href={`/asked/${row.deliveryId}`}>{row.subject}</AppLink>
        <span className="sub">{row.requester.name}</span>
      </>
    ),
  },
  {
    id: "stands",
    header: t("asked.col.stands"),
    unlabelled: true,
    value: (row) => row.stateSentence.text,
    cell: (row) => (
      <>
        <AskedTag state={row.state} />
        <span className="sub">{row.stateSentence.text}</span>
      </>
    ),
  },
  {
    id: "products",
    header: t("asked.col.products"),
    numeric: true,
    value: (row) => row.progress.productsAsked,
    cell: (row) =>
      row.progress.productsAsked === 0
        ? t("asked.everything")
        : t("asked.answeredOf", {
            n: row.progress.productsAnswered,
            all: row.progress.productsAsked,
          }),
  },
  {
    id: "due",
    header: t("asked.col.due"),
    value: (row) => row.dueOn,
    cell: (row) => (row.dueOn === null ? t("asked.noDue") : formatDate(row.dueOn)),
  },
];

/** Requests we were asked, each with where it stands. */
export function AskedListScreen(): ReactNode {
  const [state, setState] = useUrlState(ListState);
  const list = useQuery(
    askedListQuery({
      limit: 50,
      ...(state.show === "open" ? { open: "true" } : {}),
      ...(state.after === undefined ? {} : { after: state.after }),
    }),
  );
  return (
    <>
      <PageHeading title={t("asked.title")} lead={<p className="quiet">{t("asked.what")}</p>} />
      <RequestsNav />
      <div className="stack">
        <div className="row-end no-print">
          <Select
            label={t("asked.show")}
            size="small"
            value={state.show}
            onChange={(event) =>
              setState(
                { show: event.target.value === "all" ? "all" : "open", after: undefined },
                { push: true },
              )
            }
          >
            <option value="open">{t("asked.showOpen")}</option>
            <option value="all">{t("asked.showAll")}</option>
          </Select>
        </div>
        <Loaded query={list} lines={5}>
          {(page) =>
            page.items.length === 0 ? (
              <EmptyState
                title={t(state.show === "open" ? "asked.noneOpen" : "asked.empty")}
                what={t("asked.emptyWhat")}
              >
                {state.show === "open" && (
                  <ButtonLink size="small" variant="secondary" href="/asked?show=all">
                    {t("asked.showAll")}
                  </ButtonLink>
                )}
                <ButtonLink size="small" variant="secondary" href="/record">
                  {t("nav.record")}
                </ButtonLink>
              </EmptyState>
            ) : (
              <>
                <div className="spread">
                  <p className="quiet" role="status">
                    {t("asked.shown", { n: page.items.length })}
                  </p>
                  <ExportRows name="requests-to-us" columns={columns} rows={page.items} />
                </div>
                <DataTable
                  caption={t("asked.title")}
                  columns={columns}
                  rows={page.items}
                  rowKey={(row) => row.deliveryId}
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
