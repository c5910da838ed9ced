import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { formatCountry, formatDate, formatNumber } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { CompanyFactDialog } from "./company-fact-dialog.tsx";
import { factsQuery, lawsQuery, type CompanyFact } from "./queries.ts";

/** "€ 40,000,000" as an amount in whole units, yes or no, names of countries. */
export function sayFactValue({ value, currency }: Pick<CompanyFact, "value" | "currency">): string {
  if (typeof value === "boolean") return t(value ? "laws.yes" : "laws.no");
  if (Array.isArray(value)) return value.map(formatCountry).join(", ");
  return currency === null ? formatNumber(value) : `${currency} ${formatNumber(value)}`;
}

function factColumns(
  nameOf: (fact: string) => string,
  onTakeBack: ((fact: CompanyFact) => void) | null,
): readonly DataColumn<CompanyFact>[] {
  return [
    {
      id: "fact",
      header: t("laws.col.fact"),
      names: true,
      value: (fact) => nameOf(fact.fact),
      cell: (fact) => (fact.takenBackAt === null ? nameOf(fact.fact) : <s>{nameOf(fact.fact)}</s>),
    },
    {
      id: "value",
      header: t("laws.col.value"),
      value: sayFactValue,
      cell: (fact) =>
        fact.takenBackAt === null ? (
          sayFactValue(fact)
        ) : (
          <>
            <s>{sayFactValue(fact)}</s> <span className="quiet">{t("laws.takenBack")}</span>
          </>
        ),
    },
    { id: "asOf", header: t("laws.col.asOf"), value: (fact) => formatDate(fact.asOf) },
    {
      id: "source",
      header: t("laws.col.source"),
      value: (fact) => fact.source,
      cell: (fact) => (
        <>
          {fact.source}
          <span className="sub">
            {t("laws.recordedBy", {
              who: fact.recordedBy ?? t("laws.somebody"),
              on: formatDate(fact.recordedAt),
            })}
          </span>
        </>
      ),
    },
    ...(onTakeBack === null
      ? []
      : [
          {
            id: "act",
            header: t("laws.col.act"),
            unlabelled: true,
            value: () => null,
            cell: (fact: CompanyFact) =>
              fact.takenBackAt === null && (
                <Button
                  className="no-print"
                  size="small"
                  variant="tertiary"
                  aria-label={t("laws.takeBackOf", { fact: nameOf(fact.fact) })}
                  onClick={() => onTakeBack(fact)}
                >
                  {t("laws.takeBack")}
                </Button>
              ),
          },
        ]),
  ];
}

/** What is recorded of a company, newest first, and what can be added. */
export function CompanyFacts({
  supplierId,
}: {
  readonly supplierId: string | undefined;
}): ReactNode {
  const known = useQuery(lawsQuery);
  const query = useQuery(factsQuery(supplierId));
  const [adding, setAdding] = useState(false);
  const [taking, setTaking] = useState<CompanyFact | null>(null);
  const takeBack = useChange((factId: string) => api.laws.takeBackFact({ factId }));
  const nameOf = (fact: string): string =>
    known.data?.facts.find((one) => one.fact === fact)?.label ?? fact;
  return (
    <section className="stack" aria-labelledby="laws-facts">
      <div>
        <h2 className="section-title" id="laws-facts">
          {t("laws.facts")}
        </h2>
        <p className="quiet measure">{t("laws.factsWhat")}</p>
      </div>
      <Loaded query={query}>
        {({ facts, can }) => (
          <>
            {facts.length === 0 ? (
              <p className="quiet">{t("laws.factsNone")}</p>
            ) : (
              <DataTable
                caption={t("laws.facts")}
                columns={factColumns(nameOf, can.write ? setTaking : null)}
                rows={facts}
                rowKey={(fact) => fact.id}
              />
            )}
            {can.write && (
              <div className="no-print">
                <Button size="small" variant="secondary" onClick={() => setAdding(true)}>
                  {t("laws.addFact")}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
      {adding && known.data !== undefined && (
        <CompanyFactDialog
          supplierId={supplierId}
          facts={known.data.facts}
          onClose={() => setAdding(false)}
        />
      )}
      {taking !== null && (
        <ConfirmDialog
          title={t("laws.takeBackTitle", { fact: nameOf(taking.fact) })}
          what={t("laws.takeBackWhat")}
          doIt={t("laws.takeBack")}
          busy={takeBack.isPending}
          error={takeBack.error}
          onConfirm={() => takeBack.mutate(taking.id, { onSuccess: () => setTaking(null) })}
          onClose={() => setTaking(null)}
        />
      )}
    </section>
  );
}
