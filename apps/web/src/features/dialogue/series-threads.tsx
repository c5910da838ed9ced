import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState, type ReactNode } from "react";
import type { Series } from "../../api/dialogue.ts";
import { AppLink } from "../../components/app-link.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { layThread, type DrawnMeeting } from "./lay-thread.ts";
import { seriesMeetingsQuery } from "./queries.ts";

const ThreadDialog = lazy(() => import("./thread-dialog.tsx"));

type Thread = Series["threads"][number];

/** The thread through the meetings: a filled stop where it was talked about, a ring where it was passed by. */
function Stops({
  thread,
  meetings,
}: {
  readonly thread: Thread;
  readonly meetings: readonly DrawnMeeting[];
}): ReactNode {
  const stops = layThread(thread, meetings);
  if (stops.length === 0) return null;
  return (
    <ol className="thread-stops" aria-label={t("thread.stops", { title: thread.title })}>
      {stops.map(({ meeting, state }, at) => (
        <li
          key={meeting.id}
          data-state={state}
          data-ends={stops[at + 1]?.state === "none" || at === stops.length - 1}
        >
          {state === "none" ? (
            <span className="aksel-sr-only">{t("thread.stop.none", { n: meeting.number })}</span>
          ) : (
            <>
              <span className="stop-mark" aria-hidden="true" />
              <AppLink href={`/meetings/${meeting.id}`}>
                {t("thread.stopAt", { n: meeting.number })}
              </AppLink>
              <span className="small quiet">
                {formatDate(meeting.on)}
                <span className="aksel-sr-only"> {t(`thread.stop.${state}`)}</span>
              </span>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Topics that run through several meetings, each drawn through those it was talked about in. */
export function SeriesThreads({ series }: { readonly series: Series }): ReactNode {
  const [open, setOpen] = useState<{ readonly thread: Thread | null } | null>(null);
  const query = useQuery(seriesMeetingsQuery(series.id));
  const meetings: readonly DrawnMeeting[] = (query.data?.items ?? [])
    .filter(({ state }) => state !== "cancelled")
    .map(({ id, number, heldOn, startsAt }) => ({
      id,
      number,
      on: heldOn ?? startsAt.slice(0, 10),
    }));
  return (
    <section className="stack" aria-labelledby="series-threads">
      <div className="spread">
        <h2 className="section-title" id="series-threads">
          {t("dialogues.threads")}
        </h2>
        {series.can.write && series.threads.length > 0 && (
          <Button
            className="no-print"
            size="small"
            variant="secondary"
            onClick={() => setOpen({ thread: null })}
          >
            {t("thread.new")}
          </Button>
        )}
      </div>
      {series.threads.length === 0 ? (
        <EmptyState level={3} title={t("thread.none")} what={t("thread.what")}>
          {series.can.write && (
            <Button size="small" onClick={() => setOpen({ thread: null })}>
              {t("thread.new")}
            </Button>
          )}
        </EmptyState>
      ) : (
        <ul className="plain-cards stack">
          {series.threads.map((thread) => (
            <li key={thread.id} className="card stack-small">
              <div className="spread">
                <h3>
                  {thread.title}{" "}
                  <ToneTag tone={thread.closedOn === null ? "care" : "good"}>
                    {thread.closedOn === null
                      ? t("thread.open")
                      : t("thread.closed", { date: formatDate(thread.closedOn) })}
                  </ToneTag>
                </h3>
                {series.can.write && thread.mine && (
                  <Button
                    className="no-print"
                    size="small"
                    variant="tertiary"
                    aria-label={t("thread.changeOf", { title: thread.title })}
                    onClick={() => setOpen({ thread })}
                  >
                    {t("agenda.change")}
                  </Button>
                )}
              </div>
              <p className="small quiet">
                {t(`threadKind.${thread.kind}`)} ·{" "}
                {t("thread.since", { date: formatDate(thread.openedOn) })} ·{" "}
                {t("thread.meetings", { n: thread.meetings })}
              </p>
              <Stops thread={thread} meetings={meetings} />
              {thread.outcome !== null && (
                <p className="measure wrap-anywhere">
                  <span className="quiet">{t("thread.outcomeSay")}</span> {thread.outcome}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      <Suspense fallback={null}>
        {open !== null && (
          <ThreadDialog seriesId={series.id} thread={open.thread} onClose={() => setOpen(null)} />
        )}
      </Suspense>
    </section>
  );
}
