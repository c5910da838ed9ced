import { useQuery } from "@tanstack/react-query";
import { commitmentStates, dialogueSides } from "@throughline/domain";
import type { ReactNode } from "react";
import { z } from "zod";
import { ExportFiles } from "../../components/export-files.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { FilterSelect, ListSearch } from "../../components/list-search.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { t } from "../../texts/t.ts";
import { commitmentColumns } from "./commitment-columns.tsx";
import { CommitmentsHeading } from "./commitments-heading.tsx";
import { commitmentListQuery } from "./queries.ts";

const sorts = ["due", "-due", "counterpart", "state", "slips"] as const;
const waits = ["for_us", "for_them"] as const;
const moved = ["true"] as const;

const ListState = z.object({
  search: z.string().max(200).optional().catch(undefined),
  state: z.enum(commitmentStates).optional().catch(undefined),
  debtor: z.enum(dialogueSides).optional().catch(undefined),
  waiting: z.enum(waits).optional().catch(undefined),
  slipped: z.enum(moved).optional().catch(undefined),
  series: z.uuid().optional().catch(undefined),
  supplier: z.uuid().optional().catch(undefined),
  contract: z.uuid().optional().catch(undefined),
  sort: z.enum(sorts).catch("due").default("due"),
  after: z.string().max(600).optional().catch(undefined),
});
type ListState = z.infer<typeof ListState>;

function inputOf(state: ListState) {
  const { search, debtor, waiting, slipped, series, supplier, contract, sort } = state;
  return {
    sort,
    ...(search === undefined ? {} : { search }),
    ...(state.state === undefined ? {} : { state: state.state }),
    ...(debtor === undefined ? {} : { debtor }),
    ...(waiting === undefined ? {} : { waiting }),
    ...(slipped === undefined ? {} : { slipped }),
    ...(series === undefined ? {} : { seriesId: series }),
    ...(supplier === undefined ? {} : { supplierId: supplier }),
    ...(contract === undefined ? {} : { contractId: contract }),
  };
}

/** Who promised what by when, of both sides, across contracts and years. */
export function CommitmentListScreen(): ReactNode {
  const [state, setState] = useUrlState(ListState);
  const { sort, ...filters } = inputOf(state);
  const list = useQuery(
    commitmentListQuery({
      ...filters,
      sort,
      limit: 50,
      ...(state.after === undefined ? {} : { after: state.after }),
    }),
  );
  const narrowed = Object.keys(filters).length > 0;
  const of =
    state.series !== undefined || state.supplier !== undefined || state.contract !== undefined;
  const change = (next: { [K in keyof ListState]?: ListState[K] | undefined }): void =>
    setState({ ...next, after: undefined }, { push: true });
  return (
    <>
      <CommitmentsHeading />
      <div className="stack">
        <ListSearch
          label={t("commitments.search")}
          search={state.search}
          onSearch={(search) => change({ search })}
        >
          <FilterSelect
            label={t("commitments.state")}
            value={state.state}
            all={t("commitments.all")}
            values={commitmentStates}
            say={(one) => t(`commitmentState.${one}`)}
            onChange={(one) => change({ state: one })}
          />
          <FilterSelect
            label={t("commitments.debtor")}
            value={state.debtor}
            all={t("commitments.all")}
            values={dialogueSides}
            say={(one) => t(`commitments.debtor.${one}`)}
            onChange={(debtor) => change({ debtor })}
          />
          <FilterSelect
            label={t("commitments.waiting")}
            value={state.waiting}
            all={t("commitments.all")}
            values={waits}
            say={(one) => t(`commitments.waiting.${one}`)}
            onChange={(waiting) => change({ waiting })}
          />
          <FilterSelect
            label={t("commitments.moved")}
            value={state.slipped}
            all={t("commitments.all")}
            values={moved}
            say={() => t("commitments.movedOnly")}
            onChange={(slipped) => change({ slipped })}
          />
          <FilterSelect
            label={t("list.sort")}
            value={state.sort}
            values={sorts}
            say={(one) => t(`commitments.sort.${one}`)}
            onChange={(one) => change({ sort: one })}
          />
        </ListSearch>
        {of && (
          <div className="row">
            <p className="quiet">{t("commitments.ofOne")}</p>
            <ButtonLink size="small" variant="tertiary" href="/commitments">
              {t("commitments.clear")}
            </ButtonLink>
          </div>
        )}
        <Loaded query={list} lines={8}>
          {(page) =>
            page.items.length === 0 ? (
              <EmptyState
                title={t(narrowed ? "commitments.none" : "commitments.empty")}
                what={t(narrowed ? "commitments.noneWhat" : "commitments.emptyWhat")}
              >
                <ButtonLink
                  size="small"
                  variant={narrowed ? "secondary" : "primary"}
                  href={narrowed ? "/commitments" : "/dialogue"}
                >
                  {t(narrowed ? "commitments.clear" : "commitments.toDialogue")}
                </ButtonLink>
              </EmptyState>
            ) : (
              <>
                <div className="spread">
                  <p className="quiet" role="status">
                    {t("commitments.shown", { n: page.items.length, total: page.total })}
                    {commitmentStates
                      .filter((one) => one !== state.state && (page.counts[one] ?? 0) > 0)
                      .map(
                        (one) =>
                          ` · ${t(`commitmentState.${one}`)}: ${String(page.counts[one] ?? 0)}`,
                      )
                      .join("")}
                  </p>
                  <ExportFiles
                    path="/commitments/export"
                    query={{ ...filters, sort }}
                    name="commitments"
                  />
                </div>
                <DataTable
                  caption={t("commitments.title")}
                  columns={commitmentColumns}
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
