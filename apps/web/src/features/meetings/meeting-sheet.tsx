import type { ReactNode } from "react";
import type { Meeting } from "../../api/dialogue.ts";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

/** What one takes along on paper: who comes, the agenda with room to write, and what was promised. */
export function MeetingSheet({ meeting }: { readonly meeting: Meeting }): ReactNode {
  return (
    <div className="only-print meeting-sheet">
      {meeting.people.length > 0 && (
        <>
          <h2>{t("people.title")}</h2>
          <ul>
            {meeting.people.map((person) => (
              <li key={person.id}>
                {[
                  person.name ?? person.roleTitle,
                  ...(person.name === null ? [] : [person.roleTitle]),
                  person.side === "counterpart" ? meeting.counterpart : t("people.buyers"),
                  t(`mandate.${person.mandate}`),
                ].join(", ")}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{t("agenda.heading")}</h2>
      <ol className="sheet-items">
        {meeting.items.map((item) => (
          <li key={item.id}>
            <strong>{item.title}</strong>
            {item.minutes !== null && ` (${t("agenda.minutesSay", { n: item.minutes })})`}
            {item.detail !== "" && <p className="agenda-text">{item.detail}</p>}
            {item.brings !== "" && (
              <p>
                {t("agenda.bringsSay")} {item.brings}
              </p>
            )}
            {meeting.state === "planned" && <div className="sheet-room" />}
          </li>
        ))}
      </ol>
      {meeting.commitmentList.length > 0 && (
        <>
          <h2>{t("meet.promises")}</h2>
          <ul>
            {meeting.commitmentList.map((one) => (
              <li key={one.id}>
                {one.debtor.name}: {one.what}
                {one.dueOn !== null && ` (${formatDate(one.dueOn)})`}. {one.says.text}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
