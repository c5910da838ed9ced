import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { z } from "zod";
import { ExportFiles } from "../../components/export-files.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { ColumnChoice } from "../../components/column-choice.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { DialogueNav } from "../../components/dialogue/dialogue-nav.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { FilterSelect, ListSearch } from "../../components/list-search.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { useHiddenColumns } from "../../components/use-hidden-columns.ts";
import { useUrlState } from "../../routing/use-url-state.ts";
import { t } from "../../texts/t.ts";
import { programmeListQuery, seriesListQuery, type SeriesPage } from "./queries.ts";
import { seriesColumns } from "./series-columns.tsx";

const sorts = ["changed", "next", "last", "title", "-title"] as const;
const states = ["open", "paused", "closed"] as const;
const watches = ["lapsed", "waiting_for_us", "channel_closed"] as const;

const ListState = z.object({
  search: z.string().max(200).optional().catch(undefined),
  state: z.enum(states).optional().catch(undefined),
  watch: z.enum(watches).optional().catch(undefined),
  programme: z.uuid().optional().catch(undefined),
  contract: z.uuid().optional().catch(undefined),
  supplier: z.uuid().optional().catch(undefined),
  sort: z.enum(sorts).catch("changed").default("changed"),
  after: z.string().max(600).optional().catch(undefined),
  without: z.string().max(200).optional().catch(undefined),
});
type State = z.infer<typeof ListState>;
type Change = { readonly [K in keyof State]?: State[K] | undefined };

/** Filters as the API takes them. */
function filtersOf(state: State) {
  return {
    ...(state.search === undefined ? {} : { search: state.search }),
    ...(state.state === undefined ? {} : { state: state.state }),
    ...(state.watch === undefined ? {} : { watch: state.watch }),
    ...(state.programme === undefined ? {} : { programmeId: state.programme }),
    ...(state.contract === undefined ? {} : { contractId: state.contract }),
    ...(state.supplier === undefined ? {} : { supplierId: state.supplier }),
  };
}
const noFilters: Change = {
  search: undefined,
  state: undefined,
  watch: undefined,
  programme: undefined,
  contract: undefined,
  supplier: undefined,
};

function Filters({
  state,
  hidden,
  onChange,
}: {
  readonly state: State;
  readonly hidden: readonly string[];
  readonly onChange: (change: Change) => void;
}): ReactNode {
  const programmes = useQuery(programmeListQuery()).data?.items ?? [];
  return (
    <ListSearch
      label={t("dialogues.searchLabel")}
      search={state.search}
      onSearch={(search) => onChange({ search })}
    >
      <FilterSelect
        label={t("dialogues.watch")}
        all={t("dialogues.watchAll")}
        value={state.watch}
        values={watches}
        say={(one) => t(`dialogues.watch.${one}`)}
        onChange={(watch) => onChange({ watch })}
      />
      <FilterSelect
        label={t("dialogues.stateLabel")}
        all={t("dialogues.stateAll")}
        value={state.state}
        values={states}
        say={(one) => t(`seriesState.${one}`)}
        onChange={(one) => onChange({ state: one })}
      />
      {programmes.length > 0 && (
        <FilterSelect
          label={t("dialogues.programme")}
          all={t("dialogues.programmeAny")}
          value={state.programme}
          values={programmes.map(({ id }) => id)}
          say={(id) => programmes.find((one) => one.id === id)?.title ?? ""}
          onChange={(programme) => onChange({ programme })}
        />
      )}
      <FilterSelect
        label={t("list.sort")}
        value={state.sort}
        values={sorts}
        say={(one) => t(`dialogues.sort.${one}`)}
        onChange={(sort) => onChange({ sort })}
      />
      <ColumnChoice
        columns={seriesColumns}
        hidden={hidden}
        onChange={(ids) => onChange({ without: ids.join(".") })}
      />
    </ListSearch>
  );
}

function Rows({
  page,
  state,
  hidden,
  onGo,
}: {
  readonly page: SeriesPage;
  readonly state: State;
  readonly hidden: readonly string[];
  readonly onGo: (after: string | undefined) => void;
}): ReactNode {
  return (
    <>
      <div className="spread">
        <p className="quiet" role="status">
          {page.items.length < page.total
            ? t("dialogues.shown", { n: page.items.length, total: page.total })
            : t("dialogues.shownAll", { total: page.total })}
        </p>
        <ExportFiles
          path="/dialogue/series/export"
          query={{ ...filtersOf(state), sort: state.sort }}
          name="dialogues"
        />
      </div>
      <DataTable
        caption={t("dialogues.title")}
        columns={seriesColumns}
        rows={page.items}
        rowKey={(row) => row.id}
        hidden={hidden}
      />
      <PageSteps after={state.after} next={page.next} onGo={onGo} />
    </>
  );
}

/** Who talks with whom: every series at whose table we sit, with what waits; the address reproduces what is shown. */
export function SeriesListScreen(): ReactNode {
  const [state, setState] = useUrlState(ListState);
  const hidden = useHiddenColumns(state.without, seriesColumns);
  const filters = filtersOf(state);
  const list = useQuery(
    seriesListQuery({
      ...filters,
      sort: state.sort,
      limit: 25,
      ...(state.after === undefined ? {} : { after: state.after }),
    }),
  );
  const mayWrite = list.data?.can.write ?? false;
  const begin = new URLSearchParams({
    ...(state.supplier === undefined ? {} : { supplier: state.supplier }),
    ...(state.contract === undefined ? {} : { contract: state.contract }),
  }).toString();
  const newHref = `/dialogue/new${begin === "" ? "" : `?${begin}`}`;
  function change(next: Change): void {
    setState({ after: undefined, ...next }, { push: true });
  }
  return (
    <>
      <PageHeading
        title={t("dialogues.title")}
        lead={<p className="quiet measure">{t("dialogues.what")}</p>}
        actions={
          mayWrite ? <ButtonLink href={newHref}>{t("dialogues.new")}</ButtonLink> : undefined
        }
      />
      <div className="stack">
        <DialogueNav />
        <Filters state={state} hidden={hidden} onChange={change} />
        {(state.contract !== undefined || state.supplier !== undefined) && (
          <div className="row">
            <p className="quiet">
              {t(state.contract === undefined ? "dialogues.ofSupplier" : "dialogues.ofContract")}
            </p>
            <Button
              className="no-print"
              size="small"
              variant="tertiary"
              onClick={() => change({ contract: undefined, supplier: undefined })}
            >
              {t("dialogues.showAll")}
            </Button>
          </div>
        )}
        <Loaded query={list} lines={8}>
          {(page) =>
            page.items.length > 0 ? (
              <Rows
                page={page}
                state={state}
                hidden={hidden}
                onGo={(after) => setState({ after }, { push: true })}
              />
            ) : Object.keys(filters).length > 0 || state.after !== undefined ? (
              <EmptyState title={t("dialogues.none")} what={t("dialogues.noneWhat")}>
                <Button size="small" variant="secondary" onClick={() => change(noFilters)}>
                  {t("dialogues.showAll")}
                </Button>
                {mayWrite && (
                  <ButtonLink size="small" href={newHref}>
                    {t("dialogues.new")}
                  </ButtonLink>
                )}
              </EmptyState>
            ) : (
              <EmptyState title={t("dialogues.empty")} what={t("dialogues.emptyWhat")}>
                {mayWrite && (
                  <ButtonLink size="small" href="/dialogue/new">
                    {t("dialogues.new")}
                  </ButtonLink>
                )}
              </EmptyState>
            )
          }
        </Loaded>
      </div>
    </>
  );
}
