import type { ReactNode } from "react";
import { t } from "../texts/t.ts";
import { SectionNav } from "./section-nav.tsx";

/** The parts of Requests. */
export function RequestsNav(): ReactNode {
  return (
    <SectionNav
      label={t("requestParts.label")}
      entries={[
        { href: "/requests", text: t("requestParts.made") },
        { href: "/requests/templates", text: t("requestParts.templates") },
        { href: "/requests/outbox", text: t("requestParts.outbox") },
      ]}
    />
  );
}
