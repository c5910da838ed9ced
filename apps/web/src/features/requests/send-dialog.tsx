import { Button, Modal } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { RequestDetail } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import type { FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";
import { supplierToAskQuery } from "./queries.ts";
import { readSend, SendFields, type SendDraft } from "./send-fields.tsx";
import { SentOutcome, type Sent } from "./sent-outcome.tsx";

/** Sends a draft: by mail with link and code, or by making them to hand over. */
export function SendDialog({
  request,
  onClose,
}: {
  readonly request: RequestDetail;
  readonly onClose: () => void;
}): ReactNode {
  const supplier = useQuery(supplierToAskQuery(request.supplierId ?? undefined));
  const [typed, setTyped] = useState<SendDraft | null>(null);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const send = useChange(async (input: Parameters<typeof api.requests.send>[0]): Promise<Sent> => {
    const { link, code, mailId } = await api.requests.send(input);
    return { requestId: request.id, link, code, mailId, to: input.toAddress };
  });
  const mailbox = supplier.data?.email ?? "";
  const draft: SendDraft = typed ?? {
    way: mailbox === "" ? "link" : "mail",
    toName: request.addressee,
    toAddress: mailbox,
    dueOn: request.dueOn ?? "",
  };
  function save(): void {
    const read = readSend(draft);
    setFaults(read.ok ? [] : read.faults);
    if (read.ok) send.mutate({ requestId: request.id, ...read.to });
  }
  if (send.data !== undefined)
    return (
      <Modal open onClose={onClose} header={{ heading: t("send.title") }}>
        <Modal.Body>
          <SentOutcome sent={send.data} />
        </Modal.Body>
        <Modal.Footer>
          <Button onClick={onClose}>{t("form.close")}</Button>
        </Modal.Footer>
      </Modal>
    );
  return (
    <FormDialog
      title={t("send.title")}
      save={t(draft.way === "mail" ? "send.do" : "send.doLink")}
      busy={send.isPending}
      error={send.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      wide
    >
      <SendFields draft={draft} faults={faults} why={request.dueBecause} onChange={setTyped} />
    </FormDialog>
  );
}
