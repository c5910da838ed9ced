import { Textarea, TextField } from "@navikt/ds-react";
import type { OwnProduct } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { t } from "../../texts/t.ts";
import { FormDialog } from "../form-dialog.tsx";
import { faultOf, type FormFault } from "../form-faults.tsx";
import { readPartNumbers } from "./read-part-numbers.ts";

/** Adds or changes a product of our record: the family, and the part numbers that map to it. */
export function ProductDialog({
  product,
  onClose,
}: {
  readonly product: OwnProduct | null;
  readonly onClose: () => void;
}): ReactNode {
  const [form, setForm] = useState(() => ({
    brand: product?.brand ?? "",
    family: product?.family ?? "",
    parts: product?.partNumbers.join("\n") ?? "",
  }));
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const save = useChange((input: Parameters<typeof api.record.saveProduct>[0]) =>
    api.record.saveProduct(input),
  );
  function submit(): void {
    const found: FormFault[] = [];
    if (form.brand.trim() === "")
      found.push({ field: "product-brand", message: t("ownProduct.brandFault") });
    if (form.family.trim() === "")
      found.push({ field: "product-family", message: t("ownProduct.familyFault") });
    const partNumbers = readPartNumbers(form.parts);
    if (partNumbers.length > 500)
      found.push({ field: "product-parts", message: t("ownProduct.partsFault") });
    setFaults(found);
    if (found.length === 0)
      save.mutate(
        {
          id: product?.id ?? null,
          version: product?.version ?? 1,
          brand: form.brand.trim(),
          family: form.family.trim(),
          partNumbers,
        },
        { onSuccess: onClose },
      );
  }
  return (
    <FormDialog
      title={t(product === null ? "ownProduct.addTitle" : "ownProduct.reviseTitle")}
      save={t("form.save")}
      busy={save.isPending}
      error={save.error}
      faults={faults}
      onSave={submit}
      onClose={onClose}
      onReload={onClose}
    >
      <TextField
        id="product-brand"
        size="small"
        label={t("ownProduct.brand")}
        value={form.brand}
        error={faultOf(faults, "product-brand")}
        onChange={(event) => setForm({ ...form, brand: event.target.value })}
      />
      <TextField
        id="product-family"
        size="small"
        label={t("ownProduct.family")}
        description={t("ownProduct.familyHelp")}
        value={form.family}
        error={faultOf(faults, "product-family")}
        onChange={(event) => setForm({ ...form, family: event.target.value })}
      />
      <Textarea
        id="product-parts"
        size="small"
        minRows={3}
        maxRows={12}
        label={`${t("ownProduct.parts")} ${t("form.optional")}`}
        description={t("ownProduct.partsHelp")}
        value={form.parts}
        error={faultOf(faults, "product-parts")}
        onChange={(event) => setForm({ ...form, parts: event.target.value })}
      />
    </FormDialog>
  );
}
