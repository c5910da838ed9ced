import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { meQuery } from "../api/me.ts";
import { sidesOf } from "../api/sides.ts";
import { t } from "../texts/t.ts";
import { SectionNav } from "./section-nav.tsx";

/** The parts of Requests. */
export function RequestsNav(): ReactNode {
  const me = useQuery(meQuery).data;
  const sides = sidesOf(me?.acting?.organisationRoles ?? ["buyer"]);
  const asked = { href: "/asked", text: t("requestParts.asked") };
  return (
    <SectionNav
      label={t("requestParts.label")}
      entries={[
        ...(sides.includes("answers") && me?.can.includes("record.read") === true ? [asked] : []),
        { href: "/requests", text: t("requestParts.made") },
        { href: "/requests/templates", text: t("requestParts.templates") },
        { href: "/requests/outbox", text: t("requestParts.outbox") },
      ]}
    />
  );
}
