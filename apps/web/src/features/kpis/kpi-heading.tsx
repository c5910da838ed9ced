import type { ReactNode } from "react";
import { PageHeading } from "../../components/page-heading.tsx";
import { SectionNav } from "../../components/section-nav.tsx";
import { t } from "../../texts/t.ts";

/** Heading and parts of KPIs. */
export function KpiHeading(): ReactNode {
  return (
    <>
      <PageHeading
        title={t("kpis.title")}
        lead={<p className="quiet measure">{t("kpis.what")}</p>}
      />
      <SectionNav
        label={t("kpis.partsOf")}
        entries={[
          { href: "/kpis", text: t("kpis.nav.list") },
          { href: "/kpis/catalogue", text: t("kpis.nav.catalogue") },
          { href: "/kpis/bands", text: t("kpis.nav.bands") },
          { href: "/kpis/publications", text: t("kpis.nav.publications") },
        ]}
      />
    </>
  );
}
