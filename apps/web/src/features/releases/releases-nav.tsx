import type { ReactNode } from "react";
import { SectionNav } from "../../components/section-nav.tsx";
import { t } from "../../texts/t.ts";

/** The two sides of Releases. */
export function ReleasesNav(): ReactNode {
  return (
    <SectionNav
      label={t("releases.parts")}
      entries={[
        { href: "/releases", text: t("releases.part.given") },
        { href: "/releases/received", text: t("releases.part.received") },
      ]}
    />
  );
}
