import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { ScreeningTag, ToneTag } from "../../components/tags.tsx";
import { formatDate, formatShare } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { Site } from "./queries.ts";

type Screening = Site["screenings"][number];
type Hit = Site["hits"][number];

const columns: readonly DataColumn<Screening>[] = [
  { id: "list", header: t("site.list"), value: (one) => one.listTitle, names: true },
  { id: "edition", header: t("site.edition"), value: (one) => one.listEdition },
  {
    id: "covers",
    header: t("site.covers"),
    value: (one) => t(one.partial ? "site.partial" : "site.complete"),
  },
  {
    id: "result",
    header: t("site.result"),
    value: (one) => t(`screening.${one.status}`),
    cell: (one) => <ScreeningTag status={one.status} />,
  },
  { id: "on", header: t("site.screenedOn"), value: (one) => formatDate(one.screenedOn) },
];

const verdictTones = { waiting: "care", confirmed: "break", wrong_entity: "quiet" } as const;

function HitFacts({
  hit,
  mayDecide,
}: {
  readonly hit: Hit;
  readonly mayDecide: boolean;
}): ReactNode {
  return (
    <li
      className={
        hit.verdict === "waiting" ? "card hit stack-small" : "card hit stack-small is-decided"
      }
    >
      <div className="spread">
        <h4 className="item-title">{hit.entity}</h4>
        <ToneTag tone={verdictTones[hit.verdict]}>{t(`hits.verdict.${hit.verdict}`)}</ToneTag>
      </div>
      <p>{hit.measure}</p>
      <dl className="said small">
        <dt>{t("hits.list")}</dt>
        <dd>{hit.listTitle}</dd>
        <dt>{t("hits.effective")}</dt>
        <dd>{hit.effectiveOn === null ? t("hits.notDated") : formatDate(hit.effectiveOn)}</dd>
        <dt>{t("hits.why")}</dt>
        <dd>
          {hit.explanation} ({t("hits.alike", { share: formatShare(hit.probability) })})
        </dd>
      </dl>
      {hit.verdict !== "waiting" && (
        <p className="small">
          {t("hits.said", {
            by: hit.verdictBy ?? t("hits.formerMember"),
            date: hit.verdictOn === null ? t("hits.notDated") : formatDate(hit.verdictOn),
            verdict: t(`hits.verdict.${hit.verdict}`),
          })}{" "}
          {hit.verdictReason !== null && t("hits.saidWhy", { reason: hit.verdictReason })}
        </p>
      )}
      <p className="no-print">
        {mayDecide && hit.verdict === "waiting" ? (
          <ButtonLink size="small" variant="secondary" href={`/reviews/hits?hit=${hit.id}`}>
            {t("hits.decide")}
          </ButtonLink>
        ) : null}
      </p>
    </li>
  );
}

/** What screening says, list by list: a hit, no hit on a partial list, or nobody has looked. The three never look alike. */
export function SiteScreening({ site }: { readonly site: Site }): ReactNode {
  return (
    <section className="card stack" aria-labelledby="screening">
      <div>
        <h2 className="section-title" id="screening">
          {t("site.screenings")}
        </h2>
        {site.screenings.length > 0 && <p className="quiet">{t("site.screeningsWhat")}</p>}
      </div>
      {site.screenings.length === 0 ? (
        <div>
          <p>
            <ScreeningTag status="not_screened" /> {t("site.notScreened")}
          </p>
          <p className="quiet">{t("site.notScreenedWhat")}</p>
        </div>
      ) : (
        <DataTable
          caption={t("site.screenings")}
          columns={columns}
          rows={site.screenings}
          rowKey={(one) => one.listId}
        />
      )}
      {site.hits.length > 0 && (
        <div className="stack">
          <div>
            <h3 className="item-title">{t("site.hits")}</h3>
            <p className="quiet">{t("site.hitsWhat")}</p>
          </div>
          <ul className="record-list">
            {site.hits.map((hit) => (
              <HitFacts key={hit.id} hit={hit} mayDecide={site.can.decideHits} />
            ))}
          </ul>
        </div>
      )}
      <p className="small no-print">
        <AppLink href="/reviews/lists">{t("site.allLists")}</AppLink>
      </p>
    </section>
  );
}
