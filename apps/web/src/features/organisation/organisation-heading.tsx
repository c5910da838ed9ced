import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { PageHeading } from "../../components/page-heading.tsx";
import { SectionNav } from "../../components/section-nav.tsx";
import { t } from "../../texts/t.ts";
import { organisationQuery } from "./queries.ts";

/** Heading and parts of the organisation. */
export function OrganisationHeading({ title }: { readonly title: string }): ReactNode {
  const organisation = useQuery(organisationQuery).data;
  return (
    <>
      <PageHeading
        title={title}
        lead={
          organisation !== undefined && (
            <p className="quiet">
              {organisation.name}
              {organisation.invented && ` (${t("organisation.invented")})`}
            </p>
          )
        }
      />
      <SectionNav
        label={t("org.parts")}
        entries={[
          { href: "/organisation", text: t("org.partAbout") },
          { href: "/organisation/members", text: t("org.partMembers") },
          ...(organisation?.can.openOrganisations === true
            ? [{ href: "/organisation/open", text: t("org.partOpen") }]
            : []),
        ]}
      />
    </>
  );
}
