import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { meQuery } from "../../api/me.ts";
import { Loaded } from "../../components/loaded.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { t } from "../../texts/t.ts";
import { AcceptedList } from "./accepted-list.tsx";
import { DecidedMatches } from "./decided-matches.tsx";
import { filterOf, MatchesState, MatchFilters } from "./match-filters.tsx";
import { MatchQueue } from "./match-queue.tsx";
import { reviewListQuery } from "./queries.ts";
import { ReviewsHeading } from "./reviews-heading.tsx";

const AcceptDialog = lazy(() => import("./accept-dialog.tsx"));

/** Pairs that may be one site: one after another to decide, many at once, or a list of what was decided. */
export function MatchesScreen(): ReactNode {
  const [state, setState] = useUrlState(MatchesState);
  const [accepting, setAccepting] = useState(false);
  const [accepted, setAccepted] = useState<number | null>(null);
  const mayDecide = useQuery(meQuery).data?.can.includes("site.write") ?? false;
  const filter = filterOf(state);
  const list = useQuery(
    reviewListQuery({
      state: state.state,
      limit: state.state === "open" ? 200 : 50,
      ...filter,
      ...(state.after === undefined ? {} : { after: state.after }),
    }),
  );
  return (
    <>
      <ReviewsHeading what={t("matches.what")} />
      <div className="stack">
        <MatchFilters
          state={state}
          onChange={(change) => {
            setAccepted(null);
            setState({ ...change, after: undefined, pair: undefined }, { push: true });
          }}
        />
        {state.contract !== undefined && (
          <p className="row">
            {t("matches.ofContract")}
            <Button
              size="small"
              variant="tertiary"
              onClick={() => setState({ contract: undefined, after: undefined }, { push: true })}
            >
              {t("matches.all")}
            </Button>
          </p>
        )}
        {!mayDecide && <p className="quiet">{t("matches.mayNot")}</p>}
        <div role="status">
          {accepted !== null && (
            <p className="notice notice-good">{t("accept.done", { n: accepted })}</p>
          )}
        </div>
        <Loaded query={list} lines={8}>
          {({ items, next }) =>
            state.state === "open" ? (
              <>
                <MatchQueue
                  reviews={items}
                  more={next !== null}
                  pair={state.pair}
                  onPair={(pair) => setState({ pair })}
                  mayDecide={mayDecide}
                />
                {mayDecide && items.length > 1 && (
                  <p className="no-print">
                    <Button size="small" variant="tertiary" onClick={() => setAccepting(true)}>
                      {t("matches.accept")}
                    </Button>
                  </p>
                )}
              </>
            ) : (
              <DecidedMatches
                reviews={items}
                after={state.after}
                next={next}
                mayDecide={mayDecide}
                onGo={(after) => setState({ after }, { push: true })}
              />
            )
          }
        </Loaded>
        <AcceptedList mayDecide={mayDecide} />
        {accepting && (
          <Suspense>
            <AcceptDialog
              filter={filter}
              onClose={() => setAccepting(false)}
              onDone={(merges) => {
                setAccepting(false);
                setAccepted(merges);
                setState({ pair: undefined });
              }}
            />
          </Suspense>
        )}
      </div>
    </>
  );
}
