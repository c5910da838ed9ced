import { Button, CopyButton, TextField } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { faultOf, FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";
import { readOtpauthKey } from "./read-otpauth.ts";

export interface SecondFactorSetupProps {
  readonly begun: { readonly otpauthUri: string; readonly backupCodes: readonly string[] };
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Three steps: the key into the app, the backup codes put away, a first code to confirm. */
export function SecondFactorSetup({ begun, onDone, onCancel }: SecondFactorSetupProps): ReactNode {
  const [code, setCode] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const confirm = useMutation({
    mutationFn: () => api.account.confirmTotp({ totp: code.replaceAll(/\s/g, "") }),
    onSuccess: onDone,
  });
  const key = readOtpauthKey(begun.otpauthUri);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const right = /^\d{6}$/.test(code.replaceAll(/\s/g, ""));
    setFaults(right ? [] : [{ field: "totp-code", message: t("totp.codeMissing") }]);
    if (right) confirm.mutate();
  }

  return (
    <div className="stack">
      <div className="stack-small">
        <h3 ref={heading} tabIndex={-1} className="item-title">
          {t("totp.secretTitle")}
        </h3>
        <p>{t("totp.secretWhat")}</p>
        {key !== null && (
          <>
            <p>
              <span className="aksel-sr-only">{t("totp.key")}: </span>
              <code className="secret">{key}</code>
            </p>
            <div>
              <CopyButton
                copyText={key.replaceAll(" ", "")}
                text={t("totp.copyKey")}
                activeText={t("secret.copied")}
                size="small"
              />
            </div>
          </>
        )}
        <p>
          {t("totp.uri")} <a href={begun.otpauthUri}>{t("totp.uriDo")}</a>
        </p>
      </div>
      {begun.backupCodes.length > 0 && (
        <div className="stack-small">
          <h3 className="item-title">{t("totp.codesTitle")}</h3>
          <p>{t("totp.codesWhat")}</p>
          <ul className="code-list">
            {begun.backupCodes.map((backup) => (
              <li key={backup}>
                <code>{backup}</code>
              </li>
            ))}
          </ul>
          <div>
            <CopyButton
              copyText={begun.backupCodes.join("\n")}
              text={t("totp.copyCodes")}
              activeText={t("secret.copied")}
              size="small"
            />
          </div>
        </div>
      )}
      <form className="stack" onSubmit={submit} noValidate>
        <h3 className="item-title">{t("totp.confirmTitle")}</h3>
        <FormFaults faults={faults} />
        {confirm.isError && faults.length === 0 && <ProblemNotice error={confirm.error} />}
        <div className="one-field">
          <TextField
            id="totp-code"
            label={t("totp.code")}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.target.value)}
            error={faultOf(faults, "totp-code")}
          />
        </div>
        <div className="row">
          <Button type="submit" loading={confirm.isPending}>
            {t("totp.confirm")}
          </Button>
          <Button variant="tertiary" onClick={onCancel}>
            {t("form.cancel")}
          </Button>
        </div>
      </form>
    </div>
  );
}
