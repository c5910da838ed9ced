import { Button, Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { z } from "zod";
import { api } from "../../api/client.ts";
import { seriesQuery, type Series } from "../../api/dialogue.ts";
import { useChange } from "../../api/use-change.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { ChannelBanner } from "../../components/dialogue/channel-banner.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { useGo } from "../../routing/use-go.ts";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { readMeeting, startMeeting, type MeetingWords } from "./meeting-draft.ts";
import { MeetingFields } from "./meeting-fields.tsx";
import { seriesToMeetQuery } from "./queries.ts";

const ScreenState = z.object({ series: z.uuid().optional().catch(undefined) });

/** Day by which the agenda leaves; days are ISO dates. */
function leavesBy(startsAt: string, leadDays: number): string | null {
  const day = Date.parse(`${startsAt.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day)
    ? null
    : new Date(day - leadDays * 86_400_000).toISOString().slice(0, 10);
}

function PlanForm({ series }: { readonly series: Series }): ReactNode {
  const [draft, setDraft] = useState(() => ({
    ...startMeeting(series.timeZone, series.leadDays),
    title: t("meeting.newTitle", { n: series.meetingsHeld + 1 }),
  }));
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const go = useGo();
  const plan = useChange(async (words: MeetingWords) => {
    const { id } = await api.meetings.plan({ seriesId: series.id, ...words });
    go(`/meetings/${id}`);
  });
  const by = leavesBy(draft.startsAt, series.leadDays);
  return (
    <form
      className="stack"
      style={{ maxWidth: "52rem" }}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const read = readMeeting(draft);
        setFaults(read.ok ? [] : read.faults);
        if (read.ok) plan.mutate(read.words);
      }}
    >
      <FormFaults faults={faults} />
      {plan.isError && faults.length === 0 && <ProblemNotice error={plan.error} />}
      <MeetingFields draft={draft} faults={faults} onChange={setDraft} />
      {by !== null && (
        <p className="measure">
          {t("meeting.leaves", { date: formatDate(by), n: series.leadDays })}{" "}
          {t("meeting.nobodyTold", { counterpart: series.counterpart.name })}
        </p>
      )}
      <div>
        <Button type="submit" loading={plan.isPending}>
          {t("meeting.plan")}
        </Button>
      </div>
    </form>
  );
}

/** Plans a meeting of a series; nobody outside hears of it before it is sent. */
export function NewMeetingScreen(): ReactNode {
  const [state, setState] = useUrlState(ScreenState);
  const choices = useQuery(seriesToMeetQuery);
  const series = useQuery({
    ...seriesQuery(state.series ?? ""),
    enabled: state.series !== undefined,
  });
  return (
    <>
      <PageHeading
        title={t("meeting.planTitle")}
        crumbs={[{ href: "/meetings", text: t("meetings.title") }]}
      />
      <div className="stack">
        <Loaded query={choices} lines={2}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t("meeting.noSeries")} what={t("meeting.noSeriesWhat")}>
                <ButtonLink size="small" href="/dialogue/new">
                  {t("dialogues.new")}
                </ButtonLink>
              </EmptyState>
            ) : (
              <Select
                size="small"
                style={{ maxWidth: "32rem" }}
                label={t("meeting.ofSeries")}
                value={state.series ?? ""}
                onChange={(event) =>
                  setState({ series: event.target.value === "" ? undefined : event.target.value })
                }
              >
                <option value="">{t("meeting.chooseSeries")}</option>
                {items.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.counterpart.name}: {one.title}
                  </option>
                ))}
              </Select>
            )
          }
        </Loaded>
        {state.series !== undefined && (
          <Loaded query={series} lines={5}>
            {(one) => (
              <>
                <ChannelBanner channel={one.channel} />
                {one.can.plan ? (
                  <PlanForm key={one.id} series={one} />
                ) : (
                  one.channel.open && (
                    <EmptyState title={t("meeting.mayNotPlan")} what={one.says.text} />
                  )
                )}
              </>
            )}
          </Loaded>
        )}
      </div>
    </>
  );
}
