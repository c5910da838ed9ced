import type { ReactNode } from "react";
import type { Series } from "../../api/dialogue.ts";
import { AppLink } from "../../components/app-link.tsx";
import { sayIssue } from "../../components/dialogue/say-issue.ts";
import { t } from "../../texts/t.ts";

function Fact({
  term,
  children,
}: {
  readonly term: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What it rests on, what it is about, how often one meets, how what is said is protected. */
export function SeriesGround({ series }: { readonly series: Series }): ReactNode {
  return (
    <section className="card" aria-labelledby="series-ground">
      <h2 className="section-title" id="series-ground">
        {t("dialogues.ground")}
      </h2>
      <dl className="about">
        <Fact term={t("dialogues.focus")}>
          {series.issues.map(sayIssue).join("; ")}
          <span className="sub small quiet">{t("dialogues.issuesWhyShort")}</span>
        </Fact>
        <Fact term={t("dialogues.restsOn")}>
          {t(`seriesBasis.${series.basis}`)}
          {series.basisTold !== "" && <span className="sub small">{series.basisTold}</span>}
        </Fact>
        <Fact term={t("dialogues.rhythm")}>
          {series.cadenceMonths === null
            ? t("dialogues.asNeeded", { n: series.leadDays })
            : t("dialogues.every", { months: series.cadenceMonths, n: series.leadDays })}
        </Fact>
        {series.programme !== null && (
          <Fact term={t("dialogues.programme")}>
            <AppLink href={`/dialogue/programmes/${series.programme.id}`}>
              {series.programme.title}
            </AppLink>
          </Fact>
        )}
        {series.contracts.length > 0 && (
          <Fact term={t("dialogues.contracts")}>
            <ul className="bare">
              {series.contracts.map((contract) => (
                <li key={contract.id}>
                  <AppLink href={`/contracts/${contract.id}`}>{contract.title}</AppLink>{" "}
                  <span className="small quiet">{contract.reference}</span>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {series.protection !== "" && (
          <Fact term={t("dialogues.protection")}>{series.protection}</Fact>
        )}
      </dl>
    </section>
  );
}
