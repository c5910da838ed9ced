import { Button, TextField } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import { useGo } from "../../routing/use-go.ts";
import { useEffect, useState, type FormEvent, type ReactNode } from "react";
import { faultOf, FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";
import { signIn } from "./queries.ts";
import { readCode } from "./read-code.ts";
import { safePath } from "./safe-path.ts";

function LineOrnament(): ReactNode {
  return (
    <svg className="sign-in-line" viewBox="0 0 416 40" aria-hidden="true" focusable="false">
      <path d="M8 20h250m24 0h126" stroke="currentColor" strokeWidth="4" strokeLinecap="round" />
      <path d="M254 28l7-16m18 16l7-16" stroke="var(--tl-break)" strokeWidth="3" />
      {[24, 76, 128, 180, 232, 312, 360].map((x) => (
        <circle key={x} cx={x} cy="20" r="9" fill="currentColor" />
      ))}
      <circle
        cx="400"
        cy="20"
        r="9"
        fill="var(--tl-paper)"
        stroke="var(--tl-quiet)"
        strokeWidth="2.5"
        strokeDasharray="0.5 5"
        strokeLinecap="round"
      />
    </svg>
  );
}

/** Password first; the code of the second factor when it is asked for. */
export function SignInScreen(): ReactNode {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [totp, setTotp] = useState("");
  const [codeAsked, setCodeAsked] = useState(false);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const go = useGo();
  const queries = useQueryClient();
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const attempt = useMutation(signIn);
  useEffect(() => {
    document.title = t("app.title", { page: t("signIn.title") });
  }, []);
  useEffect(() => {
    if (codeAsked) document.getElementById("sign-in-totp")?.focus();
  }, [codeAsked]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const found: FormFault[] = [];
    if (codeAsked) {
      if (readCode(totp) === null)
        found.push({ field: "sign-in-totp", message: t("signIn.totpMissing") });
    } else {
      if (!/^\S+@\S+$/.test(email.trim()))
        found.push({ field: "sign-in-email", message: t("signIn.emailMissing") });
      if (password === "")
        found.push({ field: "sign-in-password", message: t("signIn.passwordMissing") });
    }
    setFaults(found);
    if (found.length > 0) return;
    attempt.mutate(
      { email: email.trim(), password, ...(codeAsked ? readCode(totp) : {}) },
      {
        onSuccess: ({ status }) => {
          if (status === "totp_needed") return setCodeAsked(true);
          queries.clear();
          go(safePath(new URLSearchParams(search).get("to")));
        },
      },
    );
  }

  return (
    <div className="sign-in">
      <main className="stack">
        <LineOrnament />
        <div>
          <p className="quiet">{t("app.name")}</p>
          <h1>{t("signIn.title")}</h1>
          <p className="quiet">{t("app.what")}</p>
        </div>
        <FormFaults faults={faults} />
        {attempt.isError && faults.length === 0 && <ProblemNotice error={attempt.error} />}
        <form className="card stack" onSubmit={submit} noValidate>
          {codeAsked ? (
            <>
              <p>{t("signIn.totpWhat")}</p>
              <TextField
                id="sign-in-totp"
                label={t("signIn.totp")}
                description={t("signIn.totpHint")}
                autoComplete="one-time-code"
                value={totp}
                onChange={(event) => setTotp(event.target.value)}
                error={faultOf(faults, "sign-in-totp")}
              />
            </>
          ) : (
            <>
              <TextField
                id="sign-in-email"
                label={t("signIn.email")}
                type="email"
                autoComplete="username"
                value={email}
                onChange={(event) => setEmail(event.target.value)}
                error={faultOf(faults, "sign-in-email")}
              />
              <TextField
                id="sign-in-password"
                label={t("signIn.password")}
                type="password"
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.target.value)}
                error={faultOf(faults, "sign-in-password")}
              />
            </>
          )}
          <div className="row">
            <Button type="submit" loading={attempt.isPending}>
              {t(codeAsked ? "signIn.totpDo" : "signIn.do")}
            </Button>
            {codeAsked && (
              <Button
                variant="tertiary"
                onClick={() => {
                  setCodeAsked(false);
                  setTotp("");
                  setFaults([]);
                  attempt.reset();
                }}
              >
                {t("signIn.startAgain")}
              </Button>
            )}
          </div>
        </form>
      </main>
    </div>
  );
}
