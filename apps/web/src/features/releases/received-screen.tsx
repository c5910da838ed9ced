import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { z } from "zod";
import { DataTable } from "../../components/data-table.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ExportRows } from "../../components/export-rows.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { t } from "../../texts/t.ts";
import { OpenByCode } from "./open-by-code.tsx";
import { receivedQuery } from "./queries.ts";
import { receivedColumns } from "./release-columns.tsx";
import { ReleasesNav } from "./releases-nav.tsx";

const ListState = z.object({
  supplier: z.string().max(300).optional().catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
});

/** Releases we were given or have opened. */
export function ReceivedScreen(): ReactNode {
  const [state, setState] = useUrlState(ListState);
  const list = useQuery(
    receivedQuery({
      limit: 50,
      ...(state.supplier === undefined ? {} : { supplier: state.supplier }),
      ...(state.after === undefined ? {} : { after: state.after }),
    }),
  );
  return (
    <>
      <PageHeading
        title={t("releases.title")}
        lead={<p className="quiet">{t("releases.what")}</p>}
      />
      <ReleasesNav />
      <div className="stack">
        <OpenByCode />
        {state.supplier !== undefined && (
          <p className="row">
            {t("releases.supplier")}: {state.supplier}
            <ButtonLink size="small" variant="tertiary" href="/releases/received">
              {t("releases.showAll")}
            </ButtonLink>
          </p>
        )}
        <Loaded query={list} lines={6}>
          {(page) =>
            page.items.length === 0 ? (
              <EmptyState
                title={t("releases.emptyReceived")}
                what={t("releases.emptyReceivedWhat")}
              />
            ) : (
              <>
                <div className="spread">
                  <p className="quiet" role="status">
                    {t("releases.shown", { n: page.items.length })}
                  </p>
                  <ExportRows
                    name="releases-received"
                    columns={receivedColumns}
                    rows={page.items}
                  />
                </div>
                <DataTable
                  caption={t("releases.part.received")}
                  columns={receivedColumns}
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
