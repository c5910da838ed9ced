import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { z } from "zod";
import { ButtonLink } from "../../components/button-link.tsx";
import { ColumnChoice } from "../../components/column-choice.tsx";
import { DataTable, tableContent } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { fileName, makeCsv, saveText } from "../../components/save-csv.ts";
import { useHiddenColumns } from "../../components/use-hidden-columns.ts";
import { useUrlState } from "../../routing/use-url-state.ts";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { supplierListQuery } from "./queries.ts";
import { supplierColumns } from "./supplier-columns.tsx";
import { FilterSelect, ListSearch } from "../../components/list-search.tsx";

const roles = ["supplier", "brand"] as const;
const sorts = ["name", "-name"] as const;

const ListState = z.object({
  search: z.string().max(200).optional().catch(undefined),
  role: z.enum(roles).optional().catch(undefined),
  sort: z.enum(sorts).catch("name").default("name"),
  after: z.string().max(600).optional().catch(undefined),
  without: z.string().max(200).optional().catch(undefined),
});

/** Resellers and brands this organisation deals with, each with the sum of its lines. */
export function SupplierListScreen(): ReactNode {
  const [state, setState] = useUrlState(ListState);
  const hidden = useHiddenColumns(state.without, supplierColumns);
  const list = useQuery(
    supplierListQuery({
      sort: state.sort,
      limit: 25,
      ...(state.search === undefined ? {} : { search: state.search }),
      ...(state.role === undefined ? {} : { role: state.role }),
      ...(state.after === undefined ? {} : { after: state.after }),
    }),
  );
  return (
    <>
      <PageHeading
        title={t("suppliers.title")}
        lead={<p className="quiet measure">{t("suppliers.what")}</p>}
      />
      <div className="stack">
        <ListSearch
          label={t("suppliers.searchLabel")}
          search={state.search}
          onSearch={(search) => setState({ search, after: undefined }, { push: true })}
        >
          <FilterSelect
            label={t("suppliers.role")}
            value={state.role}
            all={t("suppliers.roleAll")}
            values={roles}
            say={(role) => t(`suppliers.role.${role}`)}
            onChange={(role) => setState({ role, after: undefined }, { push: true })}
          />
          <FilterSelect
            label={t("list.sort")}
            value={state.sort}
            values={sorts}
            say={(sort) => t(`suppliers.sort.${sort}`)}
            onChange={(sort) => setState({ sort, after: undefined }, { push: true })}
          />
          <ColumnChoice
            columns={supplierColumns}
            hidden={hidden}
            onChange={(ids) => setState({ without: ids.join(".") })}
          />
        </ListSearch>
        <Loaded query={list} lines={8}>
          {(page) =>
            page.items.length === 0 ? (
              state.search !== undefined || state.role !== undefined ? (
                <EmptyState title={t("suppliers.none")} what={t("suppliers.noneWhat")}>
                  <ButtonLink size="small" variant="secondary" href="/suppliers">
                    {t("suppliers.clear")}
                  </ButtonLink>
                </EmptyState>
              ) : (
                <EmptyState title={t("suppliers.empty")} what={t("suppliers.emptyWhat")}>
                  <ButtonLink size="small" href="/contracts">
                    {t("contracts.title")}
                  </ButtonLink>
                </EmptyState>
              )
            ) : (
              <>
                <div className="spread">
                  <p className="quiet" role="status">
                    {page.items.length < page.total
                      ? t("suppliers.shown", { n: page.items.length, total: page.total })
                      : t("suppliers.shownAll", { total: page.total })}
                  </p>
                  <Button
                    className="no-print"
                    size="small"
                    variant="tertiary"
                    onClick={() => {
                      const content = tableContent(supplierColumns, page.items, hidden);
                      saveText(
                        fileName("suppliers", todayHere(), "suppliers.csv"),
                        "text/csv",
                        makeCsv(content.header, content.rows),
                      );
                    }}
                  >
                    {t("list.exportCsv")}
                  </Button>
                </div>
                <DataTable
                  caption={t("suppliers.title")}
                  columns={supplierColumns}
                  rows={page.items}
                  rowKey={(row) => row.id}
                  hidden={hidden}
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
