import { Button, Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { procurementStages, RequirementKey } from "@throughline/domain";
import type { ReactNode } from "react";
import { z } from "zod";
import { libraryQuery } from "../../api/requirement-library.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { ColumnChoice } from "../../components/column-choice.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ExportRows } from "../../components/export-rows.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { useHiddenColumns } from "../../components/use-hidden-columns.ts";
import { useUrlState } from "../../routing/use-url-state.ts";
import { t } from "../../texts/t.ts";
import { procurementColumns } from "./procurement-columns.tsx";
import {
  procurementListQuery,
  type ProcurementListInput,
  type ProcurementPage,
} from "./queries.ts";
import { FilterSelect, ListSearch } from "../../components/list-search.tsx";

const sorts = ["changed", "deadline", "-deadline", "title", "-title"] as const;

const ListState = z.object({
  search: z.string().max(200).optional().catch(undefined),
  stage: z.enum(procurementStages).optional().catch(undefined),
  requirement: RequirementKey.optional().catch(undefined),
  sort: z.enum(sorts).catch("changed").default("changed"),
  after: z.string().max(600).optional().catch(undefined),
  without: z.string().max(200).optional().catch(undefined),
});
type State = z.infer<typeof ListState>;
type Change = { readonly [K in keyof State]?: State[K] | undefined };

function StartButtons({ size }: { readonly size?: "small" }): ReactNode {
  const small = size === undefined ? {} : { size };
  return (
    <>
      <ButtonLink {...small} href="/procurements/new">
        {t("procurements.new")}
      </ButtonLink>
      <ButtonLink {...small} variant="secondary" href="/procurements/from-notice">
        {t("procurements.fromNotice")}
      </ButtonLink>
    </>
  );
}

function Filters({
  state,
  hidden,
  onChange,
}: {
  readonly state: State;
  readonly hidden: readonly string[];
  readonly onChange: (change: Change) => void;
}): ReactNode {
  const library = useQuery(libraryQuery);
  return (
    <ListSearch
      label={t("procurements.searchLabel")}
      search={state.search}
      onSearch={(search) => onChange({ search })}
    >
      <FilterSelect
        label={t("procurements.stage")}
        value={state.stage}
        all={t("procurements.stageAll")}
        values={procurementStages}
        say={(stage) => t(`procurement.stage.${stage}`)}
        onChange={(stage) => onChange({ stage })}
      />
      <Select
        label={t("procurements.requirement")}
        size="small"
        value={state.requirement ?? ""}
        onChange={(event) =>
          onChange({ requirement: event.target.value === "" ? undefined : event.target.value })
        }
        style={{ maxWidth: "16rem" }}
      >
        <option value="">{t("procurements.requirementAny")}</option>
        {library.data?.items.map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </Select>
      <FilterSelect
        label={t("list.sort")}
        value={state.sort}
        values={sorts}
        say={(sort) => t(`procurements.sort.${sort}`)}
        onChange={(sort) => onChange({ sort })}
      />
      <ColumnChoice
        columns={procurementColumns}
        hidden={hidden}
        onChange={(ids) => onChange({ without: ids.join(".") })}
      />
    </ListSearch>
  );
}

function Rows({
  page,
  hidden,
  after,
  onGo,
}: {
  readonly page: ProcurementPage;
  readonly hidden: readonly string[];
  readonly after: string | undefined;
  readonly onGo: (after: string | undefined) => void;
}): ReactNode {
  const shown = procurementColumns.filter(({ id }) => !hidden.includes(id));
  return (
    <>
      <div className="spread">
        <p className="quiet" role="status">
          {page.items.length < page.total
            ? t("procurements.shown", { n: page.items.length, total: page.total })
            : t("procurements.shownAll", { total: page.total })}
        </p>
        <ExportRows name="procurements" columns={shown} rows={page.items} />
      </div>
      <DataTable
        caption={t("procurements.title")}
        columns={procurementColumns}
        rows={page.items}
        rowKey={(row) => row.id}
        hidden={hidden}
      />
      <PageSteps after={after} next={page.next} onGo={onGo} />
    </>
  );
}

/** Tenders: found, sorted, paged, each with where it does not hold together; the address reproduces what is shown. */
export function ProcurementListScreen(): ReactNode {
  const [state, setState] = useUrlState(ListState);
  const hidden = useHiddenColumns(state.without, procurementColumns);
  const { search, stage, requirement, after, sort } = state;
  const input: ProcurementListInput = {
    sort,
    limit: 25,
    ...(search === undefined ? {} : { search }),
    ...(stage === undefined ? {} : { stage }),
    ...(requirement === undefined ? {} : { requirement }),
    ...(after === undefined ? {} : { after }),
  };
  const list = useQuery(procurementListQuery(input));
  const mayWrite = list.data?.can.write ?? false;
  const filtered = search !== undefined || stage !== undefined || requirement !== undefined;
  function change(next: Change): void {
    setState({ after: undefined, ...next }, { push: true });
  }
  return (
    <>
      <PageHeading
        title={t("procurements.title")}
        lead={<p className="quiet measure">{t("procurements.what")}</p>}
        actions={mayWrite ? <StartButtons /> : undefined}
      />
      <div className="stack">
        <Filters state={state} hidden={hidden} onChange={change} />
        <Loaded query={list} lines={8}>
          {(page) =>
            page.items.length > 0 ? (
              <Rows
                page={page}
                hidden={hidden}
                after={after}
                onGo={(next) => setState({ after: next }, { push: true })}
              />
            ) : filtered || after !== undefined ? (
              <EmptyState title={t("procurements.none")} what={t("procurements.noneWhat")}>
                <Button
                  size="small"
                  variant="secondary"
                  onClick={() =>
                    change({ search: undefined, stage: undefined, requirement: undefined })
                  }
                >
                  {t("contracts.clear")}
                </Button>
              </EmptyState>
            ) : (
              <EmptyState title={t("procurements.empty")} what={t("procurements.emptyWhat")}>
                {mayWrite && <StartButtons size="small" />}
              </EmptyState>
            )
          }
        </Loaded>
      </div>
    </>
  );
}
