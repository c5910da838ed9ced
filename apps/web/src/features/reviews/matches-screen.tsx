import { Button, Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { z } from "zod";
import { meQuery } from "../../api/me.ts";
import { Loaded } from "../../components/loaded.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { t } from "../../texts/t.ts";
import { DecidedMatches } from "./decided-matches.tsx";
import { MatchQueue } from "./match-queue.tsx";
import { reviewListQuery } from "./queries.ts";
import { ReviewsHeading } from "./reviews-heading.tsx";

const states = ["open", "decided"] as const;

const MatchesState = z.object({
  state: z.enum(states).catch("open").default("open"),
  contract: z.uuid().optional().catch(undefined),
  pair: z.uuid().optional().catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
});

/** Pairs that may be one site: one after another to decide, or a list of what was decided. */
export function MatchesScreen(): ReactNode {
  const [state, setState] = useUrlState(MatchesState);
  const mayDecide = useQuery(meQuery).data?.can.includes("site.write") ?? false;
  const list = useQuery(
    reviewListQuery({
      state: state.state,
      limit: state.state === "open" ? 200 : 50,
      ...(state.contract === undefined ? {} : { contractId: state.contract }),
      ...(state.after === undefined ? {} : { after: state.after }),
    }),
  );
  return (
    <>
      <ReviewsHeading what={t("matches.what")} />
      <div className="stack">
        <div className="row-end no-print">
          <Select
            size="small"
            label={t("matches.state")}
            value={state.state}
            onChange={(event) =>
              setState(
                {
                  state: states.find((one) => one === event.target.value) ?? "open",
                  after: undefined,
                  pair: undefined,
                },
                { push: true },
              )
            }
          >
            {states.map((one) => (
              <option key={one} value={one}>
                {t(`matches.${one}`)}
              </option>
            ))}
          </Select>
        </div>
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
        <Loaded query={list} lines={8}>
          {({ items, next }) =>
            state.state === "open" ? (
              <MatchQueue
                reviews={items}
                more={next !== null}
                pair={state.pair}
                onPair={(pair) => setState({ pair })}
                mayDecide={mayDecide}
              />
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
      </div>
    </>
  );
}
