import { Button, Checkbox, CheckboxGroup, Select, TextField } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { permissions, type Permission } from "@throughline/domain";
import { useState, type FormEvent, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { faultOf, FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";

export type MadeToken = Awaited<ReturnType<typeof api.account.createToken>>;
const spans = [7, 30, 90, 180, 365] as const;

/** Makes a token with scopes one holds oneself, and an end. */
export function TokenForm({
  can,
  onMade,
}: {
  readonly can: readonly Permission[];
  readonly onMade: (made: MadeToken) => void;
}): ReactNode {
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly Permission[]>([]);
  const [days, setDays] = useState(90);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const make = useMutation({
    mutationFn: () =>
      api.account.createToken({ name: name.trim(), scopes: [...scopes], expiresInDays: days }),
    onSuccess: (made) => {
      setName("");
      setScopes([]);
      onMade(made);
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    const found: FormFault[] = [];
    if (name.trim() === "") found.push({ field: "token-name", message: t("tokens.nameMissing") });
    if (scopes.length === 0)
      found.push({ field: "token-scopes", message: t("tokens.scopesMissing") });
    setFaults(found);
    if (found.length === 0) make.mutate();
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <FormFaults faults={faults} />
      {make.isError && faults.length === 0 && <ProblemNotice error={make.error} />}
      <div className="form-grid at-end">
        <TextField
          id="token-name"
          label={t("tokens.name")}
          description={t("tokens.nameHint")}
          maxLength={80}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={faultOf(faults, "token-name")}
        />
        <Select
          label={t("tokens.expires")}
          value={days}
          onChange={(event) => setDays(Number(event.target.value))}
        >
          {spans.map((span) => (
            <option key={span} value={span}>
              {t("tokens.days", { n: span })}
            </option>
          ))}
        </Select>
      </div>
      <CheckboxGroup
        id="token-scopes"
        tabIndex={-1}
        legend={t("tokens.scopes")}
        value={[...scopes]}
        onChange={(chosen: Permission[]) => setScopes(chosen)}
        error={faultOf(faults, "token-scopes")}
      >
        <div className="check-grid">
          {permissions
            .filter((permission) => can.includes(permission))
            .map((permission) => (
              <Checkbox key={permission} value={permission} size="small">
                {t(`permission.${permission}`)}
              </Checkbox>
            ))}
        </div>
      </CheckboxGroup>
      <div>
        <Button type="submit" loading={make.isPending}>
          {t("tokens.make")}
        </Button>
      </div>
    </form>
  );
}
