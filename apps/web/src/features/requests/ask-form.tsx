import { Button, Select } from "@navikt/ds-react";
import { useMutation, useQueries, useQuery } from "@tanstack/react-query";
import type { SupplierDetail } from "@throughline/contract";
import { useRef, useState, type FormEvent, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { moveDueDate } from "../../components/move-due-date.ts";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";
import { askSupplier } from "./ask-supplier.ts";
import { ChooseContracts, type AskedContract } from "./choose-contracts.tsx";
import { faultsOfLetter, LetterPart, type Letter } from "./letter-part.tsx";
import { contractToAskQuery, templatesQuery } from "./queries.ts";
import { readSend, SendFields, type SendDraft } from "./send-fields.tsx";
import { SentOutcome } from "./sent-outcome.tsx";

export interface AskFormProps {
  /** Whom to ask, where that is known before. */
  readonly supplier: SupplierDetail | null;
  readonly contractIds: readonly string[];
  readonly templateId: string | null;
}

/** The three steps on one page: what is below stands on what is above, and nothing is saved before the last. */
export function AskForm({ supplier, contractIds, templateId }: AskFormProps): ReactNode {
  const [asked, setAsked] = useState<readonly AskedContract[]>(() =>
    contractIds.map((contractId) => ({ contractId, productIds: [] })),
  );
  const [template, setTemplate] = useState(templateId ?? "");
  const [letter, setLetter] = useState<Letter | null>(null);
  const [send, setSend] = useState<SendDraft | null>(null);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const templates = useQuery(templatesQuery);
  const chosen = useQueries({
    queries: asked.map(({ contractId }) => contractToAskQuery(contractId)),
  });
  const suppliers = new Set(chosen.flatMap(({ data }) => data?.supplier?.name ?? []));
  const letterPlace = useRef<HTMLHeadingElement>(null);
  const contracts = asked.map(({ contractId, productIds }) => ({
    contractId,
    productIds: [...productIds],
  }));
  const draft = useMutation({
    mutationFn: () =>
      api.requests.draftForMany({
        contracts,
        templateId: template === "" ? null : template,
      }),
    onSuccess: (drafted) => {
      const addressee = supplier?.name ?? drafted.addressee;
      setLetter({ addressee, subject: drafted.subject, body: drafted.body });
      setSend({
        way: supplier?.email === null ? "link" : "mail",
        toName: addressee,
        toAddress: supplier?.email ?? "",
        dueOn: drafted.dueOn ?? "",
      });
      requestAnimationFrame(() => letterPlace.current?.focus());
    },
  });
  const ask = useChange(askSupplier);

  function makeDraft(): void {
    const found =
      asked.length === 0 ? [{ field: "ask-contracts", message: t("ask.fault.contracts") }] : [];
    setFaults(found);
    if (found.length === 0) draft.mutate();
  }
  function finish(keep: boolean): void {
    if (letter === null || send === null) return makeDraft();
    const read = readSend(send);
    const found = [...faultsOfLetter(letter), ...(keep || read.ok ? [] : read.faults)];
    setFaults(found);
    if (found.length > 0) return;
    ask.mutate({
      words: {
        addressee: letter.addressee.trim(),
        supplierId: supplier?.id ?? null,
        contracts,
        subject: letter.subject.trim(),
        body: letter.body.trim(),
        dueOn: send.dueOn === "" ? null : send.dueOn,
        dueBecause:
          send.dueOn === draft.data?.dueOn && draft.data.dueBecause !== ""
            ? draft.data.dueBecause
            : null,
        language: templates.data?.items.find((one) => one.id === template)?.language ?? "en",
      },
      to: keep || !read.ok ? null : read.to,
    });
  }

  if (ask.data !== undefined) {
    const { requestId, sent, error } = ask.data;
    return (
      <div className="stack">
        {error !== null && (
          <>
            <ProblemNotice error={error} />
            <p>{t("send.failed")}</p>
          </>
        )}
        {sent === null && error === null && <p role="status">{t("ask.kept")}</p>}
        {sent !== null && <SentOutcome sent={sent} />}
        <div className="row">
          <ButtonLink href={`/requests/${requestId}`}>{t("send.open")}</ButtonLink>
          <AppLink href="/requests">{t("requests.title")}</AppLink>
        </div>
      </div>
    );
  }
  return (
    <form
      className="stack-large"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        finish(false);
      }}
    >
      <FormFaults faults={faults} />
      {ask.error !== null && faults.length === 0 && <ProblemNotice error={ask.error} />}
      <fieldset className="plain card">
        <legend>{t("ask.contracts")}</legend>
        <ChooseContracts
          asked={asked}
          ofSupplier={
            supplier === null ? null : { name: supplier.name, contracts: supplier.contractList }
          }
          faults={faults}
          onChange={setAsked}
        />
        {suppliers.size > 1 && (
          <p className="care-text">
            {t("ask.suppliersDiffer", { names: [...suppliers].join(", ") })}
          </p>
        )}
      </fieldset>
      <fieldset className="plain card">
        <legend>{t("ask.words")}</legend>
        <div className="stack">
          <div className="row-end">
            <Select
              size="small"
              label={t("ask.template")}
              value={template}
              onChange={(event) => setTemplate(event.target.value)}
            >
              <option value="">{t("ask.templateNone")}</option>
              {templates.data?.items.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </Select>
            <Button
              type="button"
              size="small"
              variant={letter === null ? "primary" : "secondary"}
              loading={draft.isPending}
              onClick={makeDraft}
            >
              {t(letter === null ? "ask.draft" : "ask.draftAgain")}
            </Button>
            <AppLink href="/requests/templates">{t("ask.templates")}</AppLink>
          </div>
          {letter !== null && <p className="small quiet">{t("ask.draftAgainWhat")}</p>}
          {draft.error !== null && <ProblemNotice error={draft.error} />}
        </div>
      </fieldset>
      {letter !== null && send !== null && (
        <section className="card stack" aria-labelledby="ask-letter">
          <h2 className="section-title" id="ask-letter" ref={letterPlace} tabIndex={-1}>
            {t("ask.letter")}
          </h2>
          <LetterPart letter={letter} faults={faults} onChange={setLetter} />
          <SendFields
            draft={send}
            faults={faults}
            why={draft.data?.dueBecause ?? null}
            onChange={(next) => {
              setLetter({
                ...letter,
                body: moveDueDate(letter.body, send.dueOn, next.dueOn),
              });
              setSend(next);
            }}
          />
          <div className="row">
            <Button type="submit" loading={ask.isPending}>
              {t(send.way === "mail" ? "send.do" : "send.doLink")}
            </Button>
            <Button
              type="button"
              variant="secondary"
              disabled={ask.isPending}
              onClick={() => finish(true)}
            >
              {t("ask.keep")}
            </Button>
          </div>
        </section>
      )}
    </form>
  );
}
