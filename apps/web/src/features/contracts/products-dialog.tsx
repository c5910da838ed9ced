import { Textarea, TextField } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";
import type { ContractDetail } from "./contract-draft.ts";
import { readProductLines } from "./read-product-lines.ts";

/** Adds products, typed or pasted. */
export default function ProductsDialog({
  contract,
  onClose,
}: {
  readonly contract: ContractDetail;
  readonly onClose: () => void;
}): ReactNode {
  const [text, setText] = useState("");
  const [currency, setCurrency] = useState(contract.value?.currency ?? "");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const add = useChange((input: Parameters<typeof api.contracts.addProducts>[0]) =>
    api.contracts.addProducts(input),
  );
  const read = readProductLines(text, currency);
  function save(): void {
    const messages =
      read.faults.length > 0
        ? read.faults
        : read.products.length === 0
          ? [t("products.fault.none")]
          : [];
    setFaults(messages.slice(0, 10).map((message) => ({ field: "product-lines", message })));
    if (messages.length === 0)
      add.mutate({ id: contract.id, products: [...read.products] }, { onSuccess: onClose });
  }
  return (
    <FormDialog
      title={t("products.title")}
      save={t("products.add", { n: read.products.length })}
      busy={add.isPending}
      error={add.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      wide
    >
      <Textarea
        id="product-lines"
        label={t("products.lines")}
        description={t("products.what")}
        minRows={6}
        maxRows={16}
        value={text}
        error={faultOf(faults, "product-lines")}
        onChange={(event) => setText(event.target.value)}
      />
      <TextField
        size="small"
        label={t("products.currency")}
        value={currency}
        maxLength={3}
        style={{ maxWidth: "6rem" }}
        onChange={(event) => setCurrency(event.target.value)}
      />
      <p role="status" className="quiet">
        {t("products.read", { n: read.products.length })}
      </p>
    </FormDialog>
  );
}
