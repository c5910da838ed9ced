import { Button, Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { requirementRoles } from "@throughline/domain";
import type { ReactNode } from "react";
import { z } from "zod";
import { ButtonLink } from "../../components/button-link.tsx";
import { ColumnChoice } from "../../components/column-choice.tsx";
import { DataTable, type TableSort } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ExportRows } from "../../components/export-rows.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { useHiddenColumns } from "../../components/use-hidden-columns.ts";
import { useUrlState } from "../../routing/use-url-state.ts";
import { t } from "../../texts/t.ts";
import { libraryListQuery, type LibraryInput, type LibraryPage } from "./queries.ts";
import { requirementColumns, requirementExportColumns } from "./requirement-columns.tsx";
import { issueName } from "./say-requirement.ts";
import { FilterSelect, ListSearch } from "../../components/list-search.tsx";

const standings = ["available", "adopted", "adapted", "own"] as const;

const ListState = z.object({
  search: z.string().max(200).optional().catch(undefined),
  hold: z
    .enum([...standings, "held"])
    .optional()
    .catch(undefined),
  role: z.enum(requirementRoles).optional().catch(undefined),
  issue: z.string().max(60).optional().catch(undefined),
  sort: z.string().max(40).catch("title").default("title"),
  after: z.string().max(600).optional().catch(undefined),
  without: z.string().max(200).optional().catch(undefined),
});
type State = z.infer<typeof ListState>;
type Change = { readonly [K in keyof State]?: State[K] | undefined };

const nothing: Change = {
  search: undefined,
  hold: undefined,
  role: undefined,
  issue: undefined,
};

function sortOf(text: string): TableSort {
  return { column: text.replace(/^-/, ""), descending: text.startsWith("-") };
}

function inputOf({ search, hold, role, issue, after }: State): LibraryInput {
  return {
    limit: 200,
    ...(search === undefined ? {} : { search }),
    ...(hold === undefined ? {} : hold === "held" ? { held: "true" } : { standing: hold }),
    ...(role === undefined ? {} : { role }),
    ...(issue === undefined ? {} : { issue }),
    ...(after === undefined ? {} : { after }),
  };
}

function Filters({
  state,
  issues,
  hidden,
  onChange,
}: {
  readonly state: State;
  readonly issues: readonly string[];
  readonly hidden: readonly string[];
  readonly onChange: (change: Change) => void;
}): ReactNode {
  return (
    <ListSearch
      label={t("requirements.searchLabel")}
      search={state.search}
      onSearch={(search) => onChange({ search })}
    >
      <Select
        label={t("requirements.standing")}
        size="small"
        value={state.hold ?? ""}
        onChange={(event) =>
          onChange({
            hold: ([...standings, "held"] as const).find((one) => one === event.target.value),
          })
        }
      >
        <option value="">{t("requirements.standingAny")}</option>
        <option value="held">{t("requirements.standingHeld")}</option>
        {standings.map((one) => (
          <option key={one} value={one}>
            {t(`standing.${one}`)}
          </option>
        ))}
      </Select>
      <FilterSelect
        label={t("requirements.role")}
        value={state.role}
        all={t("requirements.roleAny")}
        values={requirementRoles}
        say={(role) => t(`requirementRole.${role}`)}
        onChange={(role) => onChange({ role })}
      />
      <Select
        label={t("requirements.issue")}
        size="small"
        value={state.issue ?? ""}
        style={{ maxWidth: "14rem" }}
        onChange={(event) => onChange({ issue: event.target.value || undefined })}
      >
        <option value="">{t("requirements.issueAny")}</option>
        {issues
          .map((issue) => [issue, issueName(issue)] as const)
          .toSorted((a, b) => a[1].localeCompare(b[1]))
          .map(([issue, name]) => (
            <option key={issue} value={issue}>
              {name}
            </option>
          ))}
      </Select>
      <ColumnChoice
        columns={requirementColumns}
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
  onChange,
}: {
  readonly page: LibraryPage;
  readonly state: State;
  readonly hidden: readonly string[];
  readonly onChange: (change: Change) => void;
}): ReactNode {
  const sort = sortOf(state.sort);
  return (
    <>
      <div className="spread">
        <p className="quiet" role="status">
          {page.items.length < page.total
            ? t("requirements.shown", { n: page.items.length, total: page.total })
            : t("requirements.shownAll", { total: page.total })}
        </p>
        <ExportRows
          name="requirements"
          columns={requirementExportColumns.filter(({ id }) => !hidden.includes(id))}
          rows={page.items}
          sort={sort}
        />
      </div>
      <DataTable
        caption={t("requirements.title")}
        columns={requirementColumns}
        rows={page.items}
        rowKey={(row) => row.key}
        hidden={hidden}
        sort={sort}
        onSort={({ column, descending }) =>
          onChange({ sort: `${descending ? "-" : ""}${column}`, after: state.after })
        }
      />
      <PageSteps after={state.after} next={page.next} onGo={(after) => onChange({ after })} />
    </>
  );
}

function FileLinks(): ReactNode {
  return (
    <details className="plain menu-of-links">
      <summary className="small">{t("library.export")}</summary>
      <ul className="plain-list">
        {(["held", "own", "all"] as const).map((which) => (
          <li key={which}>
            <a href={`/api/requirements/export?which=${which}`} download>
              {t(`library.export.${which}`)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The library: what ships with the product, and what the house made of it; the address reproduces what is shown. */
export function RequirementListScreen(): ReactNode {
  const [state, setState] = useUrlState(ListState);
  const hidden = useHiddenColumns(state.without, requirementColumns);
  const list = useQuery(libraryListQuery(inputOf(state)));
  const change = (next: Change): void => setState({ after: undefined, ...next }, { push: true });
  return (
    <>
      <PageHeading
        title={t("requirements.title")}
        lead={<p className="quiet measure">{t("requirements.what")}</p>}
        actions={
          <>
            <FileLinks />
            {list.data?.can.write === true && (
              <>
                <ButtonLink variant="secondary" href="/requirements/import">
                  {t("library.import")}
                </ButtonLink>
                <ButtonLink href="/requirements/new">{t("own.new")}</ButtonLink>
              </>
            )}
          </>
        }
      />
      <div className="stack">
        <Filters state={state} issues={list.data?.issues ?? []} hidden={hidden} onChange={change} />
        <Loaded query={list} lines={8}>
          {(page) =>
            page.items.length === 0 ? (
              <EmptyState title={t("requirements.none")} what={t("requirements.noneWhat")}>
                <Button size="small" variant="secondary" onClick={() => change(nothing)}>
                  {t("requirements.clear")}
                </Button>
              </EmptyState>
            ) : (
              <Rows page={page} state={state} hidden={hidden} onChange={change} />
            )
          }
        </Loaded>
      </div>
    </>
  );
}
