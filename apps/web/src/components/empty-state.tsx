import type { ReactNode } from "react";

/** What belongs here, and the first step. */
export function EmptyState({
  title,
  what,
  level = 2,
  children,
}: {
  readonly title: string;
  readonly what?: string;
  readonly level?: 2 | 3;
  readonly children?: ReactNode;
}): ReactNode {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="empty">
      <Heading>{title}</Heading>
      {what !== undefined && <p className="measure quiet">{what}</p>}
      {children !== undefined && <div className="row no-print">{children}</div>}
    </div>
  );
}
