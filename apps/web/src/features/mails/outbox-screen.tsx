import { Button, Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { mailStates } from "@throughline/contract";
import type { ReactNode } from "react";
import { z } from "zod";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { DataTable, tableContent, type DataColumn } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { RequestsNav } from "../../components/requests-nav.tsx";
import { fileName, makeCsv, saveText } from "../../components/save-csv.ts";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatInstant, todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { MailTag } from "./mail-tag.tsx";
import { mailListQuery, type MailRow } from "./queries.ts";

const ListState = z.object({
  state: z.enum(mailStates).optional().catch(undefined),
  request: z.uuid().optional().catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
});

const columns: readonly DataColumn<MailRow>[] = [
  {
    id: "subject",
    header: t("outbox.col.subject"),
    names: true,
    value: (row) => row.subject,
    cell: (row) => <AppLink href={`/requests/outbox/${row.id}`}>{row.subject}</AppLink>,
  },
  {
    id: "to",
    header: t("outbox.col.to"),
    value: (row) => [row.toName, row.toAddress].filter((part) => part !== null).join(", "),
    cell: (row) => (
      <>
        {row.toName}
        <span className="sub wrap-anywhere">{row.toAddress ?? t("outbox.erased")}</span>
      </>
    ),
  },
  {
    id: "state",
    header: t("outbox.col.state"),
    value: (row) =>
      [t(`mailState.${row.state}`), row.lastError].filter((part) => part !== null).join(": "),
    cell: (row) => (
      <>
        <MailTag state={row.state} />
        {row.lastError !== null && <span className="sub">{row.lastError}</span>}
        {row.tries > 1 && <span className="sub">{t("outbox.tries", { n: row.tries })}</span>}
      </>
    ),
  },
  {
    id: "when",
    header: t("outbox.col.when"),
    value: (row) => row.sentAt ?? row.createdAt,
    cell: (row) =>
      row.sentAt === null
        ? t("outbox.written", { date: formatInstant(row.createdAt) })
        : t("outbox.sentAt", { date: formatInstant(row.sentAt) }),
  },
];

/** Mail that left, waits to be handed over, or came back. */
export function OutboxScreen(): ReactNode {
  const [state, setState] = useUrlState(ListState);
  const list = useQuery(
    mailListQuery({
      limit: 25,
      ...(state.state === undefined ? {} : { state: state.state }),
      ...(state.request === undefined ? {} : { requestId: state.request }),
      ...(state.after === undefined ? {} : { after: state.after }),
    }),
  );
  return (
    <>
      <PageHeading title={t("outbox.title")} lead={<p className="quiet">{t("outbox.what")}</p>} />
      <RequestsNav />
      <div className="stack">
        {list.data?.smtpConfigured === false && (
          <div className="banner banner-care">
            <div>
              <p>
                <strong>{t("outbox.noServer")}</strong> {t("outbox.noServerWhat")}
              </p>
            </div>
          </div>
        )}
        <div className="row-end no-print">
          <Select
            label={t("outbox.state")}
            size="small"
            value={state.state ?? ""}
            onChange={(event) =>
              setState(
                { state: mailStates.find((one) => one === event.target.value), after: undefined },
                { push: true },
              )
            }
          >
            <option value="">{t("outbox.stateAll")}</option>
            {mailStates.map((one) => (
              <option key={one} value={one}>
                {t(`mailState.${one}`)}
              </option>
            ))}
          </Select>
        </div>
        {state.request !== undefined && (
          <div className="row">
            <p className="quiet">{t("outbox.ofRequest")}</p>
            <ButtonLink size="small" variant="tertiary" href={`/requests/${state.request}`}>
              {t("mail.request")}
            </ButtonLink>
            <ButtonLink size="small" variant="tertiary" href="/requests/outbox">
              {t("outbox.stateAll")}
            </ButtonLink>
          </div>
        )}
        <Loaded query={list} lines={6}>
          {(page) =>
            page.items.length === 0 ? (
              <EmptyState
                title={t(
                  state.state === undefined && state.request === undefined
                    ? "outbox.empty"
                    : "outbox.none",
                )}
                what={t("outbox.emptyWhat")}
              />
            ) : (
              <>
                <div className="spread">
                  <p className="quiet" role="status">
                    {t("outbox.shown", { n: page.items.length })}
                  </p>
                  <Button
                    className="no-print"
                    size="small"
                    variant="tertiary"
                    onClick={() => {
                      const content = tableContent(columns, page.items);
                      saveText(
                        fileName("outbox", todayHere(), "mail.csv"),
                        "text/csv",
                        makeCsv(content.header, content.rows),
                      );
                    }}
                  >
                    {t("list.exportCsv")}
                  </Button>
                </div>
                <DataTable
                  caption={t("outbox.title")}
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
