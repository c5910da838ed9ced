import type { RequestDetail } from "@throughline/contract";
import type { ReactNode } from "react";
import { formatDate, formatInstant, todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { orderEvents } from "./order-events.ts";

/** What happened and what comes, along a line: a filled mark is past, a dotted one is still to come. */
export function RequestTimeline({ request }: { readonly request: RequestDetail }): ReactNode {
  return (
    <section className="card" aria-labelledby="timeline">
      <h2 className="section-title" id="timeline">
        {t("oneRequest.timeline")}
      </h2>
      <ol className="timeline">
        {orderEvents(request, todayHere()).map((event) => (
          <li key={`${event.at} ${event.text}`} className={`is-${event.kind}`}>
            <span className="timeline-mark" aria-hidden="true" />
            <div>
              <span className={event.kind === "trouble" ? "break-text" : undefined}>
                {event.text}
              </span>
              <span className="small quiet" style={{ display: "block" }}>
                <time dateTime={event.at}>
                  {event.at.length > 10 ? formatInstant(event.at) : formatDate(event.at)}
                </time>
                {event.by !== null && ` · ${t("event.by", { who: event.by })}`}
                {event.kind === "to_come" && ` · ${t("event.toCome")}`}
              </span>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
