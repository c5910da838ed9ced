import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { t } from "../../texts/t.ts";
import { LawsHeading } from "./laws-heading.tsx";
import { beyondQuery } from "./queries.ts";

/** The clauses of one contract held against the laws that bind its supplier: advice, not a fault. */
export function BeyondLawScreen(): ReactNode {
  const contractId = useParams({
    strict: false,
    select: (params: { contractId?: string }) => params.contractId ?? "",
  });
  const query = useQuery(beyondQuery(contractId));
  return (
    <>
      <LawsHeading />
      <Loaded query={query} lines={6}>
        {({ supplier, clauses }) => (
          <section className="stack" aria-labelledby="beyond-law">
            <div>
              <h2 className="section-title" id="beyond-law">
                {t("laws.beyondTitle")}
              </h2>
              <p className="quiet measure">
                {supplier === null ? t("laws.beyondNobody") : t("laws.beyondLead", { supplier })}
              </p>
              <p>
                <AppLink href={`/contracts/${contractId}`}>{t("laws.toContract")}</AppLink>
              </p>
            </div>
            {clauses.length === 0 ? (
              <EmptyState title={t("laws.beyondNone")} what={t("laws.beyondNoneWhat")} level={3} />
            ) : (
              clauses.map((clause) => (
                <article
                  key={clause.conditionId}
                  className="card stack-small"
                  aria-labelledby={`clause-${clause.conditionId}`}
                >
                  <h3 id={`clause-${clause.conditionId}`}>
                    {t("laws.clause", { clause: clause.clause, requirement: clause.title })}
                  </h3>
                  <ul>
                    {clause.says.map((sentence) => (
                      <li key={sentence.text}>{sentence.text}</li>
                    ))}
                  </ul>
                </article>
              ))
            )}
          </section>
        )}
      </Loaded>
    </>
  );
}
