/** The left navigation, by what people come to do. An entry stands here when its screen exists, and not before. */
import type { OrganisationRole, Permission } from "@throughline/domain";
import type { TodayCounts } from "../api/today.ts";
import type { TextKey } from "../texts/t.ts";

/** An organisation may be on both sides: a reseller that buys. */
export type Side = "asks" | "answers";

const answering: readonly OrganisationRole[] = ["reseller", "brand", "site_operator"];

/** Sides an organisation is on by its roles; one that has not said what it is begins as a buyer. */
export function sidesOf(roles: readonly OrganisationRole[]): readonly Side[] {
  const answers = roles.some((role) => answering.includes(role));
  const asks = !answers || roles.some((role) => role === "buyer" || role === "framework_authority");
  return [...(asks ? (["asks"] as const) : []), ...(answers ? (["answers"] as const) : [])];
}

export interface NavigationEntry {
  readonly href: string;
  readonly text: TextKey;
  /** Shown only to those who may. */
  readonly needs: Permission;
  /** For those who ask others, or for those who answer; left out: for all. */
  readonly side?: Side;
  /** How many there are, out of what Today counts. */
  readonly count?: (counts: TodayCounts) => number;
  readonly startsGroup?: boolean;
}

export const navigation: readonly NavigationEntry[] = [
  { href: "/", text: "nav.today", needs: "contract.read", count: (counts) => counts.due },
  {
    href: "/contracts",
    text: "nav.contracts",
    needs: "contract.read",
    count: (counts) => counts.contracts,
  },
  { href: "/suppliers", text: "nav.suppliers", needs: "supplier.read", side: "asks" },
  { href: "/requests", text: "nav.requests", needs: "supplier.read", side: "asks" },
  { href: "/intakes", text: "nav.intakes", needs: "disclosure.read", side: "asks" },
  { href: "/sites", text: "nav.sites", needs: "site.read", count: (counts) => counts.sites },
  {
    href: "/reviews",
    text: "nav.reviews",
    needs: "site.read",
    count: (counts) => counts.reviews + counts.hitsWaiting,
  },
  {
    href: "/organisation",
    text: "nav.organisation",
    needs: "organisation.read",
    startsGroup: true,
  },
  { href: "/audit", text: "nav.audit", needs: "audit.read" },
  { href: "/api-docs", text: "nav.api", needs: "organisation.read" },
];
