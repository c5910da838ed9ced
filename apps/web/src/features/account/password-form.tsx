import { Button, TextField } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { faultOf, FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";
import { sessionsQuery } from "./queries.ts";

/** Changes the password; the other sessions end with it. */
export function PasswordForm(): ReactNode {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: () => api.account.changePassword({ current, next }),
    onSuccess: () => {
      setCurrent("");
      setNext("");
      return queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    const found: FormFault[] = [];
    if (current === "")
      found.push({ field: "password-current", message: t("password.currentMissing") });
    if (next.length < 12) found.push({ field: "password-next", message: t("password.tooShort") });
    if (next.length > 200) found.push({ field: "password-next", message: t("password.tooLong") });
    setFaults(found);
    if (found.length === 0) change.mutate();
  }

  return (
    <section className="card stack" aria-labelledby="password">
      <div>
        <h2 className="section-title" id="password">
          {t("password.title")}
        </h2>
        <p className="quiet">{t("password.what")}</p>
      </div>
      <FormFaults faults={faults} />
      {change.isError && faults.length === 0 && <ProblemNotice error={change.error} />}
      {change.isSuccess && faults.length === 0 && (
        <p className="notice notice-good" role="status">
          {t("password.done")}
        </p>
      )}
      <form className="stack" onSubmit={submit} noValidate>
        <div className="form-grid at-end">
          <TextField
            id="password-current"
            label={t("password.current")}
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
            error={faultOf(faults, "password-current")}
          />
          <TextField
            id="password-next"
            label={t("password.next")}
            description={t("password.nextHint")}
            type="password"
            autoComplete="new-password"
            value={next}
            onChange={(event) => setNext(event.target.value)}
            error={faultOf(faults, "password-next")}
          />
        </div>
        <div>
          <Button type="submit" variant="secondary" loading={change.isPending}>
            {t("password.do")}
          </Button>
        </div>
      </form>
    </section>
  );
}
