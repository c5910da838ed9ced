import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { z } from "zod";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatInstant } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { KpiHeading } from "./kpi-heading.tsx";
import { publicationsQuery, type Publication } from "./queries.ts";
import { ReasonDialog } from "./reason-dialog.tsx";

const State = z.object({ after: z.string().max(600).optional().catch(undefined) });

function columnsFor(
  onWithdraw: ((publication: Publication) => void) | null,
): readonly DataColumn<Publication>[] {
  return [
    {
      id: "contract",
      header: t("kpis.col.contract"),
      names: true,
      value: (one) => one.contract.title,
      cell: (one) => (
        <>
          <AppLink href={`/published/kpis/${one.id}`}>{one.contract.title}</AppLink>
          <span className="sub">{one.contract.reference}</span>
        </>
      ),
    },
    { id: "year", header: t("publishKpis.year"), value: (one) => String(one.year) },
    {
      id: "state",
      header: t("publications.state"),
      value: (one) => (one.withdrawn === null ? "published" : "withdrawn"),
      cell: (one) =>
        one.withdrawn !== null ? (
          <>
            <ToneTag tone="quiet">{t("publications.withdrawn")}</ToneTag>
            <span className="sub">{one.withdrawn.reason}</span>
          </>
        ) : one.replacedBy !== null ? (
          <ToneTag tone="care">{t("publications.corrected")}</ToneTag>
        ) : (
          <ToneTag tone="good">{t("publications.published")}</ToneTag>
        ),
    },
    {
      id: "at",
      header: t("publications.at"),
      value: (one) => one.publishedAt,
      cell: (one) => (
        <>
          {formatInstant(one.publishedAt)}
          {one.publishedBy !== null && <span className="sub">{one.publishedBy}</span>}
        </>
      ),
    },
    {
      id: "digest",
      header: t("publications.digest"),
      value: (one) => one.digest,
      cell: (one) => <code className="wrap-anywhere small">{one.digest.slice(0, 16)}…</code>,
    },
    ...(onWithdraw === null
      ? []
      : [
          {
            id: "act",
            header: t("publications.act"),
            value: () => null,
            unlabelled: true,
            cell: (one: Publication) =>
              one.withdrawn === null && (
                <Button
                  className="no-print"
                  size="small"
                  variant="tertiary"
                  aria-label={t("publications.withdrawOf", {
                    contract: one.contract.reference,
                    year: String(one.year),
                  })}
                  onClick={() => onWithdraw(one)}
                >
                  {t("publications.withdraw")}
                </Button>
              ),
          } satisfies DataColumn<Publication>,
        ]),
  ];
}

/** What was published, with what became of it. */
export function PublicationsScreen(): ReactNode {
  const [{ after }, setState] = useUrlState(State);
  const [withdrawing, setWithdrawing] = useState<Publication | null>(null);
  const query = useQuery(
    publicationsQuery({ limit: 50, ...(after === undefined ? {} : { after }) }),
  );
  const withdraw = useChange((input: Parameters<typeof api.kpis.withdraw>[0]) =>
    api.kpis.withdraw(input),
  );
  return (
    <>
      <KpiHeading />
      <Loaded query={query} lines={6}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyState title={t("publications.empty")} what={t("publications.emptyWhat")}>
              <ButtonLink size="small" href="/kpis">
                {t("kpis.nav.list")}
              </ButtonLink>
            </EmptyState>
          ) : (
            <div className="stack">
              <DataTable
                caption={t("kpis.nav.publications")}
                columns={columnsFor(page.can.publish ? setWithdrawing : null)}
                rows={page.items}
                rowKey={(one) => one.id}
              />
              <PageSteps
                after={after}
                next={page.next}
                onGo={(next) => setState({ after: next }, { push: true })}
              />
            </div>
          )
        }
      </Loaded>
      {withdrawing !== null && (
        <ReasonDialog
          title={t("publications.withdrawTitle")}
          what={t("publications.withdrawWhat")}
          doIt={t("publications.withdraw")}
          busy={withdraw.isPending}
          error={withdraw.error}
          onSave={(reason) =>
            void withdraw.mutateAsync({ publicationId: withdrawing.id, reason }).then(
              () => setWithdrawing(null),
              () => undefined,
            )
          }
          onClose={() => setWithdrawing(null)}
        />
      )}
    </>
  );
}
