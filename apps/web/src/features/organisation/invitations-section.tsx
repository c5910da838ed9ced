import { Button } from "@navikt/ds-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { SecretOnce } from "../../components/secret-once.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { InvitationForm, type MadeInvitation } from "./invitation-form.tsx";
import { invitationsQuery, type Invitation } from "./queries.ts";

const tones = { open: "care", accepted: "good", revoked: "quiet", expired: "quiet" } as const;
const whomOf = (invitation: Invitation): string => invitation.email ?? t("invitations.anyone");

function columnsOf(onRevoke: (invitation: Invitation) => void): readonly DataColumn<Invitation>[] {
  return [
    { id: "for", header: t("invitations.for"), value: whomOf, names: true },
    { id: "role", header: t("invitations.role"), value: ({ role }) => t(`role.${role}`) },
    { id: "made", header: t("invitations.made"), value: ({ createdAt }) => formatDate(createdAt) },
    { id: "ends", header: t("invitations.ends"), value: ({ expiresAt }) => formatDate(expiresAt) },
    {
      id: "state",
      header: t("invitations.state"),
      value: ({ state }) => t(`invitations.state.${state}`),
      cell: ({ state }) => <ToneTag tone={tones[state]}>{t(`invitations.state.${state}`)}</ToneTag>,
    },
    {
      id: "act",
      header: t("members.act"),
      unlabelled: true,
      value: () => null,
      cell: (invitation) =>
        invitation.state === "open" && (
          <Button
            size="small"
            variant="secondary"
            aria-label={t("invitations.revokeThat", {
              whom: whomOf(invitation),
              date: formatDate(invitation.createdAt),
            })}
            onClick={() => onRevoke(invitation)}
          >
            {t("invitations.revoke")}
          </Button>
        ),
    },
  ];
}

/** Invitations by link: made, shown once, withdrawn. */
export function InvitationsSection(): ReactNode {
  const invitations = useQuery(invitationsQuery);
  const [made, setMade] = useState<MadeInvitation | null>(null);
  const queries = useQueryClient();
  const refresh = (): Promise<void> =>
    queries.invalidateQueries({ queryKey: invitationsQuery.queryKey });
  const revoke = useMutation({
    mutationFn: (invitation: Invitation) =>
      api.organisations.revokeInvitation({ id: invitation.id }),
    onSuccess: (_done, invitation) => {
      if (made?.invitation.id === invitation.id) setMade(null);
    },
    onSettled: refresh,
  });
  return (
    <section className="stack" aria-labelledby="invitations">
      <div>
        <h2 className="section-title" id="invitations">
          {t("invitations.title")}
        </h2>
        <p className="quiet">{t("invitations.what")}</p>
      </div>
      {revoke.isError && <ProblemNotice error={revoke.error} />}
      {revoke.isSuccess && <p role="status">{t("invitations.revoked")}</p>}
      {made !== null && (
        <SecretOnce
          title={t("invitations.linkTitle")}
          what={t("invitations.linkWhat", { date: formatDate(made.invitation.expiresAt) })}
          secret={made.link}
          level={3}
        />
      )}
      <Loaded query={invitations} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t("invitations.none")}</p>
          ) : (
            <DataTable
              caption={t("invitations.title")}
              columns={columnsOf((invitation) => revoke.mutate(invitation))}
              rows={items}
              rowKey={(invitation) => invitation.id}
            />
          )
        }
      </Loaded>
      <div className="card stack">
        <h3 className="item-title">{t("invitations.inviteTitle")}</h3>
        <InvitationForm
          onMade={(next) => {
            revoke.reset();
            setMade(next);
            void refresh();
          }}
        />
      </div>
    </section>
  );
}
