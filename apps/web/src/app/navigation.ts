/** The left navigation, by what people come to do. An entry stands here when its screen exists, and not before. */
import type { OrganisationRole, Permission } from "@throughline/domain";
import { sidesOf, type Side } from "../api/sides.ts";
import type { TodayCounts } from "../api/today.ts";
import type { TextKey } from "../texts/t.ts";

export interface NavigationEntry {
  readonly href: string;
  readonly text: TextKey;
  /** Shown only to those who may. */
  readonly needs: Permission;
  /** For those who ask others, or for those who answer; left out: for all. */
  readonly side?: Side;
  /** Not for those on this side, who have an entry of their own for it. */
  readonly unless?: Side;
  /** Places that belong to it, where its own address does not say so. */
  readonly places?: readonly string[];
  /** How many there are, out of what Today counts. */
  readonly count?: (counts: TodayCounts) => number;
  readonly startsGroup?: boolean;
}

const navigation: readonly NavigationEntry[] = [
  { href: "/", text: "nav.today", needs: "contract.read", count: (counts) => counts.due },
  {
    href: "/asked",
    text: "nav.requests",
    needs: "record.read",
    side: "answers",
    unless: "asks",
    places: ["/asked", "/requests"],
  },
  { href: "/record", text: "nav.record", needs: "record.read", side: "answers" },
  { href: "/releases", text: "nav.releases", needs: "record.read", side: "answers" },
  {
    href: "/contracts",
    text: "nav.contracts",
    needs: "contract.read",
    count: (counts) => counts.contracts,
  },
  {
    href: "/duties",
    text: "nav.duties",
    needs: "contract.read",
    side: "asks",
    places: ["/duties"],
  },
  { href: "/kpis", text: "nav.kpis", needs: "kpi.read", side: "asks" },
  { href: "/suppliers", text: "nav.suppliers", needs: "supplier.read", side: "asks" },
  {
    href: "/requests",
    text: "nav.requests",
    needs: "supplier.read",
    side: "asks",
    places: ["/asked", "/requests"],
  },
  {
    href: "/releases/received",
    text: "nav.releases",
    needs: "record.read",
    side: "asks",
    unless: "answers",
    places: ["/releases"],
  },
  { href: "/intakes", text: "nav.intakes", needs: "disclosure.read", side: "asks" },
  { href: "/sites", text: "nav.sites", needs: "site.read", count: (counts) => counts.sites },
  {
    href: "/reviews",
    text: "nav.reviews",
    needs: "site.read",
    count: (counts) => counts.reviews + counts.hitsWaiting,
  },
  {
    href: "/dialogue",
    text: "nav.dialogue",
    needs: "dialogue.read",
    startsGroup: true,
  },
  { href: "/meetings", text: "nav.meetings", needs: "dialogue.read" },
  {
    href: "/commitments",
    text: "nav.commitments",
    needs: "dialogue.read",
  },
  { href: "/forums", text: "nav.forums", needs: "dialogue.read" },
  {
    href: "/procurements",
    text: "nav.procurements",
    needs: "procurement.read",
    side: "asks",
    startsGroup: true,
  },
  { href: "/requirements", text: "nav.requirements", needs: "requirement.read", side: "asks" },
  { href: "/policy", text: "nav.policy", needs: "requirement.read", side: "asks" },
  { href: "/laws", text: "nav.laws", needs: "supplier.read" },
  { href: "/harmonisation", text: "nav.harmonisation", needs: "harmonisation.read" },
  {
    href: "/organisation",
    text: "nav.organisation",
    needs: "organisation.read",
    startsGroup: true,
  },
  { href: "/audit", text: "nav.audit", needs: "audit.read" },
  { href: "/api-docs", text: "nav.api", needs: "organisation.read" },
];

/** The entries for somebody who may do this, in an organisation with these roles, or one that was asked something. */
export function navigationFor(
  can: readonly string[],
  roles: readonly OrganisationRole[],
  asked = false,
): readonly NavigationEntry[] {
  const sides = [...sidesOf(roles), ...(asked ? (["answers"] as const) : [])];
  return navigation.filter(
    ({ needs, side, unless }) =>
      can.includes(needs) &&
      (side === undefined || sides.includes(side)) &&
      (unless === undefined || !sides.includes(unless)),
  );
}

/** Whether one is at an entry's place. */
export function isAt({ href, places = [href] }: NavigationEntry, path: string): boolean {
  return href === "/"
    ? path === "/"
    : places.some((place) => path === place || path.startsWith(`${place}/`));
}
