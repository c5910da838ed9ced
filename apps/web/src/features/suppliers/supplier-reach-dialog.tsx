import { Select, TextField } from "@navikt/ds-react";
import type { SupplierDetail } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { listCountries } from "../../texts/list-countries.ts";
import { languageNames } from "../../texts/list-languages.ts";
import { t } from "../../texts/t.ts";

/** Changes the mailbox requests go to, the language of letters, the country. */
export function SupplierReachDialog({
  supplier,
  onClose,
}: {
  readonly supplier: SupplierDetail;
  readonly onClose: () => void;
}): ReactNode {
  const [reach, setReach] = useState({
    email: supplier.email ?? "",
    language: supplier.language,
    country: supplier.country ?? "",
  });
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const revise = useChange((input: Parameters<typeof api.suppliers.revise>[0]) =>
    api.suppliers.revise(input),
  );
  function save(): void {
    const email = reach.email.trim();
    const found =
      email === "" || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
        ? []
        : [{ field: "reach-email", message: t("supplier.mailFault") }];
    setFaults(found);
    if (found.length === 0)
      revise.mutate(
        {
          id: supplier.id,
          version: supplier.version,
          email: email === "" ? null : email,
          language: reach.language,
          country: reach.country === "" ? null : reach.country,
        },
        { onSuccess: onClose },
      );
  }
  return (
    <FormDialog
      title={t("supplier.editTitle", { name: supplier.name })}
      save={t("form.save")}
      busy={revise.isPending}
      error={revise.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      onReload={onClose}
    >
      <TextField
        id="reach-email"
        size="small"
        inputMode="email"
        label={`${t("supplier.mailbox")} ${t("form.optional")}`}
        description={t("supplier.mailboxHelp")}
        value={reach.email}
        error={faultOf(faults, "reach-email")}
        onChange={(event) => setReach({ ...reach, email: event.target.value })}
      />
      <Select
        size="small"
        label={t("supplier.language")}
        value={reach.language}
        onChange={(event) => setReach({ ...reach, language: event.target.value })}
      >
        {languageNames().map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        label={t("supplier.country")}
        value={reach.country}
        onChange={(event) => setReach({ ...reach, country: event.target.value })}
      >
        <option value="">{t("supplier.countryUnknown")}</option>
        {listCountries().map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </FormDialog>
  );
}
