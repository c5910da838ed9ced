import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { FoundCount } from "@throughline/contract";
import type { ReactNode } from "react";
import { ButtonLink } from "../../components/button-link.tsx";
import { DataTable, tableContent } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { fileName, makeCsv, saveText } from "../../components/save-csv.ts";
import { useUrlState } from "../../routing/use-url-state.ts";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { siteListQuery, type SiteListInput, type SiteRow } from "./queries.ts";
import { siteColumns, siteExportColumns } from "./site-columns.tsx";
import { SiteFilters, SiteListState, type SiteFilterChange } from "./site-filters.tsx";

const nothing: SiteFilterChange = {
  search: undefined,
  country: undefined,
  screening: undefined,
  scope: undefined,
  contract: undefined,
};

function saveCsv(sites: readonly SiteRow[]): void {
  const content = tableContent(siteExportColumns, sites);
  saveText(
    fileName("sites", todayHere(), "sites.csv"),
    "text/csv",
    makeCsv(content.header, content.rows),
  );
}

/** Which of the rows is the first that has the words only nearly as typed. */
function nearlyFrom(found: FoundCount | null, items: readonly SiteRow[]): number {
  return found?.nearlyFrom ?? items.length;
}

function sayFound({ asTyped, nearly, exact }: FoundCount): string {
  if (asTyped === 0) return t("siteSearch.onlyNearly", { n: nearly });
  const said = t(exact ? "siteSearch.asTyped" : "siteSearch.asTypedAbout", { n: asTyped });
  return nearly === 0 ? said : `${said} ${t("siteSearch.andNearly", { n: nearly })}`;
}

/** The sites one may see: found, filtered, paged; the address reproduces what is shown. */
export function SiteListScreen(): ReactNode {
  const [state, setState] = useUrlState(SiteListState);
  const input: SiteListInput = {
    limit: 50,
    ...(state.search === undefined ? {} : { search: state.search }),
    ...(state.country === undefined ? {} : { country: state.country }),
    ...(state.screening === undefined ? {} : { screening: state.screening }),
    ...(state.scope === undefined ? {} : { scope: state.scope }),
    ...(state.contract === undefined ? {} : { contractId: state.contract }),
    ...(state.after === undefined ? {} : { after: state.after }),
  };
  const list = useQuery(siteListQuery(input));
  const { after, ...filters } = state;
  const filtered = Object.values(filters).some((value) => value !== undefined);
  const change = (part: SiteFilterChange): void =>
    setState({ ...part, after: undefined }, { push: true });
  return (
    <>
      <PageHeading title={t("sites.title")} lead={<p className="quiet">{t("sites.what")}</p>} />
      <div className="stack">
        <SiteFilters state={state} onChange={change} />
        {state.contract !== undefined && (
          <p className="row">
            {t("sites.ofContract")}
            <Button size="small" variant="tertiary" onClick={() => change({ contract: undefined })}>
              {t("sites.allContracts")}
            </Button>
          </p>
        )}
        <Loaded query={list} lines={8}>
          {({ items, next, found }) => {
            if (items.length === 0 && (filtered || after !== undefined)) {
              return (
                <EmptyState
                  title={t("sites.none")}
                  what={t(state.search === undefined ? "sites.noneWhat" : "siteSearch.nothing")}
                >
                  <Button size="small" variant="secondary" onClick={() => change(nothing)}>
                    {t("sites.clear")}
                  </Button>
                </EmptyState>
              );
            }
            if (items.length === 0) {
              return (
                <EmptyState title={t("sites.empty")} what={t("sites.emptyWhat")}>
                  <ButtonLink size="small" href="/contracts">
                    {t("sites.toContracts")}
                  </ButtonLink>
                </EmptyState>
              );
            }
            return (
              <>
                <div className="spread">
                  <p className="quiet" role="status">
                    {found === null ? t("sites.shown", { n: items.length }) : sayFound(found)}
                  </p>
                  <Button
                    className="no-print"
                    size="small"
                    variant="tertiary"
                    onClick={() => saveCsv(items)}
                  >
                    {t("list.exportCsv")}
                  </Button>
                </div>
                {nearlyFrom(found, items) > 0 && (
                  <DataTable
                    caption={t("sites.title")}
                    columns={siteColumns}
                    rows={items.slice(0, nearlyFrom(found, items))}
                    rowKey={(site) => site.id}
                  />
                )}
                {nearlyFrom(found, items) < items.length && (
                  <>
                    <h2 className="small-heading">{t("siteSearch.nearlyTitle")}</h2>
                    <DataTable
                      caption={t("siteSearch.nearlyTitle")}
                      columns={siteColumns}
                      rows={items.slice(nearlyFrom(found, items))}
                      rowKey={(site) => site.id}
                    />
                  </>
                )}
                <PageSteps
                  after={after}
                  next={next}
                  onGo={(to) => setState({ after: to }, { push: true })}
                />
              </>
            );
          }}
        </Loaded>
      </div>
    </>
  );
}
