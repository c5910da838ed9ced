import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { seriesQuery, type Series } from "../../api/dialogue.ts";
import { AppLink } from "../../components/app-link.tsx";
import { AimsSideBySide } from "../../components/dialogue/aims-side-by-side.tsx";
import { CommitmentLines } from "../../components/dialogue/commitment-lines.tsx";
import { DialogueComments } from "../../components/dialogue/dialogue-comments.tsx";
import { MeetingTime } from "../../components/dialogue/meeting-time.tsx";
import { sayIssue } from "../../components/dialogue/say-issue.ts";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { t } from "../../texts/t.ts";
import { seatCommitmentsQuery, seatMeetingsQuery } from "./queries.ts";

/** Who is at the table, and what each of them may see. */
function Table({ series }: { readonly series: Series }): ReactNode {
  return (
    <section className="card stack-small" aria-labelledby="seat-table">
      <h2 className="section-title" id="seat-table">
        {t("mySeat.table")}
      </h2>
      <ul className="facts">
        {series.seats
          .filter(({ endedAt }) => endedAt === null)
          .map((seat) => (
            <li key={seat.id}>
              <strong>{seat.name}</strong> {seat.mine && `(${t("mySeat.you")})`}
              <div className="from">{t(`mySeat.kind.${seat.kind}`)}</div>
            </li>
          ))}
      </ul>
      <p className="measure quiet">{t("mySeat.seen")}</p>
      {series.protection !== "" && <p className="measure">{series.protection}</p>}
    </section>
  );
}

function Meetings({ series }: { readonly series: Series }): ReactNode {
  const query = useQuery(seatMeetingsQuery(series.id));
  return (
    <section className="stack" aria-labelledby="seat-meetings">
      <h2 className="section-title" id="seat-meetings">
        {t("mySeat.meetings")}
      </h2>
      <Loaded query={query} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t("mySeat.noMeeting")}</p>
          ) : (
            <ul className="facts">
              {items.map((meeting) => (
                <li key={meeting.id}>
                  <AppLink href={`/seat/meetings/${meeting.id}`}>
                    {t("mySeat.meeting", { n: meeting.number, title: meeting.title })}
                  </AppLink>
                  <div>
                    <MeetingTime when={meeting} />
                  </div>
                  {meeting.next !== null && <div className="care-text">{meeting.next.text}</div>}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function Commitments({ series }: { readonly series: Series }): ReactNode {
  const query = useQuery(seatCommitmentsQuery(series.id));
  return (
    <section className="stack" aria-labelledby="seat-commitments">
      <h2 className="section-title" id="seat-commitments">
        {t("mySeat.commitments")}
      </h2>
      <Loaded query={query} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t("mySeat.noCommitment")}</p>
          ) : (
            <CommitmentLines commitments={items} linkTo={(id) => `/seat/commitments/${id}`} />
          )
        }
      </Loaded>
    </section>
  );
}

/** A series from a seat that was opened by its link. */
export function SeatScreen(): ReactNode {
  const id = useParams({
    strict: false,
    select: ({ seriesId = "" }: { readonly seriesId?: string }) => seriesId,
  });
  const query = useQuery(seriesQuery(id));
  return (
    <Loaded query={query} lines={10} page>
      {(series) => (
        <>
          <PageHeading
            title={series.title}
            lead={
              <p>
                {t("mySeat.with", { host: series.host.name })} ·{" "}
                {series.issues.map(sayIssue).join(", ")}
              </p>
            }
          />
          <div className="stack-large">
            {series.channel.closures.map((closure) => (
              <div
                key={`${closure.title} ${closure.since}`}
                className="banner banner-care"
                role="status"
              >
                <div>{closure.says.text}</div>
              </div>
            ))}
            <section className="stack" aria-labelledby="seat-aims">
              <h2 className="section-title" id="seat-aims">
                {t("mySeat.aims")}
              </h2>
              <AimsSideBySide series={series} />
            </section>
            <Meetings series={series} />
            <Commitments series={series} />
            <Table series={series} />
            <DialogueComments
              seriesId={series.id}
              on={{ subjectKind: "series", subjectId: series.id }}
              other={series.host.name}
              mayWrite={series.can.write}
            />
            <p className="small no-print">
              <AppLink href={`/seat/series/${series.id}/keep`}>{t("mySeat.keep")}</AppLink>
            </p>
          </div>
        </>
      )}
    </Loaded>
  );
}
