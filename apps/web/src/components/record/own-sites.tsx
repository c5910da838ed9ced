import { Button, Checkbox } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { OwnSite } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { z } from "zod";
import { api } from "../../api/client.ts";
import { ownSitesQuery, type OwnSitesInput } from "../../api/record.ts";
import { useChange } from "../../api/use-change.ts";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatCountry, formatDate, formatNumber, todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { DataTable, type DataColumn } from "../data-table.tsx";
import { EmptyState } from "../empty-state.tsx";
import { ExportRows } from "../export-rows.tsx";
import { flagWords } from "../flag-words.ts";
import { Loaded } from "../loaded.tsx";
import { PageSteps } from "../page-steps.tsx";
import { ProblemNotice } from "../problem-notice.tsx";
import { ToneTag } from "../tags.tsx";
import { ReviseSiteDialog } from "./site-dialogs.tsx";
import { ListSearch } from "../list-search.tsx";

const ListState = z.object({
  search: z.string().max(200).optional().catch(undefined),
  unconfirmed: z.literal("true").optional().catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
});

const plainColumns: readonly DataColumn<OwnSite>[] = [
  {
    id: "name",
    header: t("ownSite.name"),
    names: true,
    value: (row) => row.name,
    cell: (row) => (
      <>
        <span className="wrap-anywhere">{row.name}</span>
        {row.maskedAs !== null && (
          <span className="sub">{t("ownSite.maskedBy", { who: row.maskedAs })}</span>
        )}
        {row.from !== null && (
          <span className="sub">{t("ownSite.from", { supplier: row.from.supplier })}</span>
        )}
      </>
    ),
  },
  {
    id: "address",
    header: t("ownSite.address"),
    value: (row) => row.address,
    cell: (row) => (
      <span className="wrap-anywhere">
        {row.address ?? <span className="quiet">{t("ownSite.noAddress")}</span>}
        {row.flags.length > 0 && <span className="sub">{flagWords(row.flags)}</span>}
      </span>
    ),
  },
  { id: "country", header: t("ownSite.country"), value: (row) => formatCountry(row.country) },
  {
    id: "products",
    header: t("ownSite.products"),
    numeric: true,
    value: (row) => row.products,
    cell: (row) =>
      row.products === 0 ? (
        <span className="care-text">{t("ownSite.noProducts")}</span>
      ) : (
        formatNumber(row.products)
      ),
  },
  {
    id: "confirmed",
    header: t("ownSite.confirmedOn"),
    value: (row) => row.confirmedOn,
    cell: (row) =>
      row.confirmedOn === null ? (
        <ToneTag tone="care">{t("ownSite.never")}</ToneTag>
      ) : (
        formatDate(row.confirmedOn)
      ),
  },
];

/** Sites of our record: found, changed in place, confirmed, taken out and put back. */
export function OwnSites({
  canWrite,
  empty,
}: {
  readonly canWrite: boolean;
  /** What to show where there is none yet. */
  readonly empty: ReactNode;
}): ReactNode {
  const [state, setState] = useUrlState(ListState);
  const [revised, setRevised] = useState<OwnSite | null>(null);
  const [removed, setRemoved] = useState<OwnSite | null>(null);
  const input: OwnSitesInput = {
    limit: 50,
    ...(state.search === undefined ? {} : { search: state.search }),
    ...(state.unconfirmed === undefined ? {} : { unconfirmed: "true" }),
    ...(state.after === undefined ? {} : { after: state.after }),
  };
  const list = useQuery(ownSitesQuery(input));
  const remove = useChange((site: OwnSite) => api.record.removeSite({ siteId: site.id }));
  const restore = useChange((site: OwnSite) => api.record.restoreSite({ siteId: site.id }));
  const confirm = useChange((siteIds: string[]) => api.record.confirm({ siteIds }));
  const narrowed = state.search !== undefined || state.unconfirmed !== undefined;

  const columns: readonly DataColumn<OwnSite>[] = [
    ...plainColumns,
    ...(canWrite
      ? [
          {
            id: "acts",
            header: t("ownSite.acts"),
            unlabelled: true,
            value: () => null,
            cell: (row: OwnSite) => (
              <span className="row no-print">
                <Button
                  size="xsmall"
                  variant="secondary"
                  aria-label={t("ownSite.reviseOne", { name: row.name })}
                  onClick={() => setRevised(row)}
                >
                  {t("ownSite.revise")}
                </Button>
                <Button
                  size="xsmall"
                  variant="tertiary"
                  aria-label={t("ownSite.removeOne", { name: row.name })}
                  onClick={() => remove.mutate(row, { onSuccess: () => setRemoved(row) })}
                >
                  {t("form.remove")}
                </Button>
              </span>
            ),
          } satisfies DataColumn<OwnSite>,
        ]
      : []),
  ];
  const failed = remove.error ?? restore.error ?? confirm.error;
  return (
    <div className="stack">
      {failed !== null && <ProblemNotice error={failed} />}
      {removed !== null && (
        <p className="notice notice-good row" role="status">
          {t("ownSite.removed", { name: removed.name })}
          <Button
            size="small"
            variant="secondary"
            loading={restore.isPending}
            onClick={() => restore.mutate(removed, { onSuccess: () => setRemoved(null) })}
          >
            {t("ownSite.restore")}
          </Button>
        </p>
      )}
      <Loaded query={list} lines={5}>
        {(page) =>
          page.total === 0 && !narrowed ? (
            empty
          ) : (
            <>
              <ListSearch
                label={t("ownSite.search")}
                search={state.search}
                onSearch={(search) => setState({ search, after: undefined })}
              >
                <Checkbox
                  size="small"
                  checked={state.unconfirmed !== undefined}
                  onChange={(event) =>
                    setState({
                      unconfirmed: event.target.checked ? "true" : undefined,
                      after: undefined,
                    })
                  }
                >
                  {t("ownSite.unconfirmedOnly")}
                </Checkbox>
              </ListSearch>
              {page.items.length === 0 ? (
                <EmptyState title={t("ownSite.none")}>
                  <Button
                    size="small"
                    variant="secondary"
                    onClick={() =>
                      setState({ search: undefined, unconfirmed: undefined, after: undefined })
                    }
                  >
                    {t("ownSite.showAll")}
                  </Button>
                </EmptyState>
              ) : (
                <>
                  <div className="spread">
                    <p className="quiet" role="status">
                      {t("ownSite.shown", { n: page.items.length, all: page.total })}
                    </p>
                    <div className="row no-print">
                      {canWrite && page.items.some((row) => row.confirmedOn !== todayHere()) && (
                        <Button
                          size="small"
                          variant="tertiary"
                          loading={confirm.isPending}
                          onClick={() => confirm.mutate(page.items.map(({ id }) => id))}
                        >
                          {t("ownSite.confirmShown")}
                        </Button>
                      )}
                      <ExportRows name="our-sites" columns={plainColumns} rows={page.items} />
                    </div>
                  </div>
                  <DataTable
                    caption={t("ownSite.title")}
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
              )}
            </>
          )
        }
      </Loaded>
      {revised !== null && (
        <ReviseSiteDialog key={revised.id} site={revised} onClose={() => setRevised(null)} />
      )}
    </div>
  );
}
