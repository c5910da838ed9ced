import { Button } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { t } from "../texts/t.ts";

export interface PageStepsProps {
  /** Where this page begins; `undefined` on the first. */
  readonly after: string | undefined;
  /** Where the next one begins; `null` on the last. */
  readonly next: string | null;
  readonly onGo: (after: string | undefined) => void;
}

/** Steps through a list that is cut by keys: on to the next page, or back to the first. */
export function PageSteps({ after, next, onGo }: PageStepsProps): ReactNode {
  if (after === undefined && next === null) return null;
  return (
    <div className="row no-print">
      {after !== undefined && (
        <Button size="small" variant="secondary" onClick={() => onGo(undefined)}>
          {t("list.first")}
        </Button>
      )}
      {next !== null && (
        <Button size="small" variant="secondary" onClick={() => onGo(next)}>
          {t("list.next")}
        </Button>
      )}
    </div>
  );
}
