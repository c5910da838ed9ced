import { Button, TextField } from "@navikt/ds-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { meQuery } from "../../api/me.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { faultOf, FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { t } from "../../texts/t.ts";
import { SecondFactorSetup } from "./second-factor-setup.tsx";

function PasswordStep({
  onBegun,
}: {
  readonly onBegun: (begun: { otpauthUri: string; backupCodes: readonly string[] }) => void;
}): ReactNode {
  const [password, setPassword] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const begin = useMutation({
    mutationFn: () => api.account.beginTotp({ password }),
    onSuccess: onBegun,
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const found =
      password === "" ? [{ field: "totp-password", message: t("totp.passwordMissing") }] : [];
    setFaults(found);
    if (found.length === 0) begin.mutate();
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <FormFaults faults={faults} />
      {begin.isError && faults.length === 0 && <ProblemNotice error={begin.error} />}
      <div className="one-field">
        <TextField
          id="totp-password"
          label={t("totp.password")}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={faultOf(faults, "totp-password")}
        />
      </div>
      <div>
        <Button type="submit" variant="secondary" loading={begin.isPending}>
          {t("totp.begin")}
        </Button>
      </div>
    </form>
  );
}

function TurnOff({ onDone }: { readonly onDone: () => void }): ReactNode {
  const [asking, setAsking] = useState(false);
  const [password, setPassword] = useState("");
  const remove = useMutation({
    mutationFn: () => api.account.removeTotp({ password }),
    onSuccess: onDone,
  });
  return (
    <div>
      <Button variant="secondary" onClick={() => setAsking(true)}>
        {t("totp.remove")}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t("totp.removeTitle")}
          what={t("totp.removeWhat")}
          doIt={t("totp.removeDo")}
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate()}
          onClose={() => setAsking(false)}
        >
          <TextField
            label={t("totp.password")}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </ConfirmDialog>
      )}
    </div>
  );
}

/** Sets up a second factor, or turns it off. What is shown once lives here and nowhere else. */
export function SecondFactor(): ReactNode {
  const me = useQuery(meQuery);
  const queries = useQueryClient();
  const [begun, setBegun] = useState<{
    otpauthUri: string;
    backupCodes: readonly string[];
  } | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  async function changed(what: string): Promise<void> {
    await queries.invalidateQueries({ queryKey: meQuery.queryKey });
    setBegun(null);
    setSaid(what);
  }
  return (
    <section className="card stack" aria-labelledby="second-factor">
      <h2 className="section-title" id="second-factor">
        {t("totp.title")}
      </h2>
      {said !== null && (
        <p className="notice notice-good" role="status">
          {said}
        </p>
      )}
      <Loaded query={me} lines={2}>
        {({ person }) => (
          <>
            <p>
              <StateMark state={person.totpEnabled ? "whole" : "partly"} size={18} />{" "}
              {t(person.totpEnabled ? "totp.on" : "totp.off")}
            </p>
            {person.totpEnabled ? (
              <TurnOff onDone={() => void changed(t("totp.removed"))} />
            ) : begun === null ? (
              <PasswordStep
                onBegun={(next) => {
                  setSaid(null);
                  setBegun(next);
                }}
              />
            ) : (
              <SecondFactorSetup
                begun={begun}
                onDone={() => void changed(t("totp.done"))}
                onCancel={() => setBegun(null)}
              />
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
