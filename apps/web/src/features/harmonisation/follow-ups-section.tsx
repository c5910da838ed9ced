import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { SharedFollowUp } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { FollowUpDialog, sayMethod } from "./follow-up-dialog.tsx";
import { followUpsQuery } from "./queries.ts";

const columns: readonly DataColumn<SharedFollowUp>[] = [
  {
    id: "supplier",
    header: t("recognition.col.supplier"),
    names: true,
    value: (row) => row.supplier,
  },
  { id: "requirement", header: t("harmonisation.col.requirement"), value: (row) => row.title },
  {
    id: "by",
    header: t("recognition.col.by"),
    value: (row) => (row.own ? t("harmonisation.us", { name: row.by }) : row.by),
  },
  {
    id: "method",
    header: t("recognition.col.method"),
    value: (row) => sayMethod(row.method),
  },
  { id: "on", header: t("recognition.col.on"), value: (row) => formatDate(row.followedUpOn) },
  { id: "result", header: t("recognition.col.result"), value: (row) => row.result },
];

/** What the buyers looked into and let others count. */
export function FollowUpsSection({
  groupId,
  mayShare,
}: {
  readonly groupId: string;
  readonly mayShare: boolean;
}): ReactNode {
  const query = useQuery(followUpsQuery(groupId));
  const [adding, setAdding] = useState(false);
  const [taking, setTaking] = useState<SharedFollowUp | null>(null);
  const withdraw = useChange((followUpId: string) =>
    api.harmonisation.withdrawFollowUp({ groupId, followUpId }),
  );
  return (
    <section className="stack" aria-labelledby="group-follow-ups">
      <div>
        <h2 className="section-title" id="group-follow-ups">
          {t("recognition.shared")}
        </h2>
        <p className="quiet measure">{t("recognition.sharedWhat")}</p>
      </div>
      <Loaded query={query}>
        {({ followUps }) =>
          followUps.length === 0 ? (
            <p className="quiet">{t("recognition.sharedNone")}</p>
          ) : (
            <DataTable
              caption={t("recognition.shared")}
              columns={[
                ...columns,
                ...(mayShare
                  ? [
                      {
                        id: "act",
                        header: t("harmonisation.col.act"),
                        unlabelled: true,
                        value: () => null,
                        cell: (row: SharedFollowUp) =>
                          row.own && (
                            <Button
                              className="no-print"
                              size="small"
                              variant="tertiary"
                              aria-label={t("recognition.withdrawOf", { supplier: row.supplier })}
                              onClick={() => setTaking(row)}
                            >
                              {t("harmonisation.withdraw")}
                            </Button>
                          ),
                      },
                    ]
                  : []),
              ]}
              rows={followUps}
              rowKey={(row) => row.id}
            />
          )
        }
      </Loaded>
      {mayShare && (
        <div className="no-print">
          <Button size="small" variant="secondary" onClick={() => setAdding(true)}>
            {t("recognition.share")}
          </Button>
        </div>
      )}
      {adding && <FollowUpDialog groupId={groupId} onClose={() => setAdding(false)} />}
      {taking !== null && (
        <ConfirmDialog
          title={t("recognition.withdrawOf", { supplier: taking.supplier })}
          what={t("recognition.withdrawWhat")}
          doIt={t("harmonisation.withdraw")}
          busy={withdraw.isPending}
          error={withdraw.error}
          onConfirm={() => withdraw.mutate(taking.id, { onSuccess: () => setTaking(null) })}
          onClose={() => setTaking(null)}
        />
      )}
    </section>
  );
}
