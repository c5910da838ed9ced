import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { formatInstant } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { acceptedQuery, useUndoAccepted } from "./queries.ts";

/** What was accepted together; what of it stands can be undone at once. */
export function AcceptedList({ mayDecide }: { readonly mayDecide: boolean }): ReactNode {
  const accepted = useQuery(acceptedQuery);
  const undo = useUndoAccepted();
  const items = accepted.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <details className="plain">
      <summary>{t("accept.before")}</summary>
      {undo.isError && <ProblemNotice error={undo.error} />}
      <ul className="perhaps-list">
        {items.map((one) => {
          const said = t("accept.entry", {
            date: formatInstant(one.at),
            by: one.by ?? "",
            n: one.merges,
            m: one.standing,
          });
          return (
            <li key={one.bulkId} className="spread">
              <span>{said}</span>
              {mayDecide && one.standing > 0 && (
                <Button
                  className="no-print"
                  size="small"
                  variant="secondary"
                  aria-label={`${t("accept.undo")}: ${said}`}
                  loading={undo.isPending && undo.variables === one.bulkId}
                  onClick={() => undo.mutate(one.bulkId)}
                >
                  {t("accept.undo")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
