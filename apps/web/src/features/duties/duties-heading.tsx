import type { ReactNode } from "react";
import { PageHeading } from "../../components/page-heading.tsx";
import { SectionNav } from "../../components/section-nav.tsx";
import { t } from "../../texts/t.ts";

/** Heading and parts of Duties. */
export function DutiesHeading(): ReactNode {
  return (
    <>
      <PageHeading
        title={t("duties.title")}
        lead={<p className="quiet measure">{t("duties.what")}</p>}
      />
      <SectionNav
        label={t("duties.parts")}
        entries={[
          { href: "/duties", text: t("duties.list") },
          { href: "/duties/month", text: t("duties.month") },
          { href: "/duties/feeds", text: t("duties.feeds") },
        ]}
      />
    </>
  );
}
