import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, type ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { t } from "../../texts/t.ts";
import { LinkAndCode, type Secrets } from "../../components/link-and-code.tsx";
import { requestMailsQuery } from "./queries.ts";

export interface Sent extends Secrets {
  readonly requestId: string;
  readonly mailId: string | null;
  /** Mail address, or `null` where link and code are handed over. */
  readonly to: string | null;
}

/** What sending brought: the mail is on its way, waits in the outbox, or here are link and code. Takes the focus. */
export function SentOutcome({ sent }: { readonly sent: Sent }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const mails = useQuery({ ...requestMailsQuery(sent.requestId), enabled: sent.mailId !== null });
  // Just now the mail may still be queued; without a mail server it will be held.
  const held = sent.mailId !== null && mails.data?.smtpConfigured === false;
  return (
    <div ref={place} className="notice notice-good stack" role="status" tabIndex={-1}>
      <h2>{sent.to === null || held ? t("send.doneLink") : t("send.doneMail", { to: sent.to })}</h2>
      {held && <p>{t("send.held")}</p>}
      {sent.mailId !== null && !held ? (
        <p>{t("send.doneMailWhat")}</p>
      ) : (
        <>
          <p>{t("send.doneWhat")}</p>
          <LinkAndCode link={sent.link} code={sent.code} />
        </>
      )}
      {held && (
        <p>
          <AppLink href={`/requests/outbox/${sent.mailId}`}>{t("send.heldLink")}</AppLink>
        </p>
      )}
    </div>
  );
}
