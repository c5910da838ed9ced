import { Button, TextField } from "@navikt/ds-react";
import { useState, type FormEvent, type ReactNode } from "react";
import { faultOf, FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";
import type { NewAccount } from "./queries.ts";

/** Name, address and password of somebody who has no account yet. */
export function NewAccountForm({
  email: invited,
  busy,
  onJoin,
}: {
  readonly email: string | null;
  readonly busy: boolean;
  readonly onJoin: (account: NewAccount) => void;
}): ReactNode {
  const [name, setName] = useState("");
  const [email, setEmail] = useState(invited ?? "");
  const [password, setPassword] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const found: FormFault[] = [];
    if (name.trim() === "") found.push({ field: "join-name", message: t("join.nameMissing") });
    if (!/^\S+@\S+\.\S+$/.test(email.trim()))
      found.push({ field: "join-email", message: t("join.emailMissing") });
    if (password.length < 12)
      found.push({ field: "join-password", message: t("password.tooShort") });
    if (password.length > 200)
      found.push({ field: "join-password", message: t("password.tooLong") });
    setFaults(found);
    if (found.length === 0) onJoin({ name: name.trim(), email: email.trim(), password });
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <FormFaults faults={faults} />
      <TextField
        id="join-name"
        label={t("join.name")}
        description={t("join.nameHint")}
        autoComplete="name"
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={faultOf(faults, "join-name")}
      />
      <TextField
        id="join-email"
        label={t("join.email")}
        type="email"
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        error={faultOf(faults, "join-email")}
      />
      <TextField
        id="join-password"
        label={t("join.password")}
        description={t("password.nextHint")}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={faultOf(faults, "join-password")}
      />
      <div>
        <Button type="submit" loading={busy}>
          {t("join.do")}
        </Button>
      </div>
    </form>
  );
}
