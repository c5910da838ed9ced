import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { z } from "zod";
import { meQuery } from "../../api/me.ts";
import { ExportFiles } from "../../components/export-files.tsx";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { DateField } from "../../components/date-field.tsx";
import { sayIssue } from "../../components/dialogue/say-issue.ts";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { CloseProgrammeDialog } from "./close-programme-dialog.tsx";
import { ProgrammeFigures } from "./programme-figures.tsx";
import { sayPeriod } from "./say-period.ts";
import { QuarterBars } from "./quarter-bars.tsx";
import { programmeQuery, seriesListQuery, useProgrammeId, type Programme } from "./queries.ts";
import { SeriesState } from "./series-columns.tsx";

const ProgrammeDialog = lazy(() => import("./programme-dialog.tsx"));

const ScreenState = z.object({
  from: z.iso.date().optional().catch(undefined),
  until: z.iso.date().optional().catch(undefined),
});

const formats = ["xlsx", "docx", "pdf", "json"] as const;

function SeriesOfProgramme({ programmeId }: { readonly programmeId: string }): ReactNode {
  const list = useQuery(seriesListQuery({ programmeId, sort: "title", limit: 100 }));
  return (
    <section className="stack" aria-labelledby="programme-series">
      <div className="spread">
        <h2 className="section-title" id="programme-series">
          {t("programme.series")}
        </h2>
        <p className="no-print">
          <AppLink href={`/dialogue?programme=${programmeId}`}>{t("programme.seriesAll")}</AppLink>
        </p>
      </div>
      <Loaded query={list} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t("programme.seriesNone")}</p>
          ) : (
            <div className="card">
              <ul className="facts">
                {items.map((series) => (
                  <li key={series.id}>
                    <AppLink href={`/dialogue/series/${series.id}`}>
                      <strong>{series.counterpart.name}</strong>
                    </AppLink>{" "}
                    <span className="quiet">
                      {series.title} · {t("dialogues.heldSay", { n: series.meetingsHeld })}
                    </span>
                    <div>
                      <SeriesState series={series} />
                    </div>
                  </li>
                ))}
              </ul>
            </div>
          )
        }
      </Loaded>
    </section>
  );
}

function Export({
  programme,
  period,
}: {
  readonly programme: Programme;
  readonly period: z.infer<typeof ScreenState>;
}): ReactNode {
  return (
    <ExportFiles
      path={`/dialogue/programmes/${programme.id}/export`}
      query={{
        ...(period.from === undefined ? {} : { from: period.from }),
        ...(period.until === undefined ? {} : { until: period.until }),
      }}
      name="programme"
      formats={formats}
    />
  );
}

/** One programme: what it is for, what came of it in figures that open to their records, and with whom. */
export function ProgrammeScreen(): ReactNode {
  const id = useProgrammeId();
  const [state, setState] = useUrlState(ScreenState);
  const query = useQuery(programmeQuery(id, state));
  const mayReadAudit = useQuery(meQuery).data?.can.includes("audit.read") ?? false;
  const [task, setTask] = useState<"change" | "close" | null>(null);
  return (
    <Loaded query={query} lines={10} page>
      {(programme) => (
        <div className="stack-large">
          <PageHeading
            title={programme.title}
            crumbs={[{ href: "/dialogue/programmes", text: t("programmes.title") }]}
            lead={
              <>
                <p>
                  {sayPeriod(programme)} {programme.invented && t("contract.invented")}{" "}
                  {programme.closedOn !== null && (
                    <ToneTag tone="quiet">
                      {t("programme.closed", { date: formatDate(programme.closedOn) })}
                    </ToneTag>
                  )}
                </p>
                <p className="measure">{programme.purpose}</p>
              </>
            }
            actions={
              programme.can.write && programme.closedOn === null ? (
                <>
                  <ButtonLink size="small" href={`/dialogue/new?programme=${id}`}>
                    {t("dialogues.new")}
                  </ButtonLink>
                  <Button size="small" variant="secondary" onClick={() => setTask("change")}>
                    {t("contract.edit")}
                  </Button>
                  <Button size="small" variant="tertiary" onClick={() => setTask("close")}>
                    {t("programme.close")}
                  </Button>
                </>
              ) : undefined
            }
          />
          <dl className="about card">
            {(
              [
                [t("programme.hopedOutcome"), programme.hopedOutcome],
                [t("programme.issues"), programme.issues.map(sayIssue).join("; ")],
                [t("programme.outcome"), programme.outcome ?? t("programme.outcomeNone")],
              ] as const
            )
              .filter(([, text]) => text !== "")
              .map(([term, text]) => (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
          </dl>
          <section className="stack" aria-labelledby="programme-figures">
            <div className="spread">
              <div>
                <h2 className="section-title" id="programme-figures">
                  {t("programme.figures")}
                </h2>
                <p className="quiet measure">{t("programme.figuresWhat")}</p>
              </div>
              <Export programme={programme} period={state} />
            </div>
            <div className="row-end no-print">
              <DateField
                label={t("programme.from")}
                value={state.from ?? programme.fromOn}
                onChange={(from) => setState({ from: from === "" ? undefined : from })}
              />
              <DateField
                label={t("programme.until")}
                value={state.until ?? programme.untilOn ?? ""}
                onChange={(until) => setState({ until: until === "" ? undefined : until })}
              />
              {(state.from !== undefined || state.until !== undefined) && (
                <Button
                  size="small"
                  variant="tertiary"
                  onClick={() => setState({ from: undefined, until: undefined })}
                >
                  {t("programme.wholePeriod")}
                </Button>
              )}
            </div>
            <ProgrammeFigures figures={programme.figures} />
          </section>
          <section className="stack" aria-labelledby="programme-quarters">
            <h2 className="section-title" id="programme-quarters">
              {t("programme.quarters")}
            </h2>
            {programme.quarters.length === 0 ? (
              <p className="quiet">{t("programme.quartersNone")}</p>
            ) : (
              <QuarterBars quarters={programme.quarters} />
            )}
          </section>
          <SeriesOfProgramme programmeId={id} />
          {mayReadAudit && (
            <p className="no-print">
              <AppLink href={`/audit?subject=${id}`}>{t("dialogues.history")}</AppLink>
            </p>
          )}
          <Suspense fallback={null}>
            {task === "change" && (
              <ProgrammeDialog programme={programme} onClose={() => setTask(null)} />
            )}
          </Suspense>
          {task === "close" && (
            <CloseProgrammeDialog programme={programme} onClose={() => setTask(null)} />
          )}
        </div>
      )}
    </Loaded>
  );
}
