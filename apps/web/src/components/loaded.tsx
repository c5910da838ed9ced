import { Skeleton } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { t } from "../texts/t.ts";
import { ProblemNotice } from "./problem-notice.tsx";

/** As much of a query as is needed here, of one part or of many. */
interface LoadedQuery<T> {
  readonly data: T | undefined;
  readonly isError: boolean;
  readonly error: unknown;
  readonly refetch: () => Promise<unknown>;
}

/** Shows what a query brought; until then that it loads, or why it could not. `lines` is about the height of what comes. */
export function Loaded<T>({
  query,
  lines = 4,
  page = false,
  children,
}: {
  readonly query: LoadedQuery<T>;
  readonly lines?: number;
  /** What loads is the whole screen, so that a failure needs a heading of its own. */
  readonly page?: boolean;
  readonly children: (data: T) => ReactNode;
}): ReactNode {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    return (
      <div className="stack">
        {page && <h1 className="section-title">{t("error.screen")}</h1>}
        <ProblemNotice
          error={query.error}
          onRetry={() => void query.refetch()}
          takesFocus={false}
        />
      </div>
    );
  }
  return (
    <div role="status">
      <span className="aksel-sr-only">{t("app.loading")}</span>
      <div aria-hidden="true">
        {Array.from({ length: lines }, (_, line) => (
          <Skeleton key={line} variant="text" width={`${90 - ((line * 17) % 40)}%`} height="2rem" />
        ))}
      </div>
    </div>
  );
}
