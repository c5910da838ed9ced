import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { formatCountry, formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { ContractDetail } from "./contract-draft.ts";
import type { Task } from "./task-of-action.ts";
import { disclosuresQuery } from "./queries.ts";
import { disclosuresAsOf } from "./record-as-of.ts";

/** What was disclosed for this contract, by whom, as of when, and what became of the rows. */
export function DisclosuresSection({
  contract,
  asOf,
  onTask,
}: {
  readonly contract: ContractDetail;
  /** A past date: what came later is left out. */
  readonly asOf: string | null;
  readonly onTask: ((task: Task) => void) | null;
}): ReactNode {
  const disclosures = useQuery(disclosuresQuery(contract.id));
  const button = onTask !== null && contract.can.addDisclosure && (
    <Button
      className="no-print"
      size="small"
      variant="secondary"
      onClick={() => onTask({ kind: "disclosure", productIds: [] })}
    >
      {t("traced.addDisclosure")}
    </Button>
  );
  return (
    <section className="stack" aria-labelledby="disclosures">
      <h2 className="section-title" id="disclosures">
        {t("contract.disclosures")}
      </h2>
      <Loaded query={disclosures} lines={2}>
        {({ items: all }) => {
          const items = disclosuresAsOf(all, asOf);
          return items.length === 0 ? (
            <EmptyState level={3} title={t("disclosure.none")} what={t("disclosure.noneWhat")}>
              {button}
            </EmptyState>
          ) : (
            <div className="card stack">
              <ul className="facts">
                {items.map((item) => (
                  <li key={item.id}>
                    <AppLink href={`/contracts/${contract.id}/disclosures/${item.id}`}>
                      <strong>{item.title}</strong>
                    </AppLink>{" "}
                    {item.withdrawnOn !== null && (
                      <ToneTag tone="break">
                        {t("disclosure.withdrawn", { date: formatDate(item.withdrawnOn) })}
                      </ToneTag>
                    )}
                    <div className="small">{t("disclosure.rows", item.counts)}</div>
                    <div className="from">
                      {t("disclosure.declared", {
                        by: item.declaredBy,
                        date: formatDate(item.receivedOn),
                      })}
                      {item.asOf !== null &&
                        ` · ${t("disclosure.asOfDate", { date: formatDate(item.asOf) })}`}
                      {item.truncated && ` · ${t("disclosure.truncated")}`}
                      {item.foreignMarket !== null &&
                        ` · ${t("disclosure.foreignMarket", { country: formatCountry(item.foreignMarket) })}`}
                    </div>
                  </li>
                ))}
              </ul>
              {button !== false && (
                <div className="row no-print">
                  {button}
                  <AppLink href={`/intakes?show=all&contract=${contract.id}`}>
                    {t("disclosure.lists")}
                  </AppLink>
                </div>
              )}
            </div>
          );
        }}
      </Loaded>
    </section>
  );
}
