/** The left navigation, by what people come to do. An entry stands here when its screen exists, and not before. */
import type { Permission } from "@throughline/domain";
import type { TodayCounts } from "../api/today.ts";
import type { TextKey } from "../texts/t.ts";

export interface NavigationEntry {
  readonly href: string;
  readonly text: TextKey;
  /** Shown only to those who may. */
  readonly needs: Permission;
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
