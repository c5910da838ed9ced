import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { recordQuery, releaseQuery } from "../../api/record.ts";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { ChangeTable } from "../../components/change-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { t } from "../../texts/t.ts";
import { changesSinceQuery } from "./queries.ts";
import { RecordHeading } from "./record-heading.tsx";

/** What changed in our record since one holder's release. */
export function RecordChangesScreen(): ReactNode {
  const releaseId = useParams({
    strict: false,
    select: (params: { releaseId?: string }) => params.releaseId ?? "",
  });
  const release = useQuery(releaseQuery(releaseId));
  const changes = useQuery(changesSinceQuery(releaseId));
  const mayRelease = useQuery(recordQuery).data?.can.release ?? false;
  return (
    <Loaded query={release} lines={6} page>
      {(given) => (
        <>
          <RecordHeading
            title={t("record.changesTitle", { n: given.number, name: given.recipientName })}
            actions={
              mayRelease ? (
                <ButtonLink
                  href={
                    given.deliveryId === null
                      ? "/releases/new"
                      : `/asked/${given.deliveryId}/release`
                  }
                >
                  {t("record.releaseAgain")}
                </ButtonLink>
              ) : undefined
            }
          />
          <div className="stack">
            <Loaded query={changes} lines={6}>
              {(data) =>
                data.changes.length === 0 ? (
                  <EmptyState title={t("record.changesNone")} />
                ) : (
                  <ChangeTable changes={data.changes} />
                )
              }
            </Loaded>
            <p>
              <AppLink href={`/releases/${releaseId}`}>
                {t("oneRelease.title", { n: given.number, supplier: given.supplier.name })}
              </AppLink>
            </p>
          </div>
        </>
      )}
    </Loaded>
  );
}
