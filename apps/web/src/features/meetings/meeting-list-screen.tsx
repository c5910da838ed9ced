import { Button, Checkbox } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { meetingStates } from "@throughline/domain";
import type { ReactNode } from "react";
import { z } from "zod";
import { ExportFiles } from "../../components/export-files.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { ColumnChoice } from "../../components/column-choice.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { DateField } from "../../components/date-field.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { FilterSelect, ListSearch } from "../../components/list-search.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { useHiddenColumns } from "../../components/use-hidden-columns.ts";
import { useUrlState } from "../../routing/use-url-state.ts";
import { t } from "../../texts/t.ts";
import { meetingColumns } from "./meeting-columns.tsx";
import { meetingListQuery, type MeetingPage } from "./queries.ts";

const sorts = ["-date", "date", "counterpart"] as const;

const ListState = z.object({
  search: z.string().max(200).optional().catch(undefined),
  state: z.enum(meetingStates).optional().catch(undefined),
  waiting: z.enum(["true"]).optional().catch(undefined),
  series: z.uuid().optional().catch(undefined),
  programme: z.uuid().optional().catch(undefined),
  contract: z.uuid().optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  sort: z.enum(sorts).catch("-date").default("-date"),
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
    ...(state.waiting === undefined ? {} : { waiting: state.waiting }),
    ...(state.series === undefined ? {} : { seriesId: state.series }),
    ...(state.programme === undefined ? {} : { programmeId: state.programme }),
    ...(state.contract === undefined ? {} : { contractId: state.contract }),
    ...(state.from === undefined ? {} : { from: state.from }),
    ...(state.to === undefined ? {} : { to: state.to }),
  };
}
const noFilters: Change = {
  search: undefined,
  state: undefined,
  waiting: undefined,
  series: undefined,
  programme: undefined,
  contract: undefined,
  from: undefined,
  to: undefined,
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
  return (
    <ListSearch
      label={t("meetings.searchLabel")}
      search={state.search}
      onSearch={(search) => onChange({ search })}
    >
      <FilterSelect
        label={t("meetings.col.state")}
        all={t("dialogues.stateAll")}
        value={state.state}
        values={meetingStates}
        say={(one) => t(`meetingState.${one}`)}
        onChange={(one) => onChange({ state: one })}
      />
      <DateField
        label={t("meetings.from")}
        value={state.from ?? ""}
        onChange={(from) => onChange({ from: from === "" ? undefined : from })}
      />
      <DateField
        label={t("meetings.to")}
        value={state.to ?? ""}
        onChange={(to) => onChange({ to: to === "" ? undefined : to })}
      />
      <FilterSelect
        label={t("list.sort")}
        value={state.sort}
        values={sorts}
        say={(one) => t(`meetings.sort.${one}`)}
        onChange={(sort) => onChange({ sort })}
      />
      <Checkbox
        size="small"
        checked={state.waiting !== undefined}
        onChange={(event) => onChange({ waiting: event.target.checked ? "true" : undefined })}
      >
        {t("meetings.waiting")}
      </Checkbox>
      <ColumnChoice
        columns={meetingColumns}
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
  readonly page: MeetingPage;
  readonly state: State;
  readonly hidden: readonly string[];
  readonly onGo: (after: string | undefined) => void;
}): ReactNode {
  return (
    <>
      <div className="spread">
        <p className="quiet" role="status">
          {page.items.length < page.total
            ? t("meetings.shown", { n: page.items.length, total: page.total })
            : t("meetings.shownAll", { total: page.total })}
        </p>
        <ExportFiles
          path="/meetings/export"
          query={{ ...filtersOf(state), sort: state.sort }}
          name="meetings"
        />
      </div>
      <DataTable
        caption={t("meetings.title")}
        columns={meetingColumns}
        rows={page.items}
        rowKey={(row) => row.id}
        hidden={hidden}
      />
      <PageSteps after={state.after} next={page.next} onGo={onGo} />
    </>
  );
}

/** Meetings of all series at whose table we sit; the address reproduces what is shown. */
export function MeetingListScreen(): ReactNode {
  const [state, setState] = useUrlState(ListState);
  const hidden = useHiddenColumns(state.without, meetingColumns);
  const filters = filtersOf(state);
  const list = useQuery(
    meetingListQuery({
      ...filters,
      sort: state.sort,
      limit: 25,
      ...(state.after === undefined ? {} : { after: state.after }),
    }),
  );
  const mayWrite = list.data?.can.write ?? false;
  const newHref = `/meetings/new${state.series === undefined ? "" : `?series=${state.series}`}`;
  const narrowed = [state.series, state.programme, state.contract].some((id) => id !== undefined);
  function change(next: Change): void {
    setState({ after: undefined, ...next }, { push: true });
  }
  return (
    <>
      <PageHeading
        title={t("meetings.title")}
        lead={<p className="quiet measure">{t("meetings.what")}</p>}
        actions={mayWrite ? <ButtonLink href={newHref}>{t("meetings.new")}</ButtonLink> : undefined}
      />
      <div className="stack">
        <Filters state={state} hidden={hidden} onChange={change} />
        {narrowed && (
          <div className="row">
            <p className="quiet">{t("meetings.narrowed")}</p>
            <Button
              className="no-print"
              size="small"
              variant="tertiary"
              onClick={() =>
                change({ series: undefined, programme: undefined, contract: undefined })
              }
            >
              {t("meetings.showAll")}
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
              <EmptyState title={t("meetings.none")} what={t("meetings.noneWhat")}>
                <Button size="small" variant="secondary" onClick={() => change(noFilters)}>
                  {t("meetings.showAll")}
                </Button>
              </EmptyState>
            ) : (
              <EmptyState title={t("meetings.empty")} what={t("meetings.emptyWhat")}>
                <ButtonLink size="small" href="/dialogue">
                  {t("meetings.toSeries")}
                </ButtonLink>
              </EmptyState>
            )
          }
        </Loaded>
      </div>
    </>
  );
}
