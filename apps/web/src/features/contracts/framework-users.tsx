import { Button, TextField } from "@navikt/ds-react";
import { useState, type FormEvent, type ReactNode } from "react";
import { z } from "zod";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { ContractDetail } from "./contract-draft.ts";

const Id = z.uuid();

function Granting({ frameworkId }: { readonly frameworkId: string }): ReactNode {
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState(false);
  const grant = useChange((organisationId: string) =>
    api.contracts.grantFramework({ id: frameworkId, organisationId }),
  );
  function submit(event: FormEvent): void {
    event.preventDefault();
    const read = Id.safeParse(text.trim().toLowerCase());
    setWrong(!read.success);
    if (read.success) grant.mutate(read.data, { onSuccess: () => setText("") });
    else document.getElementById("framework-user")?.focus();
  }
  return (
    <form className="stack-small no-print" onSubmit={submit} noValidate>
      {grant.isError && <ProblemNotice error={grant.error} />}
      <TextField
        id="framework-user"
        size="small"
        label={t("users.field")}
        description={t("users.fieldHelp")}
        value={text}
        error={wrong ? t("users.fault") : undefined}
        style={{ maxWidth: "26rem" }}
        onChange={(event) => setText(event.target.value)}
      />
      <div>
        <Button type="submit" size="small" variant="secondary" loading={grant.isPending}>
          {t("users.grant")}
        </Button>
      </div>
      <p role="status">{grant.isSuccess && t("users.granted")}</p>
    </form>
  );
}

/** Which organisations may call off from a framework; its keeper lets more of them. */
export function FrameworkUsers({
  contract,
  mayChange,
}: {
  readonly contract: ContractDetail;
  readonly mayChange: boolean;
}): ReactNode {
  if (contract.kind !== "framework" || (!mayChange && contract.users.length === 0)) return null;
  return (
    <section className="stack" aria-labelledby="users">
      <h2 className="section-title" id="users">
        {t("users.title")}
      </h2>
      <div className="card stack">
        <p className="quiet measure">{t("users.what")}</p>
        {contract.users.length === 0 ? (
          <p>{t("users.none")}</p>
        ) : (
          <ul className="facts">
            {contract.users.map((user) => (
              <li key={user.organisationId}>
                <code>{user.organisationId}</code>{" "}
                <span className="from">
                  {t("users.since", { date: formatDate(user.grantedOn) })}
                </span>
              </li>
            ))}
          </ul>
        )}
        {mayChange && <Granting frameworkId={contract.id} />}
      </div>
    </section>
  );
}
