import { Search, Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { sectionOfDimension, type CatalogueKpi } from "@throughline/domain";
import type { ReactNode } from "react";
import { z } from "zod";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ExportRows } from "../../components/export-rows.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { t } from "../../texts/t.ts";
import { KpiHeading } from "./kpi-heading.tsx";
import { catalogueQuery, sections } from "./queries.ts";

const State = z.object({
  section: z.enum(sections).optional().catch(undefined),
  search: z.string().max(200).optional().catch(undefined),
});

const columns: readonly DataColumn<CatalogueKpi>[] = [
  { id: "id", header: t("catalogue.id"), value: (kpi) => kpi.id },
  {
    id: "name",
    header: t("kpis.col.kpi"),
    names: true,
    value: (kpi) => kpi.name,
    cell: (kpi) => (
      <>
        <strong>{kpi.name}</strong>
        <span className="sub">
          {kpi.unit} · {t(`catalogue.better.${kpi.better}`)}
        </span>
      </>
    ),
  },
  { id: "formula", header: t("catalogue.formula"), value: (kpi) => kpi.formula },
  {
    id: "dimension",
    header: t("catalogue.dimension"),
    value: (kpi) => t(`kpis.dimension.${kpi.dimension}`),
    cell: (kpi) => (
      <>
        {t(`kpis.dimension.${kpi.dimension}`)}
        <span className="sub">{kpi.because}</span>
      </>
    ),
  },
  {
    id: "basis",
    header: t("catalogue.basis"),
    value: (kpi) => t(kpi.computed ? "kpis.computedHere" : "kpis.enteredHere"),
  },
  { id: "source", header: t("catalogue.source"), value: (kpi) => kpi.source },
];

/** What can be measured, how, and what it speaks about. */
export function CatalogueScreen(): ReactNode {
  const [{ section, search }, setState] = useUrlState(State);
  const query = useQuery(catalogueQuery);
  return (
    <>
      <KpiHeading />
      <div className="stack">
        <div className="row-end no-print">
          <Search
            label={t("catalogue.search")}
            hideLabel={false}
            size="small"
            variant="simple"
            value={search ?? ""}
            onChange={(value) => setState({ search: value })}
          />
          <Select
            label={t("kpis.section")}
            size="small"
            value={section ?? ""}
            onChange={(event) =>
              setState({ section: sections.find((one) => one === event.target.value) })
            }
          >
            <option value="">{t("kpis.all")}</option>
            {sections.map((one) => (
              <option key={one} value={one}>
                {t(`kpis.section.${one}`)}
              </option>
            ))}
          </Select>
        </div>
        <Loaded query={query} lines={10}>
          {({ kpis }) => {
            const wanted = (search ?? "").toLowerCase();
            const shown = kpis.filter(
              (kpi) =>
                (section === undefined || sectionOfDimension[kpi.dimension] === section) &&
                `${kpi.id} ${kpi.name} ${kpi.formula}`.toLowerCase().includes(wanted),
            );
            return shown.length === 0 ? (
              <EmptyState title={t("catalogue.none")} what={t("kpis.noneWhat")} />
            ) : (
              <>
                <div className="spread">
                  <p className="quiet" role="status">
                    {t("catalogue.shown", { n: shown.length, total: kpis.length })}
                  </p>
                  <ExportRows name="kpi-catalogue" columns={columns} rows={shown} />
                </div>
                <DataTable
                  caption={t("kpis.nav.catalogue")}
                  columns={columns}
                  rows={shown}
                  rowKey={(kpi) => kpi.id}
                />
              </>
            );
          }}
        </Loaded>
      </div>
    </>
  );
}
