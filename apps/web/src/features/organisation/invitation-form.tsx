import { Button, Select, TextField } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { memberRoles, type MemberRole } from "@throughline/domain";
import { useState, type FormEvent, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { faultOf, FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";

export type MadeInvitation = Awaited<ReturnType<typeof api.organisations.invite>>;
const spans = [1, 7, 14, 30, 60] as const;

/** Makes an invitation link; nothing is sent. */
export function InvitationForm({
  onMade,
}: {
  readonly onMade: (made: MadeInvitation) => void;
}): ReactNode {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<MemberRole>("contributor");
  const [days, setDays] = useState(14);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const invite = useMutation({
    mutationFn: () =>
      api.organisations.invite({
        email: email.trim() === "" ? null : email.trim(),
        role,
        expiresInDays: days,
      }),
    onSuccess: (made) => {
      setEmail("");
      onMade(made);
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const right = email.trim() === "" || /^\S+@\S+\.\S+$/.test(email.trim());
    setFaults(right ? [] : [{ field: "invite-email", message: t("invitations.emailWrong") }]);
    if (right) invite.mutate();
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <FormFaults faults={faults} />
      {invite.isError && faults.length === 0 && <ProblemNotice error={invite.error} />}
      <div className="form-grid at-end">
        <TextField
          id="invite-email"
          label={`${t("invitations.email")} ${t("form.optional")}`}
          description={t("invitations.emailHint")}
          type="email"
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={faultOf(faults, "invite-email")}
        />
        <Select
          label={t("invitations.role")}
          description={t(`role.${role}.may`)}
          value={role}
          onChange={(event) =>
            setRole(memberRoles.find((known) => known === event.target.value) ?? role)
          }
        >
          {memberRoles.map((known) => (
            <option key={known} value={known}>
              {t(`role.${known}`)}
            </option>
          ))}
        </Select>
        <Select
          label={t("invitations.days")}
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
      <div>
        <Button type="submit" loading={invite.isPending}>
          {t("invitations.invite")}
        </Button>
      </div>
    </form>
  );
}
