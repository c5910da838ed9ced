import { Button } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { t } from "../../texts/t.ts";
import type { ContractDetail } from "./contract-draft.ts";
import type { Task } from "./task-of-action.ts";

type Condition = ContractDetail["conditions"][number];

const columns: readonly DataColumn<Condition>[] = [
  {
    id: "clause",
    header: t("contract.clause"),
    names: true,
    value: (condition) => condition.clause,
    cell: (condition) => (
      <>
        {condition.clause}
        {condition.inheritedFrom !== null && (
          <span className="sub">
            {t("contract.inherited", { framework: condition.inheritedFrom })}
          </span>
        )}
      </>
    ),
  },
  {
    id: "summary",
    header: t("contract.summary"),
    value: (condition) => condition.summary,
    cell: (condition) => (
      <>
        {condition.summary}
        {condition.gatesExtension && (
          <span className="sub">
            <ToneTag tone="care">{t("contract.gates")}</ToneTag>
          </span>
        )}
      </>
    ),
  },
  {
    id: "due",
    header: t("contract.due"),
    value: (condition) =>
      condition.dueDays === null || condition.dueFrom === null
        ? "–"
        : t("contract.dueText", {
            days: condition.dueDays,
            from: t(`dueFrom.${condition.dueFrom}`),
          }),
  },
  {
    id: "refresh",
    header: t("contract.refresh"),
    value: (condition) =>
      condition.refreshEveryMonths === null
        ? "–"
        : t("contract.refreshText", { n: condition.refreshEveryMonths }),
  },
];

/** Clauses that ask for something, the contract's own and those of its framework. */
export function ConditionsSection({
  contract,
  onTask,
}: {
  readonly contract: ContractDetail;
  readonly onTask: ((task: Task) => void) | null;
}): ReactNode {
  const button = onTask !== null && contract.can.write && (
    <Button
      className="no-print"
      size="small"
      variant="secondary"
      onClick={() => onTask({ kind: "conditions" })}
    >
      {t("contract.editConditions")}
    </Button>
  );
  return (
    <section className="stack" aria-labelledby="conditions">
      <h2 className="section-title" id="conditions">
        {t("contract.conditions")}
      </h2>
      {contract.conditions.length === 0 ? (
        <EmptyState
          level={3}
          title={t("contract.conditionsNone")}
          what={t("contract.conditionsNoneWhat")}
        >
          {button}
        </EmptyState>
      ) : (
        <div className="card stack">
          <DataTable
            caption={t("contract.conditions")}
            columns={columns}
            rows={contract.conditions}
            rowKey={(condition) => condition.id}
          />
          {button !== false && <div>{button}</div>}
        </div>
      )}
    </section>
  );
}
