import type { ReactNode } from "react";
import { SectionNav } from "../../components/section-nav.tsx";
import { t } from "../../texts/t.ts";

/** The parts of Harmonisation. */
export function HarmonisationNav(): ReactNode {
  return (
    <SectionNav
      label={t("harmonisation.parts")}
      entries={[
        { href: "/harmonisation", text: t("harmonisation.groups") },
        { href: "/harmonisation/recognitions", text: t("recognition.title") },
      ]}
    />
  );
}
