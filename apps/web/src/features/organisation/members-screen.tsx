import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { meQuery } from "../../api/me.ts";
import { Loaded } from "../../components/loaded.tsx";
import { t } from "../../texts/t.ts";
import { InvitationsSection } from "./invitations-section.tsx";
import { MemberTable } from "./member-table.tsx";
import { OrganisationHeading } from "./organisation-heading.tsx";
import { membersQuery, organisationQuery } from "./queries.ts";

/** Who acts for the organisation, and who has been invited to. */
export function MembersScreen(): ReactNode {
  const members = useQuery(membersQuery);
  const organisation = useQuery(organisationQuery).data;
  const mayChange = useQuery(meQuery).data?.can.includes("member.write") ?? false;
  return (
    <>
      <OrganisationHeading title={t("members.title")} />
      <div className="stack-large">
        <Loaded query={members} lines={4}>
          {({ items }) => (
            <MemberTable
              members={items}
              mayChange={mayChange}
              organisationName={organisation?.name ?? ""}
            />
          )}
        </Loaded>
        {mayChange && <InvitationsSection />}
      </div>
    </>
  );
}
