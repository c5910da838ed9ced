import { Checkbox, Radio, RadioGroup, Select, Textarea, TextField } from "@navikt/ds-react";
import type { OwnProduct } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { DateField } from "../date-field.tsx";
import { FormDialog } from "../form-dialog.tsx";
import { faultOf, type FormFault } from "../form-faults.tsx";
import { productName } from "../product-name.ts";

const kinds = ["cannot_because", "asked_and_refused", "shown_false"] as const;

/** Records why no site can be named. It is an answer, and it says why. */
export function OwnAnswerDialog({
  products,
  onClose,
}: {
  readonly products: readonly OwnProduct[];
  readonly onClose: () => void;
}): ReactNode {
  const [form, setForm] = useState(() => ({
    productId: "",
    answer: "",
    saidBy: "",
    reason: "",
    document: "",
    answeredOn: todayHere(),
    selfReported: false,
  }));
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const add = useChange((input: Parameters<typeof api.record.addAnswer>[0]) =>
    api.record.addAnswer(input),
  );
  const answer = kinds.find((kind) => kind === form.answer);
  function save(): void {
    const found: FormFault[] = [];
    if (answer === undefined)
      found.push({ field: "own-answer", message: t("ownAnswer.whatFault") });
    if (form.reason.trim() === "")
      found.push({ field: "own-answer-reason", message: t("ownAnswer.reasonFault") });
    if (form.answeredOn === "")
      found.push({ field: "own-answer-on", message: t("ownAnswer.onFault") });
    setFaults(found);
    if (found.length > 0 || answer === undefined) return;
    add.mutate(
      {
        productId: form.productId === "" ? null : form.productId,
        answer,
        saidBy: form.saidBy.trim() === "" ? null : form.saidBy.trim(),
        reason: form.reason.trim(),
        document: form.document.trim() === "" ? null : form.document.trim(),
        answeredOn: form.answeredOn,
        selfReported: form.selfReported,
      },
      { onSuccess: onClose },
    );
  }
  return (
    <FormDialog
      title={t("ownAnswer.addTitle")}
      save={t("ownAnswer.save")}
      busy={add.isPending}
      error={add.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
    >
      <Select
        size="small"
        label={t("ownAnswer.about")}
        value={form.productId}
        onChange={(event) => setForm({ ...form, productId: event.target.value })}
      >
        <option value="">{t("ownAnswer.everything")}</option>
        {products.map((product) => (
          <option key={product.id} value={product.id}>
            {productName({ ...product, partNumber: null })}
          </option>
        ))}
      </Select>
      <RadioGroup
        id="own-answer"
        tabIndex={-1}
        size="small"
        legend={t("ownAnswer.what")}
        value={form.answer}
        error={faultOf(faults, "own-answer")}
        onChange={(value: string) => setForm({ ...form, answer: value })}
      >
        {kinds.map((kind) => (
          <Radio key={kind} value={kind} description={t(`ownAnswer.${kind}.help`)}>
            {t(`ownAnswer.${kind}`)}
          </Radio>
        ))}
      </RadioGroup>
      <Textarea
        id="own-answer-reason"
        size="small"
        minRows={2}
        label={t("ownAnswer.reason")}
        description={t("ownAnswer.reasonHelp")}
        value={form.reason}
        error={faultOf(faults, "own-answer-reason")}
        onChange={(event) => setForm({ ...form, reason: event.target.value })}
      />
      <TextField
        size="small"
        label={`${t("ownAnswer.saidBy")} ${t("form.optional")}`}
        description={t("ownAnswer.saidByHelp")}
        value={form.saidBy}
        onChange={(event) => setForm({ ...form, saidBy: event.target.value })}
      />
      <DateField
        id="own-answer-on"
        label={t("ownAnswer.on")}
        max={todayHere()}
        value={form.answeredOn}
        error={faultOf(faults, "own-answer-on")}
        onChange={(answeredOn) => setForm({ ...form, answeredOn })}
      />
      <TextField
        size="small"
        label={`${t("ownAnswer.document")} ${t("form.optional")}`}
        value={form.document}
        onChange={(event) => setForm({ ...form, document: event.target.value })}
      />
      <Checkbox
        size="small"
        checked={form.selfReported}
        onChange={(event) => setForm({ ...form, selfReported: event.target.checked })}
      >
        {t("ownAnswer.self")}
      </Checkbox>
    </FormDialog>
  );
}
