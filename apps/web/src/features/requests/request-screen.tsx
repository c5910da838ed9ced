import { useQuery } from "@tanstack/react-query";
import type { RequestDetail } from "@throughline/contract";
import { Fragment, useState, type ReactNode } from "react";
import { z } from "zod";
import { meQuery } from "../../api/me.ts";
import { AppLink } from "../../components/app-link.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { RequestTag, requestTone } from "../../components/request-tag.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { requestMailsQuery, requestQuery, useRequestId } from "./queries.ts";
import { RequestAnswers, RequestProducts } from "./request-parts.tsx";
import { RequestProgress } from "./request-progress.tsx";
import {
  RequestButtons,
  RequestTaskDialog,
  requestTasks,
  tasksOf,
  type RequestTask,
} from "./request-tasks.tsx";
import { RequestTimeline } from "./request-timeline.tsx";

const ScreenState = z.object({ do: z.enum(requestTasks).optional().catch(undefined) });

function Lead({ request }: { readonly request: RequestDetail }): ReactNode {
  return (
    <>
      <p>
        {t("oneRequest.to")}{" "}
        {request.supplierId === null ? (
          <strong>{request.addressee}</strong>
        ) : (
          <AppLink href={`/suppliers/${request.supplierId}`}>
            <strong>{request.addressee}</strong>
          </AppLink>
        )}
        {request.contracts.length > 0 && ` · ${t("oneRequest.about").toLowerCase()} `}
        {request.contracts.map((contract, index) => (
          <Fragment key={contract.id}>
            {index > 0 && ", "}
            <AppLink href={`/contracts/${contract.id}`}>{contract.title}</AppLink>
          </Fragment>
        ))}
      </p>
      {request.passesOnDeliveryId !== null && (
        <p>
          <AppLink href={`/asked/${request.passesOnDeliveryId}`}>
            {t("oneRequest.passesOn")}
          </AppLink>
        </p>
      )}
      <p className="quiet">
        {request.dueOn === null
          ? t("oneRequest.noDue")
          : t("oneRequest.due", { date: formatDate(request.dueOn) })}
        {request.dueBecause !== null && ` · ${t("oneRequest.why", { why: request.dueBecause })}`}
      </p>
    </>
  );
}

/** Mail of this request that a person must hand over, because nothing leaves by itself here. */
function HeldMail({ requestId }: { readonly requestId: string }): ReactNode {
  const mails = useQuery(requestMailsQuery(requestId));
  const held = mails.data?.items.filter((mail) => mail.state === "held") ?? [];
  if (held.length === 0) return null;
  return (
    <ul>
      {held.map((mail) => (
        <li key={mail.id}>
          <AppLink href={`/requests/outbox/${mail.id}`}>
            {t("send.heldLink")}: {mail.subject}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}

/** Whether it may be done is decided as it opens: what was done must still be told when it may not be done twice. */
function OpenTask(props: {
  readonly task: RequestTask;
  readonly request: RequestDetail;
  readonly onClose: () => void;
}): ReactNode {
  const [may] = useState(() => tasksOf(props.request).includes(props.task));
  return may ? <RequestTaskDialog {...props} /> : null;
}

/** One request: why nothing is happening or what did, what happened and what comes, and what to do about it. */
export function RequestScreen(): ReactNode {
  const requestId = useRequestId();
  const request = useQuery(requestQuery(requestId));
  const [state, setState] = useUrlState(ScreenState);
  const mayReadAudit = useQuery(meQuery).data?.can.includes("audit.read") ?? false;
  return (
    <Loaded query={request} lines={8} page>
      {(data) => {
        const tone = requestTone(data.state);
        const progress = data.delivery?.progress ?? null;
        return (
          <div className="stack">
            <PageHeading
              title={data.subject}
              crumbs={[{ href: "/requests", text: t("requests.title") }]}
              lead={<Lead request={data} />}
            />
            <div className={`banner banner-${tone === "good" ? "good" : tone}`} role="status">
              <div>
                <p>
                  <RequestTag state={data.state} /> <strong>{data.stateSentence.text}</strong>
                </p>
                {data.delivery !== null &&
                  data.delivery.progress?.firstOpenedAt == null &&
                  data.state !== "answered" &&
                  data.state !== "withdrawn" && <HeldMail requestId={data.id} />}
              </div>
            </div>
            <RequestButtons request={data} onTask={(one) => setState({ do: one })} />
            <div className="two-columns">
              <div className="stack">
                {progress !== null && <RequestProgress progress={progress} />}
                <RequestAnswers request={data} />
                <section className="card stack-small" aria-labelledby="words">
                  <h2 className="section-title" id="words">
                    {t("oneRequest.words")}
                  </h2>
                  <div className="letter" lang={data.language}>
                    {data.body}
                  </div>
                </section>
              </div>
              <div className="stack">
                <RequestTimeline request={data} />
                <RequestProducts request={data} />
              </div>
            </div>
            <div className="row no-print">
              {mayReadAudit && (
                <AppLink href={`/audit?subject=${data.id}`}>{t("oneRequest.history")}</AppLink>
              )}
              {data.delivery !== null && (
                <AppLink href={`/requests/outbox?request=${data.id}`}>
                  {t("oneRequest.mails")}
                </AppLink>
              )}
            </div>
            {state.do !== undefined && (
              <OpenTask
                key={state.do}
                task={state.do}
                request={data}
                onClose={() => setState({ do: undefined })}
              />
            )}
          </div>
        );
      }}
    </Loaded>
  );
}
