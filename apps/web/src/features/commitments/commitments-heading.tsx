import type { ReactNode } from "react";
import { PageHeading } from "../../components/page-heading.tsx";
import { SectionNav } from "../../components/section-nav.tsx";
import { t } from "../../texts/t.ts";

/** Heading and parts of Commitments. */
export function CommitmentsHeading(): ReactNode {
  return (
    <>
      <PageHeading
        title={t("commitments.title")}
        lead={<p className="quiet measure">{t("commitments.what")}</p>}
      />
      <SectionNav
        label={t("commitments.parts")}
        entries={[
          { href: "/commitments", text: t("commitments.ledger") },
          { href: "/commitments/obstacles", text: t("commitments.obstacles") },
        ]}
      />
    </>
  );
}
