import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { meQuery } from "../../api/me.ts";
import { useChange } from "../../api/use-change.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useGo } from "../../routing/use-go.ts";
import { t } from "../../texts/t.ts";
import { FollowUpsSection } from "./follow-ups-section.tsx";
import { GivenSection } from "./given-section.tsx";
import { MembersSection } from "./members-section.tsx";
import { OverviewSection } from "./overview-section.tsx";
import { ProposalsSection } from "./proposals-section.tsx";
import { groupQuery, usePart } from "./queries.ts";

/** One group: who takes part, how differently they ask, what we gave, what is proposed. */
export function GroupScreen(): ReactNode {
  const groupId = usePart("groupId");
  const go = useGo();
  const query = useQuery(groupQuery(groupId));
  const mayLeave = useQuery(meQuery).data?.can.includes("harmonisation.write") ?? false;
  const [leaving, setLeaving] = useState(false);
  const leave = useChange(() => api.harmonisation.leave({ groupId }));
  return (
    <Loaded query={query} lines={8} page>
      {(group) => (
        <div className="stack-large">
          <PageHeading
            title={group.title}
            crumbs={[{ href: "/harmonisation", text: t("harmonisation.title") }]}
            lead={
              <div className="stack-small measure">
                <p>{group.purpose}</p>
                <p className="quiet">
                  {t("harmonisation.lawfulPurpose")}: {group.lawfulPurpose}
                </p>
              </div>
            }
            actions={
              group.can.share ? (
                <ButtonLink href={`/harmonisation/groups/${groupId}/share`}>
                  {t("harmonisation.share")}
                </ButtonLink>
              ) : undefined
            }
          />
          {group.kind === "buyer" && <OverviewSection groupId={groupId} />}
          <ProposalsSection groupId={groupId} />
          {group.kind === "buyer" && <GivenSection groupId={groupId} mayShare={group.can.share} />}
          {group.kind === "buyer" && (
            <FollowUpsSection groupId={groupId} mayShare={group.can.share} />
          )}
          <MembersSection group={group} />
          {mayLeave && (
            <div className="no-print">
              <Button size="small" variant="tertiary" onClick={() => setLeaving(true)}>
                {t("harmonisation.leave")}
              </Button>
            </div>
          )}
          {leaving && (
            <ConfirmDialog
              title={t("harmonisation.leaveTitle", { group: group.title })}
              what={t("harmonisation.leaveWhat")}
              doIt={t("harmonisation.leave")}
              busy={leave.isPending}
              error={leave.error}
              onConfirm={() => leave.mutate(undefined, { onSuccess: () => go("/harmonisation") })}
              onClose={() => setLeaving(false)}
            />
          )}
        </div>
      )}
    </Loaded>
  );
}
