import { useQuery } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { meQuery } from "../api/me.ts";
import { sidesOf } from "../api/sides.ts";
import { t } from "../texts/t.ts";
import { SectionNav } from "./section-nav.tsx";

/** The parts of Requests. */
export function RequestsNav(): ReactNode {
  const me = useQuery(meQuery).data;
  const sides = sidesOf(me?.acting?.organisationRoles ?? ["buyer"]);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const asked = { href: "/asked", text: t("requestParts.asked") };
  // A buyer may be asked, too: then it stands there at least where one is.
  const mayBeAsked = sides.includes("answers") || path === asked.href;
  return (
    <SectionNav
      label={t("requestParts.label")}
      entries={[
        ...(mayBeAsked && me?.can.includes("record.read") === true ? [asked] : []),
        { href: "/requests", text: t("requestParts.made") },
        { href: "/requests/templates", text: t("requestParts.templates") },
        { href: "/requests/outbox", text: t("requestParts.outbox") },
      ]}
    />
  );
}
