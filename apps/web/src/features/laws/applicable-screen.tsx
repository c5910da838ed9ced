import { Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { z } from "zod";
import { AppLink } from "../../components/app-link.tsx";
import { DateField } from "../../components/date-field.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ExportRows } from "../../components/export-rows.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { CompanyFactDialog } from "./company-fact-dialog.tsx";
import { CompanyFacts } from "./company-facts.tsx";
import { LawCard } from "./law-card.tsx";
import { lawColumns } from "./law-columns.ts";
import { LawsHeading } from "./laws-heading.tsx";
import {
  applicableQuery,
  factsQuery,
  lawsQuery,
  supplierContractsQuery,
  supplierNamesQuery,
} from "./queries.ts";

const answers = ["yes", "not_yet", "unknown", "no"] as const;

const ScreenState = z.object({
  supplier: z.uuid().optional().catch(undefined),
  on: z.iso.date().optional().catch(undefined),
  applies: z.enum(answers).optional().catch(undefined),
});

/** The contracts of a supplier, each with what its clauses ask beyond the law. */
function BeyondLinks({ supplierId }: { readonly supplierId: string }): ReactNode {
  const supplier = useQuery(supplierContractsQuery(supplierId)).data;
  if (supplier === undefined || supplier.contractList.length === 0) return null;
  return (
    <section className="stack-small no-print" aria-labelledby="laws-beyond">
      <h2 className="section-title" id="laws-beyond">
        {t("laws.beyond")}
      </h2>
      <p className="quiet measure">{t("laws.beyondWhat")}</p>
      <ul className="plain-list">
        {supplier.contractList.map((contract) => (
          <li key={contract.id}>
            <AppLink href={`/laws/contracts/${contract.id}`}>{contract.title}</AppLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which laws bind us or a supplier of ours on a day, why, and what is missing to say so. */
export function ApplicableScreen(): ReactNode {
  const [state, setState] = useUrlState(ScreenState);
  const suppliers = useQuery(supplierNamesQuery);
  const known = useQuery(lawsQuery);
  const query = useQuery(applicableQuery(state.supplier, state.on));
  const mayRecord = useQuery(factsQuery(state.supplier)).data?.can.write ?? false;
  const [recording, setRecording] = useState<string | null>(null);
  const nameOf = (fact: string): string =>
    known.data?.facts.find((one) => one.fact === fact)?.label ?? fact;
  return (
    <>
      <LawsHeading />
      <div className="stack-large">
        <div className="row-end no-print">
          <Select
            label={t("laws.whose")}
            size="small"
            value={state.supplier ?? ""}
            onChange={(event) =>
              setState({ supplier: event.target.value || undefined }, { push: true })
            }
          >
            <option value="">{t("laws.own")}</option>
            {suppliers.data?.items.map((supplier) => (
              <option key={supplier.id} value={supplier.id}>
                {supplier.name}
              </option>
            ))}
          </Select>
          <DateField
            label={t("laws.on")}
            value={state.on ?? todayHere()}
            onChange={(on) => setState({ on: on === todayHere() ? undefined : on })}
          />
          <Select
            label={t("laws.show")}
            size="small"
            value={state.applies ?? ""}
            onChange={(event) =>
              setState(
                { applies: answers.find((one) => one === event.target.value) },
                { push: true },
              )
            }
          >
            <option value="">{t("laws.showAll")}</option>
            {answers.map((one) => (
              <option key={one} value={one}>
                {t(`laws.applies.${one}`)}
              </option>
            ))}
          </Select>
        </div>
        <CompanyFacts supplierId={state.supplier} />
        <Loaded query={query} lines={8}>
          {({ whose, laws }) => {
            const shown = laws.filter(
              ({ applies }) => state.applies === undefined || applies === state.applies,
            );
            return (
              <section className="stack" aria-labelledby="laws-found">
                <div className="spread">
                  <div>
                    <h2 className="section-title" id="laws-found">
                      {t("laws.of", { name: whose.name })}
                    </h2>
                    <p className="quiet" role="status">
                      {answers
                        .map(
                          (one) =>
                            `${t(`laws.applies.${one}`)}: ${String(
                              laws.filter(({ applies }) => applies === one).length,
                            )}`,
                        )
                        .join(" · ")}
                    </p>
                  </div>
                  <ExportRows name="laws" columns={lawColumns(nameOf)} rows={shown} />
                </div>
                <p className="small quiet measure">{t("laws.noAdvice")}</p>
                {shown.length === 0 ? (
                  <EmptyState title={t("laws.none")} what={t("laws.noneWhat")} />
                ) : (
                  answers.flatMap((one) =>
                    shown
                      .filter(({ applies }) => applies === one)
                      .map((law) => (
                        <LawCard
                          key={law.law}
                          law={law}
                          nameOf={nameOf}
                          {...(mayRecord ? { onRecord: setRecording } : {})}
                        />
                      )),
                  )
                )}
              </section>
            );
          }}
        </Loaded>
        {state.supplier !== undefined && <BeyondLinks supplierId={state.supplier} />}
        {recording !== null && known.data !== undefined && (
          <CompanyFactDialog
            key={recording}
            supplierId={state.supplier}
            facts={known.data.facts}
            first={recording}
            onClose={() => setRecording(null)}
          />
        )}
      </div>
    </>
  );
}
