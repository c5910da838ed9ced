import { Button } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import type { Today } from "../../api/today.ts";
import { AppLink } from "../../components/app-link.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

type Waiting = Today["waiting"][number];

function placeOf({ kind, id }: Waiting["link"]): string {
  switch (kind) {
    case "request":
      return `/requests/${id}`;
    case "asked":
      return `/asked/${id}`;
    case "release":
      return `/releases/${id}`;
    case "contract":
      return `/contracts/${id}`;
    case "procurement":
      return `/procurements/${id}`;
    case "policy_row":
      return `/policy/rows/${id}`;
    case "series":
      return `/dialogue/series/${id}`;
    case "meeting":
      return `/meetings/${id}`;
    case "commitment":
      return `/commitments/${id}`;
  }
}
const shownAtFirst = 6;

function Days({ item }: { readonly item: Waiting }): ReactNode {
  if (item.dueOn === null || item.daysLeft === null) return null;
  const late = item.daysLeft < 0;
  return (
    <span className={late ? "small break-text" : "small quiet"}>
      {t("line.due", { date: formatDate(item.dueOn) })}
      {!late && (
        <span style={{ display: "block" }}>{t("today.daysLeft", { n: item.daysLeft })}</span>
      )}
    </span>
  );
}

/** What waits for whom beside the lines: requests we made and were asked, releases to look at. */
export function TodayWaiting({ items }: { readonly items: readonly Waiting[] }): ReactNode {
  const [all, setAll] = useState(false);
  if (items.length === 0) return null;
  return (
    <section className="card" aria-labelledby="today-waiting">
      <h2 className="section-title" id="today-waiting">
        {t("today.waiting")} <span className="quiet">{items.length}</span>
      </h2>
      <ul className="today-list">
        {(all ? items : items.slice(0, shownAtFirst)).map((item) => (
          <li key={`${item.link.id} ${item.sentence.text}`}>
            <StateMark
              state={item.daysLeft !== null && item.daysLeft < 0 ? "broken" : "partly"}
              size={22}
            />
            <div>
              <AppLink href={placeOf(item.link)}>
                <strong>{t(`today.waiting.${item.kind}`, { who: item.who })}</strong>
              </AppLink>
              <p className="small">{item.sentence.text}</p>
              <p className="small quiet">{item.subject}</p>
            </div>
            <Days item={item} />
          </li>
        ))}
      </ul>
      {!all && items.length > shownAtFirst && (
        <Button size="small" variant="tertiary" onClick={() => setAll(true)}>
          {t("today.moreOthers", { n: items.length })}
        </Button>
      )}
    </section>
  );
}
