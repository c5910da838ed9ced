import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { sayAbout } from "../../components/say-about.ts";
import { ToneTag } from "../../components/tags.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { ContractDetail } from "./contract-draft.ts";
import type { Task } from "./task-of-action.ts";
import { askableQuery } from "./queries.ts";

type RequestRecord = ContractDetail["requests"][number];
type AnswerRecord = ContractDetail["answers"][number];

function Answer({
  answer,
  contract,
}: {
  readonly answer: AnswerRecord;
  readonly contract: ContractDetail;
}): ReactNode {
  return (
    <li>
      <strong>
        {t("answer.line", { who: answer.answeredBy, what: t(`answer.${answer.answer}`) })}
      </strong>{" "}
      {answer.reason !== null && <span>{answer.reason}</span>}
      {answer.selfReported && (
        <div>
          <ToneTag tone="quiet">{t("answer.self")}</ToneTag>
        </div>
      )}
      <div className="from">
        {formatDate(answer.answeredOn)} · {sayAbout(answer, contract.products)}
        {answer.document !== null && ` · ${answer.document}`}
      </div>
    </li>
  );
}

function Request({
  request,
  contract,
  onTask,
}: {
  readonly request: RequestRecord;
  readonly contract: ContractDetail;
  readonly onTask: ((task: Task) => void) | null;
}): ReactNode {
  const answers = contract.answers.filter((answer) => answer.requestId === request.id);
  return (
    <li>
      <div className="spread">
        <div>
          <AppLink href={`/requests/${request.id}`}>
            <strong>{request.subject}</strong>
          </AppLink>
          <div className="from">
            {request.addressee} ·{" "}
            {request.sentOn === null
              ? t("request.state.draft")
              : t("request.state.sent", { date: formatDate(request.sentOn) })}
            {request.dueOn !== null &&
              ` · ${t("request.state.due", { date: formatDate(request.dueOn) })}`}
            {request.sentBy !== null && ` · ${t("request.state.by", { who: request.sentBy })}`} ·{" "}
            {sayAbout(request, contract.products)}
          </div>
        </div>
        {onTask !== null && contract.can.request && (
          <div className="row no-print">
            {request.sentOn === null && (
              <ButtonLink size="small" href={`/requests/${request.id}?do=send`}>
                {t("request.sendHere")}
              </ButtonLink>
            )}
            {request.sentOn === null ? (
              <Button
                size="small"
                variant="secondary"
                onClick={() => onTask({ kind: "sent", requestId: request.id })}
              >
                {t("request.recordSent")}
              </Button>
            ) : (
              <Button
                size="small"
                variant="secondary"
                onClick={() =>
                  onTask({ kind: "answer", requestId: request.id, productIds: request.productIds })
                }
              >
                {t("answer.new")}
              </Button>
            )}
          </div>
        )}
      </div>
      <details className="plain small">
        <summary>{t("request.open")}</summary>
        <div className="letter">{request.body}</div>
      </details>
      {answers.length > 0 && (
        <ul className="facts" style={{ paddingLeft: "1rem" }}>
          {answers.map((answer) => (
            <Answer key={answer.id} answer={answer} contract={contract} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Askable({ contractId }: { readonly contractId: string }): ReactNode {
  const askable = useQuery(askableQuery(contractId));
  const items = askable.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <details className="plain">
      <summary>
        {t("contract.askable")} ({items.length})
      </summary>
      <ul className="facts">
        {items.map((item) => (
          <li key={`${item.what} ${item.component ?? ""} ${item.tier ?? ""}`}>
            {item.what}
            <div className="from">{item.why}</div>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What was asked, what came back, and what could be asked. */
export function RequestsSection({
  contract,
  onTask,
}: {
  readonly contract: ContractDetail;
  readonly onTask: ((task: Task) => void) | null;
}): ReactNode {
  const unasked = contract.answers.filter(
    (answer) => !contract.requests.some((request) => request.id === answer.requestId),
  );
  const empty = contract.requests.length + unasked.length === 0;
  const buttons = onTask !== null && contract.can.request && (
    <div className="row no-print">
      <Button
        size="small"
        variant="secondary"
        onClick={() => onTask({ kind: "request", brand: null, productIds: [], reminderOf: null })}
      >
        {t("request.new")}
      </Button>
      <Button
        size="small"
        variant="tertiary"
        onClick={() => onTask({ kind: "answer", requestId: null, productIds: [] })}
      >
        {t("answer.new")}
      </Button>
    </div>
  );
  return (
    <section className="stack" aria-labelledby="requests">
      <h2 className="section-title" id="requests">
        {t("contract.requests")}
      </h2>
      {empty ? (
        <EmptyState
          level={3}
          title={t("contract.requestsNone")}
          what={t("contract.requestsNoneWhat")}
        >
          {buttons}
        </EmptyState>
      ) : (
        <div className="card stack">
          <ul className="facts">
            {contract.requests.map((request) => (
              <Request key={request.id} request={request} contract={contract} onTask={onTask} />
            ))}
            {unasked.map((answer) => (
              <Answer key={answer.id} answer={answer} contract={contract} />
            ))}
          </ul>
          {buttons}
        </div>
      )}
      <Askable contractId={contract.id} />
    </section>
  );
}
