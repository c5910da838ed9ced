import { Button, Radio, RadioGroup } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { SecretOnce } from "../../components/secret-once.tsx";
import { formatInstant } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { DutiesHeading } from "./duties-heading.tsx";
import { feedsQuery } from "./queries.ts";

type Scope = "mine" | "organisation";

/** Calendar feeds: duties in the calendar one has already. */
export function FeedsScreen(): ReactNode {
  const feeds = useQuery(feedsQuery);
  const [scope, setScope] = useState<Scope>("mine");
  const [made, setMade] = useState<string | null>(null);
  const [ending, setEnding] = useState<string | null>(null);
  const create = useChange(() => api.duties.createFeed({ scope }));
  const revoke = useChange((feedId: string) => api.duties.revokeFeed({ feedId }));
  return (
    <>
      <DutiesHeading />
      <div className="stack-large">
        {made !== null && (
          <SecretOnce title={t("feeds.made")} what={t("feeds.madeWhat")} secret={made} />
        )}
        <section className="card stack" aria-labelledby="feeds-new">
          <h2 className="section-title" id="feeds-new">
            {t("feeds.new")}
          </h2>
          <p className="quiet measure">{t("feeds.what")}</p>
          {create.isError && <ProblemNotice error={create.error} />}
          <RadioGroup
            legend={t("feeds.scope")}
            size="small"
            value={scope}
            onChange={(value: Scope) => setScope(value)}
          >
            <Radio value="mine">{t("feeds.scope.mine")}</Radio>
            <Radio value="organisation">{t("feeds.scope.organisation")}</Radio>
          </RadioGroup>
          <div>
            <Button
              size="small"
              loading={create.isPending}
              onClick={() => create.mutate(undefined, { onSuccess: ({ url }) => setMade(url) })}
            >
              {t("feeds.make")}
            </Button>
          </div>
        </section>
        <section className="stack" aria-labelledby="feeds-mine">
          <h2 className="section-title" id="feeds-mine">
            {t("feeds.mine")}
          </h2>
          <Loaded query={feeds}>
            {(data) =>
              data.feeds.length === 0 ? (
                <p className="quiet">{t("feeds.none")}</p>
              ) : (
                <ul className="plain-cards stack">
                  {data.feeds.map((feed) => (
                    <li key={feed.id} className="card spread">
                      <p>
                        <strong>{t(`feeds.scope.${feed.scope}`)}</strong>
                        <span className="sub">
                          {t("feeds.since", { at: formatInstant(feed.madeAt) })} ·{" "}
                          {feed.lastReadAt === null
                            ? t("feeds.neverRead")
                            : t("feeds.lastRead", { at: formatInstant(feed.lastReadAt) })}
                        </span>
                      </p>
                      <Button
                        size="small"
                        variant="secondary"
                        aria-label={t("feeds.endOf", {
                          what: t(`feeds.scope.${feed.scope}`),
                          at: formatInstant(feed.madeAt),
                        })}
                        onClick={() => setEnding(feed.id)}
                      >
                        {t("feeds.end")}
                      </Button>
                    </li>
                  ))}
                </ul>
              )
            }
          </Loaded>
        </section>
      </div>
      {ending !== null && (
        <ConfirmDialog
          title={t("feeds.endTitle")}
          what={t("feeds.endWhat")}
          doIt={t("feeds.end")}
          busy={revoke.isPending}
          error={revoke.error}
          onConfirm={() => revoke.mutate(ending, { onSuccess: () => setEnding(null) })}
          onClose={() => setEnding(null)}
        />
      )}
    </>
  );
}
