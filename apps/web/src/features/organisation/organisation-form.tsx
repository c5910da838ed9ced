import {
  Button,
  Checkbox,
  CheckboxGroup,
  Radio,
  RadioGroup,
  Select,
  TextField,
} from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { problemOf, type Organisation } from "@throughline/contract";
import { organisationRoles, type OrganisationRole } from "@throughline/domain";
import { useState, type FormEvent, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { meQuery } from "../../api/me.ts";
import { faultOf, FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { listCountries } from "../../texts/list-countries.ts";
import { t } from "../../texts/t.ts";
import { IdentifierFields } from "./identifier-fields.tsx";
import { draftOf, fieldOfValue, findFaults, schemeOf } from "./organisation-draft.ts";
import { organisationQuery } from "./queries.ts";

const sizes = ["micro", "small", "medium", "large"] as const;
const foiAnswers = { yes: true, no: false, unknown: null } as const;

/** Faults the server found at identifiers, said at their fields. */
function faultsFrom(error: unknown): FormFault[] {
  return (problemOf(error)?.errors ?? []).flatMap(({ path, message }) => {
    const index = /^\/identifiers\/(\d+)/.exec(path)?.[1];
    return index === undefined ? [] : [{ field: fieldOfValue(Number(index)), message }];
  });
}

/** Changes what the organisation says about itself. */
export function OrganisationForm({
  organisation,
  mayGiveHubRole,
}: {
  readonly organisation: Organisation;
  /** The role of hub operator is not for everybody to take. */
  readonly mayGiveHubRole: boolean;
}): ReactNode {
  const [draft, setDraft] = useState(() => draftOf(organisation));
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      api.organisations.describe({
        version: organisation.version,
        name: draft.name.trim(),
        country: draft.country === "" ? null : draft.country,
        roles: [...draft.roles],
        sizeClass: draft.sizeClass,
        foiSubject: draft.foiSubject,
        identifiers: draft.identifiers.map((one) => ({
          scheme: schemeOf(one),
          value: one.value.trim(),
        })),
      }),
    onSuccess: (saved) => {
      setDraft(draftOf(saved));
      queries.setQueryData(organisationQuery.queryKey, saved);
      return queries.invalidateQueries({ queryKey: meQuery.queryKey });
    },
    onError: (error) => setFaults(faultsFrom(error)),
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    const found = findFaults(draft);
    setFaults(found);
    if (found.length === 0) save.mutate();
  }
  function reload(): void {
    save.reset();
    void queries
      .fetchQuery({ ...organisationQuery, staleTime: 0 })
      .then((fresh) => setDraft(draftOf(fresh)));
  }

  const foi = draft.foiSubject === null ? "unknown" : draft.foiSubject ? "yes" : "no";
  const offered = organisationRoles.filter(
    (role) => role !== "hub_operator" || mayGiveHubRole || organisation.roles.includes(role),
  );
  return (
    <form className="stack-large" onSubmit={submit} noValidate>
      <FormFaults faults={faults} />
      {save.isError && faults.length === 0 && (
        <ProblemNotice error={save.error} onReload={reload} />
      )}
      {save.isSuccess && faults.length === 0 && (
        <p className="notice notice-good" role="status">
          {t("org.saved")}
        </p>
      )}
      <div className="form-grid">
        <TextField
          id="org-name"
          label={t("org.name")}
          maxLength={300}
          autoComplete="off"
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          error={faultOf(faults, "org-name")}
        />
        <Select
          label={t("org.country")}
          value={draft.country}
          onChange={(event) => setDraft({ ...draft, country: event.target.value })}
        >
          <option value="">{t("org.noCountry")}</option>
          {listCountries().map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
        <Select
          label={t("org.size")}
          value={draft.sizeClass ?? ""}
          onChange={(event) =>
            setDraft({
              ...draft,
              sizeClass: sizes.find((size) => size === event.target.value) ?? null,
            })
          }
        >
          <option value="">{t("org.size.none")}</option>
          {sizes.map((size) => (
            <option key={size} value={size}>
              {t(`org.size.${size}`)}
            </option>
          ))}
        </Select>
      </div>
      <CheckboxGroup
        legend={t("org.roles")}
        description={t("org.rolesHint")}
        value={[...draft.roles]}
        onChange={(roles: OrganisationRole[]) => setDraft({ ...draft, roles })}
      >
        <div className="check-grid">
          {offered.map((role) => (
            <Checkbox key={role} value={role} size="small">
              {t(`org.role.${role}`)}
            </Checkbox>
          ))}
        </div>
      </CheckboxGroup>
      <RadioGroup
        size="small"
        legend={t("org.foi")}
        description={t("org.foiWhat")}
        value={foi}
        onChange={(answer: keyof typeof foiAnswers) =>
          setDraft({ ...draft, foiSubject: foiAnswers[answer] })
        }
      >
        <Radio value="yes">{t("org.foi.yes")}</Radio>
        <Radio value="no">{t("org.foi.no")}</Radio>
        <Radio value="unknown">{t("org.foi.unknown")}</Radio>
      </RadioGroup>
      <IdentifierFields
        identifiers={draft.identifiers}
        faults={faults}
        onChange={(identifiers) => setDraft({ ...draft, identifiers })}
      />
      <div>
        <Button type="submit" loading={save.isPending}>
          {t("org.save")}
        </Button>
      </div>
    </form>
  );
}
