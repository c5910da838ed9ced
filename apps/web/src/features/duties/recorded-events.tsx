import { Button, Textarea } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { formatDate, formatInstant } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { DutyEvent } from "./queries.ts";

function sayEvent(event: DutyEvent): string {
  const what = t(`dutyEvent.${event.kind}`);
  return event.until === null
    ? t("duties.said", { what, on: formatDate(event.on) })
    : t("duties.saidUntil", { what, on: formatDate(event.on), until: formatDate(event.until) });
}

/** What was recorded of a duty; each can be taken back with a reason, and stays on record as taken back. */
export function RecordedEvents({
  events,
  onDone,
}: {
  readonly events: readonly DutyEvent[];
  readonly onDone: () => void;
}): ReactNode {
  const [taking, setTaking] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const takeBack = useChange((input: Parameters<typeof api.duties.takeBack>[0]) =>
    api.duties.takeBack(input),
  );
  if (events.length === 0) return <p className="quiet">{t("duties.nothingRecorded")}</p>;
  return (
    <section className="stack-small" aria-labelledby="duty-recorded">
      <h2 className="section-title" id="duty-recorded">
        {t("duties.recorded")}
      </h2>
      {takeBack.isError && <ProblemNotice error={takeBack.error} />}
      <ul className="plain-list stack-small">
        {events.map((event) => (
          <li key={event.id} className="stack-small">
            <p>
              {event.takenBack === null ? sayEvent(event) : <s>{sayEvent(event)}</s>}{" "}
              {event.note !== "" && <span>{event.note}</span>}
              <span className="sub">
                {t("duties.recordedBy", {
                  who: event.recordedBy ?? t("duties.somebody"),
                  at: formatInstant(event.recordedAt),
                })}
                {event.recognised && ` · ${t("duties.recognised")}`}
              </span>
              {event.takenBack !== null && (
                <span className="sub">
                  {t("duties.takenBack", {
                    who: event.takenBack.by ?? t("duties.somebody"),
                    at: formatInstant(event.takenBack.at),
                    reason: event.takenBack.reason,
                  })}
                </span>
              )}
            </p>
            {event.takenBack === null && !event.recognised && taking !== event.id && (
              <div>
                <Button
                  type="button"
                  size="small"
                  variant="tertiary"
                  onClick={() => {
                    setTaking(event.id);
                    setReason("");
                  }}
                >
                  {t("duties.takeBack")}
                </Button>
              </div>
            )}
            {taking === event.id && (
              <div className="stack-small">
                <Textarea
                  size="small"
                  minRows={1}
                  maxLength={2000}
                  label={t("duties.takeBackWhy")}
                  value={reason}
                  onChange={(change) => setReason(change.target.value)}
                />
                <div className="row">
                  <Button
                    type="button"
                    size="small"
                    disabled={reason.trim() === ""}
                    loading={takeBack.isPending}
                    onClick={() =>
                      takeBack.mutate(
                        { eventId: event.id, reason: reason.trim() },
                        { onSuccess: onDone },
                      )
                    }
                  >
                    {t("duties.takeBackDo")}
                  </Button>
                  <Button
                    type="button"
                    size="small"
                    variant="tertiary"
                    onClick={() => setTaking(null)}
                  >
                    {t("form.cancel")}
                  </Button>
                </div>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
