import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { meQuery } from "../../api/me.ts";
import { PageHeading } from "../../components/page-heading.tsx";
import { SectionNav } from "../../components/section-nav.tsx";
import { t } from "../../texts/t.ts";

/** Heading and parts of one's account. */
export function AccountHeading({ title }: { readonly title: string }): ReactNode {
  const me = useQuery(meQuery).data;
  return (
    <>
      <PageHeading
        title={title}
        lead={
          me !== undefined && (
            <p className="quiet wrap-anywhere">
              {t("account.what", { name: me.person.name, email: me.person.email })}
            </p>
          )
        }
      />
      <SectionNav
        label={t("account.parts")}
        entries={[
          { href: "/account", text: t("account.partSafety") },
          { href: "/account/tokens", text: t("account.partTokens") },
        ]}
      />
    </>
  );
}
