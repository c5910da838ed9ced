import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { ExportRows } from "../../components/export-rows.tsx";
import { Loaded } from "../../components/loaded.tsx";
import type { api } from "../../api/client.ts";
import { t } from "../../texts/t.ts";
import { BurdenTable } from "./burden-table.tsx";
import { overviewQuery } from "./queries.ts";

type Row = Awaited<ReturnType<typeof api.harmonisation.overview>>["requirements"][number];

function columnsOf(groupId: string): readonly DataColumn<Row>[] {
  return [
    {
      id: "requirement",
      header: t("harmonisation.col.requirement"),
      names: true,
      value: (row) => row.title,
      cell: (row) => (
        <AppLink href={`/harmonisation/groups/${groupId}/requirements/${row.requirement}`}>
          {row.title}
        </AppLink>
      ),
    },
    {
      id: "buyers",
      header: t("harmonisation.col.buyers"),
      numeric: true,
      value: (row) => row.buyersAsking,
    },
    {
      id: "variants",
      header: t("harmonisation.col.variants"),
      numeric: true,
      value: (row) => row.diversity.variants,
    },
    {
      id: "effective",
      header: t("harmonisation.col.effective"),
      value: (row) => row.diversity.says.text,
    },
    {
      id: "proposals",
      header: t("harmonisation.col.proposals"),
      numeric: true,
      value: (row) => row.proposals,
    },
  ];
}

/** How differently the buyers ask each requirement, and what that costs resellers. */
export function OverviewSection({ groupId }: { readonly groupId: string }): ReactNode {
  const query = useQuery(overviewQuery(groupId));
  return (
    <section className="stack" aria-labelledby="group-overview">
      <div>
        <h2 className="section-title" id="group-overview">
          {t("harmonisation.overview")}
        </h2>
        <p className="quiet measure">{t("harmonisation.overviewWhat")}</p>
      </div>
      <Loaded query={query}>
        {({ requirements, burden }) =>
          requirements.length === 0 ? (
            <p className="quiet">{t("harmonisation.overviewNone")}</p>
          ) : (
            <>
              <div>
                <ExportRows name="harmonisation" columns={columnsOf(groupId)} rows={requirements} />
              </div>
              <DataTable
                caption={t("harmonisation.overview")}
                columns={columnsOf(groupId)}
                rows={requirements}
                rowKey={(row) => row.requirement}
              />
              <h3>{t("burden.title")}</h3>
              <p className="quiet measure">{t("burden.what")}</p>
              <BurdenTable burden={burden} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}
