import { Button } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ExportRows } from "../../components/export-rows.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";
import type { Instance, Procurement } from "./queries.ts";
import { sayPlace } from "./say-place.ts";

/** Their order with one moved a place up or down; `null` where it is at the end already. */
export function moveIn(ids: readonly string[], id: string, by: -1 | 1): string[] | null {
  const from = ids.indexOf(id);
  const to = from + by;
  const other = ids[to];
  if (from < 0 || other === undefined) return null;
  return ids.map((one, at) => (at === from ? other : at === to ? id : one));
}

/** All criteria and clauses in the order they stand, to add, change, move and remove. */
export function InstancesSection({
  procurement,
  onOpen,
}: {
  readonly procurement: Procurement;
  readonly onOpen: (instance: Instance | null) => void;
}): ReactNode {
  const { id, version, facts, can } = procurement;
  const asks = new Map(procurement.asks.map((one) => [one.instanceId, one.sentence.text]));
  const ids = facts.instances.map((instance) => instance.id);
  const remove = useChange((instanceId: string) =>
    api.procurements.removeInstance({ id, version, instanceId }),
  );
  const reorder = useChange((instanceIds: string[]) =>
    api.procurements.reorderInstances({ id, version, instanceIds }),
  );
  const columns: readonly DataColumn<Instance>[] = [
    {
      id: "title",
      header: t("instance.title"),
      names: true,
      value: sayPlace,
      cell: (instance) => (
        <button type="button" className="as-link" onClick={() => onOpen(instance)}>
          {sayPlace(instance)}
        </button>
      ),
    },
    {
      id: "role",
      header: t("instance.role"),
      value: (instance) => t(`instance.role.${instance.role}`),
    },
    { id: "asks", header: t("instance.asks"), value: ({ id: one }) => asks.get(one) ?? "" },
    {
      id: "lots",
      header: t("instance.lots"),
      value: ({ lots }) => (lots.length === 0 ? t("instance.allLots") : lots.join(", ")),
    },
    {
      id: "announced",
      header: t("instance.announcedShort"),
      value: ({ announced }) => t(announced ? "parameter.yes" : "parameter.no"),
    },
  ];
  const acts: DataColumn<Instance> = {
    id: "acts",
    header: t("instance.acts"),
    value: () => null,
    cell: (instance) => (
      <div className="row no-print">
        {([-1, 1] as const).map((by) => {
          const order = moveIn(ids, instance.id, by);
          return (
            <Button
              key={by}
              size="xsmall"
              variant="tertiary"
              disabled={order === null || reorder.isPending}
              aria-label={t(by < 0 ? "instance.up" : "instance.down", {
                title: sayPlace(instance),
              })}
              onClick={() => order !== null && reorder.mutate(order)}
            >
              {by < 0 ? "↑" : "↓"}
            </Button>
          );
        })}
        <Button
          size="xsmall"
          variant="tertiary"
          data-color="danger"
          loading={remove.isPending && remove.variables === instance.id}
          aria-label={t("instance.remove", { title: sayPlace(instance) })}
          onClick={() => remove.mutate(instance.id)}
        >
          {t("form.remove")}
        </Button>
      </div>
    ),
  };
  const error = remove.error ?? reorder.error;
  return (
    <section className="stack" aria-labelledby="instances">
      <div className="spread">
        <h2 className="section-title" id="instances">
          {t("instance.section")}
        </h2>
        {facts.instances.length > 0 && (
          <ExportRows name="criteria-and-clauses" columns={columns} rows={facts.instances} />
        )}
      </div>
      {error !== null && <ProblemNotice error={error} />}
      {facts.instances.length === 0 ? (
        <EmptyState level={3} title={t("instance.none")} what={t("instance.noneWhat")} />
      ) : (
        <div className="card">
          <DataTable
            caption={t("instance.section")}
            columns={can.change ? [...columns, acts] : columns}
            rows={facts.instances}
            rowKey={(instance) => instance.id}
          />
        </div>
      )}
      {can.change ? (
        <div className="no-print">
          <Button size="small" variant="secondary" onClick={() => onOpen(null)}>
            {t("instance.add")}
          </Button>
        </div>
      ) : (
        can.write && <p className="small quiet">{t("instance.notNow")}</p>
      )}
    </section>
  );
}
