import { Button, Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { screeningVerdicts } from "@throughline/domain";
import { useEffect, type ReactNode } from "react";
import { z } from "zod";
import { meQuery } from "../../api/me.ts";
import { tableContent, type DataColumn } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { fileName, makeCsv, saveText } from "../../components/save-csv.ts";
import { useUrlState } from "../../routing/use-url-state.ts";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { HitCard } from "./hit-card.tsx";
import { hitListQuery, useDecideHit, type Hit, type HitDeciding } from "./queries.ts";
import { ReviewsHeading } from "./reviews-heading.tsx";

const shownStates = ["all", ...screeningVerdicts] as const;

const HitsState = z.object({
  verdict: z.enum(shownStates).optional().catch(undefined),
  hit: z.uuid().optional().catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
});

const exportColumns: readonly DataColumn<Hit>[] = [
  { id: "site", header: t("sites.col.site"), value: (hit) => hit.siteName },
  { id: "measure", header: t("hits.measure"), value: (hit) => hit.measure },
  { id: "entity", header: t("hits.entity"), value: (hit) => hit.entity },
  { id: "effective", header: t("hits.effective"), value: (hit) => hit.effectiveOn },
  { id: "list", header: t("hits.list"), value: (hit) => hit.listTitle },
  { id: "matched", header: t("hits.matchedOn"), value: (hit) => hit.matchedOn },
  { id: "why", header: t("hits.why"), value: (hit) => hit.explanation },
  {
    id: "verdict",
    header: t("matches.decision"),
    value: (hit) => t(`hits.verdict.${hit.verdict}`),
  },
  { id: "reason", header: t("hits.reason"), value: (hit) => hit.verdictReason },
  { id: "by", header: t("matches.by"), value: (hit) => hit.verdictBy },
  { id: "on", header: t("matches.on"), value: (hit) => hit.verdictOn },
];

function sayDecided({ hit, verdict }: HitDeciding): string {
  return verdict === "waiting"
    ? t("hits.takenBack", { site: hit.siteName })
    : t("hits.decided", { site: hit.siteName, verdict: t(`hits.verdict.${verdict}`) });
}

/** Hits on official measures, waiting for a person's verdict or decided. */
export function HitsScreen(): ReactNode {
  const [state, setState] = useUrlState(HitsState);
  const decide = useDecideHit();
  const mayDecide = useQuery(meQuery).data?.can.includes("screening.decide") ?? false;
  // A link to one hit shows it whatever became of it.
  const verdict = state.verdict ?? (state.hit === undefined ? "waiting" : "all");
  const list = useQuery(
    hitListQuery({
      limit: state.hit === undefined ? 50 : 200,
      ...(verdict === "all" ? {} : { verdict }),
      ...(state.after === undefined ? {} : { after: state.after }),
    }),
  );
  const loaded = list.data !== undefined;
  useEffect(() => {
    if (loaded && state.hit !== undefined)
      document.getElementById(`hit-${state.hit}`)?.scrollIntoView({ block: "center" });
  }, [loaded, state.hit]);
  return (
    <>
      <ReviewsHeading what={t("hits.what")} />
      <div className="stack">
        <div className="row-end no-print">
          <Select
            size="small"
            label={t("hits.state")}
            value={verdict}
            onChange={(event) =>
              setState(
                {
                  verdict: shownStates.find((one) => one === event.target.value),
                  hit: undefined,
                  after: undefined,
                },
                { push: true },
              )
            }
          >
            {shownStates.map((one) => (
              <option key={one} value={one}>
                {t(`hits.state.${one}`)}
              </option>
            ))}
          </Select>
        </div>
        {!mayDecide && <p className="quiet">{t("hits.mayNot")}</p>}
        <div role="status">
          {decide.isSuccess && (
            <p className="notice notice-good row">
              <span>{sayDecided(decide.variables)}</span>
              {decide.variables.verdict !== "waiting" && (
                <Button
                  size="small"
                  variant="secondary"
                  onClick={() =>
                    decide.mutate({ hit: decide.variables.hit, verdict: "waiting", reason: null })
                  }
                >
                  {t("matches.undo")}
                </Button>
              )}
            </p>
          )}
        </div>
        <Loaded query={list} lines={6}>
          {({ items, next }) =>
            items.length === 0 && state.after === undefined ? (
              verdict === "waiting" || verdict === "all" ? (
                <EmptyState title={t("hits.none")} what={t("hits.noneWhat")} />
              ) : (
                <EmptyState title={t("hits.noneOther")} />
              )
            ) : (
              <>
                <div className="spread">
                  <p className="quiet">{t("hits.shown", { n: items.length })}</p>
                  <Button
                    className="no-print"
                    size="small"
                    variant="tertiary"
                    onClick={() => {
                      const content = tableContent(exportColumns, items);
                      saveText(
                        fileName("hits", todayHere(), "hits.csv"),
                        "text/csv",
                        makeCsv(content.header, content.rows),
                      );
                    }}
                  >
                    {t("list.exportCsv")}
                  </Button>
                </div>
                <ul className="record-list">
                  {items.map((hit) => (
                    <HitCard
                      key={hit.id}
                      hit={hit}
                      wanted={hit.id === state.hit}
                      mayDecide={mayDecide}
                      decide={decide}
                    />
                  ))}
                </ul>
                <PageSteps
                  after={state.after}
                  next={next}
                  onGo={(after) => setState({ after }, { push: true })}
                />
              </>
            )
          }
        </Loaded>
      </div>
    </>
  );
}
