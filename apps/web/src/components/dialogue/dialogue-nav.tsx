import type { ReactNode } from "react";
import { t } from "../../texts/t.ts";
import { SectionNav } from "../section-nav.tsx";

/** The parts of Dialogue. */
export function DialogueNav(): ReactNode {
  return (
    <SectionNav
      label={t("dialogue.parts")}
      entries={[
        { href: "/dialogue", text: t("dialogue.series") },
        { href: "/dialogue/programmes", text: t("dialogue.programmes") },
        { href: "/dialogue/lessons", text: t("dialogue.lessons") },
      ]}
    />
  );
}
