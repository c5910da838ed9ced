import { Button, Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { z } from "zod";
import { meQuery } from "../../api/me.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { DataTable, tableContent } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { fileName, makeCsv, saveText } from "../../components/save-csv.ts";
import { useHiddenColumns } from "../../components/use-hidden-columns.ts";
import { useUrlState } from "../../routing/use-url-state.ts";
import { t } from "../../texts/t.ts";
import { todayHere } from "../../texts/format.ts";
import { ColumnChoice } from "../../components/column-choice.tsx";
import { contractColumns } from "./contract-columns.tsx";
import { contractListQuery, type ContractListInput } from "./queries.ts";
import { FilterSelect, ListSearch } from "../../components/list-search.tsx";

const kinds = ["framework", "call_off", "stand_alone"] as const;
const sorts = ["ends", "-ends", "title", "-title"] as const;

const ListState = z.object({
  search: z.string().max(200).optional().catch(undefined),
  kind: z.enum(kinds).optional().catch(undefined),
  framework: z.uuid().optional().catch(undefined),
  sort: z.enum(sorts).catch("ends").default("ends"),
  after: z.string().max(600).optional().catch(undefined),
  without: z.string().max(200).optional().catch(undefined),
});

/** Frameworks, call-offs and contracts: found, sorted, paged; the address reproduces what is shown. */
export function ContractListScreen(): ReactNode {
  const [state, setState] = useUrlState(ListState);
  const hidden = useHiddenColumns(state.without, contractColumns);
  const input: ContractListInput = {
    sort: state.sort,
    limit: 25,
    ...(state.search === undefined ? {} : { search: state.search }),
    ...(state.kind === undefined ? {} : { kind: state.kind }),
    ...(state.framework === undefined ? {} : { frameworkId: state.framework }),
    ...(state.after === undefined ? {} : { after: state.after }),
  };
  const list = useQuery(contractListQuery(input));
  const mayWrite = useQuery(meQuery).data?.can.includes("contract.write") ?? false;
  const filtered =
    state.search !== undefined || state.kind !== undefined || state.framework !== undefined;

  return (
    <>
      <PageHeading
        title={t("contracts.title")}
        lead={<p className="quiet">{t("contracts.what")}</p>}
        actions={
          mayWrite ? <ButtonLink href="/contracts/new">{t("contracts.new")}</ButtonLink> : undefined
        }
      />
      <div className="stack">
        <ListSearch
          label={t("contracts.searchLabel")}
          search={state.search}
          onSearch={(search) => setState({ search, after: undefined }, { push: true })}
        >
          <FilterSelect
            label={t("contracts.kind")}
            value={state.kind}
            all={t("contracts.kindAll")}
            values={kinds}
            say={(kind) => t(`kind.${kind}`)}
            onChange={(kind) => setState({ kind, after: undefined }, { push: true })}
          />
          <Select
            label={t("list.sort")}
            size="small"
            value={state.sort}
            onChange={(event) =>
              setState(
                {
                  sort: sorts.find((sort) => sort === event.target.value) ?? "ends",
                  after: undefined,
                },
                { push: true },
              )
            }
          >
            {sorts.map((sort) => (
              <option key={sort} value={sort}>
                {t(`contracts.sort.${sort}`)}
              </option>
            ))}
          </Select>
          <ColumnChoice
            columns={contractColumns}
            hidden={hidden}
            onChange={(ids) => setState({ without: ids.join(".") })}
          />
        </ListSearch>
        {state.framework !== undefined && <p className="quiet">{t("contracts.ofFramework")}</p>}
        <Loaded query={list} lines={8}>
          {(page) =>
            page.items.length === 0 ? (
              filtered || state.after !== undefined ? (
                <EmptyState title={t("contracts.none")} what={t("contracts.noneWhat")}>
                  <Button
                    size="small"
                    variant="secondary"
                    onClick={() =>
                      setState({
                        search: undefined,
                        kind: undefined,
                        framework: undefined,
                        after: undefined,
                      })
                    }
                  >
                    {t("contracts.clear")}
                  </Button>
                </EmptyState>
              ) : (
                <EmptyState title={t("contracts.empty")} what={t("contracts.emptyWhat")}>
                  {mayWrite && (
                    <ButtonLink size="small" href="/contracts/new">
                      {t("contracts.new")}
                    </ButtonLink>
                  )}
                </EmptyState>
              )
            ) : (
              <>
                <div className="spread">
                  <p className="quiet" role="status">
                    {page.items.length < page.total
                      ? t("contracts.shown", { n: page.items.length, total: page.total })
                      : t("contracts.shownAll", { total: page.total })}
                  </p>
                  <Button
                    className="no-print"
                    size="small"
                    variant="tertiary"
                    onClick={() => {
                      const content = tableContent(contractColumns, page.items, hidden);
                      saveText(
                        fileName("contracts", todayHere(), "contracts.csv"),
                        "text/csv",
                        makeCsv(content.header, content.rows),
                      );
                    }}
                  >
                    {t("list.exportCsv")}
                  </Button>
                </div>
                <DataTable
                  caption={t("contracts.title")}
                  columns={contractColumns}
                  rows={page.items}
                  rowKey={(row) => row.id}
                  hidden={hidden}
                />
                <div className="row no-print">
                  {state.after !== undefined && (
                    <Button
                      size="small"
                      variant="secondary"
                      onClick={() => setState({ after: undefined }, { push: true })}
                    >
                      {t("list.first")}
                    </Button>
                  )}
                  {page.next !== null && (
                    <Button
                      size="small"
                      variant="secondary"
                      onClick={() => setState({ after: page.next ?? undefined }, { push: true })}
                    >
                      {t("list.next")}
                    </Button>
                  )}
                </div>
              </>
            )
          }
        </Loaded>
      </div>
    </>
  );
}
