import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import type { DataColumn } from "../../components/data-table.tsx";
import { RequestTag } from "../../components/request-tag.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { RequestRow } from "./queries.ts";

const contractsNamed = 2;

/** Contracts a request is about: the first few by name, the rest as a number. */
function About({ contracts }: { readonly contracts: RequestRow["contracts"] }): ReactNode {
  return (
    <>
      {contracts.slice(0, contractsNamed).map((contract) => (
        <span key={contract.id} style={{ display: "block" }}>
          <AppLink href={`/contracts/${contract.id}`}>{contract.title}</AppLink>
        </span>
      ))}
      {contracts.length > contractsNamed && (
        <span className="sub">
          {t("requests.moreContracts", { n: contracts.length - contractsNamed })}
        </span>
      )}
    </>
  );
}

/** Columns of the list of requests: what is shown is what is exported. */
export const requestColumns: readonly DataColumn<RequestRow>[] = [
  {
    id: "request",
    header: t("requests.col.request"),
    names: true,
    value: (row) => `${row.addressee}: ${row.subject}`,
    cell: (row) => (
      <>
        <AppLink href={`/requests/${row.id}`}>
          <strong>{row.addressee}</strong>
        </AppLink>
        <span className="sub">{row.subject}</span>
        {row.passesOn && <span className="sub">{t("requests.passesOn")}</span>}
      </>
    ),
  },
  {
    id: "stands",
    header: t("requests.col.stands"),
    value: (row) => `${t(`requestState.${row.state}`)}: ${row.stateSentence.text}`,
    cell: (row) => (
      <>
        <RequestTag state={row.state} /> <span>{row.stateSentence.text}</span>
      </>
    ),
  },
  {
    id: "about",
    header: t("requests.col.about"),
    value: (row) =>
      row.contracts.map((contract) => `${contract.title} (${contract.reference})`).join("; "),
    cell: (row) => <About contracts={row.contracts} />,
  },
  {
    id: "due",
    header: t("requests.col.due"),
    value: (row) => row.dueOn,
    cell: (row) =>
      row.dueOn === null ? (
        <span className="quiet">{t("requests.noDue")}</span>
      ) : (
        <span className={row.state === "overdue" ? "break-text" : undefined}>
          {formatDate(row.dueOn)}
        </span>
      ),
  },
  {
    id: "sent",
    header: t("requests.col.sent"),
    value: (row) => row.sentOn,
    cell: (row) =>
      row.sentOn === null ? (
        <span className="quiet">{t("requests.unsent")}</span>
      ) : (
        formatDate(row.sentOn)
      ),
  },
  {
    id: "drafted",
    header: t("requests.col.drafted"),
    value: (row) => row.draftedAt.slice(0, 10),
    cell: (row) => formatDate(row.draftedAt),
  },
];
