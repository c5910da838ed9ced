import { Button, CopyButton, Textarea, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { AppLink } from "../../components/app-link.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useGo } from "../../routing/use-go.ts";
import { formatBytes, formatInstant } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { MailTag } from "./mail-tag.tsx";
import { mailQuery, useMailId, type MailDetail } from "./queries.ts";

function ResendDialog({
  mailId,
  toAddress,
  onClose,
}: {
  readonly mailId: string;
  readonly toAddress: string;
  readonly onClose: () => void;
}): ReactNode {
  const go = useGo();
  const [to, setTo] = useState(toAddress);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const resend = useChange((input: Parameters<typeof api.mails.resend>[0]) =>
    api.mails.resend(input),
  );
  function save(): void {
    const found = /^[^\s@]+@[^\s@]+$/.test(to.trim())
      ? []
      : [{ field: "resend-to", message: t("send.addressFault") }];
    setFaults(found);
    if (found.length === 0)
      resend.mutate(
        { mailId, toAddress: to.trim() },
        {
          onSuccess: (sent) => {
            onClose();
            go(`/requests/outbox/${sent.mailId}`);
          },
        },
      );
  }
  return (
    <FormDialog
      title={t("mail.resendTitle")}
      save={t("mail.resendDo")}
      busy={resend.isPending}
      error={resend.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        id="resend-to"
        size="small"
        inputMode="email"
        label={t("mail.resendTo")}
        value={to}
        error={faultOf(faults, "resend-to")}
        onChange={(event) => setTo(event.target.value)}
      />
    </FormDialog>
  );
}

function BounceDialog({
  mailId,
  onClose,
}: {
  readonly mailId: string;
  readonly onClose: () => void;
}): ReactNode {
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const record = useChange((input: Parameters<typeof api.mails.recordBounce>[0]) =>
    api.mails.recordBounce(input),
  );
  function save(): void {
    const found =
      reason.trim() === ""
        ? [{ field: "bounce-reason", message: t("mail.bounceReasonFault") }]
        : [];
    setFaults(found);
    if (found.length === 0)
      record.mutate({ mailId, reason: reason.trim() }, { onSuccess: onClose });
  }
  return (
    <FormDialog
      title={t("mail.bounceTitle")}
      save={t("mail.bounceDo")}
      busy={record.isPending}
      error={record.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
    >
      <p>{t("mail.bounceWhat")}</p>
      <Textarea
        id="bounce-reason"
        size="small"
        minRows={2}
        label={t("mail.bounceReason")}
        value={reason}
        error={faultOf(faults, "bounce-reason")}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}

/** What it carries, to look at or to hand over with the text. */
function MailParts({
  mailId,
  parts,
}: Pick<MailDetail, "parts"> & { readonly mailId: string }): ReactNode {
  if (parts.length === 0) return null;
  return (
    <section className="stack-small" aria-labelledby="mail-parts">
      <h2 className="section-title" id="mail-parts">
        {t("mail.parts")}
      </h2>
      <ul>
        {parts.map(({ position, fileName, mediaType, size }) => (
          <li key={position}>
            <a href={`/api/mails/${mailId}/parts/${position}`} download={fileName}>
              {fileName}
            </a>{" "}
            <span className="quiet">
              {mediaType === "text/calendar"
                ? t("mail.part.calendar", { size: formatBytes(size) })
                : formatBytes(size)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One mail as it reads, link and code filled in. */
export function MailScreen(): ReactNode {
  const mailId = useMailId();
  const mail = useQuery(mailQuery(mailId));
  const [task, setTask] = useState<"resend" | "bounce" | null>(null);
  return (
    <Loaded query={mail} lines={8} page>
      {(data) => (
        <div className="stack">
          <PageHeading
            title={data.subject}
            crumbs={[
              { href: "/requests", text: t("requests.title") },
              { href: "/requests/outbox", text: t("outbox.title") },
            ]}
          />
          <div className="card stack">
            <dl className="about">
              <div>
                <dt>{t("mail.to")}</dt>
                <dd>
                  {[data.toName, data.toAddress ?? t("outbox.erased")]
                    .filter((part) => part !== null)
                    .join(", ")}
                </dd>
              </div>
              <div>
                <dt>{t("mail.state")}</dt>
                <dd>
                  <MailTag state={data.state} />{" "}
                  {data.sentAt === null
                    ? t("outbox.written", { date: formatInstant(data.createdAt) })
                    : t("outbox.sentAt", { date: formatInstant(data.sentAt) })}
                </dd>
              </div>
            </dl>
            {data.state === "held" && (
              <p>
                <strong>{t("outbox.noServer")}</strong> {t("outbox.noServerWhat")}
              </p>
            )}
            {data.lastError !== null && (
              <p className="break-text">{t("mail.said", { what: data.lastError })}</p>
            )}
            <section className="stack-small" aria-label={t("mail.text")}>
              <div className="letter">{data.body}</div>
              {data.holdsSecrets && <p className="small quiet no-print">{t("mail.secret")}</p>}
            </section>
            <MailParts mailId={data.id} parts={data.parts} />
            <div className="row no-print">
              <CopyButton
                size="small"
                copyText={`${data.subject}\n\n${data.body}`}
                text={t("mail.copy")}
                activeText={t("link.copied")}
              />
              {data.can.resend && (
                <Button size="small" variant="secondary" onClick={() => setTask("resend")}>
                  {t("mail.resend")}
                </Button>
              )}
              {data.can.recordBounce && (
                <Button size="small" variant="tertiary" onClick={() => setTask("bounce")}>
                  {t("mail.bounce")}
                </Button>
              )}
              {data.requestId !== null && (
                <AppLink href={`/requests/${data.requestId}`}>{t("mail.request")}</AppLink>
              )}
            </div>
          </div>
          {task === "resend" && (
            <ResendDialog
              mailId={mailId}
              toAddress={data.toAddress ?? ""}
              onClose={() => setTask(null)}
            />
          )}
          {task === "bounce" && <BounceDialog mailId={mailId} onClose={() => setTask(null)} />}
        </div>
      )}
    </Loaded>
  );
}
