import { Button, Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { IsoDate, RequirementKey, requirementRoles } from "@throughline/domain";
import type { ReactNode } from "react";
import { z } from "zod";
import { libraryQuery } from "../../api/requirement-library.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { DateField } from "../../components/date-field.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ExportRows } from "../../components/export-rows.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatDate, todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { PolicyHeading } from "./policy-heading.tsx";
import { policyQuery, rowListQuery, type RowListInput, type RowPage } from "./queries.ts";
import { rowColumns, rowExportColumns } from "./row-columns.tsx";
import { FilterSelect, ListSearch } from "../../components/list-search.tsx";

const states = ["in_force", "future", "ended", "all"] as const;
const sorts = ["requirement", "title", "from"] as const;

const TableState = z.object({
  on: IsoDate.optional().catch(undefined),
  state: z.enum(states).catch("in_force").default("in_force"),
  requirement: RequirementKey.optional().catch(undefined),
  role: z.enum(requirementRoles).optional().catch(undefined),
  search: z.string().max(200).optional().catch(undefined),
  sort: z.enum(sorts).catch("requirement").default("requirement"),
  after: z.string().max(900).optional().catch(undefined),
});
type State = z.infer<typeof TableState>;
type Change = { readonly [K in keyof State]?: State[K] | undefined };

function Filters({
  state,
  onChange,
}: {
  readonly state: State;
  readonly onChange: (change: Change) => void;
}): ReactNode {
  const library = useQuery(libraryQuery);
  return (
    <ListSearch
      label={t("policy.searchLabel")}
      search={state.search}
      onSearch={(search) => onChange({ search })}
    >
      <DateField
        label={t("policy.on")}
        value={state.on ?? todayHere()}
        onChange={(on) => onChange({ on: on === "" || on === todayHere() ? undefined : on })}
      />
      <FilterSelect
        label={t("policy.state")}
        value={state.state}
        values={states}
        say={(one) => t(`policy.state.${one}`)}
        onChange={(state) => onChange({ state })}
      />
      <Select
        label={t("policy.requirement")}
        size="small"
        value={state.requirement ?? ""}
        style={{ maxWidth: "14rem" }}
        onChange={(event) => onChange({ requirement: event.target.value || undefined })}
      >
        <option value="">{t("policy.requirementAny")}</option>
        {library.data?.items.map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </Select>
      <FilterSelect
        label={t("policy.role")}
        value={state.role}
        all={t("policy.roleAny")}
        values={requirementRoles}
        say={(role) => t(`requirementRole.${role}`)}
        onChange={(role) => onChange({ role })}
      />
      <FilterSelect
        label={t("list.sort")}
        value={state.sort}
        values={sorts}
        say={(sort) => t(`policy.sort.${sort}`)}
        onChange={(sort) => onChange({ sort })}
      />
    </ListSearch>
  );
}

function Rows({
  page,
  state,
  onGo,
}: {
  readonly page: RowPage;
  readonly state: State;
  readonly onGo: (after: string | undefined) => void;
}): ReactNode {
  const day = state.on ?? todayHere();
  const files = new URLSearchParams({ on: day, state: state.state }).toString();
  const date = formatDate(day);
  return (
    <>
      <div className="spread">
        <p className="quiet" role="status">
          {page.items.length < page.total
            ? t("policy.shown", { n: page.items.length, total: page.total, date })
            : t("policy.shownAll", { total: page.total, date })}
        </p>
        <ExportRows name="policy" columns={rowExportColumns} rows={page.items} />
      </div>
      <DataTable
        caption={t("policy.title")}
        columns={rowColumns}
        rows={page.items}
        rowKey={(row) => row.id}
      />
      <PageSteps after={state.after} next={page.next} onGo={onGo} />
      {state.search === undefined &&
        state.requirement === undefined &&
        state.role === undefined && (
          <p className="row small no-print">
            {(["csv", "yaml"] as const).map((format) => (
              <a key={format} href={`/api/policy/export?format=${format}&${files}`} download>
                {t(`policy.export.${format}`)}
              </a>
            ))}
          </p>
        )}
    </>
  );
}

/** The decision table as of a day: found, filtered, paged; the address reproduces what is shown. */
export function PolicyTableScreen(): ReactNode {
  const [state, setState] = useUrlState(TableState);
  const { on, requirement, role, search, after } = state;
  const input: RowListInput = {
    limit: 50,
    state: state.state,
    sort: state.sort,
    ...(on === undefined ? {} : { on }),
    ...(requirement === undefined ? {} : { requirement }),
    ...(role === undefined ? {} : { role }),
    ...(search === undefined ? {} : { search }),
    ...(after === undefined ? {} : { after }),
  };
  const list = useQuery(rowListQuery(input));
  const head = useQuery(policyQuery).data;
  const mayWrite = head?.can.write ?? false;
  const never =
    head !== undefined && head.counts.inForce + head.counts.future + head.counts.ended === 0;
  const change = (next: Change): void => setState({ after: undefined, ...next }, { push: true });
  const add = mayWrite && <ButtonLink href="/policy/rows/new">{t("policy.newRow")}</ButtonLink>;
  return (
    <>
      <PolicyHeading what={t("policy.what")} actions={add} />
      <div className="stack">
        {!never && <Filters state={state} onChange={change} />}
        <Loaded query={list} lines={6}>
          {(page) =>
            page.items.length > 0 ? (
              <Rows
                page={page}
                state={state}
                onGo={(next) => setState({ after: next }, { push: true })}
              />
            ) : never ? (
              <EmptyState title={t("policy.empty")} what={t("policy.emptyWhat")}>
                {add}
              </EmptyState>
            ) : (
              <EmptyState title={t("policy.none")} what={t("policy.noneWhat")}>
                <Button
                  size="small"
                  variant="secondary"
                  onClick={() =>
                    change({
                      on: undefined,
                      state: "all",
                      requirement: undefined,
                      role: undefined,
                      search: undefined,
                    })
                  }
                >
                  {t("policy.clear")}
                </Button>
              </EmptyState>
            )
          }
        </Loaded>
      </div>
    </>
  );
}
