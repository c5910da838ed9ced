import { Button, Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { requestStates } from "@throughline/contract";
import { useMemo, type ReactNode } from "react";
import { z } from "zod";
import { meQuery } from "../../api/me.ts";
import { sidesOf } from "../../api/sides.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { ColumnChoice } from "../../components/column-choice.tsx";
import { DataTable, tableContent } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { RequestsNav } from "../../components/requests-nav.tsx";
import { fileName, makeCsv, saveText } from "../../components/save-csv.ts";
import { useUrlState } from "../../routing/use-url-state.ts";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { requestListQuery, type RequestListInput } from "./queries.ts";
import { requestColumns } from "./request-columns.tsx";
import { FilterSelect, ListSearch } from "../../components/list-search.tsx";

const sorts = ["drafted", "due"] as const;
const shownStates = ["open", "all", ...requestStates] as const;

const ListState = z.object({
  search: z.string().max(200).optional().catch(undefined),
  show: z.enum(shownStates).catch("open").default("open"),
  supplier: z.uuid().optional().catch(undefined),
  contract: z.uuid().optional().catch(undefined),
  sort: z.enum(sorts).catch("drafted").default("drafted"),
  after: z.string().max(600).optional().catch(undefined),
  without: z.string().max(200).catch("drafted").default("drafted"),
});
type ListState = z.infer<typeof ListState>;

function inputOf(state: ListState): RequestListInput {
  return {
    sort: state.sort,
    limit: 25,
    ...(state.show === "open"
      ? { open: "true" }
      : state.show === "all"
        ? {}
        : { state: state.show }),
    ...(state.search === undefined ? {} : { search: state.search }),
    ...(state.supplier === undefined ? {} : { supplierId: state.supplier }),
    ...(state.contract === undefined ? {} : { contractId: state.contract }),
    ...(state.after === undefined ? {} : { after: state.after }),
  };
}

/** Requests this organisation makes, each with why nothing is happening, or what did. */
export function RequestListScreen(): ReactNode {
  const [state, setState] = useUrlState(ListState);
  const hidden = useMemo(
    () =>
      state.without.split(".").filter((id) => requestColumns.some((column) => column.id === id)),
    [state.without],
  );
  const list = useQuery(requestListQuery(inputOf(state)));
  const me = useQuery(meQuery).data;
  // Who only answers passes on from the page of what it was asked, and has no contract to ask about.
  const asks = sidesOf(me?.acting?.organisationRoles ?? []).includes("asks");
  const mayAsk = asks && (me?.can.includes("request.write") ?? false);
  const narrowed =
    state.search !== undefined || state.supplier !== undefined || state.contract !== undefined;

  const ask = mayAsk && <ButtonLink href="/requests/new">{t("requests.new")}</ButtonLink>;

  return (
    <>
      <PageHeading
        title={t("requests.title")}
        lead={<p className="quiet">{t("requests.what")}</p>}
        actions={ask === false ? undefined : ask}
      />
      <RequestsNav />
      <div className="stack">
        <ListSearch
          label={t("requests.searchLabel")}
          search={state.search}
          onSearch={(search) => setState({ search, after: undefined }, { push: true })}
        >
          <Select
            label={t("requests.state")}
            size="small"
            value={state.show}
            onChange={(event) =>
              setState(
                { show: shownStates.find((one) => one === event.target.value), after: undefined },
                { push: true },
              )
            }
          >
            <option value="open">{t("requests.stateOpen")}</option>
            <option value="all">{t("requests.stateAll")}</option>
            {requestStates.map((one) => (
              <option key={one} value={one}>
                {t(`requestState.${one}`)}
              </option>
            ))}
          </Select>
          <FilterSelect
            label={t("list.sort")}
            value={state.sort}
            values={sorts}
            say={(one) => t(`requests.sort.${one}`)}
            onChange={(sort) => setState({ sort, after: undefined }, { push: true })}
          />
          <ColumnChoice
            columns={requestColumns}
            hidden={hidden}
            // An empty text would leave the address and with it the columns that are hidden at first.
            onChange={(ids) => setState({ without: ids.length === 0 ? "none" : ids.join(".") })}
          />
        </ListSearch>
        {(state.supplier !== undefined || state.contract !== undefined) && (
          <div className="row">
            <p className="quiet">
              {t(state.supplier === undefined ? "requests.ofContract" : "requests.ofSupplier")}
            </p>
            <Button
              className="no-print"
              size="small"
              variant="tertiary"
              onClick={() => setState({ supplier: undefined, contract: undefined })}
            >
              {t("requests.clear")}
            </Button>
          </div>
        )}
        <Loaded query={list} lines={8}>
          {(page) =>
            page.items.length === 0 ? (
              narrowed || state.after !== undefined || !["open", "all"].includes(state.show) ? (
                <EmptyState title={t("requests.none")} what={t("requests.noneWhat")}>
                  <ButtonLink size="small" variant="secondary" href="/requests?show=all">
                    {t("requests.clear")}
                  </ButtonLink>
                </EmptyState>
              ) : state.show === "open" ? (
                <EmptyState title={t("requests.noneOpen")} what={t("requests.noneOpenWhat")}>
                  <ButtonLink size="small" variant="secondary" href="/requests?show=all">
                    {t("requests.stateAll")}
                  </ButtonLink>
                  {ask}
                </EmptyState>
              ) : (
                <EmptyState
                  title={t("requests.empty")}
                  what={t(asks ? "requests.emptyWhat" : "requests.emptyAnswers")}
                >
                  {ask}
                </EmptyState>
              )
            ) : (
              <>
                <div className="spread">
                  <p className="quiet" role="status">
                    {t(page.next === null ? "requests.shown" : "requests.shownMore", {
                      n: page.items.length,
                    })}
                  </p>
                  <Button
                    className="no-print"
                    size="small"
                    variant="tertiary"
                    onClick={() => {
                      const content = tableContent(requestColumns, page.items, hidden);
                      saveText(
                        fileName("requests", todayHere(), "requests.csv"),
                        "text/csv",
                        makeCsv(content.header, content.rows),
                      );
                    }}
                  >
                    {t("list.exportCsv")}
                  </Button>
                </div>
                <DataTable
                  caption={t("requests.title")}
                  columns={requestColumns}
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
