import { Button, CopyButton, Loader, Textarea, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { DateField } from "../../components/date-field.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { useGo } from "../../routing/use-go.ts";
import { formatLongDate, todayHere } from "../../texts/format.ts";
import { t, type TextKey } from "../../texts/t.ts";
import type { ContractDetail } from "./contract-draft.ts";
import { moveDueDate } from "../../components/move-due-date.ts";

type Draft = Awaited<ReturnType<typeof api.requests.draft>>;
type SaveInput = Parameters<typeof api.requests.save>[0];

export interface RequestDialogProps {
  readonly contract: ContractDetail;
  readonly brand: string | null;
  readonly productIds: readonly string[];
  readonly reminderOf: string | null;
  readonly onClose: () => void;
}

/** Drafts the request from the line; a person reads it over, changes it, and records it as sent or keeps it. */
export default function RequestDialog({
  contract,
  brand,
  productIds,
  reminderOf,
  onClose,
}: RequestDialogProps): ReactNode {
  const earlier = contract.requests.find((request) => request.id === reminderOf);
  const draft = useQuery({
    queryKey: ["contracts", contract.id, "draft", brand, productIds],
    queryFn: () => api.requests.draft({ id: contract.id, brand, productIds: [...productIds] }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (draft.data === undefined) {
    return (
      <FormDialog
        title={t("request.title")}
        save={t("request.keep")}
        busy={true}
        error={null}
        onSave={() => undefined}
        onClose={onClose}
      >
        {draft.isError ? (
          <ProblemNotice error={draft.error} onRetry={() => void draft.refetch()} />
        ) : (
          <Loader title={t("request.drafting")} />
        )}
      </FormDialog>
    );
  }
  return (
    <LetterForm contractId={contract.id} draft={draft.data} earlier={earlier} onClose={onClose} />
  );
}

function remind(
  draft: Draft,
  earlier: ContractDetail["requests"][number] | undefined,
): { subject: string; body: string } {
  if (earlier === undefined || earlier.sentOn === null)
    return { subject: draft.subject, body: draft.body };
  return {
    subject: t("request.reminderSubject", { subject: earlier.subject }),
    body: `${t("request.reminderOpening", { date: formatLongDate(earlier.sentOn) })}\n\n${earlier.body}`,
  };
}

function LetterForm({
  contractId,
  draft,
  earlier,
  onClose,
}: {
  readonly contractId: string;
  readonly draft: Draft;
  readonly earlier: ContractDetail["requests"][number] | undefined;
  readonly onClose: () => void;
}): ReactNode {
  const [letter, setLetter] = useState(() => ({
    addressee: earlier?.addressee ?? draft.addressee,
    ...remind(draft, earlier),
    dueOn: draft.dueOn ?? "",
    sentOn: todayHere(),
  }));
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const go = useGo();
  const save = useChange((input: SaveInput) => api.requests.save(input));

  function keep(how: "sent" | "draft" | "send"): void {
    const sent = how === "sent";
    const needed: readonly (readonly ["addressee" | "subject" | "body" | "sentOn", TextKey])[] = [
      ["addressee", "request.addressee"],
      ["subject", "request.subject"],
      ["body", "request.body"],
      ...(sent ? [["sentOn", "request.sentOn"] as const] : []),
    ];
    const found = needed
      .filter(([name]) => letter[name].trim() === "")
      .map(([name, label]) => ({
        field: `request-${name}`,
        message: t("fault.required", { field: t(label).toLowerCase() }),
      }));
    setFaults(found);
    if (found.length > 0) return;
    save.mutate(
      {
        id: contractId,
        addressee: letter.addressee.trim(),
        brand: draft.brand,
        subject: letter.subject.trim(),
        body: letter.body.trim(),
        productIds: earlier?.productIds ?? draft.productIds,
        dueOn: letter.dueOn === "" ? null : letter.dueOn,
        sentOn: sent ? letter.sentOn : null,
      },
      {
        onSuccess: ({ requestId }) => {
          onClose();
          // Who gets it, by mail or by link and code, is asked for on the request's own page.
          if (how === "send") go(`/requests/${requestId}?do=send`);
        },
      },
    );
  }
  const text = `${letter.subject}\n\n${letter.body}`;
  return (
    <FormDialog
      title={t(earlier === undefined ? "request.title" : "request.reminder")}
      save={t("request.sendHere")}
      busy={save.isPending}
      error={save.error}
      faults={faults}
      onSave={() => keep("send")}
      onClose={onClose}
      wide
      also={
        <>
          <Button
            type="button"
            variant="secondary"
            disabled={save.isPending}
            onClick={() => keep("sent")}
          >
            {t("request.sentToday")}
          </Button>
          <Button
            type="button"
            variant="secondary"
            disabled={save.isPending}
            onClick={() => keep("draft")}
          >
            {t("request.keep")}
          </Button>
        </>
      }
    >
      <p className="quiet">{t("request.send")}</p>
      <TextField
        id="request-addressee"
        size="small"
        label={t("request.addressee")}
        value={letter.addressee}
        error={faultOf(faults, "request-addressee")}
        onChange={(event) => setLetter({ ...letter, addressee: event.target.value })}
      />
      <TextField
        id="request-subject"
        size="small"
        label={t("request.subject")}
        value={letter.subject}
        error={faultOf(faults, "request-subject")}
        onChange={(event) => setLetter({ ...letter, subject: event.target.value })}
      />
      <Textarea
        id="request-body"
        size="small"
        label={t("request.body")}
        minRows={12}
        maxRows={24}
        value={letter.body}
        error={faultOf(faults, "request-body")}
        onChange={(event) => setLetter({ ...letter, body: event.target.value })}
      />
      <div>
        <CopyButton
          size="small"
          copyText={text}
          text={t("request.copy")}
          activeText={t("request.copied")}
        />
      </div>
      <div className="row-end">
        <DateField
          label={t("request.dueOn")}
          value={letter.dueOn}
          onChange={(dueOn) =>
            setLetter({ ...letter, dueOn, body: moveDueDate(letter.body, letter.dueOn, dueOn) })
          }
        />
        <DateField
          id="request-sentOn"
          label={t("request.sentOn")}
          max={todayHere()}
          value={letter.sentOn}
          error={faultOf(faults, "request-sentOn")}
          onChange={(sentOn) => setLetter({ ...letter, sentOn })}
        />
      </div>
      {draft.dueBecause !== "" && <p className="small quiet">{draft.dueBecause}</p>}
    </FormDialog>
  );
}
