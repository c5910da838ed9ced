import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Loaded } from "../../components/loaded.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { LawSources, sayJurisdiction } from "./law-tags.tsx";
import { LawsHeading } from "./laws-heading.tsx";
import { lawsQuery } from "./queries.ts";

/** All laws we hold, with whom they bind from when, what they ask, and how sure we are. */
export function LawListScreen(): ReactNode {
  const query = useQuery(lawsQuery);
  return (
    <>
      <LawsHeading />
      <Loaded query={query} lines={10}>
        {({ laws }) => (
          <div className="stack">
            <p className="small quiet measure">{t("laws.noAdvice")}</p>
            {laws.map((law) => (
              <article
                key={law.law}
                className="card stack-small"
                aria-labelledby={`all-${law.law}`}
              >
                <h2 className="section-title" id={`all-${law.law}`}>
                  {law.name}
                </h2>
                <p className="quiet">
                  {sayJurisdiction(law.jurisdiction)}
                  {law.binds === "buyer" && ` · ${t("laws.bindsBuyer")}`}
                </p>
                <ul>
                  {law.editions.map((edition) => (
                    <li key={edition.inForceFrom}>
                      {t("laws.edition", {
                        from: formatDate(edition.inForceFrom),
                        until:
                          edition.inForceUntil === null
                            ? t("laws.now")
                            : formatDate(edition.inForceUntil),
                      })}{" "}
                      {edition.appliesFrom === null
                        ? t("laws.neverApplied")
                        : edition.appliesFrom === edition.inForceFrom
                          ? ""
                          : t("laws.appliesFrom", { date: formatDate(edition.appliesFrom) })}{" "}
                      {edition.binds.text}
                    </li>
                  ))}
                </ul>
                {law.duties.length > 0 && (
                  <details>
                    <summary>{t("laws.duties", { n: law.duties.length })}</summary>
                    <ul>
                      {law.duties.map((duty) => (
                        <li key={duty.key}>
                          {duty.text}
                          {duty.due !== null && <span className="quiet"> ({duty.due})</span>}
                        </li>
                      ))}
                    </ul>
                  </details>
                )}
                <LawSources law={law} />
              </article>
            ))}
          </div>
        )}
      </Loaded>
    </>
  );
}
