import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { z } from "zod";
import { ExportFiles } from "../../components/export-files.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { t } from "../../texts/t.ts";
import { kpiColumns } from "./kpi-columns.tsx";
import { KpiHeading } from "./kpi-heading.tsx";
import { bandOrder, kpiListQuery, sections, useUnits } from "./queries.ts";
import { FilterSelect, ListSearch } from "../../components/list-search.tsx";

const sorts = ["band", "-band", "contract", "kpi", "due", "-due"] as const;
const states = ["due", "measured"] as const;

const ListState = z.object({
  section: z.enum(sections).catch("supplier_conduct").default("supplier_conduct"),
  search: z.string().max(200).optional().catch(undefined),
  band: z.enum(bandOrder).optional().catch(undefined),
  state: z.enum(states).optional().catch(undefined),
  sort: z.enum(sorts).catch("band").default("band"),
  after: z.string().max(600).optional().catch(undefined),
});
type ListState = z.infer<typeof ListState>;

function inputOf({ section, search, band, state, sort }: ListState) {
  return {
    section,
    sort,
    ...(search === undefined ? {} : { search }),
    ...(band === undefined ? {} : { band }),
    ...(state === undefined ? {} : { state }),
  };
}

/** KPIs over all contracts, one section at a time. */
export function KpiListScreen(): ReactNode {
  const [state, setState] = useUrlState(ListState);
  const unitOf = useUnits();
  const input = inputOf(state);
  const list = useQuery(
    kpiListQuery({
      ...input,
      limit: 50,
      ...(state.after === undefined ? {} : { after: state.after }),
    }),
  );
  const change = (next: { [K in keyof ListState]?: ListState[K] | undefined }): void =>
    setState({ ...next, after: undefined }, { push: true });
  const narrowed =
    state.search !== undefined || state.band !== undefined || state.state !== undefined;

  return (
    <>
      <KpiHeading />
      <div className="stack">
        <ListSearch
          label={t("kpis.search")}
          search={state.search}
          onSearch={(search) => change({ search })}
        >
          <FilterSelect
            label={t("kpis.section")}
            value={state.section}
            values={sections}
            say={(one) => t(`kpis.section.${one}`)}
            onChange={(section) => change({ section })}
          />

          <FilterSelect
            label={t("kpis.col.band")}
            value={state.band}
            all={t("kpis.all")}
            values={bandOrder}
            say={(one) => list.data?.bands.labels[one] ?? t(`kpis.band.${one}`)}
            onChange={(band) => change({ band })}
          />
          <FilterSelect
            label={t("kpis.state")}
            value={state.state}
            all={t("kpis.all")}
            values={states}
            say={(one) => t(`kpis.state.${one}`)}
            onChange={(state) => change({ state })}
          />
          <FilterSelect
            label={t("list.sort")}
            value={state.sort}
            values={sorts}
            say={(one) => t(`kpis.sort.${one}`)}
            onChange={(sort) => change({ sort })}
          />
        </ListSearch>
        <p className="quiet measure">{t(`kpis.sectionWhat.${state.section}`)}</p>
        <Loaded query={list} lines={8}>
          {(page) =>
            page.items.length === 0 ? (
              <EmptyState
                title={t(narrowed ? "kpis.none" : "kpis.empty")}
                what={t(narrowed ? "kpis.noneWhat" : "kpis.emptyWhat")}
              >
                {narrowed ? (
                  <ButtonLink
                    size="small"
                    variant="secondary"
                    href={`/kpis?section=${state.section}`}
                  >
                    {t("kpis.clear")}
                  </ButtonLink>
                ) : (
                  <ButtonLink size="small" href="/contracts">
                    {t("contracts.title")}
                  </ButtonLink>
                )}
              </EmptyState>
            ) : (
              <>
                <div className="spread">
                  <p className="quiet" role="status">
                    {t("kpis.shown", { n: page.items.length, total: page.total })}
                    {bandOrder
                      .filter((one) => one !== state.band && (page.counts[one] ?? 0) > 0)
                      .map(
                        (one) => ` · ${page.bands.labels[one]}: ${String(page.counts[one] ?? 0)}`,
                      )
                      .join("")}
                    {page.due > 0 && ` · ${t("kpis.dueCount", { n: page.due })}`}
                    {page.contractsLeftOut > 0 &&
                      ` · ${t("kpis.leftOut", { n: page.contractsLeftOut })}`}
                  </p>
                  <ExportFiles path="/kpis/export" query={input} name="kpis" />
                </div>
                <DataTable
                  caption={t(`kpis.section.${state.section}`)}
                  columns={kpiColumns(page.bands, unitOf)}
                  rows={page.items}
                  rowKey={(row) => `${row.contract.id} ${row.assignment.key}`}
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
