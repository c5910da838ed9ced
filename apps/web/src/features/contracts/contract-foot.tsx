import { Button } from "@navikt/ds-react";
import type { Line } from "@throughline/domain";
import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { tableContent } from "../../components/data-table.tsx";
import { fileName, makeCsv, saveText } from "../../components/save-csv.ts";
import { formatCountry, formatDate, formatMoney } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { ContractDetail } from "./contract-draft.ts";
import { productColumns, siteFileColumns } from "./traced-columns.tsx";

function About({ contract }: { readonly contract: ContractDetail }): ReactNode {
  const date = (value: string | null): string =>
    value === null ? t("contract.notRecorded") : formatDate(value);
  const rows: readonly (readonly [string, string])[] = [
    [t("contract.authority"), contract.authority?.name ?? t("contract.notRecorded")],
    [t("contract.buyer"), contract.buyer?.name ?? t("contract.notRecorded")],
    [t("contract.supplier"), contract.supplier?.name ?? t("contract.notRecorded")],
    [
      t("contract.category"),
      contract.cpv.length === 0 ? t("contract.notRecorded") : contract.cpv.join(", "),
    ],
    [
      t("contract.value"),
      contract.value === null ? t("contract.notRecorded") : formatMoney(contract.value),
    ],
    [t("contract.awarded"), date(contract.awardedOn)],
    [t("contract.signed"), date(contract.signedOn)],
    [t("contract.starts"), date(contract.startsOn)],
    [t("contract.endsLabel"), date(contract.endsOn)],
    [t("contract.extension"), date(contract.extensionDecisionOn)],
    [
      t("contract.countries"),
      contract.knownCountries.length === 0
        ? t("contract.notRecorded")
        : contract.knownCountries.map(formatCountry).join(", "),
    ],
    [
      t("contract.components"),
      contract.components.length === 0 ? t("contract.notRecorded") : contract.components.join(", "),
    ],
    ...(contract.lots.length === 0
      ? []
      : [
          [
            t("contract.lots"),
            contract.lots.map((lot) => `${lot.number}: ${lot.title}`).join("; "),
          ] as const,
        ]),
  ];
  return (
    <details className="plain">
      <summary>{t("contract.about")}</summary>
      <dl className="about">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** What else is recorded, the history, and exports of exactly what is shown. */
export function ContractFoot({
  contract,
  line,
  partly,
}: {
  readonly contract: ContractDetail;
  readonly line: Line;
  /** Part of a long line is not loaded, so that a file would not hold it. */
  readonly partly: boolean;
}): ReactNode {
  const save = (
    what: string,
    columns: { header: string[]; rows: (string | number | null)[][] },
  ): void =>
    saveText(
      fileName(contract.reference, line.asOf, what),
      "text/csv",
      makeCsv(columns.header, columns.rows),
    );
  return (
    <section className="stack" aria-label={t("contract.more")}>
      <About contract={contract} />
      {partly && <p className="small quiet no-print">{t("contract.exportPartly")}</p>}
      <div className="row no-print">
        <AppLink href={`/duties?contract=${contract.id}`}>{t("duties.ofThisContract")}</AppLink>
        <AppLink href={`/dialogue?contract=${contract.id}`}>
          {t("dialogues.ofThisContract")}
        </AppLink>
        <AppLink href={`/contracts/${contract.id}/kpis`}>{t("kpis.ofContract")}</AppLink>
        {contract.can.readAudit && (
          <AppLink href={`/audit?subject=${contract.id}`}>{t("contract.history")}</AppLink>
        )}
        <Button
          size="small"
          variant="tertiary"
          onClick={() =>
            saveText(
              fileName(contract.reference, line.asOf, "line.json"),
              "application/json",
              `${JSON.stringify(line, null, 2)}\n`,
            )
          }
        >
          {t("contract.exportLine")}
        </Button>
        {line.products.length > 0 && (
          <Button
            size="small"
            variant="tertiary"
            onClick={() => save("products.csv", tableContent(productColumns, line.products))}
          >
            {t("traced.csvProducts")}
          </Button>
        )}
        {line.sites.length > 0 && (
          <Button
            size="small"
            variant="tertiary"
            onClick={() => save("sites.csv", tableContent(siteFileColumns, line.sites))}
          >
            {t("traced.csvSites")}
          </Button>
        )}
        <Button size="small" variant="tertiary" onClick={() => globalThis.print()}>
          {t("contract.print")}
        </Button>
      </div>
    </section>
  );
}
