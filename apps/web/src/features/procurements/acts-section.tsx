import { Button } from "@navikt/ds-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { Loaded } from "../../components/loaded.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { formatInstant } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { actsQuery, type Procurement } from "./queries.ts";

type Act = NonNullable<Procurement["lastAct"]>;

function sayWho(act: Act): string {
  return t("acts.byAt", { name: act.by ?? t("followUp.somebody"), at: formatInstant(act.at) });
}

/** The latest act, with the way back. */
export function LastAct({ procurement }: { readonly procurement: Procurement }): ReactNode {
  const { id, version, lastAct, can } = procurement;
  const undo = useChange((actId: string) => api.procurements.undo({ id, version, actId }));
  if (lastAct === null) return null;
  return (
    <div className="stack-small">
      {undo.error !== null && <ProblemNotice error={undo.error} />}
      <div className="row small" role="status">
        <span className="quiet">
          {t("acts.last")} {lastAct.sentence.text} {sayWho(lastAct)}
        </span>
        {can.undo && (
          <Button
            className="no-print"
            size="xsmall"
            variant="secondary"
            loading={undo.isPending}
            onClick={() => undo.mutate(lastAct.id)}
          >
            {t("acts.undo")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What was done to it, newest first. */
export function ActsSection({ procurement }: { readonly procurement: Procurement }): ReactNode {
  const acts = useInfiniteQuery(actsQuery(procurement.id));
  return (
    <section className="stack" aria-labelledby="acts">
      <h2 className="section-title" id="acts">
        {t("acts.title")}
      </h2>
      <Loaded query={acts} lines={3}>
        {({ pages }) => (
          <ul className="bare stack-small">
            {pages
              .flatMap(({ items }) => items)
              .map((act) => (
                <li key={act.id}>
                  {act.undone ? <s>{act.sentence.text}</s> : act.sentence.text}{" "}
                  <span className="small quiet">
                    {sayWho(act)}
                    {act.undone && ` · ${t("acts.undone")}`}
                    {act.reason !== null && ` · ${t("acts.reason", { reason: act.reason })}`}
                  </span>
                </li>
              ))}
          </ul>
        )}
      </Loaded>
      {acts.hasNextPage && (
        <div className="no-print">
          <Button
            size="small"
            variant="tertiary"
            loading={acts.isFetchingNextPage}
            onClick={() => void acts.fetchNextPage()}
          >
            {t("acts.more")}
          </Button>
        </div>
      )}
    </section>
  );
}
