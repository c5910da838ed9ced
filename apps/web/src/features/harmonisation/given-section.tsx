import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { SharedInstance } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { ExportRows } from "../../components/export-rows.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { sharedQuery } from "./queries.ts";

const columns: readonly DataColumn<SharedInstance>[] = [
  {
    id: "requirement",
    header: t("harmonisation.col.requirement"),
    names: true,
    value: (row) => row.title,
    cell: (row) => (
      <>
        <strong>{row.title}</strong>
        <span className="sub">{t(`instance.role.${row.role}`)}</span>
      </>
    ),
  },
  {
    id: "buyer",
    header: t("harmonisation.col.buyer"),
    value: (row) => (row.own ? t("harmonisation.us", { name: row.buyer }) : row.buyer),
  },
  { id: "asks", header: t("harmonisation.col.asks"), value: (row) => row.says.text },
  {
    id: "floor",
    header: t("harmonisation.col.floor"),
    value: (row) => row.floor?.reason ?? t("harmonisation.floorNow"),
  },
  {
    id: "resellers",
    header: t("harmonisation.col.resellers"),
    value: (row) => row.resellers.join(", "),
  },
  { id: "shared", header: t("harmonisation.col.shared"), value: (row) => formatDate(row.sharedOn) },
];

/** The copies the buyers gave, ours among them; ours can be withdrawn. */
export function GivenSection({
  groupId,
  mayShare,
}: {
  readonly groupId: string;
  readonly mayShare: boolean;
}): ReactNode {
  const query = useQuery(sharedQuery(groupId));
  const [taking, setTaking] = useState<SharedInstance | null>(null);
  const withdraw = useChange((sharedId: string) =>
    api.harmonisation.withdraw({ groupId, sharedId }),
  );
  return (
    <section className="stack" aria-labelledby="group-shared">
      <div>
        <h2 className="section-title" id="group-shared">
          {t("harmonisation.shared")}
        </h2>
        <p className="quiet measure">{t("harmonisation.sharedWhat")}</p>
      </div>
      <Loaded query={query}>
        {({ instances }) =>
          instances.length === 0 ? (
            <div className="stack-small">
              <p className="quiet">{t("harmonisation.sharedNone")}</p>
              {mayShare && (
                <div className="no-print">
                  <ButtonLink size="small" href={`/harmonisation/groups/${groupId}/share`}>
                    {t("harmonisation.share")}
                  </ButtonLink>
                </div>
              )}
            </div>
          ) : (
            <>
              <div>
                <ExportRows name="shared-requirements" columns={columns} rows={instances} />
              </div>
              <DataTable
                caption={t("harmonisation.shared")}
                columns={[
                  ...columns,
                  ...(mayShare
                    ? [
                        {
                          id: "act",
                          header: t("harmonisation.col.act"),
                          unlabelled: true,
                          value: () => null,
                          cell: (row: SharedInstance) =>
                            row.own && (
                              <Button
                                className="no-print"
                                size="small"
                                variant="tertiary"
                                aria-label={t("harmonisation.withdrawOf", { title: row.title })}
                                onClick={() => setTaking(row)}
                              >
                                {t("harmonisation.withdraw")}
                              </Button>
                            ),
                        },
                      ]
                    : []),
                ]}
                rows={instances}
                rowKey={(row) => row.id}
              />
            </>
          )
        }
      </Loaded>
      {taking !== null && (
        <ConfirmDialog
          title={t("harmonisation.withdrawOf", { title: taking.title })}
          what={t("harmonisation.withdrawWhat")}
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
