import type { ReactNode } from "react";
import { PageHeading } from "../../components/page-heading.tsx";
import { SectionNav } from "../../components/section-nav.tsx";
import { t } from "../../texts/t.ts";

/** Heading and parts of Laws. */
export function LawsHeading(): ReactNode {
  return (
    <>
      <PageHeading
        title={t("laws.title")}
        lead={<p className="quiet measure">{t("laws.what")}</p>}
      />
      <SectionNav
        label={t("laws.parts")}
        entries={[
          { href: "/laws", text: t("laws.applicable") },
          { href: "/laws/all", text: t("laws.all") },
        ]}
      />
    </>
  );
}
