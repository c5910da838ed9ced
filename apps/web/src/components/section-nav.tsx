import { useRouterState } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { AppLink } from "./app-link.tsx";

export interface SectionEntry {
  readonly href: string;
  readonly text: string;
  /** How many there are, where that is known. */
  readonly count?: number | undefined;
}

/** The parts of one place, as links; the one that is shown is marked. */
export function SectionNav({
  label,
  entries,
}: {
  readonly label: string;
  readonly entries: readonly SectionEntry[];
}): ReactNode {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <nav className="section-nav no-print" aria-label={label}>
      <ul>
        {entries.map((entry) => (
          <li key={entry.href}>
            <AppLink href={entry.href} aria-current={path === entry.href ? "page" : undefined}>
              {entry.text}
              {entry.count !== undefined && <span className="count"> {entry.count}</span>}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
