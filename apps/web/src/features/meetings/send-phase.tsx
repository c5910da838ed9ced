import { Button, Textarea } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import type { Meeting } from "../../api/dialogue.ts";
import { useChange } from "../../api/use-change.ts";
import { AppLink } from "../../components/app-link.tsx";
import { MeetingTime } from "../../components/dialogue/meeting-time.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { formatInstant, todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { DocumentsRow } from "./documents-row.tsx";
import { LetterPreview } from "./letter-preview.tsx";
import { letterQuery } from "./queries.ts";

/** Letters that left, or wait to be handed over. */
export function MailsOf({ meeting }: { readonly meeting: Meeting }): ReactNode {
  if (meeting.mails.length === 0) return null;
  return (
    <section className="stack-small" aria-labelledby="meeting-mails">
      <h3 className="item-title" id="meeting-mails">
        {t("sendAgenda.mails")}
      </h3>
      <div className="card">
        <ul className="facts">
          {meeting.mails.map((mail) => (
            <li key={mail.id}>
              <AppLink href={`/requests/outbox/${mail.id}`}>{mail.subject}</AppLink>
              <div className="from">
                {[mail.toAddress ?? t("sendAgenda.noAddress"), formatInstant(mail.at)].join(" · ")}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** Invitation and agenda exactly as they would leave, who gets them, and the button that sends them. */
export function SendPhase({ meeting }: { readonly meeting: Meeting }): ReactNode {
  const [letter, setLetter] = useState("");
  const [asking, setAsking] = useState(false);
  const deferred = useDeferredValue(letter.trim());
  const preview = useQuery({
    ...letterQuery(meeting.id, "invitation", deferred),
    enabled: meeting.can.host,
  });
  const send = useChange(() =>
    api.meetings.sendAgenda({ id: meeting.id, version: meeting.version, letter: letter.trim() }),
  );
  const daysLeft = Math.round(
    (Date.parse(meeting.agenda.dueOn) - Date.parse(todayHere())) / 86_400_000,
  );
  const again = meeting.agenda.firstSentAt !== null;
  const unsent = meeting.items.filter(({ shared }) => !shared).length;
  const letterToSend = (
    <div className="stack">
      <Textarea
        size="small"
        minRows={2}
        maxLength={8000}
        label={`${t("sendAgenda.letter")} ${t("form.optional")}`}
        description={t("sendAgenda.letterHelp")}
        value={letter}
        onChange={(event) => setLetter(event.target.value)}
      />
      <Loaded query={preview} lines={8}>
        {(shown) => <LetterPreview letter={shown} />}
      </Loaded>
      <div className="measure">
        {t("sendAgenda.calendar")} <MeetingTime when={meeting} />
      </div>
      <div>
        <Button onClick={() => setAsking(true)}>
          {t(again ? "sendAgenda.againDo" : "sendAgenda.do")}
        </Button>
      </div>
    </div>
  );
  return (
    <div className="stack">
      <div>
        <h2 className="section-title">{t("sendAgenda.title")}</h2>
        <p>
          {meeting.agenda.says.text}{" "}
          {!again && daysLeft >= 0 && t("sendAgenda.daysLeft", { n: daysLeft })}
        </p>
        {again && unsent > 0 && (
          <p className="care-text">{t("sendAgenda.changed", { n: unsent })}</p>
        )}
      </div>
      {meeting.items.length === 0 && <p className="care-text">{t("sendAgenda.noItems")}</p>}
      {send.isSuccess && (
        <p role="status" className="notice notice-good">
          {t("sendAgenda.done", { n: send.data.mailIds.length })}
        </p>
      )}
      {meeting.can.sendAgenda &&
        (again ? (
          <details className="plain" open={unsent > 0}>
            <summary>{t("sendAgenda.again")}</summary>
            {letterToSend}
          </details>
        ) : (
          letterToSend
        ))}
      <DocumentsRow meeting={meeting} kinds={["invitation", "agenda"]} />
      <MailsOf meeting={meeting} />
      {asking && (
        <FormDialog
          title={t(again ? "sendAgenda.askAgain" : "sendAgenda.ask")}
          save={t("sendAgenda.sendNow")}
          busy={send.isPending}
          error={send.error}
          onSave={() =>
            send.mutate(undefined, {
              onSuccess: () => {
                setAsking(false);
                setLetter("");
              },
            })
          }
          onClose={() => setAsking(false)}
        >
          <p>
            {t("sendAgenda.askWhat", {
              counterpart: meeting.counterpart,
              items: meeting.items.length,
              letters: preview.data?.to.length ?? 0,
            })}
          </p>
        </FormDialog>
      )}
    </div>
  );
}
