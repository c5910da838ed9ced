import { Button, Checkbox, CheckboxGroup, Select, TextField } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { organisationRoles, type OrganisationRole } from "@throughline/domain";
import { useState, type FormEvent, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { faultOf, FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { SecretOnce } from "../../components/secret-once.tsx";
import { listCountries } from "../../texts/list-countries.ts";
import { t } from "../../texts/t.ts";
import { OrganisationHeading } from "./organisation-heading.tsx";

/** An operator of the hub opens a workspace for another organisation and hands its first owner the link. */
export function OpenWorkspaceScreen(): ReactNode {
  const [name, setName] = useState("");
  const [country, setCountry] = useState("");
  const [roles, setRoles] = useState<readonly OrganisationRole[]>([]);
  const [invented, setInvented] = useState(false);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [made, setMade] = useState<{ name: string; link: string } | null>(null);
  const open = useMutation({
    mutationFn: () =>
      api.organisations.open({
        name: name.trim(),
        country: country === "" ? null : country,
        roles: [...roles],
        invented,
      }),
    onSuccess: ({ invitationLink }) => {
      setMade({ name: name.trim(), link: invitationLink });
      setName("");
      setRoles([]);
      setInvented(false);
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const found: FormFault[] = [];
    if (name.trim() === "") found.push({ field: "open-name", message: t("org.nameMissing") });
    if (roles.length === 0) found.push({ field: "open-roles", message: t("open.rolesMissing") });
    setFaults(found);
    if (found.length === 0) open.mutate();
  }
  return (
    <>
      <OrganisationHeading title={t("open.title")} />
      <div className="stack">
        <p className="measure">{t("open.what")}</p>
        {made !== null && (
          <SecretOnce
            title={t("open.linkTitle", { name: made.name })}
            what={t("open.linkWhat")}
            secret={made.link}
          />
        )}
        <FormFaults faults={faults} />
        {open.isError && faults.length === 0 && <ProblemNotice error={open.error} />}
        <form className="card stack" onSubmit={submit} noValidate>
          <div className="form-grid">
            <TextField
              id="open-name"
              label={t("org.name")}
              maxLength={300}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
              error={faultOf(faults, "open-name")}
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
          <CheckboxGroup
            id="open-roles"
            tabIndex={-1}
            legend={t("org.roles")}
            value={[...roles]}
            onChange={(chosen: OrganisationRole[]) => setRoles(chosen)}
            error={faultOf(faults, "open-roles")}
          >
            {organisationRoles.map((role) => (
              <Checkbox key={role} value={role} size="small">
                {t(`org.role.${role}`)}
              </Checkbox>
            ))}
          </CheckboxGroup>
          <Checkbox checked={invented} onChange={(event) => setInvented(event.target.checked)}>
            {t("open.invented")}
          </Checkbox>
          <div>
            <Button type="submit" loading={open.isPending}>
              {t("open.do")}
            </Button>
          </div>
        </form>
      </div>
    </>
  );
}
