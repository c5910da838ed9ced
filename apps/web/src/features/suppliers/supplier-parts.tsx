import type { SupplierDetail } from "@throughline/contract";
import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { RequestTag } from "../../components/request-tag.tsx";
import { SmallLine } from "../../components/small-line.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

type Contract = SupplierDetail["contractList"][number];

const contractColumns: readonly DataColumn<Contract>[] = [
  {
    id: "contract",
    header: t("contracts.col.contract"),
    names: true,
    value: (row) => row.title,
    cell: (row) => (
      <>
        <AppLink href={`/contracts/${row.id}`}>
          <strong>{row.title}</strong>
        </AppLink>
        <span className="sub">
          {t(`kind.${row.kind}`)} · {row.reference}
        </span>
      </>
    ),
  },
  {
    id: "line",
    header: t("contracts.col.line"),
    unlabelled: true,
    value: () => null,
    cell: (row) => <SmallLine stations={row.line} />,
  },
  {
    id: "breaks",
    header: t("contracts.col.breaks"),
    numeric: true,
    value: (row) => row.breaks,
  },
  {
    id: "next",
    header: t("contracts.col.next"),
    value: (row) => row.next,
    cell: (row) => row.next ?? <span className="quiet">{t("form.none")}</span>,
  },
  {
    id: "ends",
    header: t("contracts.col.ends"),
    value: (row) => row.endsOn,
    cell: (row) =>
      row.endsOn === null ? (
        <span className="quiet">{t("contracts.noEnd")}</span>
      ) : (
        formatDate(row.endsOn)
      ),
  },
];

/** Its contracts, each with its line. */
export function SupplierContracts({
  contracts,
}: {
  readonly contracts: readonly Contract[];
}): ReactNode {
  return (
    <section className="stack" aria-labelledby="supplier-contracts">
      <h2 className="section-title" id="supplier-contracts">
        {t("supplier.contracts")} <span className="quiet">{contracts.length}</span>
      </h2>
      {contracts.length === 0 ? (
        <p className="quiet">{t("supplier.contractsNone")}</p>
      ) : (
        <DataTable
          caption={t("supplier.contracts")}
          columns={contractColumns}
          rows={contracts}
          rowKey={(row) => row.id}
        />
      )}
    </section>
  );
}

/** What it was asked, and where each request stands. */
export function SupplierRequests({ supplier }: { readonly supplier: SupplierDetail }): ReactNode {
  return (
    <section className="card stack" aria-labelledby="supplier-requests">
      <h2 className="section-title" id="supplier-requests">
        {t("supplier.requests")}
      </h2>
      {supplier.requests.length === 0 ? (
        <EmptyState level={3} title={t("supplier.requestsNone")} />
      ) : (
        <>
          <ul className="facts">
            {supplier.requests.map((request) => (
              <li key={request.id}>
                <AppLink href={`/requests/${request.id}`}>
                  <strong>{request.subject}</strong>
                </AppLink>
                <div>
                  <RequestTag state={request.state} /> {request.stateSentence.text}
                </div>
                {request.dueOn !== null && (
                  <div className="from">
                    {t("oneRequest.due", { date: formatDate(request.dueOn) })}
                  </div>
                )}
              </li>
            ))}
          </ul>
          <AppLink href={`/requests?show=all&supplier=${supplier.id}`}>
            {t("supplier.requestsAll")}
          </AppLink>
        </>
      )}
    </section>
  );
}

/** What it released to us. */
export function SupplierReleases({
  releases,
}: {
  readonly releases: SupplierDetail["releases"];
}): ReactNode {
  return (
    <section className="card stack" aria-labelledby="supplier-releases">
      <h2 className="section-title" id="supplier-releases">
        {t("supplier.releases")}
      </h2>
      {releases.length === 0 ? (
        <p className="quiet">{t("supplier.releasesNone")}</p>
      ) : (
        <ul className="facts">
          {releases.map((release) => (
            <li key={release.id}>
              <AppLink href={`/releases/${release.id}`}>
                <strong>
                  {t("supplier.release", {
                    n: release.number,
                    date: formatDate(release.releasedAt),
                  })}
                </strong>
              </AppLink>{" "}
              <ToneTag tone={release.state === "valid" ? "good" : "quiet"}>
                {t(`releaseState.${release.state}`)}
              </ToneTag>
              <div>{release.stateSentence.text}</div>
              <div className="from">
                {t("supplier.releaseSays", {
                  sites: release.sites,
                  products: release.products,
                })}
                {release.masked > 0 && ` · ${t("supplier.releaseMasked", { n: release.masked })}`}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
