import { Checkbox, Radio, RadioGroup, Select, Textarea, TextField } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { api } from "../api/client.ts";
import { useChange } from "../api/use-change.ts";
import { DateField } from "./date-field.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { faultOf, type FormFault } from "./form-faults.tsx";
import { formatDate, todayHere } from "../texts/format.ts";
import { t } from "../texts/t.ts";
import { ProductChoice } from "./product-choice.tsx";
import type { NamedProduct } from "./product-name.ts";
import { sayAbout } from "./say-about.ts";

const answers = [
  "disclosed",
  "asked_and_refused",
  "cannot_because",
  "withdrawn",
  "shown_false",
] as const;

interface AnsweredRequest {
  readonly id: string;
  readonly addressee: string;
  readonly brand: string | null;
  readonly productIds: readonly string[];
  readonly sentOn: string | null;
}

export interface AnswerDialogProps {
  readonly contractId: string;
  readonly requests: readonly AnsweredRequest[];
  readonly products: readonly (NamedProduct & { readonly id: string })[];
  readonly requestId: string | null;
  readonly productIds: readonly string[];
  readonly onClose: () => void;
}

/** Records what came back. Refused, cannot because, withdrawn and shown false are different answers. */
export default function AnswerDialog({
  contractId,
  requests,
  products,
  requestId,
  productIds,
  onClose,
}: AnswerDialogProps): ReactNode {
  const sent = requests.filter((request) => request.sentOn !== null);
  const [form, setForm] = useState(() => ({
    requestId: requestId ?? "",
    answer: "",
    answeredBy: requests.find((request) => request.id === requestId)?.addressee ?? "",
    answeredOn: todayHere(),
    reason: "",
    document: "",
    selfReported: false,
    productIds: [...productIds],
  }));
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const record = useChange((input: Parameters<typeof api.requests.recordAnswer>[0]) =>
    api.requests.recordAnswer(input),
  );
  const answer = answers.find((one) => one === form.answer);

  function save(): void {
    const found: FormFault[] = [];
    if (answer === undefined)
      found.push({
        field: "answer-what",
        message: t("answer.whatMissing"),
      });
    if (form.answeredBy.trim() === "")
      found.push({
        field: "answer-by",
        message: t("answer.byMissing"),
      });
    if (form.answeredOn === "")
      found.push({
        field: "answer-on",
        message: t("fault.required", { field: t("answer.on").toLowerCase() }),
      });
    if (answer === "cannot_because" && form.reason.trim() === "")
      found.push({ field: "answer-reason", message: t("answer.reasonNeeded") });
    setFaults(found);
    if (found.length > 0 || answer === undefined) return;
    const request = requests.find((one) => one.id === form.requestId);
    record.mutate(
      {
        id: contractId,
        requestId: form.requestId === "" ? null : form.requestId,
        answeredBy: form.answeredBy.trim(),
        brand: request?.brand ?? null,
        answer,
        reason: form.reason.trim() === "" ? null : form.reason.trim(),
        answeredOn: form.answeredOn,
        document: form.document.trim() === "" ? null : form.document.trim(),
        selfReported: form.selfReported,
        productIds:
          form.productIds.length === 0 ? [...(request?.productIds ?? [])] : form.productIds,
      },
      { onSuccess: onClose },
    );
  }

  return (
    <FormDialog
      title={t("answer.title")}
      save={t("answer.save")}
      busy={record.isPending}
      error={record.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
    >
      {sent.length > 0 && (
        <Select
          size="small"
          label={t("answer.which")}
          value={form.requestId}
          onChange={(event) => setForm({ ...form, requestId: event.target.value })}
        >
          <option value="">{t("answer.unasked")}</option>
          {sent.map((request) => (
            <option key={request.id} value={request.id}>
              {request.sentOn === null ? "" : `${formatDate(request.sentOn)}: `}
              {request.addressee}, {sayAbout(request, products)}
            </option>
          ))}
        </Select>
      )}
      <RadioGroup
        id="answer-what"
        tabIndex={-1}
        size="small"
        legend={t("answer.what")}
        value={form.answer}
        error={faultOf(faults, "answer-what")}
        onChange={(value: string) => setForm({ ...form, answer: value })}
      >
        {answers.map((one) => (
          <Radio key={one} value={one}>
            {t(`answer.${one}`)}
          </Radio>
        ))}
      </RadioGroup>
      {answer === "disclosed" && <p className="small quiet">{t("answer.disclosedHint")}</p>}
      <TextField
        id="answer-by"
        size="small"
        label={t("answer.by")}
        value={form.answeredBy}
        error={faultOf(faults, "answer-by")}
        onChange={(event) => setForm({ ...form, answeredBy: event.target.value })}
      />
      <DateField
        id="answer-on"
        label={t("answer.on")}
        max={todayHere()}
        value={form.answeredOn}
        error={faultOf(faults, "answer-on")}
        onChange={(answeredOn) => setForm({ ...form, answeredOn })}
      />
      <Textarea
        id="answer-reason"
        size="small"
        minRows={2}
        label={`${t("answer.reason")}${answer === "cannot_because" ? "" : ` ${t("form.optional")}`}`}
        value={form.reason}
        error={faultOf(faults, "answer-reason")}
        onChange={(event) => setForm({ ...form, reason: event.target.value })}
      />
      <TextField
        size="small"
        label={`${t("answer.document")} ${t("form.optional")}`}
        value={form.document}
        onChange={(event) => setForm({ ...form, document: event.target.value })}
      />
      <ProductChoice
        legend={t("answer.about")}
        none={t("answer.aboutAll")}
        products={products}
        chosen={form.productIds}
        onChange={(ids) => setForm({ ...form, productIds: ids })}
      />
      <Checkbox
        size="small"
        checked={form.selfReported}
        onChange={(event) => setForm({ ...form, selfReported: event.target.checked })}
      >
        {t("answer.self")}
      </Checkbox>
    </FormDialog>
  );
}
