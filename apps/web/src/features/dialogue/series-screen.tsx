import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { seriesQuery, type Series } from "../../api/dialogue.ts";
import { meQuery } from "../../api/me.ts";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { AimsSideBySide } from "../../components/dialogue/aims-side-by-side.tsx";
import { ChannelBanner } from "../../components/dialogue/channel-banner.tsx";
import { DialogueComments } from "../../components/dialogue/dialogue-comments.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { useSeriesId } from "./queries.ts";
import { SeriesGround } from "./series-ground.tsx";
import { SeriesCommitments } from "./series-commitments.tsx";
import { SeriesMeetings } from "./series-meetings.tsx";
import { SeriesTable } from "./series-table.tsx";
import { SeriesThreads } from "./series-threads.tsx";

const StateDialog = lazy(() => import("./state-dialog.tsx"));
const LeaveDialog = lazy(() => import("./leave-dialog.tsx"));

type Task = "pause" | "close" | "go_on" | "leave";

function Lead({ series }: { readonly series: Series }): ReactNode {
  return (
    <>
      <p>
        {series.says.text}{" "}
        {series.state !== "open" && (
          <ToneTag tone="quiet">{t(`seriesState.${series.state}`)}</ToneTag>
        )}{" "}
        {series.lapsed && <ToneTag tone="break">{t("dialogues.lapsed")}</ToneTag>}{" "}
        {series.invented && t("contract.invented")}
      </p>
      {series.stateReason !== null && series.state !== "open" && (
        <p className="measure">{t("dialogues.stateReason", { reason: series.stateReason })}</p>
      )}
      <p className="small quiet">
        {[
          t("dialogues.with", {
            name: series.counterpart.name,
            role: t(`counterpartRole.${series.counterpart.role}`).toLowerCase(),
          }),
          ...(series.host.ours ? [] : [t("dialogues.hostedBy", { host: series.host.name })]),
          t("dialogues.since", { date: formatDate(series.openedOn) }),
        ].join(" · ")}
      </p>
    </>
  );
}

function Actions({
  series,
  onTask,
}: {
  readonly series: Series;
  readonly onTask: (task: Task) => void;
}): ReactNode {
  const { can, id } = series;
  return (
    <>
      {can.plan && (
        <ButtonLink size="small" href={`/meetings/new?series=${id}`}>
          {t("dialogues.plan")}
        </ButtonLink>
      )}
      {can.host && can.write && (
        <>
          <ButtonLink size="small" variant="secondary" href={`/dialogue/series/${id}/edit`}>
            {t("contract.edit")}
          </ButtonLink>
          {series.state === "open" && (
            <Button size="small" variant="tertiary" onClick={() => onTask("pause")}>
              {t("dialogues.pause")}
            </Button>
          )}
          {series.state !== "open" && (
            <Button size="small" variant="secondary" onClick={() => onTask("go_on")}>
              {t("dialogues.goOn")}
            </Button>
          )}
          {series.state !== "closed" && (
            <Button size="small" variant="tertiary" onClick={() => onTask("close")}>
              {t("dialogues.close")}
            </Button>
          )}
        </>
      )}
      {can.leave && (
        <Button size="small" variant="tertiary" onClick={() => onTask("leave")}>
          {t("dialogues.leave")}
        </Button>
      )}
    </>
  );
}

/** One series: what both sides want, who sits at the table, what was talked about and promised. */
export function SeriesScreen(): ReactNode {
  const id = useSeriesId();
  const query = useQuery(seriesQuery(id));
  const mayReadAudit = useQuery(meQuery).data?.can.includes("audit.read") ?? false;
  const [task, setTask] = useState<Task | null>(null);
  const close = (): void => setTask(null);
  return (
    <Loaded query={query} lines={10} page>
      {(series) => (
        <div className="stack-large">
          <div className="stack">
            <PageHeading
              title={series.title}
              crumbs={[{ href: "/dialogue", text: t("dialogues.title") }]}
              lead={<Lead series={series} />}
              actions={<Actions series={series} onTask={setTask} />}
            />
            <ChannelBanner channel={series.channel} />
          </div>
          <SeriesMeetings series={series} />
          <section className="stack" aria-labelledby="series-aims">
            <div>
              <h2 className="section-title" id="series-aims">
                {t("dialogues.aims")}
              </h2>
              <p className="quiet measure">{t("dialogues.aimsWhat")}</p>
            </div>
            <AimsSideBySide series={series} />
          </section>
          <SeriesCommitments series={series} />
          <SeriesThreads series={series} />
          <div className="two-columns">
            <SeriesTable series={series} />
            <SeriesGround series={series} />
          </div>
          <DialogueComments
            seriesId={series.id}
            on={{ subjectKind: "series", subjectId: series.id }}
            other={series.mySide === "buyers" ? series.counterpart.name : series.host.name}
            mayWrite={series.can.write}
          />
          {mayReadAudit && series.can.host && (
            <p className="no-print">
              <AppLink href={`/audit?subject=${series.id}`}>{t("dialogues.history")}</AppLink>
            </p>
          )}
          <Suspense fallback={null}>
            {task === "leave" && <LeaveDialog series={series} onClose={close} />}
            {task !== null && task !== "leave" && (
              <StateDialog
                series={series}
                state={task === "pause" ? "paused" : task === "close" ? "closed" : "open"}
                onClose={close}
              />
            )}
          </Suspense>
        </div>
      )}
    </Loaded>
  );
}
