import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Series } from "../../api/dialogue.ts";
import { AppLink } from "../../components/app-link.tsx";
import { CommitmentLines } from "../../components/dialogue/commitment-lines.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { seriesCommitmentsQuery, seriesObstaclesQuery } from "./queries.ts";

/** Promises of both sides, and who in the chain does not say. */
export function SeriesCommitments({ series }: { readonly series: Series }): ReactNode {
  const commitments = useQuery(seriesCommitmentsQuery(series.id));
  const obstacles = useQuery(seriesObstaclesQuery(series.id));
  return (
    <div className="sides">
      <section className="stack" aria-labelledby="series-commitments">
        <div className="spread">
          <h2 className="section-title" id="series-commitments">
            {t("dialogues.commitments")}
          </h2>
          <p className="no-print">
            <AppLink href={`/commitments?series=${series.id}`}>{t("dialogues.ledger")}</AppLink>
          </p>
        </div>
        <Loaded query={commitments} lines={3}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="quiet">{t("dialogues.commitmentsNone")}</p>
            ) : (
              <div className="card">
                <CommitmentLines commitments={items} />
              </div>
            )
          }
        </Loaded>
      </section>
      <section className="stack" aria-labelledby="series-obstacles">
        <div className="spread">
          <h2 className="section-title" id="series-obstacles">
            {t("dialogues.obstacles")}
          </h2>
          <p className="no-print">
            <AppLink href={`/commitments/obstacles?series=${series.id}`}>
              {t("dialogues.obstaclesAll")}
            </AppLink>
          </p>
        </div>
        <Loaded query={obstacles} lines={3}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="quiet">{t("dialogues.obstaclesNone")}</p>
            ) : (
              <div className="card">
                <ul className="facts">
                  {items.map((obstacle) => (
                    <li key={obstacle.id}>
                      <strong>{obstacle.who}</strong>: {t(`obstacleKind.${obstacle.kind}`)}
                      <div className="wrap-anywhere">{obstacle.text}</div>
                      <div className="from">
                        {t("dialogues.obstacleOn", { date: formatDate(obstacle.reportedOn) })}
                        {obstacle.resolvedOn !== null &&
                          ` · ${t("dialogues.obstacleResolved", { date: formatDate(obstacle.resolvedOn) })}`}
                      </div>
                    </li>
                  ))}
                </ul>
              </div>
            )
          }
        </Loaded>
      </section>
    </div>
  );
}
