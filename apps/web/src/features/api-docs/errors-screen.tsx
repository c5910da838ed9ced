import { Table } from "@navikt/ds-react";
import { errorCatalogue } from "@throughline/domain";
import type { ReactNode } from "react";
import { PageHeading } from "../../components/page-heading.tsx";
import { t } from "../../texts/t.ts";

/** The catalogue of errors as a page to read; the `type` of each problem document points at its line here. */
export function ErrorsScreen(): ReactNode {
  return (
    <>
      <PageHeading
        title={t("api.errorsTitle")}
        lead={<p className="quiet">{t("api.errorsWhat")}</p>}
      />
      <div
        style={{ overflowX: "auto" }}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- because it scrolls sideways where it is narrow, and the keyboard must reach it
        tabIndex={0}
        role="group"
        aria-label={t("api.errorsTitle")}
      >
        <Table size="small">
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell scope="col">{t("api.errorCode")}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t("api.errorStatus")}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t("api.errorMeaning")}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t("api.errorWhatToDo")}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {Object.entries(errorCatalogue).map(([code, entry]) => (
              <Table.Row key={code} id={code}>
                <Table.HeaderCell scope="row">
                  <code>{code}</code>
                </Table.HeaderCell>
                <Table.DataCell>{entry.status}</Table.DataCell>
                <Table.DataCell>{entry.title}</Table.DataCell>
                <Table.DataCell>{entry.whatToDo}</Table.DataCell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
    </>
  );
}
