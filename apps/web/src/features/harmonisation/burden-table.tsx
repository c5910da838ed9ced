import type { HarmonisationMatrix } from "@throughline/contract";
import type { ReactNode } from "react";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { formatNumber } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

type Burden = HarmonisationMatrix["burden"];

const columns: readonly DataColumn<Burden["resellers"][number]>[] = [
  { id: "reseller", header: t("burden.reseller"), names: true, value: (row) => row.reseller },
  { id: "buyers", header: t("burden.buyers"), numeric: true, value: (row) => row.buyers },
  { id: "answers", header: t("burden.answers"), numeric: true, value: (row) => row.answers },
  { id: "schemes", header: t("burden.schemes"), numeric: true, value: (row) => row.schemes },
];

/** In one sentence: what resellers must prepare. */
export function sayBurden(burden: Burden): string {
  if (burden.mean === null) return t("burden.none");
  return t("burden.says", {
    total: burden.total,
    mean: formatNumber(Math.round(burden.mean * 10) / 10),
    highest: burden.highest ?? 0,
  });
}

/** What each reseller must prepare: distinct answers, and schemes to take part in. */
export function BurdenTable({ burden }: { readonly burden: Burden }): ReactNode {
  return (
    <div className="stack-small">
      <p>{sayBurden(burden)}</p>
      {burden.instancesWithoutReseller > 0 && (
        <p className="quiet">{t("burden.without", { n: burden.instancesWithoutReseller })}</p>
      )}
      {burden.resellers.length > 0 && (
        <DataTable
          caption={t("burden.title")}
          columns={columns}
          rows={burden.resellers}
          rowKey={(row) => row.reseller}
        />
      )}
    </div>
  );
}
