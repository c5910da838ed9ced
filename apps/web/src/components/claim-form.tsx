import { Button, Select, TextField } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactNode } from "react";
import { actFor, api } from "../api/client.ts";
import { listCountries } from "../texts/list-countries.ts";
import { t } from "../texts/t.ts";
import { faultOf, FormFaults, type FormFault } from "./form-faults.tsx";
import { ProblemNotice } from "./problem-notice.tsx";

/** Makes the workspace that was opened by link and code an organisation, with whoever is signed in as its owner. */
export function ClaimForm({
  name: before,
  person,
}: {
  /** What the workspace is called until now. */
  readonly name: string;
  readonly person: string;
}): ReactNode {
  const [name, setName] = useState(before);
  const [country, setCountry] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const claim = useMutation({
    mutationFn: () =>
      api.answering.claim({ name: name.trim(), country: country === "" ? null : country }),
    onSuccess: ({ organisationId }) => actFor(organisationId),
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const found = name.trim() === "" ? [{ field: "keep-name", message: t("org.nameMissing") }] : [];
    setFaults(found);
    if (found.length === 0) claim.mutate();
  }
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <FormFaults faults={faults} />
      {claim.error !== null && faults.length === 0 && <ProblemNotice error={claim.error} />}
      <p>{t("keep.signedIn", { name: person })}</p>
      <div className="form-grid">
        <TextField
          id="keep-name"
          label={t("org.name")}
          value={name}
          maxLength={300}
          error={faultOf(faults, "keep-name")}
          onChange={(event) => setName(event.target.value)}
        />
        <Select
          label={t("org.country")}
          value={country}
          onChange={(event) => setCountry(event.target.value)}
        >
          <option value="">{t("org.noCountry")}</option>
          {listCountries().map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </Select>
      </div>
      <div>
        <Button type="submit" loading={claim.isPending || claim.isSuccess}>
          {t("keep.do")}
        </Button>
      </div>
    </form>
  );
}
